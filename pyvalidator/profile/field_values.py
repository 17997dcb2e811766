"""Values of a field: what the form asks of them, from raw to canonical, and written as the profile writes them.

Canonical values: `date` → datetime.date; `period` → the first day of the month; `time` → minutes after midnight;
`boolean` → bool; `choice` → the canonical name; numbers as they are; texts as they are.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from pyvalidator.domain.agencies import AGENCY_CODE
from pyvalidator.domain.amounts import DAY, UNIT_MINUTES
from pyvalidator.domain.person_ids import PERSON_ID
from pyvalidator.domain.roc import common_year, roc_year
from pyvalidator.profile.notations import DEFAULT_FORMATS, NUMBER_TEXTS, format_pattern, is_moment
from pyvalidator.profile.spec import FieldSpec, Profile

_DAYS_TEXT = "[0-9]{1,9}([.][0-9]{1,4})?"


def text_pattern(spec: FieldSpec) -> str | None:
    """The whole-string regular expression (without anchors or group names) of a field written as text, or None."""
    if spec.pattern is not None:
        return spec.pattern.removeprefix("^").removesuffix("$")
    if spec.type in DEFAULT_FORMATS:
        pattern = format_pattern(spec.type, spec.format or DEFAULT_FORMATS[spec.type])
        pattern = _unnamed(pattern)
        if spec.end_of_day:
            midnight = format_pattern(spec.type, time_format(spec), midnight=True)
            pattern = f"({pattern}|{_unnamed(midnight)})"
        return pattern
    if spec.as_text and spec.type in NUMBER_TEXTS:
        by_unit = {"days": _DAYS_TEXT, "minutes": NUMBER_TEXTS["integer"]}
        return by_unit.get(spec.unit or "", NUMBER_TEXTS[spec.type])
    return {"agency_code": AGENCY_CODE, "person_id": PERSON_ID}.get(spec.type)


def _unnamed(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "", pattern)


def time_format(spec: FieldSpec) -> str:
    return spec.format or DEFAULT_FORMATS[spec.type]


def text_length(spec: FieldSpec) -> int | None:
    """The exact length in code points of a field whose pattern has one, else None."""
    if spec.type in DEFAULT_FORMATS:
        return len(time_format(spec))
    return {"agency_code": 10, "person_id": 10}.get(spec.type)


def canonical(profile: Profile, spec: FieldSpec, value: Any) -> Any:
    """The canonical value of a raw value that has the right form; None where it names nothing real (1100230)."""
    if spec.type in ("date", "period", "time"):
        return _moment(spec, value)
    if spec.type == "choice":
        return profile.codes(spec).get(code_text(value))
    if spec.type == "boolean":
        return _boolean(spec, value)
    if spec.unit is not None:
        return _amount(spec, value, whole=bool(profile.same_key[spec.name]))
    if spec.type == "integer":
        return int(value)
    return float(value) if spec.type == "number" else value


def _moment(spec: FieldSpec, value: str) -> Any:
    found = re.fullmatch(format_pattern(spec.type, time_format(spec)), value)
    if found is None and spec.end_of_day:
        if spec.type == "time":
            return DAY
        found = re.fullmatch(format_pattern(spec.type, time_format(spec), midnight=True), value)
    if found is None:
        return None
    parts = {name: int(text) for name, text in found.groupdict().items()}
    if spec.type == "time":
        return parts["hour"] * 60 + parts["minute"]
    if parts.get("roc") == 0:
        return None
    year = parts["year"] if "year" in parts else common_year(parts["roc"])
    try:
        return date(year, parts["month"], parts.get("day", 1))
    except ValueError:
        return None


def code_text(value: Any) -> str:
    """A code as tables have it, also where the file writes it as a number."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _amount(spec: FieldSpec, value: Any, *, whole: bool) -> float:
    """The days or the hours in an amount. `whole`: the value holds both."""
    minutes = round(float(value) * UNIT_MINUTES[spec.unit or "hours"])
    if spec.name == "days":
        return minutes // UNIT_MINUTES["days"]
    return (minutes % UNIT_MINUTES["days"] if whole else minutes) / UNIT_MINUTES["hours"]


def _boolean(spec: FieldSpec, value: Any) -> bool | None:
    if spec.true is None or spec.false is None:
        return value if isinstance(value, bool) else None
    if value in spec.true:
        return True
    return False if value in spec.false else None


def write_date(day: date, spec: FieldSpec, begun: str | None = None) -> str:
    """`day` as the profile writes it, e.g. 1100607.

    Args:
        begun: for a value that holds a time of day too, the value with that part written already.
    """
    text = begun or time_format(spec)
    for token, part in (
        ("YYYY", f"{day.year:04d}"),
        ("YYY", f"{roc_year(day.year):03d}"),
        ("MM", f"{day.month:02d}"),
        ("DD", f"{day.day:02d}"),
    ):
        text = text.replace(token, part)
    return text


def write_time(minutes: int, spec: FieldSpec, begun: str | None = None) -> str:
    """Minutes after midnight as the profile writes them, e.g. 0800. `begun` as for `write_date`, with the day."""
    text = begun or time_format(spec)
    minute = "mm" if is_moment(time_format(spec)) or "mm" in text else "MM"
    return text.replace("HH", f"{minutes // 60:02d}").replace(minute, f"{minutes % 60:02d}").replace("SS", "00")


def write_amount(amount: float, spec: FieldSpec, begun: int | float | str | None = None) -> int | float | str:
    """Days or hours in the profile's unit. `begun`: the value with the other part in it, where one holds both."""
    minutes = amount * UNIT_MINUTES[spec.name] + float(begun or 0) * UNIT_MINUTES[spec.unit or "hours"]
    written = minutes / UNIT_MINUTES[spec.unit or "hours"]
    return f"{written:.10g}" if spec.as_text else int(written) if written.is_integer() else written


def show_time(minutes: int, spec: FieldSpec) -> str:
    """A time of day for people: as the profile writes it, by itself also where the file has the day beside it."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}" if is_moment(spec.format) else write_time(minutes, spec)
