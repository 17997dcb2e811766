"""Moments that are counted: seconds since 1970, serial numbers of spreadsheets. The whole value is the number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from pyvalidator.domain.amounts import DAY
from pyvalidator.profile.moments import TAIPEI, Moment, WrittenDay, minutes_of, moved

EPOCH_SECONDS, EPOCH_MILLISECONDS, DATE_MILLISECONDS = "epoch-seconds", "epoch-milliseconds", "/Date(ms)/"
EXCEL_1900, EXCEL_1904 = "excel-1900", "excel-1904"
#: Form → the pattern of its text, and the largest number (all lie before the year 9999). Counts begin in 1973: a
#: smaller one is rather of the other unit, or nothing at all (0).
_FORMS: dict[str, tuple[str, float]] = {
    EPOCH_SECONDS: ("[1-9][0-9]{8,10}([.][0-9]{1,9})?", 10**11 - 1),
    EPOCH_MILLISECONDS: ("[1-9][0-9]{11,13}([.][0-9]{1,9})?", 10**14 - 1),
    # The offset says by which clocks it was meant; the count is of UTC all the same.
    DATE_MILLISECONDS: (r"/Date\((-?[0-9]{1,13})([+-][0-9]{4})?\)/", 0),
    EXCEL_1900: ("[0-9]{1,6}([.][0-9]{1,17})?", 999_999),
    EXCEL_1904: ("[0-9]{1,6}([.][0-9]{1,17})?", 999_999),
}
_LONE_TIME = "0([.][0-9]{1,17})?"
_EPOCH = date(1970, 1, 1)
#: Day 0. Serial 60 of 1900 is a 29 February that never was (spreadsheets show it); the days before it lie one later.
_DAY_0 = {EXCEL_1900: date(1899, 12, 30), EXCEL_1904: date(1904, 1, 1)}
_FEBRUARY_29 = 60
_DAY_SECONDS = 86_400


def is_serial(format: str) -> bool:
    return format in _FORMS


@dataclass(frozen=True)
class Serial:
    """A counted form; the attributes are those of `Template`.

    A spreadsheet's time of day by itself (`type` time) is a fraction of a day.
    """

    type: str
    format: str
    end_of_day: bool = False

    is_range = zoned = has_seconds = twelve = False
    era = "year"

    @property
    def _scale(self) -> int:
        return 1 if self.format == EPOCH_SECONDS else 1000

    @property
    def is_spreadsheet(self) -> bool:
        return self.format in _DAY_0

    @property
    def _lone_time(self) -> bool:
        return self.type == "time" and self.is_spreadsheet

    @property
    def is_number(self) -> bool:
        return self.format != DATE_MILLISECONDS

    @property
    def has_day(self) -> bool:
        return not self._lone_time

    @property
    def has_time(self) -> bool:
        """Whether it always holds a time of day; a spreadsheet's day need not."""
        return not self.is_spreadsheet or self._lone_time

    @property
    def pattern(self) -> str:
        if self._lone_time:
            return f"({_LONE_TIME}|1)" if self.end_of_day else _LONE_TIME
        return _FORMS[self.format][0]

    @property
    def lengths(self) -> tuple[int, int]:
        return {DATE_MILLISECONDS: (9, 27)}.get(self.format, (1, 24))

    @property
    def numbers(self) -> tuple[float, float] | None:
        """The least and the largest number; a lone time is less than a day unless 24:00 may stand."""
        if self._lone_time:
            return 0, 1 if self.end_of_day else 0.99999999
        if not self.is_number:
            return None
        return 0 if self.is_spreadsheet else 10**8 * self._scale, _FORMS[self.format][1]

    def parse(self, value: str | float) -> tuple[Moment, ...] | None:
        """The moment of a value; None where it has not this form. A day that is not real is None in it."""
        number = self._number(value)
        if number is None:
            return None
        if not self.is_spreadsheet:
            return (moved(_EPOCH, 0, int(number / self._scale // 60) + TAIPEI),)
        minutes = minutes_of(number * _DAY_SECONDS)
        if self._lone_time:
            # 1 is 24:00; behind the number of a day it is a time of that day.
            return (Moment(None, minutes if number <= 1 else minutes % DAY),)
        written = self._spreadsheet_day(minutes // DAY)
        try:
            day = date(*written[:3])
        except ValueError:
            day = None
        return (Moment(day, minutes % DAY),)

    def _number(self, value: str | float) -> float | None:
        if not isinstance(value, str):
            # What no calendar reaches is no moment. Of `/Date(…)/` the number comes out of its text.
            most = _FORMS[self.format][1] or _FORMS[EPOCH_MILLISECONDS][1]
            return value if abs(value) <= most else None
        found = re.fullmatch(self.pattern, value)
        if found is None:
            return None
        return float(found[1] if self.format == DATE_MILLISECONDS else value)

    def _spreadsheet_day(self, days: int) -> WrittenDay:
        if self.format == EXCEL_1900 and days in (0, _FEBRUARY_29):
            return WrittenDay(1900, 1, 0, False) if days == 0 else WrittenDay(1900, 2, 29, False)
        early = self.format == EXCEL_1900 and days < _FEBRUARY_29
        day = _DAY_0[self.format] + timedelta(days=days + early)
        return WrittenDay(day.year, day.month, day.day, False)

    def written_day(self, value: str | float, half: int = 0) -> WrittenDay | None:
        """Year, month and day; of 1900-02-29 too."""
        number = self._number(value)
        if number is None or self._lone_time:
            return None
        if self.is_spreadsheet:
            return self._spreadsheet_day(minutes_of(number * _DAY_SECONDS) // DAY)
        [moment] = self.parse(number) or ()
        return None if moment.day is None else WrittenDay(moment.day.year, moment.day.month, moment.day.day, False)

    def fill(
        self, begun: str | float | None, half: int, day: date | None = None, minutes: int | None = None
    ) -> str | int | float:
        """The number with a day or a time of day in it, as text where the form is one."""
        known = Moment(None, None) if begun is None else (self.parse(begun) or (Moment(None, None),))[0]
        day = day or known.day
        minutes = minutes if minutes is not None else known.minutes or 0
        if self.is_spreadsheet:
            days = 0 if day is None or self._lone_time else (day - _DAY_0[self.format]).days
            days -= self.format == EXCEL_1900 and 0 < days <= _FEBRUARY_29
            return days + round(minutes / DAY, 10) if minutes else days
        seconds = ((day or _EPOCH) - _EPOCH).days * _DAY_SECONDS + (minutes - TAIPEI) * 60
        count = seconds * self._scale
        return f"/Date({count})/" if self.format == DATE_MILLISECONDS else count

    def write(self, start: Moment, end: Moment | None = None) -> str | int | float | None:
        """The moment as a number; None where it says no day, or (but of a spreadsheet's day) no time."""
        day, minutes = start
        if (self.has_day and day is None) or (self.has_time and minutes is None):
            return None
        written = self.fill(None, 0, day, minutes)
        return written if self.parse(written) == (Moment(*self._read_back(day, minutes)),) else None

    def _read_back(self, day: date | None, minutes: int | None) -> Moment:
        if self._lone_time:
            return Moment(None, minutes)
        return moved(day, 0, minutes or 0)

    @cached_property
    def only_digits(self) -> bool:
        return False
