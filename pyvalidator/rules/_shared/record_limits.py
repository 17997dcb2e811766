"""Rules on a single leave that is longer than the law allows: they differ in the limit, its sources and their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pyvalidator.domain.amounts import amount_field
from pyvalidator.domain.leave_law import assumption, kinds_of, limit_on
from pyvalidator.engine.contexts import FileView
from pyvalidator.profile.amounts import written_amount
from pyvalidator.rule import Fault, file_rule


def record_limit_rule(
    id: str, *, sources: list[str], since: str = "1.0", fix: str = "請單位承辦確認假單的日數與假別；確屬特殊情形者，請保留說明。"
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A decorator for such a rule, whose `check` asks `over_limit`.

    Args:
        fix: where the usual advice does not do.
    """
    return file_rule(
        id, owner=("unit", "personnel"), severity="warning", since=since, sources=sources, fix=fix,
        reads=("days", "hours", "leave_type", "start_date"), may_lack=("days", "hours"),
        folds_under=("FIL710", "REC220", "REC230", "REC310", "REC320"),
        message="{kind}請了{amount}，超過 {limit} 日{assumption}。",
    )  # fmt: skip


def over_limit(file: FileView, name: str) -> Iterator[Fault]:
    """A fault for each record that alone claims more than the limit `name` allows.

    Params of the fault: `kind`, `amount`, `limit` (days), `assumption`.
    """
    table = file.table
    staff = table.values("staff_class") if table.has("staff_class") else None
    days, hours, starts = (file.values(field) for field in ("days", "hours", "start_date"))
    for kind in kinds_of(name):
        for row in file.rows_of_kind.get(kind, ()):
            if days[row] is None or hours[row] is None or starts[row] is None:
                continue
            own = None if staff is None else staff[row]
            limit = limit_on(name, starts[row], own)
            claimed = days[row] * 8 + hours[row]
            if limit is not None and claimed > limit.days * 8:
                amount = written_amount(claimed, table.profile)
                told = assumption(own)
                params = {"kind": kind, "amount": amount, "limit": limit.days, "assumption": told and f"（{told}）"}
                yield Fault(amount_field(days[row]), row, expected=f"不超過 {limit.days} 日", params=params)
