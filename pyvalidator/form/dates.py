"""Days and months that are not written as the profile asks: which day was meant, or between which nobody can tell."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from pyvalidator.domain.amounts import DAY
from pyvalidator.domain.roc import FIRST_YEAR, common_year, day_text
from pyvalidator.engine.finding import Fault
from pyvalidator.form.clock import CLOCK, clock_minutes, in_taipei, zone_of
from pyvalidator.profile import FieldSpec, field_values
from pyvalidator.profile.moments import Moment

_SIGNS = r"[年月/\-.]"
# Texts, not compiled: only a value that does not have its form is read in another way.
_SEPARATED_DATE = (
    rf"(?:民國|西元)?\s*(?P<year>[0-9]{{3,4}}|[5-9][0-9])\s*{_SIGNS}\s*(?P<month>[0-9]{{1,2}})\s*{_SIGNS}\s*(?P<day>[0-9]{{1,2}})日?(?P<tail>(?:T|\s+|(?=[上下]午)){CLOCK})?"
)
_PLAIN_DATE = (
    rf"(?:民國|西元)?(?P<year>(?:19|20|21)[0-9]{{2}}(?=[0-9]{{4}}(?:$|[T\s]|[0-9]{{4}}$|[0-9]{{6}}$))|[01][0-9]{{2}})"
    rf"(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})(?P<tail>[T\s]*{CLOCK})?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
#: What JavaScript, mail programs and databases write: `Mon Jun 07 2021 08:00:00 GMT+0800 (CST)`, `07-JUN-2021`.
_NAMED_DATES = (
    rf"(?i:(?:[a-z]{{3,9}},?\s+)?{_MONTH_NAME}\s+(?P<day>[0-9]{{1,2}}),?\s+(?P<year>[0-9]{{4}})(?P<tail>,?\s+{CLOCK})?)",
    rf"(?i:(?:[a-z]{{3,9}},?\s+)?(?P<day>[0-9]{{1,2}})[\s\-]+{_MONTH_NAME}[\s\-]+(?P<year>[0-9]{{4}})(?P<tail>,?\s+{CLOCK})?)",
)
#: The year at the end: `06/07/2021` is 7 June or 6 July.
_YEAR_LAST = (
    r"(?P<one>[0-9]{1,2})\s*[/\-.]\s*(?P<other>[0-9]{1,2})\s*[/\-.]\s*(?P<year>[0-9]{4})"
    rf"(?P<tail>,?\s+{CLOCK})?"
)
_SEPARATED_PERIOD = (
    rf"(?:民國|西元)?\s*(?P<year>[0-9]{{3,4}}|[5-9][0-9])\s*{_SIGNS}\s*(?P<month>[0-9]{{1,2}})月?"
)
_PLAIN_PERIOD = r"(?P<year>(?:19|20|21)[0-9]{2}|[01][0-9]{2})(?P<month>[0-9]{2})"
#: Two-digit years from here on are whole years that lost their zero (民國 50–99); below, another digit is missing.
_OLDEST_CAREER = "5"

#: Day 0 of a spreadsheet's serial numbers (Excel and its kin for Windows; right from 1 March 1900 on).
_SERIAL_ZERO = datetime(1899, 12, 30)
#: Serial numbers are believed from 2010 to 2099: no digits of a ROC month (11006) or day look like these.
_SERIALS = (40179, 73051)
#: Timestamps are believed from 2010 to 2099: no digits of a ROC day and time of these years look like these.
_STAMPS = (1_262_304_000, 4_102_444_800)
_EPOCH = datetime(1970, 1, 1)
_MILLISECONDS = r"/Date\((-?[0-9]{1,15})(?:[+-][0-9]{4})?\)/"


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as written. `year` is Gregorian; `roc`: it was written in ROC years; `day` is 1 for a month.

    Attributes:
        timed: a time of day stands behind it. minutes: this time, after midnight; None where it is none.
        zone: of which place the time is, in words, where that is not Taiwan; day and time are Taiwan's then.
        placed: the value says of which place it is.
        certain: False where the day in Taiwan cannot be told.
    """

    year: int
    month: int
    day: int
    roc: bool = False
    timed: bool = False
    minutes: int | None = None
    zone: str = ""
    certain: bool = True
    placed: bool = False

    @property
    def real(self) -> date | None:
        """The day; None where there is no such day, or where it cannot be told."""
        try:
            return date(self.year, self.month, self.day) if self.certain else None
        except ValueError:
            return None

    def written(self, spec: FieldSpec) -> Any:
        """As the profile writes it; None where there is no such day, where the time of day is missing, or where the
        profile wants to know of which place the time is and the value does not say it."""
        day = self.real
        if day is None or (field_values.form(spec).zoned and not self.placed):
            return None
        return field_values.write_reading(spec, Moment(day, self.minutes))

    @property
    def words(self) -> str:
        """Day and time of day for people."""
        day = self.real
        if day is None:
            return ""
        clock = "" if self.minutes is None else f" {self.minutes // 60:02d}:{self.minutes % 60:02d}"
        return day_text(day) + clock


