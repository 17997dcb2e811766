"""What the drop holds, in numbers: people, records, hours by leave kind, leave by day, COVID leave, what stands out.

Asked for after a check and never part of it, so that no check waits for it. Nothing here is a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from pyvalidator.calendar import WorkCalendar, last_day_of
from pyvalidator.leave_groups import COUNTS_DAYS_OFF
from pyvalidator.mask import Masker
from pyvalidator.views import FileExtract

#: A value beyond the third quartile by more than three times the middle half stands out (Tukey's outer fence).
_FENCE = 3
#: The middle half counts as at least one day, so that where nearly everybody has the same, eight hours more is nothing.
_LEAST_SPREAD_HOURS = 8.0
_LEAST_SPREAD_PEOPLE = 2.0
#: Fewer values than this have no usual.
_ENOUGH = 8
_LISTED = 10


class _Leave(NamedTuple):
    """What makes a leave the same in the files of two months that it touches."""

    person: str
    kind: str | None
    start: date | None
    end: date | None
    span: tuple[int, int] | None
    hours: float | None
    covid: bool


@dataclass
class _Sum:
    records: int = 0
    hours: float = 0.0
    people: set[str] = field(default_factory=set)

    def add(self, leave: _Leave, times: int) -> None:
        self.records += times
        self.hours += (leave.hours or 0.0) * times
        self.people.add(leave.person)

    def told(self) -> dict[str, Any]:
        return {"records": self.records, "people": len(self.people), "hours": _number(self.hours)}


def build_overview(
    files: Sequence[FileExtract], calendar: WorkCalendar, masker: Masker, month: date | None = None
) -> dict[str, Any]:
    """The numbers over checked files; a leave that several months' files hold counts once, with its whole amount.

    Args:
        month: first day of the month to show by day; None: the last one that a file is about.

    Returns:
        `months` (YYYMM) and the `month` shown, None where no header could be read; `total`, `covid` and each of
        `kinds` with `records`, `people`, `hours`; `days` of the month with `date`, `off` (None: no calendar), `people`,
        `covid`, `hours`, `unusual`; `people` whose hours stand out, with the `median` of all. Hours of a leave over
        several days are spread evenly over its working days.
    """
    leaves = _leaves(files)
    total, covid = _Sum(), _Sum()
    kinds: dict[str | None, _Sum] = {}
    for leave, times in leaves.items():
        total.add(leave, times)
        kinds.setdefault(leave.kind, _Sum()).add(leave, times)
        if leave.covid:
            covid.add(leave, times)
    months = sorted({file.period for file in files if file.period})
    shown = month if month in months else months[-1] if months else None
    by_hours = sorted(kinds.items(), key=lambda item: (-item[1].hours, item[0] or ""))
    middle, unusual = _unusual_people(leaves, files, masker)
    return {
        "months": [_written(each) for each in months],
        "month": _written(shown) if shown else None,
        "total": total.told(),
        "covid": covid.told(),
        "kinds": [{"kind": kind, **amount.told()} for kind, amount in by_hours],
        "days": _days(leaves, shown, calendar) if shown else [],
        "people": unusual,
        "median": middle,
    }


def _leaves(files: Sequence[FileExtract]) -> Counter[_Leave]:
    """Every leave, as often as the file that has it most often."""
    found: Counter[_Leave] = Counter()
    for file in files:
        found |= Counter(
            _Leave(person, leave.kind, leave.start, leave.end, leave.span, leave.hours, leave.covid)
            for person, extract in file.people.items()
            for leave in extract.leaves
        )
    return found


def _days(leaves: Counter[_Leave], month: date, calendar: WorkCalendar) -> list[dict[str, Any]]:
    last = last_day_of(month)
    days = [month + timedelta(days=step) for step in range((last - month).days + 1)]
    everyone = {day: _Sum() for day in days}
    covid: dict[date, set[str]] = {day: set() for day in days}
    for leave, times in leaves.items():
        if leave.start is None or leave.end is None or leave.start > last or leave.end < month:
            continue
        counted, share = _spread(leave, month, last, calendar)
        for day in counted:
            everyone[day].add(leave._replace(hours=share), times)
            if leave.covid:
                covid[day].add(leave.person)
    working = [len(everyone[day].people) for day in days if not calendar.is_off(day)]
    fence = _fence([float(count) for count in working], _LEAST_SPREAD_PEOPLE)
    return [
        {"date": day.isoformat(), "off": calendar.is_off(day), "people": len(everyone[day].people),
         "covid": len(covid[day]), "hours": _number(everyone[day].hours), "unusual": len(everyone[day].people) > fence}
        for day in days
    ]  # fmt: skip


def _spread(leave: _Leave, first: date, last: date, calendar: WorkCalendar) -> tuple[list[date], float]:
    """The days between `first` and `last` that the leave is taken on, and the hours of each."""
    assert leave.start is not None and leave.end is not None
    begin, end = max(leave.start, first), min(leave.end, last)
    days = [begin + timedelta(days=step) for step in range((end - begin).days + 1)]
    worked = None if leave.kind in COUNTS_DAYS_OFF else calendar.working_days(leave.start, leave.end)
    if worked:
        return [day for day in days if not calendar.is_off(day)], (leave.hours or 0.0) / worked
    return days, (leave.hours or 0.0) / max(1, (leave.end - leave.start).days + 1)


def _unusual_people(
    leaves: Counter[_Leave], files: Sequence[FileExtract], masker: Masker
) -> tuple[float | None, list[dict[str, Any]]]:
    """The median of everybody's hours, and the people whose hours are far beyond the usual."""
    hours: dict[str, float] = {}
    kinds: dict[str, Counter[str | None]] = {}
    for leave, times in leaves.items():
        amount = (leave.hours or 0.0) * times
        hours[leave.person] = hours.get(leave.person, 0.0) + amount
        kinds.setdefault(leave.person, Counter())[leave.kind] += amount  # type: ignore[assignment]
    if len(hours) < _ENOUGH:
        return None, []
    fence = _fence(list(hours.values()), _LEAST_SPREAD_HOURS)
    beyond = sorted((person for person in hours if hours[person] > fence), key=lambda one: (-hours[one], one))
    names = {person: extract.name for file in files for person, extract in file.people.items()}
    listed = [
        {"id": masker.id(person), "name": masker.text(names[person]), "hours": _number(hours[person]),
         "kind": kinds[person].most_common(1)[0][0]}
        for person in beyond[:_LISTED]
    ]  # fmt: skip
    return _number(_quantile(list(hours.values()), 0.5)), listed


def _fence(values: list[float], least: float) -> float:
    """Beyond this a value stands out; infinite where there are too few to tell."""
    if len(values) < _ENOUGH:
        return float("inf")
    first, third = _quantile(values, 0.25), _quantile(values, 0.75)
    return third + _FENCE * max(third - first, least)


def _quantile(values: list[float], part: float) -> float:
    """The value below which `part` of them lie, between two values in proportion. The standard library's
    `statistics` stays out of the browser's runtime: it brings half a dozen modules along."""
    ordered = sorted(values)
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def _number(hours: float) -> float:
    return round(hours, 1)


def _written(month: date) -> str:
    return f"{month.year - 1911:03d}{month.month:02d}"
