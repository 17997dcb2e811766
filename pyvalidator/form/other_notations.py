"""What a value that does not have its form was probably meant to be: dates, months and times in other writings."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from pyvalidator.domain.amounts import DAY
from pyvalidator.domain.roc import FIRST_YEAR, common_year
from pyvalidator.engine.finding import Fault
from pyvalidator.profile import FieldSpec, Profile, field_values, notations
from pyvalidator.profile.fit import fitter

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}

_CLOCK = r"[0-9]{1,2}(?:[:：時]?[0-9]{2}){1,2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
_SIGNS = r"[年月/\-.]"
# Texts, not compiled: only a value that does not have its form is read in another way.
_SEPARATED_DATE = (
    rf"(?:民國|西元)?\s*(?P<year>[0-9]{{3,4}}|[5-9][0-9])\s*{_SIGNS}\s*(?P<month>[0-9]{{1,2}})\s*{_SIGNS}\s*(?P<day>[0-9]{{1,2}})日?(?P<tail>[T\s]+{_CLOCK})?"
)
_PLAIN_DATE = (
    rf"(?:民國|西元)?(?P<year>(?:19|20|21)[0-9]{{2}}(?=[0-9]{{4}}(?:$|[T\s]|[0-9]{{4}}$|[0-9]{{6}}$))|[01][0-9]{{2}})"
    rf"(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})(?P<tail>[T\s]*{_CLOCK})?"
)
_SEPARATED_PERIOD = (
    rf"(?:民國|西元)?\s*(?P<year>[0-9]{{3,4}}|[5-9][0-9])\s*{_SIGNS}\s*(?P<month>[0-9]{{1,2}})月?"
)
_PLAIN_PERIOD = r"(?P<year>(?:19|20|21)[0-9]{2}|[01][0-9]{2})(?P<month>[0-9]{2})"
_TIME = (
    r"(?P<half>上午|下午|AM|PM|am|pm)?\s*(?P<hour>[0-9]{1,2})(?P<sign>[:：時.]?)(?P<minute>[0-9]{2})"
    r"(?:[:：分.]?(?P<second>[0-9]{2})秒?(?:\.0+)?)?分?\s*(?P<late_half>AM|PM|am|pm)?"
)


def halfwidth(text: str) -> str:
    """Full-width ASCII and the ideographic space as their usual forms; everything else unchanged."""
    return text.translate(_WIDE)


def repaired(spec: FieldSpec, value: str, candidate: str, profile: Profile) -> Fault | None:
    """A fault that proposes `candidate` where it differs from `value` and has the right form; else None.

    Nothing is proposed for an ID number: what is hidden in the report must not show in the proposal.
    """
    if candidate == value or not fitter(profile, spec)(candidate):
        return None
    return Fault(expected=None if spec.type == "person_id" else candidate)


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as written. `year` is Gregorian; `roc`: it was written in ROC years; `day` is 1 for a month."""

    year: int
    month: int
    day: int
    roc: bool
    timed: bool = False

    def written(self, spec: FieldSpec) -> str | None:
        """As the profile writes it; None where there is no such day, or where the time of day is missing."""
        if notations.is_moment(spec.format):
            return None
        try:
            return field_values.write_date(date(self.year, self.month, self.day), spec)
        except ValueError:
            return None


def read_date(text: str) -> DateReading | None:
    """A whole date in another writing: `2021-06-07`, `20210607`, `110/6/7`, `民國110年6月7日`; a time may follow."""
    return _read(text, _SEPARATED_DATE, _PLAIN_DATE)


def read_period(text: str) -> DateReading | None:
    """A month in another writing: `202106`, `2021-06`, `110/6`, `110年6月`."""
    return _read(text, _SEPARATED_PERIOD, _PLAIN_PERIOD)


def _read(text: str, separated: str, plain: str) -> DateReading | None:
    if len(text) > 60:
        return None
    found = re.fullmatch(separated, text) or re.fullmatch(plain, text)
    if found is None:
        return None
    parts: dict[str, Any] = found.groupdict()
    year = int(parts["year"])
    roc = year < FIRST_YEAR
    return DateReading(
        year=common_year(year) if roc else year, month=int(parts["month"]), day=int(parts.get("day") or 1), roc=roc,
        timed=bool(parts.get("tail")),
    )  # fmt: skip


def other_era(spec: FieldSpec, reading: DateReading | None) -> Fault | None:
    """A fault where the year was written in the calendar that the profile does not use for this date or month."""
    wants_roc = "YYYY" not in field_values.time_format(spec)
    if reading is None or reading.roc == wants_roc:
        return None
    found, wanted = ("民國年", "西元年") if reading.roc else ("西元年", "民國年")
    return Fault(expected=reading.written(spec), params={"found": found, "wanted": wanted})


def write_boolean(spec: FieldSpec, meaning: bool) -> str:
    """Yes or no as the profile writes it, as JSON text."""
    written = spec.true if meaning else spec.false
    return json.dumps(meaning if written is None else written[0], ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A time of day as written, in minutes after midnight (24:00 = 1,440)."""

    minutes: int
    punctuated: bool
    seconds: bool
    half_day: bool

    def written(self, spec: FieldSpec) -> str | None:
        """As the profile writes it; None for 24:00 where that is not allowed, or where the day is missing."""
        if notations.is_moment(spec.format):
            return None
        if self.minutes == DAY and not spec.end_of_day:
            return None
        return field_values.write_time(self.minutes, spec)


def read_time(text: str) -> TimeReading | None:
    """A time of day in another writing: `8:00`, `800`, `08:00:00`, `下午 5:30`; None where there is no such time."""
    found = re.fullmatch(_TIME, text) if len(text) <= 30 else None
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"])
    half = (found["half"] or found["late_half"] or "").upper()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in ("下午", "PM") else 0)
    minutes = hour * 60 + minute
    if minute > 59 or minutes > DAY:
        return None
    return TimeReading(minutes, bool(found["sign"]), found["second"] is not None, bool(half))


@dataclass(frozen=True, slots=True)
class WrittenParts:
    """Year, month and day as digits of a value that has the right form, real or not. `day` is 1 for a month."""

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


def written_parts(profile: Profile, type: str, value: Any) -> WrittenParts | None:
    """The parts of a date or period written as one of the profile's fields of this type asks; None where of neither."""
    for spec in profile.fields:
        if spec.type == type and isinstance(value, str):
            found = re.fullmatch(notations.format_pattern(type, field_values.time_format(spec)), value)
            if found is not None:
                parts = {name: int(text) for name, text in found.groupdict().items()}
                year = parts.get("roc", parts.get("year", 0))
                return WrittenParts(year, parts["month"], parts.get("day", 1), "roc" in parts)
    return None
