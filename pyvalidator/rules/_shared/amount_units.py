"""Amounts of leave read in another unit than the profile says, and whether the clock agrees with a reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pyvalidator.domain.amounts import DAY, UNIT_MINUTES, WORKED, clock_minutes
from pyvalidator.domain.calendar import WorkCalendar
from pyvalidator.engine.contexts import Span
from pyvalidator.form.amounts import plain_number, read_numbers
from pyvalidator.profile import Profile, field_values
from pyvalidator.profile.fit import fitter
from pyvalidator.source.pointers import MISSING

#: When work begins at the latest and ends at the earliest.
_OFFICE = (9 * 60, 17 * 60)
_DAY = timedelta(days=1)
#: Minutes by which a part of a day is off where its decimals were cut; what arithmetic leaves behind.
_CUT, _NOISE = 0.1, 1e-9
#: Between these times of day people have lunch, for an hour and a half at most.
_NOON, _LUNCH = (11 * 60 + 30, 13 * 60 + 30), 90


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the numbers for days and hours.

    Attributes:
        field: the one that is read in another way. words: what it holds, behind its title.
        minutes: what days and hours come to; None where they cannot have been written so.
    """

    field: str
    words: str
    minutes: Callable[[float, float], float | None]


def _parts(number: float, digits: int, unit: int, below: int) -> float | None:
    """A number whose whole part counts `unit` minutes each and whose first decimals are the rest: 4.30 as 4 h 30 min."""
    rest = round(number % 1 * 10**digits, 6)
    return None if rest >= below else number // 1 * unit + rest * (unit / below)


def _clock(number: float) -> float | None:
    """Minutes of a length of time as spreadsheets keep it: a part of 24 hours (4:00 is 0.1666667)."""
    minutes = round(number * DAY)
    return minutes if number % 1 and abs(number * DAY - minutes) <= _CUT else None


def _also(days: float, hours: float) -> bool:
    """Whether the hours are what the days already hold, or a part of it: nothing, all, or what is left of a day."""
    return any(abs(hours - number) < _NOISE for number in (0, days * 8, days % 1 * 8, days * WORKED))


def _of_days(days: float) -> float:
    """The minutes of a decimal number of days; of one with two decimals the half hours that were rounded to it: 0.38."""
    minutes = round(days * WORKED, 6)
    half_hours = round(minutes / 30) * 30
    return half_hours if round(half_hours / WORKED, 2) == days else minutes


