"""What a file's own leaves show of its office: when work begins and ends, the lunch break, which days were worked.

Nothing of it is official: hours differ between agencies and are flexible (嘉義市: 08:00–12:00, 13:30–17:30; 人事總處:
from 07:30 to 09:30, lunch 12:30–13:30). Where the leaves do not agree on it, it is not known.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from pyvalidator.domain.amounts import DAY, WORKED
from pyvalidator.domain.calendar import WorkCalendar, last_day_of, next_month, official_calendar
from pyvalidator.domain.leave_groups import SUSPENDED

#: Kinds whose times and amounts follow what was to be done or what happened, not the office's hours.
BY_NEED = frozenset({"公差", "公出", "曠職", SUSPENDED})
#: Kinds whose times need not be the office's, so that they do not show them.
_NOT_SHOWING = BY_NEED | {"公假"}

#: Minutes by which people may come and go earlier or later than most leaves say.
_FLEXIBLE = 60
#: Between these times of day people have lunch, wherever it is not known better.
_NOON = (11 * 60 + 30, 13 * 60 + 30)
_LONGEST_LUNCH = 120
#: Whole days of leave that agree, before they show the hours of an office.
_ENOUGH = 2
#: When offices open; who begins earlier or later works by a roster.
_USUAL_OPENING = (7 * 60, 9 * 60 + 30)
#: So many of the leaves must agree; where more do not, there are shifts.
_NEARLY_ALL = 0.8
#: Where more leaves take days off for worked ones, the days are a roster's and not the calendar's.
_ROSTER = 0.03
#: Minutes outside of which a leave follows other hours.
_OTHER_HOURS = 90
#: Work may be suspended for a storm (天然災害停止上班及上課作業辦法), as each county decides: the months in which there
#: are storms, and on how many days of one.
_STORMS, _STORM_DAYS = range(7, 11), 3
#: Schools have calendars of their own, above all in their vacations.
_VACATION, _SCHOOL_DAYS = (1, 2, 7, 8), 1
#: 勞動節 was off for staff under labour law long before it was for all (115).
_LABOUR_DAY = (5, 1)
_DAY = timedelta(days=1)
#: Of longer leaves, the days show nothing of the office.
_LONGEST = 62


class Leave(NamedTuple):
    """A leave with times of day. `minutes`: what it claims."""

    start: date
    start_time: int
    end: date
    end_time: int
    minutes: float
    kind: str | None

    @property
    def clock(self) -> int:
        """Minutes from the time at which it starts to that at which it ends, on one day."""
        return self.end_time - self.start_time


class Hours(NamedTuple):
    """Office hours in minutes of the day, each as the least and the most that the leaves show.

    Attributes:
        usual: start and end of most whole days.
        opens, closes: when work begins and ends.
        lunch: how long the break is.
        noon: the break's start and end, where leaves of half a day show it.
    """

    usual: tuple[int, int]
    opens: tuple[int, int]
    closes: tuple[int, int]
    lunch: tuple[int, int]
    noon: tuple[int, int] | None

    def least(self, start: int, end: int) -> int:
        """Minutes that are surely worked between two times of a day."""
        start, end = max(start, self.opens[1]), min(end, self.closes[0])
        lunch = min(self.lunch[1], max(0, min(end, _NOON[1]) - max(start, _NOON[0])))
        return max(0, min(WORKED, end - start - lunch))

    def most(self, start: int, end: int, flexible: int) -> int:
        """Minutes that may be worked between two times of a day, by people who come so much earlier or stay later."""
        start, end = max(start, self.opens[0] - flexible), min(end, self.closes[1] + flexible)
        lunch = self.lunch[0] if start <= _NOON[0] and end >= _NOON[1] else 0
        return max(0, min(WORKED, end - start - lunch))

    def within(self, start: int, end: int) -> bool:
        """Whether a leave that starts and ends at these times of (perhaps different) days follows these hours."""
        return (
            self.opens[0] - _FLEXIBLE <= start < self.closes[1] - _FLEXIBLE
            and self.opens[0] + _FLEXIBLE < end <= self.closes[1] + _FLEXIBLE
        )


class Held(NamedTuple):
    """The most minutes that a span may hold: by the usual hours, and with people who come earlier or stay later."""

    usual: int
    flexible: int


@dataclass(frozen=True)
class Office:
    """An office as the leaves of a file show it.

    Attributes:
        calendar: see `WorkCalendar`.
        hours: None where the leaves do not agree, or are too few.
        mornings, afternoons: days on which somebody's leave shows that work was done.
        school: whether the agency is a school.
    """

    calendar: WorkCalendar
    hours: Hours | None
    mornings: frozenset[date] = frozenset()
    afternoons: frozenset[date] = frozenset()
    school: bool = False
    _doubts: dict[date, _Doubt] = field(default_factory=dict)

    @classmethod
    def of(cls, leaves: list[Leave], calendar: WorkCalendar, *, school: bool = False) -> Office:
        """What the leaves of one file show."""
        own = [leave for leave in leaves if leave.kind not in _NOT_SHOWING]
        trips = [leave for leave in leaves if leave.kind in _NOT_SHOWING]
        hours = _hours(own, trips, calendar, school=school)
        halves: tuple[set[date], set[date]] = (set(), set())
        for leave in own:
            for morning, worked in zip((True, False), halves, strict=True):
                worked.update(_shown_worked(leave, calendar, morning=morning))
        return cls(calendar, hours, frozenset(halves[0]), frozenset(halves[1]), school)

    def sure_minutes(self, first: date, last: date) -> int | None:
        """Minutes from `first` to `last`, both included, on which work was surely done: neither the calendar, nor a
        storm, nor a school's own calendar may have taken them. None outside the calendar."""
        minutes = self.calendar.working_minutes(first, last)
        if not minutes:
            return minutes
        return max(0, minutes - WORKED * self._may_be_off(first, last))

    def least(self, leave: Leave) -> float | None:
        """Minutes that a leave surely takes by working days and office hours; None where these are not known."""
        first, last = leave.start, leave.end
        ends = [self.calendar.is_off(day) for day in (first, last)]
        if self.hours is None or None in ends or last < first or _follows_others(leave, self.hours):
            return None
        if first == last:
            held = 0 if ends[0] else self.hours.least(leave.start_time, leave.end_time) - self._part_off(first)
            # For a storm, or in a school's vacation, half of the day may have been off.
            return held / 2 if self._half_may_be_off(first) else held
        if any(ends):
            # Who begins or ends on a day off may work by a roster.
            return None
        begun = self.hours.least(leave.start_time, DAY) - self._part_off(first)
        ended = self.hours.least(0, leave.end_time) - self._part_off(last)
        return max(0, begun + self._between(leave) + ended - WORKED * self._may_be_off(first, last))

    def most(self, leave: Leave) -> Held | None:
        """Minutes that a leave over several days may take by working days and office hours; None where these are not
        known, and of a leave that follows other hours."""
        hours, ends = self.hours, [self.calendar.is_off(day) for day in (leave.start, leave.end)]
        if hours is None or None in ends or leave.end <= leave.start:
            return None
        if not hours.within(leave.start_time, leave.end_time):
            return None
        between = self._between(leave)
        return Held(*(
            between + (0 if ends[0] else hours.most(leave.start_time, DAY, flexible))
            + (0 if ends[1] else hours.most(0, leave.end_time, flexible))
            for flexible in (0, _FLEXIBLE)
        ))  # fmt: skip

    def _between(self, leave: Leave) -> int:
        """Minutes worked between the first and the last day of a leave, by the calendar."""
        return self.calendar.working_minutes(leave.start + _DAY, leave.end - _DAY) or 0

    def _part_off(self, day: date) -> int:
        part = self.calendar.off_on(day)
        return part.unworked if part else 0

    def each_day(self, leave: Leave) -> bool:
        """Whether the amount is that of the same hours on each working day: every morning of a week in one record."""
        days = self.calendar.working_days(leave.start, leave.end) or 0
        return days > 0 and leave.start < leave.end and leave.minutes == days * leave.clock

    def _half_may_be_off(self, day: date) -> bool:
        if day in self.mornings and day in self.afternoons:
            return False
        stormy = day.month in _STORMS and self.calendar.laid_over is None
        return stormy or (self.school and day.month in _VACATION)

    def _may_be_off(self, first: date, last: date) -> int:
        """Working days from `first` to `last` that may have been off all the same, as far as no leave shows the
        opposite."""
        total = 0
        month: date | None = first.replace(day=1)
        while month is not None and month <= last:
            doubt = self._doubts.get(month) or self._doubts.setdefault(month, self._doubt_of(month))
            total += doubt.between(first if first > month else month, min(last, last_day_of(month)))
            month = next_month(month)
        return total

    def _doubt_of(self, month: date) -> _Doubt:
        sure, official = self.mornings & self.afternoons, official_calendar()
        days = [day for day in _days(month, last_day_of(month)) if not self.calendar.is_off(day)]
        # Nobody's leave shows that all work then: teachers without administrative duty need not come on a make-up
        # Saturday, and a roster's days, which the user has given, are not those of the office.
        moved = [
            day for day in days
            if day.weekday() >= 5 or (day.month, day.day) == _LABOUR_DAY or official.is_off(day)
        ]  # fmt: skip
        others = [day for day in days if day not in moved and day not in sure]
        if self.school:
            return _Doubt(moved, others, len(others) if month.month in _VACATION else _SCHOOL_DAYS)
        stormy = month.month in _STORMS and self.calendar.laid_over is None
        return _Doubt(moved, others, _STORM_DAYS if stormy else 0)


