"""Rules on the sums of leave over the files of a batch, against what the law gives in a year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from pyvalidator.domain.amounts import amount_text, clock_minutes
from pyvalidator.domain.calendar import official_calendar
from pyvalidator.domain.leave_law import Limit, basis, kinds_of, limit_on, limits
from pyvalidator.domain.roc import roc_year
from pyvalidator.domain.staff_classes import TEACHER, Staff
from pyvalidator.engine.batch import Batch, FileExtract, Leave
from pyvalidator.rule import Fault, batch_rule
from pyvalidator.rules._shared.events import Part, excess
from pyvalidator.rules._shared.staff import staff_in_batch

#: 教師請假規則: the year is the school year, from 1 August.
_SCHOOL_YEAR = 8


def year_limit_rule(
    id: str, law: str, *, sources: list[str], since: str = "1.0",
    fix: str = "請人事單位查核該員全年的請假紀錄；屬實者請依規定處理，並保留說明。",
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # fmt: skip
    """A decorator for a rule on a year's sum, whose `check` asks `over_year`.

    Args:
        law: the name of the limit.
        fix: where the usual advice does not do.
    """
    return batch_rule(
        id, owner=("personnel", "unit"), severity="warning", since=since, sources=sources, fix=fix, law=law,
        reads=("person_id", "leave_type", "start_date", "days", "hours"),
        message="{name}（{person_id}）{year}的{kinds}依開始日期、以這次檢核的檔案合計{amount}，超過 {limit} 日。{basis}。",
    )  # fmt: skip


class Taken(NamedTuple):
    """One leave of a person with the files that hold it: that of several months stands in each of theirs."""

    leave: Leave
    start: date
    hours: float
    files: list[FileExtract]


class _Year(NamedTuple):
    year: int
    taken: list[Taken]
    limit: Limit
    hours: float
    beyond: dict[str, float]


def over_year(batch: Batch, name: str, *, single_has_rule: bool = False, with_covid: bool = True) -> Iterator[Fault]:
    """A fault for each person and year whose leaves together claim more than the limit `name`.

    A leave counts in the year in which it begins, and once, though it appears in the files of several months.

    Args:
        single_has_rule: other rules tell of a single leave, or of the leaves of one event in one file, that are
            too long; then such a year is left to them.
        with_covid: whether leave marked as because of COVID-19 counts.
    """
    for person_id, taken in taken_by_person(batch, name, with_covid=with_covid).items():
        staff = staff_in_batch(batch, person_id)
        for found in _years_over(name, taken, staff):
            if single_has_rule and _told_in_a_file(found, name, staff):
                continue
            school = staff.classes == (TEACHER,) and not _is_event(name)
            params = {
                **named(batch, person_id),
                "year": f"{roc_year(found.year)} {'學年度' if school else '年'}",
                "kinds": _kinds_text(name, found), "amount": amount_text(found.hours),
                "limit": found.limit.days, "basis": basis(found.limit, staff), "confidence": found.limit.confidence,
            }  # fmt: skip
            yield Fault(files=file_names(found.taken), params=params)


def taken_by_person(batch: Batch, name: str, *, with_covid: bool = True) -> dict[str, list[Taken]]:
    """The leaves that count against a limit, each once, of the few people who claim so much at all, whatever the
    years; only they need a closer look."""
    leaves = [leave for kind in kinds_of(name) for leave in batch.leaves_of_kind.get(kind, ())]
    many = _much(leaves, min(limit.days for limit in limits(name)) * 8)
    found: dict[str, dict[tuple[Any, ...], Taken]] = {}
    for file, person_id, leave in leaves:
        if person_id not in many or leave.start is None or leave.hours is None or (leave.covid and not with_covid):
            continue
        same = (leave.kind, leave.start, leave.end, leave.span, leave.hours)
        own = found.setdefault(person_id, {})
        own.setdefault(same, Taken(leave, leave.start, _hours(leave), [])).files.append(file)
    return {person_id: list(own.values()) for person_id, own in found.items()}


def named(batch: Batch, person_id: str) -> dict[str, str]:
    """How a message names a person."""
    names = (file.people[person_id].name for file in batch.files_of_person[person_id])
    return {"name": next(filter(None, names), "（姓名無法讀取）"), "person_id": person_id}


def file_names(taken: Iterable[Taken]) -> tuple[str, ...]:
    """The names of the files that hold these leaves."""
    return tuple(sorted({file.name for one in taken for file in one.files}))


def _years_over(name: str, taken: list[Taken], staff: Staff) -> list[_Year]:
    """The years in which the limit is exceeded, whichever of the person's possible classes it is."""
    if _is_event(name):
        return _over(name, taken, staff, first_month=1)
    if staff.classes == (TEACHER,):
        return _over(name, taken, staff, first_month=_SCHOOL_YEAR)
    # A teacher's year is another one: who may be a teacher has to be over in it too.
    as_teacher = Staff((TEACHER,))
    if TEACHER in staff.classes and not _over(name, taken, as_teacher, first_month=_SCHOOL_YEAR):
        return []
    others = replace(staff, classes=tuple(one for one in staff.classes if one != TEACHER))
    return _over(name, taken, others, first_month=1)


