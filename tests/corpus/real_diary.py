"""One person's leaves over some years, as the law gives them: none over another, none beyond its allowance.

Written from the law and from practice, not from the rules: what stands here is right, whoever complains about it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from pyvalidator.domain.calendar import official_calendar

#: More watches than this are not taken one by one.
_FEW = 4
DAY = timedelta(days=1)
is_off = official_calendar().is_off

#: What each class calls its yearly leave and its sick leave.
YEARLY = {"civil": "休假", "teacher": "休假", "contract": "慰勞假", "worker": "特別休假"}
SICK = {"civil": "病假", "teacher": "病假", "contract": "病假", "worker": "普通傷病假"}
#: Days a year of what all classes have; of each the sick leave of people who stay at home.
ALLOWED = {
    "civil": {"personal": 7, "family": 7, "sick": 28, "mental": 3},
    "teacher": {"personal": 7, "family": 7, "sick": 28, "mental": 3},
    "contract": {"personal": 7, "family": 7, "sick": 14, "mental": 0},
    "worker": {"personal": 14, "family": 7, "sick": 30, "mental": 0},
}
#: What counts as 事假 too.
_WITHIN = ("family", "mental")


@dataclass(frozen=True)
class Hours:
    """Office hours of a day, in minutes: from, noon, back, until. Without a break noon is back."""

    start: int
    noon: int
    back: int
    end: int

    def worked(self, since: int, until: int) -> float:
        """The hours worked between two times of one day."""
        parts = ((self.start, self.noon), (self.back, self.end))
        return sum(max(0, min(until, last) - max(since, first)) for first, last in parts) / 60


@dataclass
class Leave:
    """One leave: its kind, both ends with their times in minutes, and what it counts in hours."""

    kind: str
    first: date
    start: int
    last: date
    end: int
    hours: float
    reason: str = ""
    covid: bool = False


@dataclass
class Person:
    """One of an agency's staff.

    Attributes:
        law: by which rules they take leave. yearly: days of yearly leave.
        works: on which days they have a turn of duty.
        watch: of those who do longer turns than a day's eight hours: the start and the length in minutes, and the hours
            that leave for one counts.
    """

    id: str
    name: str
    category: str
    title: str
    unit: str
    law: str
    woman: bool
    indigenous: bool
    hours: Hours
    yearly: int
    works: Callable[[date], bool] = lambda day: not is_off(day)
    watch: tuple[int, int, float] | None = None
    leaves: list[Leave] = field(default_factory=list)
    _spent: defaultdict[tuple[str, int], float] = field(default_factory=lambda: defaultdict(float))

    # -- what may be taken --------------------------------------------------------------------------------------------

    def free(self, first: date, last: date, start: int = 0, end: int = 1440) -> bool:
        """Whether no leave touches the time from one end to the other."""
        return all(
            (leave.last, leave.end) <= (first, start) or (last, end) <= (leave.first, leave.start)
            for leave in self.leaves
        )

    def spend(self, group: str, day: date, hours: float) -> bool:
        """Take so much of an allowance of the year in which `day` lies; False where it is used up. Teachers count from
        August to July."""
        year = day.year - (self.law == "teacher" and day.month < 8)
        groups = (group, "personal") if group in _WITHIN else (group,)
        if any(self._spent[each, year] + hours > self._most(each) * 8 for each in groups):
            return False
        for each in groups:
            self._spent[each, year] += hours
        return True

    def _most(self, group: str) -> int:
        return self.yearly if group == "yearly" else ALLOWED[self.law][group]

    def turns(self, first: date, count: int) -> list[date]:
        """The next so many days of duty from a day on. Many at once are counted by office days where duty is by long
        watches."""
        found: list[date] = []
        office = self.watch is not None and count > _FEW
        while len(found) < count:
            if not is_off(first) if office else self.works(first):
                found.append(first)
            first += DAY
        return found

    # -- what is taken ------------------------------------------------------------------------------------------------

    def take(self, leave: Leave, group: str = "") -> bool:
        """Enter a leave where its time is free and its allowance holds it."""
        if not self.free(leave.first, leave.last, leave.start, leave.end):
            return False
        # What lies in two years counts in each; nobody's does here.
        if group and leave.first.year != leave.last.year:
            return False
        if group and not self.spend(group, leave.first, leave.hours):
            return False
        self.leaves.append(leave)
        return True

    def take_days(self, kind: str, first: date, count: int, reason: str = "", *, group: str = "", **more: bool) -> bool:
        """So many days of duty in one leave, the days off between them not counted; of watches each by itself."""
        days = self.turns(first, count)
        if self.watch is not None and count <= _FEW:
            start, length, hours = self.watch
            return all([
                self.take(Leave(kind, day, start, day + (start + length - 1) // 1440 * DAY,
                                (start + length - 1) % 1440 + 1, hours, reason, **more), group)
                for day in days
            ])  # fmt: skip
        leave = Leave(kind, days[0], self.hours.start, days[-1], self.hours.end, count * 8, reason, **more)
        return self.take(leave, group)

    def take_office_days(self, kind: str, first: date, count: int, reason: str = "") -> bool:
        """So many days as the office works, whoever's duty."""
        days = [day for step in range(count * 3 + 10) if not is_off(day := first + step * DAY)][:count]
        return self.take(Leave(kind, days[0], 480, days[-1], 1020, count * 8, reason))

    def take_calendar(self, kind: str, first: date, count: int, reason: str = "") -> bool:
        """So many days on end, days off counted."""
        last = first + (count - 1) * DAY
        return self.take(Leave(kind, first, self.hours.start, last, self.hours.end, count * 8, reason))

    def take_part(self, kind: str, day: date, start: int, end: int, reason: str = "", *, group: str = "") -> bool:
        """A part of one day of duty."""
        if not self.works(day):
            return False
        return self.take(Leave(kind, day, start, day, end, self.hours.worked(start, end), reason), group)

    def take_half(self, rng: Random, kind: str, day: date, reason: str = "", *, group: str = "") -> bool:
        hours = self.hours
        start, end = rng.choice([(hours.start, hours.noon), (hours.back, hours.end)])
        return self.take_part(kind, day, start, end, reason, group=group)

    def take_noon_to_noon(self, kind: str, first: date, count: int, reason: str = "", *, group: str = "") -> bool:
        """From an afternoon to a forenoon, so many whole days between them."""
        days = self.turns(first, count + 2)
        hours = 0 if self.watch else (count + 1) * 8
        leave = Leave(kind, days[0], self.hours.back, days[-1], self.hours.noon, hours, reason)
        return bool(hours) and self.take(leave, group)

    def take_hours(self, rng: Random, kind: str, day: date, reason: str = "", *, group: str = "") -> bool:
        """One to five hours of a day, over noon too."""
        length = rng.choice([60, 60, 120, 120, 180, 240, 300, 90])
        start = rng.randrange(self.hours.start, self.hours.end - length + 1, 30)
        end = start + length
        worked = self.hours.worked(start, end)
        inside = not (self.hours.noon < start < self.hours.back or self.hours.noon < end < self.hours.back)
        return inside and self.watch is None and worked >= 0.5 and self.take_part(kind, day, start, end, reason, group=group)

    def pieces(self, rng: Random, kind: str, first: date, total: int, within: int, reason: str) -> None:
        """So many days of leave for one event, in pieces of days and halves over the days after it; in one where duty is
        by watches."""
        if self.watch is not None:
            self.take_office_days(kind, first, total, reason)
            return
        left, day = float(total), first
        halves = [0.5, 0.5] * (self.hours.worked(0, self.hours.noon) == 4)
        while left > 0 and (day - first).days < within:
            piece = min(left, rng.choice([*halves, 1, 1, 2, 3, 5, total]))
            turns = self.turns(day, max(1, int(piece)))
            taken = (
                self.take_half(rng, kind, turns[0], reason) if piece < 1
                else self.take_days(kind, turns[0], int(piece), reason)
            )  # fmt: skip
            left -= (0.5 if piece < 1 else int(piece)) if taken else 0
            day = turns[-1] + rng.randrange(1, 9) * DAY