# -- texts -----------------------------------------------------------------------------------------------------------


def read_date(text: str) -> DateReading | None:
    """A whole date in another writing: `2021-06-07`, `20210607`, `110/6/7`, `民國110年6月7日`, `Jun 7, 2021`; a time
    may follow. A date that could be either of two days is none."""
    orders = year_last(text)
    return orders[0] if len(orders) == 1 else _read(text, _SEPARATED_DATE, _PLAIN_DATE, *_NAMED_DATES)


def read_period(text: str) -> DateReading | None:
    """A month in another writing: `202106`, `2021-06`, `110/6`, `110年6月`."""
    return _read(text, _SEPARATED_PERIOD, _PLAIN_PERIOD)


def year_last(text: str) -> list[DateReading]:
    """The days that a date with its year at the end can be, the month-first reading first."""
    found = re.fullmatch(_YEAR_LAST, text) if len(text) <= 60 else None
    if found is None:
        return []
    one, other = int(found["one"]), int(found["other"])
    readings = [
        _reading(found["year"], month, day, found.groupdict())
        for month, day in dict.fromkeys([(one, other), (other, one)])
    ]  # fmt: skip
    return [reading for reading in readings if reading.real is not None]


def _read(text: str, *patterns: str) -> DateReading | None:
    if len(text) > 80:
        return None
    found = next(filter(None, (re.fullmatch(pattern, text) for pattern in patterns)), None)
    if found is None:
        return None
    parts: dict[str, Any] = found.groupdict()
    name = parts.get("name")
    month = _MONTHS.index(name.lower()) + 1 if name else int(parts["month"])
    return _reading(parts["year"], month, int(parts.get("day") or 1), parts)


def _reading(written_year: str, month: int, day: int, parts: dict[str, Any]) -> DateReading:
    year = int(written_year)
    # Four digits are a year of the Republic only where a zero was put in front; 0001 is a program's date of nothing.
    roc = year < FIRST_YEAR and (len(written_year) < 4 or (written_year[0] == "0" and written_year[1:] >= "050"))
    year = common_year(year) if roc else year
    if not parts.get("tail"):
        return DateReading(year, month, day, roc)
    minutes, zone = clock_minutes(parts), zone_of(parts)
    placed = bool(parts.get("zone"))
    reading = DateReading(year, month, day, roc, timed=True, minutes=minutes, zone=zone.words, placed=placed)
    if zone.words:
        moment = None if minutes is None or reading.real is None else datetime(year, month, day)
        local = None if moment is None or minutes is None else in_taipei(moment + timedelta(minutes=minutes), zone)
        if local is None:
            return replace(reading, minutes=None, certain=False)
        minutes = local.hour * 60 + local.minute
        return replace(reading, year=local.year, month=local.month, day=local.day, minutes=minutes)
    return reading


def other_era(spec: FieldSpec, reading: DateReading | None) -> Fault | None:
    """A fault where the year was written in the calendar that the profile does not use for this date or month."""
    form = field_values.form(spec)
    if reading is None or reading.roc == (form.era == "roc") or form.is_number:
        return None
    found, wanted = ("民國年", "西元年") if reading.roc else ("西元年", "民國年")
    return Fault(expected_value=reading.written(spec), params={"found": found, "wanted": wanted})


# -- numbers ---------------------------------------------------------------------------------------------------------