@dataclass(frozen=True)
class _Doubt:
    """Working days of a month that may have been off. `moved`: each of them; `others`: so many as `most`."""

    moved: list[date]
    others: list[date]
    most: int

    def between(self, first: date, last: date) -> int:
        """How many may have been off from `first` to `last`."""
        return _within(self.moved, first, last) + min(self.most, _within(self.others, first, last))


def _within(days: list[date], first: date, last: date) -> int:
    return bisect_right(days, last) - bisect_left(days, first)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def _takes_all(leave: Leave, calendar: WorkCalendar) -> bool:
    """Whether a leave claims every working day from its start to its end as a whole."""
    days = calendar.working_days(leave.start, leave.end) or 0
    return days > 0 and leave.minutes == days * WORKED


def _shown_worked(leave: Leave, calendar: WorkCalendar, *, morning: bool) -> Iterable[date]:
    """The days of which a leave takes the morning (or afternoon), which was therefore worked."""
    if (leave.end - leave.start).days <= _LONGEST and _takes_all(leave, calendar) and leave.clock >= WORKED:
        return (day for day in _days(leave.start, leave.end) if not calendar.is_off(day))
    half = leave.end_time <= _NOON[1] if morning else leave.start_time >= _NOON[0]
    return [leave.start] if leave.start == leave.end and half and leave.minutes == leave.clock else ()


