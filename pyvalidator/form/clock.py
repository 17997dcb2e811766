"""Times of day that are not written as the profile asks, and the places whose time they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pyvalidator.domain.amounts import DAY
from pyvalidator.engine.finding import Fault
from pyvalidator.profile import FieldSpec, field_values
from pyvalidator.profile.moments import TAIPEI, Moment

#: A time of day behind a date. A text, not compiled: only a value that does not have its form is read in another way.
CLOCK = (
    r"(?P<half>上午|下午|[AaPp][Mm])?\s*(?P<hour>[0-9]{1,2})[:：時]?(?P<minute>[0-9]{2})"
    r"(?:[:：分]?(?P<second>[0-9]{2})秒?)?(?:[.,][0-9]+)?分?\s*(?P<late_half>[AaPp][Mm])?"
    r"\s*(?P<zone>(?:Z|z|UTC|GMT)?(?:[+-][0-9]{2}(?::?[0-9]{2})?)?)(?:\s*\([^()]*\))?"
)
_TIME = (
    r"(?P<half>上午|下午|AM|PM|am|pm)?\s*(?P<hour>[0-9]{1,2})(?P<sign>[:：時點.]?)(?P<minute>[0-9]{2})"
    r"(?:[:：分.]?(?P<second>[0-9]{2})秒?(?:\.0+)?)?分?\s*(?P<late_half>AM|PM|am|pm)?\s*(?P<zone>(?:Z|(?:UTC|GMT)?[+-][0-9]{2}(?::?[0-9]{2})?)?)"
)
#: A whole hour or a half in words: `下午5時`, `8點半`, `5 PM`.
_HOUR = (
    r"(?P<half>上午|下午)?\s*(?P<hour>[0-9]{1,2})(?P<sign>[時點](?P<part>半|整)?)"
    r"|(?P<early>[0-9]{1,2})\s*(?P<late_half>AM|PM|am|pm)"
)
#: No place's clocks are farther from UTC.
_FARTHEST = 14 * 60


@dataclass(frozen=True, slots=True)
class Zone:
    """Of which place a time is.

    Attributes:
        words: for people, empty where the time is Taiwan's. offset: minutes ahead of UTC; None where not to be told.
    """

    words: str
    offset: int | None


def zone_of(parts: dict[str, Any]) -> Zone:
    """The zone of a matched time; Taiwan's where none is written."""
    text = parts.get("zone") or ""
    found = re.fullmatch(r"(?i:(Z|UTC|GMT)?)(?:([+-])([0-9]{2}):?([0-9]{2})?)?", text)
    if not text or found is None:
        return Zone("", TAIPEI)
    offset = (int(found[3] or 0) * 60 + int(found[4] or 0)) * (-1 if found[2] == "-" else 1)
    if offset == TAIPEI or not -_FARTHEST <= offset <= _FARTHEST:
        return Zone("", TAIPEI)
    # A minus sign may as well stand between two times (08:00-09:00).
    return Zone(f"世界標準時間（{text}）" if offset == 0 else f" {text} 時區的時間", offset if offset >= 0 else None)


def in_taipei(moment: datetime, zone: Zone) -> datetime | None:
    """The moment by Taiwan's clocks; None where it cannot be told."""
    if zone.offset is None:
        return None
    try:
        return moment + timedelta(minutes=TAIPEI - zone.offset)
    except OverflowError:
        return None


