"""Working days of Taiwan's government, with the user's own days laid over, and the deadline of a file.

The yearly calendars and their letters stand in `data/calendar.toml`. Schools, shift staff and typhoon days differ, so
what follows from a day off is never more than a question to the clerk.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import accumulate
from typing import Literal, NamedTuple

from pyvalidator.domain.amounts import DAY, WORKED
from pyvalidator.domain.roc import common_year, weekday_text
from pyvalidator.runtime.package_files import read_package_text

#: Months of 110 before the platform opened and all of the 109 COVID-19 data were due together
#: (嘉義縣政府 110年6月29日府人考字第1100139574號函).
_FIRST_DEADLINE = date(2021, 8, 20)
_FIRST_MONTHS = (date(2021, 1, 1), date(2021, 5, 1))


#: Usual hours of a day, in minutes (嘉義市: 08:00–12:00, 13:30–17:30; others come back at 13:00). Where hours are off,
#: the fewer of the two count as not worked.
_USUAL_HOURS = (((480, 720), (780, 1020)), ((480, 720), (810, 1050)))


class HoursOff(NamedTuple):
    """A part of a working day that is off: [start, end) in minutes of the day. `typhoon`: work is suspended."""

    day: date
    start: int
    end: int
    typhoon: bool

    @property
    def unworked(self) -> int:
        """Minutes of usual hours that are surely not worked."""
        return min(
            sum(max(0, min(self.end, until) - max(self.start, since)) for since, until in hours)
            for hours in _USUAL_HOURS
        )


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are worked.

    Attributes:
        first_day, last_day: the days on which the bundled data begins and ends.
        last_obtained: last day of the last year whose official calendar is here; later ones are an estimate, though
            their calendar may have been announced (本工具未取得).
        typhoon: the user's typhoon days (work suspended); they count as off.
        hours_off: the user's parts of days that are off; such a day counts as worked.
        laid_over: the file in which the user gave them, and how many days it lists.
    """

    first_day: date
    last_day: date
    last_obtained: date
    days_off: frozenset[date]
    typhoon: frozenset[date] = frozenset()
    hours_off: frozenset[HoursOff] = frozenset()
    laid_over: tuple[str, int] | None = None

    def with_days(
        self, off: Iterable[date] = (), typhoon: Iterable[date] = (), work: Iterable[date] = (),
        hours_off: Iterable[HoursOff] = (), laid_over: tuple[str, int] | None = None,
    ) -> WorkCalendar:  # fmt: skip
        """This calendar with the user's local days off, typhoon days, working days and parts of days laid over."""
        worked = frozenset(work)
        storms = (self.typhoon | frozenset(typhoon)) - worked
        days_off = (self.days_off - worked) | frozenset(off) | storms
        parts = self.hours_off | frozenset(hours_off)
        return replace(self, days_off=days_off, typhoon=storms, hours_off=parts, laid_over=laid_over or self.laid_over)

    def obtained_to(self, day: date) -> WorkCalendar:
        """This calendar with its days up to `day` taken as official; it may end before them. What is off on the days
        that it lacks has to be laid over."""
        return replace(self, last_obtained=max(day, self.last_obtained), last_day=max(day, self.last_day))

    def is_off(self, day: date) -> bool | None:
        """Whether nobody works on `day`; None outside the data."""
        return day in self.days_off if self.first_day <= day <= self.last_day else None

    def obtained(self, day: date) -> bool:
        """Whether the official calendar of that year is here."""
        return self.first_day <= day <= self.last_obtained

    def working_days(self, start: date, end: date) -> int | None:
        """Working days from `start` to `end`, both included (0 where end is before start); None outside the data."""
        if start > end:
            return 0
        if start < self.first_day or end > self.last_day:
            return None
        base = self.first_day.toordinal()
        return self._worked[end.toordinal() - base + 1] - self._worked[start.toordinal() - base]

    def working_minutes(self, start: date, end: date) -> int | None:
        """What may be claimed from `start` to `end`, both included: 8 hours a working day, less where a part of it is
        off; None outside the data."""
        days = self.working_days(start, end)
        if not days or not self.hours_off:
            return None if days is None else days * WORKED
        parts = (part for part in self.hours_off if start <= part.day <= end and part.day not in self.days_off)
        return max(0, days * WORKED - sum(part.unworked for part in parts))

    def off_on(self, day: date) -> HoursOff | None:
        """The part of this working day that is off, if any."""
        return next((part for part in self.hours_off if part.day == day), None)

    def next_working_day(self, day: date) -> date | None:
        """The first working day after `day`; None where the data ends before it."""
        while day < self.last_day:
            day += timedelta(days=1)
            if not self.is_off(day):
                return day if day >= self.first_day else None
        return None

    @cached_property
    def _worked(self) -> list[int]:
        """Working days before each day of the data, and before the day after it."""
        length = (self.last_day - self.first_day).days + 1
        worked = (self.first_day + timedelta(days=step) not in self.days_off for step in range(length))
        return list(accumulate(worked, initial=0))


