"""Rules on the sums of leave over the files of a batch, against what the law gives in a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pyvalidator.domain.amounts import amount_text, clock_minutes
from pyvalidator.domain.leave_law import TEACHER, Limit, assumption, kinds_of, limit_on, limits
from pyvalidator.domain.roc import roc_year
from pyvalidator.engine.batch import Batch, FileExtract, Leave
from pyvalidator.rule import Fault, batch_rule

#: 教師請假規則: the year is the school year, from 1 August.
_SCHOOL_YEAR = 8


def year_limit_rule(
    id: str, *, sources: list[str], since: str = "1.0",
    fix: str = "請人事單位查核該員全年的請假紀錄；屬實者請依規定處理，並保留說明。",
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # fmt: skip
    """A decorator for a rule on a year's sum, whose `check` asks `over_year`.

    Args:
        fix: where the usual advice does not do.
    """
    return batch_rule(
        id, owner=("personnel", "unit"), severity="warning", since=since, sources=sources, fix=fix,
        reads=("person_id", "leave_type", "start_date", "days", "hours"),
        message="{name}（{person_id}）{year}的{kinds}合計{amount}，超過 {limit} 日（{assumption}）。",
    )  # fmt: skip


@dataclass
class _Sum:
    """What one person took in one year."""

    name: str | None
    staff: str | None
    seen: set[tuple[Any, ...]] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    hours: float = 0.0
    longest: float = 0.0
    last: date = date.min
    beside: dict[str, float] = field(default_factory=dict)

    def add(self, leave: Leave, limit: Limit) -> None:
        """Count a leave, once though it is there again; of a kind that only counts beyond some days, aside."""
        same = (leave.kind, leave.start, leave.end, leave.span, leave.hours)
        if same not in self.seen:
            self.seen.add(same)
            hours = _hours(leave)
            if leave.kind in limit.kinds:
                self.hours += hours
                self.longest = max(self.longest, hours)
            elif leave.kind is not None:
                self.beside[leave.kind] = self.beside.get(leave.kind, 0.0) + hours
            self.last = max(self.last, leave.start or date.min)

    def beyond(self, limit: Limit) -> dict[str, float]:
        """Hours by kind of what exceeds the days that do not count."""
        over = {kind: self.beside.get(kind, 0.0) - days * 8 for kind, days in limit.beyond}
        return {kind: hours for kind, hours in over.items() if hours > 0}


def over_year(batch: Batch, name: str, *, single_has_rule: bool = False, with_covid: bool = True) -> Iterator[Fault]:
    """A fault for each person and year whose leaves together claim more than the limit `name`.

    A leave counts in the year in which it begins, and once, though it appears in the files of several months.

    Args:
        single_has_rule: another rule tells of a single leave that is too long; then such a year is left to it.
        with_covid: whether leave marked as because of COVID-19 counts.
    """
    for (person_id, year), total in _sums(batch, name, with_covid).items():
        limit = limit_on(name, total.last, total.staff)
        if limit is None or (single_has_rule and total.longest > limit.days * 8):
            continue
        beyond = total.beyond(limit)
        hours = total.hours + sum(beyond.values())
        if hours <= limit.days * 8:
            continue
        params = {
            "name": total.name or "（姓名無法讀取）", "person_id": person_id,
            "year": f"{roc_year(year)} {'學年度' if total.staff == TEACHER else '年'}",
            "kinds": _kinds_text(limit, beyond), "amount": amount_text(hours), "limit": limit.days,
            "assumption": "；".join(filter(None, ["依開始日期、以這次檢核的檔案合計", assumption(total.staff)])),
        }  # fmt: skip
        yield Fault(files=tuple(sorted(total.files)), params=params)


def _sums(batch: Batch, name: str, with_covid: bool) -> dict[tuple[str, int], _Sum]:
    sums: dict[tuple[str, int], _Sum] = {}
    leaves = [leave for kind in kinds_of(name) for leave in batch.leaves_of_kind.get(kind, ())]
    many = _much(leaves, min(limit.days for limit in limits(name)) * 8)
    for file, person_id, leave in leaves:
        if person_id not in many or leave.start is None or leave.hours is None or (leave.covid and not with_covid):
            continue
        person = file.people[person_id]
        limit = limit_on(name, leave.start, person.staff_class)
        if limit is not None and leave.kind in (*limit.kinds, *dict(limit.beyond)):
            year = (person_id, _year(leave.start, person.staff_class))
            total = sums.setdefault(year, _Sum(person.name, person.staff_class))
            total.files.add(file.name)
            total.add(leave, limit)
    return sums


def _kinds_text(limit: Limit, beyond: dict[str, float]) -> str:
    free = dict(limit.beyond)
    more = "、".join(f"超過 {free[kind]} 日的{kind}" for kind in beyond)
    return "、".join(limit.kinds) + (f"（含{more}）" if more else "")


def _much(leaves: list[tuple[FileExtract, str, Leave]], hours: float) -> set[str]:
    """The few people who claim more than `hours` at all, whatever the years; only they need a closer look."""
    claimed: dict[str, float] = {}
    for _, person_id, leave in leaves:
        claimed[person_id] = claimed.get(person_id, 0.0) + (leave.hours or 0.0)
    return {person_id for person_id, total in claimed.items() if total > hours}


def _year(day: date, staff: str | None) -> int:
    return day.year - 1 if staff == TEACHER and day.month < _SCHOOL_YEAR else day.year


def _hours(leave: Leave) -> float:
    """The hours claimed, at most what the clock time allows (more is a fault of its own)."""
    claimed = leave.hours or 0.0
    return claimed if leave.span is None else min(claimed, clock_minutes(leave.span.start, leave.span.end) / 60)
