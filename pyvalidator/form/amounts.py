"""Amounts of leave and other numbers that are not written as the profile asks: which number was meant."""

from __future__ import annotations

import re
from typing import Any

from pyvalidator.domain.amounts import UNIT_MINUTES, amount_text
from pyvalidator.engine.finding import Fault
from pyvalidator.form.other_notations import halfwidth
from pyvalidator.profile import FieldSpec, Profile, field_values
from pyvalidator.profile.fit import fitter

_HAN = {"半": 0.5, "一": 1, "二": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_NUMBER = rf"[0-9]{{1,4}}(?:\.[0-9]{{1,4}})?|[{''.join(_HAN)}]"
# Texts, not compiled: only a value that does not have its form is read in another way.
_WORDS = (
    rf"(?i:(?:(?P<days>{_NUMBER})\s*(?:日|天|d|days?)(?P<half_day>半)?)?\s*(?:又|加|,)?\s*"
    rf"(?:(?P<hours>{_NUMBER})\s*個?(?:小時|時|鐘頭|h|hrs?|hours?)(?P<half_hour>半)?)?\s*"
    rf"(?:(?P<minutes>{_NUMBER})\s*(?:分鐘?|m|mins?|minutes?))?)"
)
_ISO = (
    r"P(?:(?P<days>[0-9]{1,4})D)?"
    r"(?:T(?:(?P<hours>[0-9]{1,4}(?:\.[0-9]{1,4})?)H)?(?:(?P<minutes>[0-9]{1,4})M)?(?:0S)?)?"
)
_CLOCK = r"(?P<hours>[0-9]{1,3})[:：](?P<minutes>[0-5][0-9])(?::00)?"
_PLAIN = r"[+-]?(?:[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})"
_THOUSANDS = r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,20})?"
_DECIMAL_COMMA = r"[+-]?[0-9]{1,20},[0-9]{1,20}"
#: From a day of these hours on, minutes are as likely.
_MANY_HOURS = 24


def read_amount(text: str) -> float | None:
    """Minutes of leave in words: `1日4時`, `4小時30分`, `半日`, `4:30`, `PT4H30M`; None where it is no amount."""
    text = halfwidth(text).strip()
    if not 1 < len(text) <= 30:
        return None
    found = next(filter(None, (re.fullmatch(pattern, text) for pattern in (_WORDS, _ISO, _CLOCK))), None)
    if found is None:
        return None
    parts = found.groupdict()
    counts = {name: _count(parts.get(name)) for name in UNIT_MINUTES}
    if all(count is None for count in counts.values()):
        return None
    minutes = sum((count or 0) * UNIT_MINUTES[name] for name, count in counts.items())
    minutes += bool(parts.get("half_day")) * UNIT_MINUTES["days"] / 2
    return minutes + bool(parts.get("half_hour")) * UNIT_MINUTES["hours"] / 2


def _count(text: str | None) -> float | None:
    return None if text is None else _HAN[text] if text in _HAN else float(text)


def read_numbers(text: str) -> list[float | int]:
    """The numbers that a text of digits can be: one, or two where a comma may stand for thousands or for decimals."""
    text = halfwidth(text).strip()
    if re.fullmatch(_PLAIN, text):
        return [plain_number(float(text) if "." in text else int(text))]
    found = []
    if re.fullmatch(_THOUSANDS, text):
        found.append(plain_number(float(text.replace(",", ""))))
    if re.fullmatch(_DECIMAL_COMMA, text):
        found.append(plain_number(float(text.replace(",", "."))))
    return found


def plain_number(number: float | int) -> float | int:
    """A number as people write it: whole ones without decimals."""
    return int(number) if isinstance(number, float) and number.is_integer() and abs(number) < 2**53 else number


def steadied(value: float | int, step: float | int) -> float | int | None:
    """The multiple of `step` that a number was before a computer's arithmetic spoilt it (3.9999999999999996).

    None where it is one, or is more than such noise away.
    """
    if isinstance(value, int) or abs(value) > 2**40:
        return None
    near = round(value / step) * step
    return plain_number(near) if value != near and abs(value - near) < 1e-9 else None


def whole_amount(profile: Profile, spec: FieldSpec, minutes: float, **params: Any) -> Fault:
    """A fault that proposes an amount of leave where this field can hold it, else names days and hours in words."""
    right = field_values.write_minutes(spec, minutes)
    if fitter(profile, spec)(right):
        return Fault(expected_value=right, params=params)
    return Fault(expected=amount_text(minutes / 60), params=params)


def decimal_days(value: float) -> list[tuple[str, float]]:
    """What a number of days with a fraction can mean: how it is read, and the minutes; only whole half hours count."""
    tenths = round(value % 1 * 100) / 10
    readings = [("小數以日計", value * 480)]
    if tenths < 8:
        readings.append(("小數以時計", value // 1 * 480 + tenths * 60))
    return [(words, minutes) for words, minutes in readings if abs(minutes / 30 - round(minutes / 30)) < 1e-6]


def too_many_hours(value: float) -> list[tuple[str, float]]:
    """What a number of hours that is a day or more can mean, as `decimal_days`."""
    readings = [("以小時計", value * 60), ("以分鐘計", float(value))]
    return readings if value >= _MANY_HOURS and value % 30 == 0 else readings[:1]


def counted(spec: FieldSpec, value: float) -> list[tuple[str, float]]:
    """What a number of days or hours that its field cannot hold can mean, as `decimal_days`."""
    if spec.unit is None and spec.name == "days" and value % 1:
        return decimal_days(value)
    if spec.unit is None and spec.name == "hours":
        return too_many_hours(value)
    return [("", value * UNIT_MINUTES[spec.unit or spec.name])]


def told(readings: list[tuple[str, float]]) -> str:
    """Readings of an amount in words: `以小時計是 30 日；以分鐘計是 4 小時`."""
    if len(readings) == 1:
        return amount_text(readings[0][1] / 60)
    return "；".join(f"{words}是 {amount_text(minutes / 60)}" for words, minutes in readings)
