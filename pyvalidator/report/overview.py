"""What the batch holds, in numbers: people, records, hours by leave kind, leave by day, COVID leave, what stands out.

Asked for after a check and never part of it, so that no check waits for it. Nothing here is a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, partial
from typing import Any, NamedTuple

from pyvalidator.domain.calendar import WorkCalendar, last_day_of
from pyvalidator.domain.roc import period_text
from pyvalidator.engine.batch import FileExtract
from pyvalidator.privacy.masking import Masker

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

    def add(self, person: str, hours: float, times: int = 1) -> None:
        self.records += times
        self.hours += hours * times
        self.people.add(person)

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
        several days are spread evenly over its working days, or all its days where they claim more.
    """
    leaves = _leaves(files)
    total, covid = _Sum(), _Sum()
    kinds: dict[str | None, _Sum] = {}
    for leave, times in leaves:
        sums = [total, kinds.setdefault(leave.kind, _Sum())]
        for amount in [*sums, covid] if leave.covid else sums:
            amount.add(leave.person, leave.hours or 0.0, times)
    months = sorted({file.period for file in files if file.period})
    shown = month if month in months else months[-1] if months else None
    by_hours = sorted(kinds.items(), key=lambda item: (-item[1].hours, item[0] or ""))
    middle, unusual = _unusual_people(leaves, files, masker)
    return {
        "months": [period_text(each) for each in months],
        "month": period_text(shown) if shown else None,
        "total": total.told(),
        "covid": covid.told(),
        "kinds": [{"kind": kind, **amount.told()} for kind, amount in by_hours],
        "days": _days(leaves, shown, calendar) if shown else [],
        "people": unusual,
        "median": middle,
    }


def _leaves(files: Sequence[FileExtract]) -> list[tuple[_Leave, int]]:
    """Every leave, as often as the file that has it most often."""
    if len(files) == 1:
        # Nothing to put together, and a large file has 300,000 leaves.
        return [(leave, 1) for leave in _of_file(files[0])]
    found: Counter[_Leave] = Counter()
    for file in files:
        found |= Counter(_of_file(file))
    return list(found.items())


def _of_file(file: FileExtract) -> Iterator[_Leave]:
    for person, extract in file.people.items():
        for leave in extract.leaves:
            yield _Leave(person, leave.kind, leave.start, leave.end, leave.span, leave.hours, leave.covid)


def _days(leaves: list[tuple[_Leave, int]], month: date, calendar: WorkCalendar) -> list[dict[str, Any]]:
    last = last_day_of(month)
    days = [month + timedelta(days=step) for step in range((last - month).days + 1)]
    everyone = [_Sum() for _ in days]
    covid: list[set[str]] = [set() for _ in days]
    spread = cache(partial(_spread, first=month, last=last, calendar=calendar))
    for leave, times in leaves:
        if leave.start is None or leave.end is None or leave.start > last or leave.end < month:
            continue
        taken, parts = spread(leave.start, leave.end, leave.hours or 0.0)
        for index in taken:
            everyone[index].add(leave.person, (leave.hours or 0.0) / parts, times)
            if leave.covid:
                covid[index].add(leave.person)
    off = [calendar.is_off(day) for day in days]
    counts = [len(each.people) for each in everyone]
    fence = _fence([float(count) for count, free in zip(counts, off, strict=True) if not free], _LEAST_SPREAD_PEOPLE)
    return [
        {"date": day.isoformat(), "off": off[index], "people": counts[index], "covid": len(covid[index]),
         "hours": _number(everyone[index].hours), "unusual": counts[index] > fence}
        for index, day in enumerate(days)
    ]  # fmt: skip


def _spread(
    start: date, end: date, hours: float, *, first: date, last: date, calendar: WorkCalendar
) -> tuple[list[int], int]:
    """Between `first` and `last` the days (counted from 0) on which a leave is taken, and on how many in all: its
    working days, and where it claims more than they hold the days off too."""
    begin = max(start, first)
    days = [begin + timedelta(days=step) for step in range((min(end, last) - begin).days + 1)]
    worked = calendar.working_days(start, end)
    if worked and hours > worked * 8:
        worked = None
    if worked:
        days = [day for day in days if not calendar.is_off(day)]
    return [(day - first).days for day in days], worked or max(1, (end - start).days + 1)


def _unusual_people(
    leaves: list[tuple[_Leave, int]], files: Sequence[FileExtract], masker: Masker
) -> tuple[float | None, list[dict[str, Any]]]:
    """The median of everybody's hours, and the people whose hours are far beyond the usual."""
    hours: dict[str, float] = {}
    for leave, times in leaves:
        hours[leave.person] = hours.get(leave.person, 0.0) + (leave.hours or 0.0) * times
    if len(hours) < _ENOUGH:
        return None, []
    fence = _fence(list(hours.values()), _LEAST_SPREAD_HOURS)
    beyond = sorted((person for person in hours if hours[person] > fence), key=lambda one: (-hours[one], one))
    names = {person: extract.name for file in files for person, extract in file.people.items()}
    kinds: dict[str, Counter[str | None]] = {person: Counter() for person in beyond[:_LISTED]}
    for leave, times in leaves:
        if leave.person in kinds:
            kinds[leave.person][leave.kind] += (leave.hours or 0.0) * times  # type: ignore[assignment]
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