def clock_minutes(parts: dict[str, Any]) -> int | None:
    """Minutes after midnight of a matched time; None where there is no such time."""
    hour, minute = int(parts["hour"]), int(parts["minute"])
    half = (parts.get("half") or parts.get("late_half") or "").upper()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in ("下午", "PM") else 0)
    minutes = hour * 60 + minute
    return None if minute > 59 or minutes > DAY or int(parts.get("second") or 0) > 59 else minutes


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A time of day as written, in minutes after midnight (24:00 = 1,440).

    Attributes:
        zone: of which place it is, in words, where that is not Taiwan; `minutes` are Taiwan's then.
        certain: False where the time in Taiwan is one of another day, or cannot be told.
        placed: the value says of which place it is.
    """

    minutes: int
    punctuated: bool
    seconds: bool
    half_day: bool
    zone: str = ""
    certain: bool = True
    placed: bool = False

    def written(self, spec: FieldSpec) -> Any:
        """As the profile writes it; None for 24:00 where that is not allowed, where the day is missing, or where the
        profile wants to know of which place the time is and the value does not say it."""
        form = field_values.form(spec)
        if form.has_day or not self.certain or (form.zoned and not self.placed):
            return None
        return field_values.write_reading(spec, Moment(None, self.minutes))


def read_time(text: str) -> TimeReading | None:
    """A time of day in another writing: `8:00`, `800`, `08:00:00`, `下午 5:30`, `8點半`; None where there is none."""
    if len(text) > 40:
        return None
    found = re.fullmatch(_TIME, text) or re.fullmatch(_HOUR, text)
    if found is None:
        return None
    parts: dict[str, Any] = {"minute": 30 if found.groupdict().get("part") == "半" else 0, **found.groupdict()}
    parts["hour"] = parts["hour"] or parts.get("early")
    minutes = clock_minutes(parts)
    # Behind a time without its day, a minus sign is rather that of a second time (08:30-17:30) than a place's.
    if minutes is None or "-" in (parts.get("zone") or ""):
        return None
    zone = zone_of(parts)
    half = bool(parts["half"] or parts["late_half"])
    signs = bool(parts["sign"] or parts.get("zone"))
    if not zone.words:
        return TimeReading(minutes, signs, parts.get("second") is not None, half, placed=bool(parts.get("zone")))
    local = minutes if zone.offset is None else minutes + TAIPEI - zone.offset
    same_day = zone.offset is not None and 0 <= local < DAY
    return TimeReading(local % DAY, signs, parts.get("second") is not None, half, zone.words, same_day, placed=True)


def numbered_times(digits: str, spec: FieldSpec) -> list[tuple[str, str]]:
    """The times of day that a number without its leading zeros can be, as the profile writes them, each with how it is
    read: 830 is 08:30; 8 is 8 o'clock, or 8 minutes after midnight."""
    if not digits:
        return []
    number = int(digits)
    found: dict[int | None, str] = {}
    if len(digits) <= 2:
        found[number * 60] = f"{number} 時"
    if len(digits) <= 4:
        found.setdefault(_minutes(number), f"{number // 100} 時 {number % 100} 分")
    elif len(digits) <= 6:
        if number % 100 == 0:
            found[_minutes(number // 100)] = f"{number // 10000} 時 {number // 100 % 100} 分"
        if number % 60 == 0 and not field_values.form(spec).has_seconds:
            found.setdefault(number // 60, f"從 0 時起的 {number} 秒")
    if DAY in found and not spec.end_of_day:
        # 24 may be meant, and may not stand here.
        return []
    readings = {
        TimeReading(minutes, punctuated=False, seconds=False, half_day=False).written(spec): words
        for minutes, words in found.items() if minutes is not None and minutes <= DAY
    }  # fmt: skip
    return [(written, words) for written, words in readings.items() if written is not None]


def two_readings(readings: list[tuple[str, str]]) -> Fault:
    """A fault that proposes the one reading, or names the two between which only a person can tell (`doubt`)."""
    if len(readings) < 2:
        return Fault(expected_value=readings[0][0] if readings else None, params={"doubt": ""})
    named = [f"{words}（{written}）" for written, words in readings]
    return Fault(expected="或".join(named), params={"doubt": f"，可能是 {named[0]}，也可能是 {named[1]}"})


def _minutes(number: int) -> int | None:
    return None if number % 100 > 59 else number // 100 * 60 + number % 100