def digits_of(value: Any) -> str | None:
    """The digits of a whole number, or of a text of nothing else; None for anything else."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 2**63 and value % 1 == 0:
        value = str(int(value))
    return value if isinstance(value, str) and len(value) <= 20 and re.fullmatch("[0-9]+", value) else None


def lost_zero(digits: str, format: str) -> str | None:
    """A date or month of ROC years below 100 whose zero was lost, with it; None for anything else."""
    lengths = {"YYYMMDD": 6, "YYYMM": 4}
    return f"0{digits}" if len(digits) == lengths.get(format) and digits >= _OLDEST_CAREER else None


def four_digit_period(digits: str) -> str | None:
    """A month of four digits with its zero: before the month (1106), or before a year below 100 (9912)."""
    return f"{digits[:3]}0{digits[3]}" if digits.startswith("1") else lost_zero(digits, "YYYMM")


def spreadsheet_moment(value: Any) -> DateReading | None:
    """The day, and where there is a fraction the time of day, of a spreadsheet's serial number (44354, 44354.333)."""
    number = number_of(value)
    if number is None or not _SERIALS[0] <= number < _SERIALS[1]:
        return None
    day = _SERIAL_ZERO + timedelta(days=int(number))
    timed = bool(number % 1)
    return DateReading(
        day.year, day.month, day.day, timed=timed, minutes=fraction_minutes(number % 1) if timed else None
    )


def fraction_minutes(fraction: float) -> int | None:
    """The minutes in a fraction of a day that stands for a time of day; None where it is no whole number of them."""
    minutes = round(fraction * DAY)
    # Programs cut the decimals: 0.333333 is 8:00, and 0.4166 (6 seconds less) still 10:00.
    return minutes if abs(fraction * DAY - minutes) <= 0.1 and minutes < DAY else None


def timestamp(value: Any) -> DateReading | None:
    """The moment in Taiwan of a count of seconds (or thousandths and so on) since 1970, also as `/Date(…)/`."""
    found = re.fullmatch(_MILLISECONDS, value) if isinstance(value, str) else None
    number = float(found[1]) if found else number_of(value)
    scales = (1e3,) if found else (1, 1e3, 1e6, 1e9)
    counts = [] if number is None else [number / scale for scale in scales]
    seconds = next((count for count in counts if _STAMPS[0] <= count < _STAMPS[1]), None)
    if seconds is None:
        return None
    digits = None if found else digits_of(value)
    day = read_date(digits) if digits else None
    if day is not None and day.real is not None and day.real.year < 2050:
        # The digits of a day and its time of day: 1100607080000.
        return None
    moment = _EPOCH + timedelta(seconds=seconds, hours=8)
    minutes = moment.hour * 60 + moment.minute
    return DateReading(moment.year, moment.month, moment.day, timed=True, minutes=minutes, placed=True)


def number_of(value: Any) -> float | None:
    """A number, or a text of one; None for anything else, and for what is too large for any moment."""
    if isinstance(value, str):
        return float(value) if re.fullmatch(r"[0-9]{1,19}(?:\.[0-9]{1,17})?", value) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < 2**63 else None


# -- digits in the profile's form ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class WrittenParts:
    """Year, month and day of a value that has the right form, real or not. `day` is 1 for a month."""

    written_year: int
    month: int
    day: int
    roc: bool

    @property
    def year(self) -> int:
        """The Gregorian year."""
        return common_year(self.written_year) if self.roc else self.written_year

    @property
    def year_is_real(self) -> bool:
        """There is no year 0 in either calendar."""
        return self.written_year > 0

    @property
    def month_is_real(self) -> bool:
        return 1 <= self.month <= 12

    @property
    def last_day(self) -> int:
        """The last day of the month, which must be real."""
        return monthrange(self.year, self.month)[1]

    @property
    def day_is_real(self) -> bool:
        return self.month_is_real and 1 <= self.day <= self.last_day

    @property
    def is_february_29(self) -> bool:
        return (self.month, self.day) == (2, 29)


def written_parts(spec: FieldSpec, value: Any) -> WrittenParts | None:
    """The parts of a value of a date or month as its field asks it to be written; None where it is not."""
    written = field_values.written_day(spec, value)
    return None if written is None else WrittenParts(*written)
