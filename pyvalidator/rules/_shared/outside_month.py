"""Which leaves do not belong to the month of a file."""

from __future__ import annotations

from datetime import date, timedelta

from pyvalidator.domain.calendar import last_day_of


def is_outside(start: date, end: date, end_time: int, *, period: date, dataset: str) -> bool:
    """Whether a leave has no place in the file of a month: monthly, it does not touch it; covid109, it starts in another.

    Args:
        end_time: minutes after midnight; a leave that ends at midnight does not touch the day that begins then.
    """
    if dataset != "monthly":
        return (start.year, start.month) != (period.year, period.month)
    last = end - timedelta(days=1) if end_time == 0 and end > start else end
    return start > last_day_of(period) or last < period
