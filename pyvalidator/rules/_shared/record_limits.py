"""Rules on a single leave that is longer than the law allows: they differ in the limit, its sources and their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pyvalidator.domain.amounts import amount_field
from pyvalidator.domain.leave_law import basis, kinds_of, limit_on, limits
from pyvalidator.profile.amounts import written_amount
from pyvalidator.rule import Fault, FileView, file_rule
from pyvalidator.rules._shared.events import days_off_count
from pyvalidator.rules._shared.staff import StaffOfRows


def record_limit_rule(
    id: str, law: str, *, sources: list[str], since: str = "1.0",
    fix: str = "請單位承辦確認假單的日數與假別；確屬特殊情形者，請保留說明。",
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # fmt: skip
    """A decorator for such a rule, whose `check` asks `over_limit`.

    Args:
        law: the name of the limit.
        fix: where the usual advice does not do.
    """
    return file_rule(
        id, owner=("unit", "personnel"), severity="warning", since=since, sources=sources, fix=fix, law=law,
        reads=("days", "hours", "leave_type", "start_date", "end_date"), may_lack=("days", "hours", "end_date"),
        folds_under=("FIL710", "REC220", "REC225", "REC230", "REC310", "REC320"),
        message="{kind}請了{amount}，超過 {limit} 日。{basis}。",
    )  # fmt: skip


def over_limit(file: FileView, name: str) -> Iterator[Fault]:
    """A fault for each record that alone claims more than the limit `name` allows.

    Params of the fault: `kind`, `amount`, `limit` (days), `basis` (a sentence), `confidence` of the figure.
    """
    least = min(limit.days for limit in limits(name)) * 8
    staff = StaffOfRows(file)
    days, hours, starts, ends = (file.values(field) for field in ("days", "hours", "start_date", "end_date"))
    for kind in kinds_of(name):
        for row in file.rows_of_kind.get(kind, ()):
            start = starts[row]
            if days[row] is None or hours[row] is None or start is None:
                continue
            claimed = days[row] * 8 + hours[row]
            if claimed <= least:
                continue
            own = staff(row)
            counts = days_off_count(start, ends[row], claimed, file.context.calendar)
            limit = limit_on(name, start, own, kind=kind, days_off_count=counts)
            if limit is not None and claimed > limit.days * 8:
                params = {
                    "kind": kind, "amount": written_amount(claimed, file.profile), "limit": limit.days,
                    "basis": basis(limit, own), "confidence": limit.confidence,
                }  # fmt: skip
                yield Fault(amount_field(days[row]), row, expected=f"不超過 {limit.days} 日", params=params)
