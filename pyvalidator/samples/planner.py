"""Who is away when: plans that hold together over months, so that a year of samples is as clean as one file.

Long leave is planned once per person and year and appears unchanged in every month that it touches; short leave is
planned per person and month around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from pyvalidator.domain.amounts import DAY
from pyvalidator.domain.calendar import last_day_of, next_month, official_calendar
from pyvalidator.samples.kinds import AFTERNOON, COVID_109, EVENTS, MIDDAY, MORNING, ROUTINE, WHOLE, Kind, Shape
from pyvalidator.samples.people import SamplePerson, pick, rng_of

_ERRAND = next(kind for kind in ROUTINE if kind.name == "公出")
#: Streams of random numbers, so that plans do not depend on each other.
_YEAR, _MONTH, _COVID = 1, 2, 3


@dataclass(frozen=True, slots=True)
class SampleLeave:
    """One leave, in canonical values. `half_hours`: the amount claimed; 16 make a day."""

    kind: str
    start: date
    start_time: int
    end: date
    end_time: int
    half_hours: int
    covid: bool
    reason: str | None


class Planner:
    """Plans the leaves of one agency's staff.

    Args:
        seed, place: numbers that the plans depend on (`place` stands for the agency).
    """

    def __init__(self, seed: int, place: int) -> None:
        self._seed = (seed, place)
        self._working: dict[tuple[date, date], list[date]] = {}

    def monthly(self, people: list[SamplePerson], month: date) -> list[list[SampleLeave]]:
        """The leaves of each person that touch the month."""
        last = last_day_of(month)
        plans = [self._months_plan(person, month, last) for person in people]
        closing = self._working_days(month, last)[-1]
        if not any(leave.end >= closing for plan in plans for leave in plan):
            # A month whose last days nobody is away in looks like a file that was made too early.
            plans[0].append(_within_day(_ERRAND, closing, AFTERNOON, pick(rng_of(*self._seed), _ERRAND.reasons)))
        return plans

    def covid109(self, people: list[SamplePerson], month: date) -> list[list[SampleLeave]]:
        """The leaves of each person, taken because of COVID-19, that begin in the month."""
        days = self._working_days(month, last_day_of(month))
        # Everyone has a turn every third month, so that a leave that ends later meets no other.
        turn = month.month % 3
        plans = [self._covid_plan(person, month, days) if person.number % 3 == turn else [] for person in people]
        if not any(plans):
            kind = next(kind for kind in COVID_109 if kind.name in ("病假", "普通傷病假") and kind.suits(people[0]))
            plans[0] = [_within_day(kind, days[-1], WHOLE, kind.reasons[0])]
        return plans

    # -- plans -----------------------------------------------------------------------------------------------------

    def _months_plan(self, person: SamplePerson, month: date, last: date) -> list[SampleLeave]:
        event = self._event(person, month.year)
        touching = [event] if event and event.start <= last and event.end >= month else []
        days = self._working_days(month, last)
        free = [day for day in days if not (event and event.start <= day <= event.end)]
        rng = rng_of(*self._seed, person.number, month.year, month.month, _MONTH)
        routine = _fill(rng, person, ROUTINE, free, 2 + rng.randrange(4))
        return sorted([*touching, *routine], key=lambda leave: (leave.start, leave.start_time))

    def _event(self, person: SamplePerson, year: int) -> SampleLeave | None:
        rng = rng_of(*self._seed, person.number, year, _YEAR)
        if rng.randrange(10) >= 7:
            return None
        days = self._working_days(date(year, 1, 1), date(year, 12, 31))
        index = rng.randrange(len(days))
        kind = _choose(rng, [kind for kind in EVENTS if kind.suits(person) and kind.begins_on(days[index])])
        length = kind.days[0] + rng.randrange(kind.days[1] - kind.days[0] + 1)
        stretch = days[index : index + length]
        if kind.calendar_days:
            stretch = [days[index] + timedelta(days=step) for step in range(length)]
        if len(stretch) < length or stretch[-1].year > year:
            return None
        return _over_days(kind, stretch, len(stretch) * 16, pick(rng, kind.reasons))

    def _covid_plan(self, person: SamplePerson, month: date, days: list[date]) -> list[SampleLeave]:
        rng = rng_of(*self._seed, person.number, month.month, _COVID)
        later = self._working_days(month, min(last_day_of(next_month(month) or month), date(month.year, 12, 31)))
        return _fill(rng, person, COVID_109, later, 1 + rng.randrange(3), last_start=days[-1])

    def _working_days(self, first: date, last: date) -> list[date]:
        if (first, last) not in self._working:
            self._working[first, last] = [day for day in _days(first, last) if _is_worked(day)]
        return self._working[first, last]


def _fill(
    rng: Random, person: SamplePerson, menu: Iterable[Kind], days: list[date], count: int, last_start: date = date.max
) -> list[SampleLeave]:
    """Up to `count` leaves from the menu on days of their own out of `days`."""
    suiting = [kind for kind in menu if kind.suits(person)]
    free = list(days)
    groups: set[str] = set()
    leaves: list[SampleLeave] = []
    for _ in range(count):
        starts = [index for index, day in enumerate(free) if day <= last_start]
        if not starts:
            break
        index = pick(rng, starts)
        open_kinds = [kind for kind in suiting if kind.begins_on(free[index]) and kind.group not in groups]
        if not open_kinds:
            continue
        kind = _choose(rng, open_kinds)
        if kind.group:
            groups.add(kind.group)
        length = kind.days[0] + rng.randrange(kind.days[1] - kind.days[0] + 1)
        stretch = _neighbours(free, index, length)
        leaves += _leaves_on(rng, kind, stretch)
        free = [day for day in free if day not in stretch]
    return leaves


def _leaves_on(rng: Random, kind: Kind, stretch: list[date]) -> Iterator[SampleLeave]:
    reason = pick(rng, kind.reasons)
    if kind.to_next_midnight and len(stretch) == 2 and stretch[1] - stretch[0] == timedelta(days=1):
        yield _over_days(kind, stretch, 12 + 16, reason, MIDDAY[0], DAY)
    elif kind.shapes and (len(stretch) == 1 or kind.to_next_midnight):
        shape = pick(rng, kind.shapes)
        yield _within_day(kind, stretch[0], shape, reason)
        if shape == MORNING and kind is not _ERRAND and not kind.covid and rng.randrange(4) == 0:
            yield _within_day(_ERRAND, stretch[0], AFTERNOON, pick(rng, _ERRAND.reasons))
    else:
        late_start = MORNING in kind.shapes and rng.randrange(4) == 0
        early_end = MORNING in kind.shapes and rng.randrange(4) == 0
        claimed = len(stretch) * 16 - 8 * late_start - 8 * early_end
        start_time = AFTERNOON[0] if late_start else WHOLE[0]
        end_time = MORNING[1] if early_end else WHOLE[1]
        yield _over_days(kind, stretch, claimed, reason, start_time, end_time)


def _neighbours(free: list[date], index: int, length: int) -> list[date]:
    """Up to `length` free days from `free[index]` on without a taken working day between them."""
    stretch = [free[index]]
    for day in free[index + 1 : index + length]:
        if any(_is_worked(between) for between in _days(stretch[-1] + timedelta(days=1), day - timedelta(days=1))):
            break
        stretch.append(day)
    return stretch


def _choose(rng: Random, kinds: list[Kind]) -> Kind:
    """One of `kinds` by weight."""
    number = rng.randrange(sum(kind.weight for kind in kinds))
    for kind in kinds:
        number -= kind.weight
        if number < 0:
            return kind
    raise AssertionError("the weights are positive")


def _within_day(kind: Kind, day: date, shape: Shape, reason: str) -> SampleLeave:
    return SampleLeave(kind.name, day, shape[0], day, shape[1], shape[2], kind.covid, reason or None)


def _over_days(
    kind: Kind, stretch: list[date], claimed: int, reason: str, start_time: int = WHOLE[0], end_time: int = WHOLE[1]
) -> SampleLeave:
    return SampleLeave(kind.name, stretch[0], start_time, stretch[-1], end_time, claimed, kind.covid, reason or None)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def _is_worked(day: date) -> bool:
    off = official_calendar().is_off(day)
    return day.weekday() < 5 if off is None else not off