def _over(name: str, taken: list[Taken], staff: Staff, *, first_month: int) -> list[_Year]:
    years: dict[int, list[Taken]] = {}
    for one in taken:
        if limit_on(name, one.start, staff, kind=one.leave.kind) is not None:
            years.setdefault(one.start.year - (one.start.month < first_month), []).append(one)
    found = []
    for year, own in years.items():
        limit = limit_on(name, max(one.start for one in own), staff)
        if limit is None:
            continue
        beyond = _beyond(limit, own)
        hours = sum(one.hours for one in own if one.leave.kind in limit.kinds) + sum(beyond.values())
        if hours > limit.days * 8:
            found.append(_Year(year, own, limit, hours, beyond))
    return found


def _beyond(limit: Limit, taken: list[Taken]) -> dict[str, float]:
    """Hours by kind of what exceeds the days that do not count."""
    over = {
        kind: sum(one.hours for one in taken if one.leave.kind == kind) - days * 8 for kind, days in limit.beyond
    }
    return {kind: hours for kind, hours in over.items() if hours > 0}


def _told_in_a_file(found: _Year, name: str, staff: Staff) -> bool:
    if max(one.hours for one in found.taken) > found.limit.days * 8:
        return True
    if not _is_event(name):
        return False
    parts: dict[str, list[Part[None]]] = {}
    for one in found.taken:
        for file in one.files:
            parts.setdefault(file.name, []).append(Part(one.start, one.leave.end or one.start, one.hours, None))
    return any(any(excess(own, name, staff, official_calendar(), of_one_file=True)) for own in parts.values())


def _is_event(name: str) -> bool:
    """Whether the law gives it for an event: the year is then only where one event is told from another."""
    return limits(name)[0].per == "event"


def _kinds_text(name: str, found: _Year) -> str:
    free = dict(found.limit.beyond)
    more = "、".join(f"超過 {free[kind]} 日的{kind}" for kind in found.beyond)
    kinds = "、".join(kind for kind in found.limit.kinds if kind in kinds_of(name))
    return kinds + (f"（含{more}）" if more else "")


def _much(leaves: list[tuple[FileExtract, str, Leave]], hours: float) -> set[str]:
    claimed: dict[str, float] = {}
    for _, person_id, leave in leaves:
        claimed[person_id] = claimed.get(person_id, 0.0) + (leave.hours or 0.0)
    return {person_id for person_id, total in claimed.items() if total > hours}


def _hours(leave: Leave) -> float:
    """The hours claimed, at most what the clock time allows (more is a fault of its own)."""
    claimed = leave.hours or 0.0
    return claimed if leave.span is None else min(claimed, clock_minutes(leave.span.start, leave.span.end) / 60)
