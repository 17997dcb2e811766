"""Which leaves do not belong to the month of a file."""

from __future__ import annotations

from datetime import date, timedelta

from pyvalidator.domain.calendar import last_day_of


def is_outside(
    start: date | None, end: date | None, end_time: int | None, *, period: date, dataset: str
) -> bool:
    """Whether a leave has no place in the file of a month: monthly, it does not touch it; covid109, it starts in another.

    One of its days may be enough to tell; what is not known is None.

    Args:
        end_time: minutes after midnight; a leave that ends at midnight does not touch the day that begins then.
    """
    if dataset != "monthly":
        return start is not None and (start.year, start.month) != (period.year, period.month)
    if end is not None and end_time == 0 and (start is None or end > start):
        end -= timedelta(days=1)
    return (start is not None and start > last_day_of(period)) or (end is not None and end < period)
