"""Leaves of one person that belong to one event: those that follow each other with nothing but days off between them,
and of a kind that nobody takes for two events in a month, all of one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Generic, NamedTuple, TypeVar

from pyvalidator.domain.calendar import WorkCalendar
from pyvalidator.domain.leave_law import Limit, limit_on
from pyvalidator.domain.staff_classes import Staff

_T = TypeVar("_T")
_DAY = timedelta(days=1)

#: What the law gives for an event, by name of the limit; 延長病假, which counts in two years, has rules of its own.
EVENTS = (
    "marriage", "before-birth", "antenatal", "maternity", "miscarriage", "paternity", "bereavement", "vaccination",
)  # fmt: skip
#: Within a month it is one wedding, one pregnancy; there may be two deaths, two shots.
_ONCE = frozenset(EVENTS) - {"bereavement", "vaccination"}


class Part(NamedTuple, Generic[_T]):
    """One leave of an event. `item`: what it is to whoever asks."""

    start: date
    end: date
    hours: float
    item: _T


class Excess(NamedTuple, Generic[_T]):
    """The first leaves of an event that together claim more than the limit."""

    parts: list[Part[_T]]
    hours: float
    limit: Limit


def days_off_count(start: date, end: date | None, hours: float, calendar: WorkCalendar) -> bool:
    """Whether an amount holds days off, or nobody can tell: it is more than the working days from start to end."""
    worked = None if end is None else calendar.working_days(start, end)
    return worked is None or hours > worked * 8


def excess(
    parts: Iterable[Part[_T]], name: str, staff: Staff, calendar: WorkCalendar, *, of_one_file: bool
) -> Iterator[Excess[_T]]:
    """What exceeds the limit `name` in each event of several leaves; a single leave that does is left to its rule."""
    parts = list(parts)
    for event in [sorted(parts, key=_order)] if of_one_file and name in _ONCE else events(parts, calendar):
        if len(event) < 2:
            continue
        counts = any(days_off_count(part.start, part.end, part.hours, calendar) for part in event)
        limit = limit_on(name, event[-1].start, staff, days_off_count=counts)
        if limit is None or max(part.hours for part in event) > limit.days * 8:
            continue
        total = 0.0
        for number, part in enumerate(event, 1):
            total += part.hours
            if total > limit.days * 8:
                yield Excess(event[:number], sum(part.hours for part in event), limit)
                break


def events(parts: Iterable[Part[_T]], calendar: WorkCalendar) -> list[list[Part[_T]]]:
    """The leaves of one person, those that follow each other together, in the order of their start."""
    found: list[list[Part[_T]]] = []
    last = date.min
    for part in sorted(parts, key=_order):
        if found and calendar.working_days(last + _DAY, part.start - _DAY) == 0:
            found[-1].append(part)
        else:
            found.append([part])
        last = max(last, part.end)
    return found


def _order(part: Part[_T]) -> tuple[date, date]:
    return part.start, part.end