@cache
def official_calendar() -> WorkCalendar:
    """The bundled calendar (`data/calendar.toml`)."""
    text = read_package_text("domain/data/calendar.toml")
    years = tomllib.loads(text)["year"]
    days_off: set[date] = set()
    for entry in years:
        year = common_year(entry["roc"])
        day, last = date(year, 1, 1), date(year, 12, 31)
        worked = {_day(year, text) for text in entry["work"]}
        days_off |= {_day(year, text) for text in entry["off"]}
        while day <= last:
            if day.weekday() >= 5 and day not in worked:
                days_off.add(day)
            day += timedelta(days=1)
    obtained = common_year(max(entry["roc"] for entry in years if entry["obtained"]))
    return WorkCalendar(
        first_day=date(common_year(years[0]["roc"]), 1, 1),
        last_day=date(common_year(years[-1]["roc"]), 12, 31),
        last_obtained=date(obtained, 12, 31),
        days_off=frozenset(days_off),
    )


def _day(year: int, text: str) -> date:
    return date.fromisoformat(f"{year}-{text}")


def part_text(part: HoursOff) -> str:
    """A part of a day in words: 上午, 下午, or its hours."""
    usual = {(0, DAY // 2): "上午", (DAY // 2, DAY): "下午"}
    hours = [f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in (part.start, part.end)]
    return usual.get((part.start, part.end)) or " 至 ".join(hours)


def next_month(month: date) -> date | None:
    """The first day of the month after `month`; None at the end of time."""
    if month.month < 12:
        return date(month.year, month.month + 1, 1)
    return date(month.year + 1, 1, 1) if month.year < date.max.year else None


def last_day_of(month: date) -> date:
    """The last day of the month that `month` lies in."""
    following = next_month(month)
    return date.max if following is None else following - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a file is due. `date` and `days_left` are None where it cannot be told."""

    date: date | None
    status: Literal["upcoming", "due", "overdue", "not_applicable"]
    days_left: int | None
    note: str | None


def deadline_of(period: date | None, dataset: str | None, today: date, calendar: WorkCalendar) -> Deadline:
    """The deadline of a month's file: the 20th of the next month, never moved for a day off.

    The months 11001–11005 and the 109 COVID-19 data were due on 2021-08-20. Source: 嘉義縣政府 110年6月29日
    府人考字第1100139574號函.

    Args:
        period: first day of the month; dataset: canonical name; None where unreadable.
    """
    following = None if period is None else next_month(period)
    if period is None or dataset is None or following is None:
        return Deadline(None, "not_applicable", None, None)
    first = dataset == "covid109" or _FIRST_MONTHS[0] <= period <= _FIRST_MONTHS[1]
    due = _FIRST_DEADLINE if first else following.replace(day=20)
    left = (due - today).days
    status: Literal["upcoming", "due", "overdue"] = "upcoming" if left > 0 else "overdue" if left < 0 else "due"
    return Deadline(due, status, left, _note(due, calendar))


def next_deadlines(today: date, calendar: WorkCalendar, count: int) -> list[tuple[date, Deadline]]:
    """The next `count` deadlines of monthly files, the nearest first: (first day of the month, deadline)."""
    month: date | None = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    found: list[tuple[date, Deadline]] = []
    while month is not None and len(found) < count:
        due = deadline_of(month, "monthly", today, calendar)
        if due.status != "overdue":
            found.append((month, due))
        month = next_month(month)
    return found


def _note(due: date, calendar: WorkCalendar) -> str | None:
    if not calendar.is_off(due):
        return None
    following = calendar.next_working_day(due)
    guess = "" if calendar.obtained(due) else "（本工具未取得這一年的辦公日曆，依推估）"
    later = "" if following is None else f"，次一上班日是 {weekday_text(following)}"
    return f"{weekday_text(due)}是放假日{guess}{later}。縣府函沒有說遇放假日可以順延，請提前報送。"