def _hours(own: list[Leave], trips: list[Leave], calendar: WorkCalendar, *, school: bool) -> Hours | None:
    whole = Counter(map(_times, filter(lambda leave: _is_whole(leave, calendar), own)))
    if not whole:
        return None
    usual = whole.most_common(1)[0][0]
    alike = [
        times for times in whole
        if all(abs(one - two) <= _FLEXIBLE for one, two in zip(times, usual, strict=True))
    ]  # fmt: skip
    agreeing = sum(whole[times] for times in alike)
    # That people travel at the same hours shows them too, though less.
    also = any(_times(trip) == usual and _is_whole(trip, calendar) for trip in trips)
    # Eight hours without a break are a shift, but at schools, where teachers have lunch with their class.
    known = _USUAL_OPENING[0] <= usual[0] <= _USUAL_OPENING[1] and (school or usual[1] - usual[0] > WORKED)
    if not known or whole[usual] + also < _ENOUGH or agreeing < _NEARLY_ALL * whole.total():
        return None
    lengths = [end - start - WORKED for start, end in alike]
    opens = (min(start for start, _ in alike), max(start for start, _ in alike))
    closes = (min(end for _, end in alike), max(end for _, end in alike))
    hours = Hours(usual, opens, closes, (min(lengths), max(lengths)), _noon(usual, own))
    others = sum(_follows_others(leave, hours) for leave in own)
    on_roster = sum(_on_days_off(leave, calendar) for leave in own)
    return None if others > (1 - _NEARLY_ALL) * len(own) or on_roster > _ROSTER * len(own) else hours


def _times(leave: Leave) -> tuple[int, int]:
    return leave.start_time, leave.end_time


def _is_whole(leave: Leave, calendar: WorkCalendar) -> bool:
    """Whether a leave takes whole days of eight hours, with a break."""
    ends = calendar.is_off(leave.start) is False and calendar.is_off(leave.end) is False
    return ends and WORKED <= leave.clock <= WORKED + _LONGEST_LUNCH and _takes_all(leave, calendar)


def _follows_others(leave: Leave, hours: Hours) -> bool:
    """Whether a leave follows other hours, such as a shift's; days written from 00:00 to 24:00 tell nothing."""
    if leave.start_time == 0 and leave.end_time >= DAY - 1:
        return False
    earliest, latest = hours.opens[0] - _OTHER_HOURS, hours.closes[1] + _OTHER_HOURS
    several = leave.start < leave.end
    return (
        leave.start_time < earliest or leave.end_time > latest
        or (several and (leave.start_time >= hours.closes[1] or leave.end_time <= hours.opens[0]))
    )  # fmt: skip


def _on_days_off(leave: Leave, calendar: WorkCalendar) -> bool:
    """Whether a leave takes a day off for one that is worked, as those do who work by a roster."""
    if not (calendar.is_off(leave.start) or calendar.is_off(leave.end)):
        return False
    working = calendar.working_minutes(leave.start, leave.end) or 0
    return leave.minutes > working or leave.end - leave.start <= _DAY


def _noon(usual: tuple[int, int], own: list[Leave]) -> tuple[int, int] | None:
    """The break between two halves of four hours, where a leave by the hour ends or begins at it and none lies over
    it."""
    start, end = usual[0] + WORKED // 2, usual[1] - WORKED // 2
    if not (_NOON[0] <= start < end <= _NOON[1] + _FLEXIBLE):
        return None
    by_hour = [leave for leave in own if leave.start == leave.end and leave.minutes == leave.clock]
    shown = any(leave.end_time == start or leave.start_time == end for leave in by_hour)
    against = any(
        leave.start_time < end and leave.end_time > start and not (start <= leave.start_time and leave.end_time <= end)
        for leave in by_hour
    )  # fmt: skip
    return (start, end) if shown and not against else None