#: Where days and hours have a key each; the first that explains most is taken.
_OF_TWO = (
    Reading("days", "填的是時數", lambda days, hours: days * 60 if hours in (0, days) else None),
    Reading("days", "填的是分鐘數", lambda days, hours: days if hours in (0, days) else None),
    Reading("days", "帶有小數", lambda days, hours: _of_days(days) if _also(days, hours) else None),
    Reading("days", "以小數點後的數字表示時數（1.4 是 1 日 4 小時）",
            lambda days, hours: _parts(days, 1, WORKED, 8) if hours in (0, round(days % 1 * 10, 6)) else None),
    Reading("hours", "填的是整筆差假的總時數，沒有把滿 8 小時的部分進位為日數",
            lambda days, hours: hours * 60 if days in (0, hours // 8) else None),
    Reading("hours", "填的是分鐘數", lambda days, hours: days * WORKED + hours),
    Reading("hours", "填的是整筆差假的總分鐘數", lambda days, hours: hours if days in (0, hours // WORKED) else None),
    Reading("hours", "以小數點後的數字表示分鐘（4.30 是 4 小時 30 分鐘）",
            lambda days, hours: None if (rest := _parts(hours, 2, 60, 60)) is None else days * WORKED + rest),
    Reading("hours", "填的是日數", lambda days, hours: hours * WORKED if days in (0, hours) else None),
    Reading("days", "與時數對調", lambda days, hours: hours * WORKED + days * 60),
    Reading("days", "填的是試算表的時間長度（1 是 24 小時）",
            lambda days, hours: _clock(days) if hours in (0, days) else None),
    Reading("hours", "填的是試算表的時間長度（1 是 24 小時）",
            lambda days, hours: None if days and days != hours else _clock(hours)),
    Reading("hours", "填的是秒數", lambda days, hours: days * WORKED + hours / 60),
)  # fmt: skip
#: Where one key holds the whole amount.
_OF_ONE = {
    "days": Reading("days", "填的是日數", lambda amount, _: amount * WORKED),
    "hours": Reading("days", "填的是時數", lambda amount, _: amount * 60),
    "minutes": Reading("days", "填的是分鐘數", lambda amount, _: amount),
    "day.hour": Reading("days", "以小數點後的數字表示時數（1.4 是 1 日 4 小時）",
                        lambda amount, _: _parts(amount, 1, WORKED, 8)),
    "hour.minute": Reading("days", "以小數點後的數字表示分鐘（4.30 是 4 小時 30 分鐘）",
                           lambda amount, _: _parts(amount, 2, 60, 60)),
}  # fmt: skip


class Amounts:
    """The fields in which a profile keeps the amount, read and written."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.days, self.hours = profile.by_name["days"], profile.by_name["hours"]
        self.in_one = bool(profile.same_key["days"])
        self._known: dict[tuple[float, float], float | None] = {}

    def readings(self) -> list[Reading]:
        """All but the profile's own."""
        own = "day.hour" if self.days.format is not None else self.days.unit
        return [reading for unit, reading in _OF_ONE.items() if unit != own] if self.in_one else [*_OF_TWO]

    def numbers(self, days: Any, hours: Any) -> tuple[float, float] | None:
        """The two numbers as written; of one key the amount and 0."""
        found = (_number(days), 0.0 if self.in_one else _number(hours))
        return None if found[0] is None or found[1] is None else (found[0], found[1])

    def as_the_profile_says(self, days: float, hours: float) -> float | None:
        """The minutes of two numbers in the profile's units; None where they do not have its form, quotes aside."""
        if (days, hours) not in self._known:
            minutes = self._minutes(days, hours)
            written = dict(self.right(minutes or 0))
            same = [float(value) for value in written.values()] == ([days] if self.in_one else [days, hours])
            self._known[days, hours] = minutes if same else None
        return self._known[days, hours]

    def _minutes(self, days: float, hours: float) -> float | None:
        if self.in_one and self.days.format is not None:
            return field_values.minutes_of(self.days, days)
        return days * UNIT_MINUTES[self.days.unit or "days"] + hours * UNIT_MINUTES[self.hours.unit or "hours"]

    def right(self, minutes: float) -> Iterator[tuple[str, Any]]:
        """The value of each field for that many minutes, where it takes it."""
        days, rest = (0, minutes) if self.in_one else divmod(minutes, WORKED)
        parts = [(self.hours, rest)] if self.in_one else [(self.days, days * WORKED), (self.hours, rest)]
        found = [(spec, field_values.write_minutes(spec, part)) for spec, part in parts]
        if all(fitter(self.profile, spec)(value) for spec, value in found):
            yield from ((spec.name, value) for spec, value in found)


def _number(value: Any) -> float | None:
    """A number, also one in quotes; a missing one is 0."""
    if value is MISSING or value is None:
        return 0.0
    numbers = [value] if isinstance(value, int | float) else read_numbers(value) if isinstance(value, str) else []
    usable = len(numbers) == 1 and not isinstance(numbers[0], bool) and 0 <= numbers[0] < 10**6
    return float(plain_number(round(numbers[0], 9))) if usable else None


def held(span: Span, calendar: WorkCalendar) -> tuple[float, float]:
    """The least and the most leave, in minutes, that is usual between the two ends by the clock: each calendar day 8
    hours at most, less by the lunch break; days off between may count or not."""
    most = clock_minutes(*span)
    first, last = span.start // DAY, (span.end - 1) // DAY
    if first == last:
        return _worked(span.start % DAY, span.end - first * DAY), most
    start, end = date.fromordinal(first), date.fromordinal(last)
    between = calendar.working_minutes(start + _DAY, end - _DAY)
    if between is None:
        between = round((last - first - 1) * WORKED * 5 / 7)
    begun = 0 if calendar.is_off(start) else _worked(span.start % DAY, _OFFICE[1])
    ended = 0 if calendar.is_off(end) else _worked(_OFFICE[0], span.end - last * DAY)
    return begun + between + ended, most


def _worked(start: int, end: int) -> float:
    """The least that a part of one day holds."""
    lunch = min(_LUNCH, max(0, min(end, _NOON[1]) - max(start, _NOON[0])))
    return max(0, min(WORKED, end - start - lunch))
