"""Values of a field: what the form asks of them, from raw to canonical, and written as the profile writes them.

Canonical values: `date` → datetime.date; `period` → the first day of the month; `time` → minutes after midnight;
`boolean` → bool; `choice` → the canonical name; numbers as they are; texts as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from pyvalidator.domain.agencies import AGENCY_CODE
from pyvalidator.domain.amounts import DAY, UNIT_MINUTES
from pyvalidator.domain.person_ids import PERSON_ID
from pyvalidator.profile.amount_forms import ROUNDED_DAYS, amount_form, rounded_days
from pyvalidator.profile.field_spec import FieldSpec
from pyvalidator.profile.moments import Moment, WrittenDay
from pyvalidator.profile.notations import AS_WRITTEN, DEFAULT_FORMATS, NUMBER_TEXTS, Form, form_of
from pyvalidator.profile.spec import Profile
from pyvalidator.profile.template_words import describe as describe_form

#: An amount to show a form by: 1 day 4 hours.
_SAMPLE_MINUTES = 720
_DAYS_TEXT = "[0-9]{1,9}([.][0-9]{1,4})?"


def form(spec: FieldSpec) -> Form:
    """The form of a date, period or time."""
    return form_of(spec.type, time_format(spec), spec.end_of_day)


def time_format(spec: FieldSpec) -> str:
    return spec.format or DEFAULT_FORMATS[spec.type]


def whole_value(profile: Profile, spec: FieldSpec) -> FieldSpec:
    """The field by which the form of a value is told: of a time that stands in one value with its day, the day."""
    if spec.type != "time":
        return spec
    shared = (other for other in profile.same_key[spec.name] if other.type == "date" and other.format == spec.format)
    return next(shared, spec)


# -- what may stand --------------------------------------------------------------------------------------------------


def takes_text(spec: FieldSpec) -> bool:
    """Whether a value may be a JSON text."""
    if spec.mixed or spec.slots or spec.more_keys:
        return True
    if spec.type in DEFAULT_FORMATS:
        return spec.as_text or not (spec.as_number or form(spec).is_number)
    if spec.type in NUMBER_TEXTS:
        return spec.as_text or in_words(spec)
    return spec.type not in ("boolean", "any") and not spec.as_number


def takes_number(spec: FieldSpec) -> bool:
    """Whether a value may be a JSON number."""
    if spec.mixed or spec.as_number:
        return not spec.more_keys
    if spec.type in DEFAULT_FORMATS:
        return form(spec).is_number and not spec.as_text and not spec.more_keys
    return spec.type in NUMBER_TEXTS and not takes_text(spec)


def is_amount(spec: FieldSpec) -> bool:
    """Whether a field is an amount of leave in a unit or format of its own."""
    return spec.name in UNIT_MINUTES and (spec.unit is not None or spec.format is not None)


def in_words(spec: FieldSpec) -> bool:
    """Whether an amount of leave is written with words: 1日4時."""
    return spec.type in NUMBER_TEXTS and spec.format is not None and not amount_form(spec.format).is_number


def text_pattern(spec: FieldSpec) -> str | None:
    """The whole-string regular expression (without anchors or group names) of a field written as text, or None."""
    if spec.pattern is not None:
        return spec.pattern.removeprefix("^").removesuffix("$")
    if spec.type in DEFAULT_FORMATS:
        words = [re.sub(r"([\\^$.*+?()\[\]{}|])", r"\\\1", word) for word in spec.slots]
        forms = [form(spec).pattern] if not spec.slots or spec.format else []
        return "|".join([*forms, *words])
    if spec.type in NUMBER_TEXTS and takes_text(spec):
        if spec.format is not None:
            return amount_form(spec.format).pattern
        by_unit = {"days": _DAYS_TEXT, "minutes": NUMBER_TEXTS["integer"]}
        return by_unit.get(spec.unit or "", NUMBER_TEXTS[spec.type])
    return {"agency_code": AGENCY_CODE, "person_id": PERSON_ID}.get(spec.type)


def text_lengths(spec: FieldSpec) -> tuple[int, int] | None:
    """The least and the most code points of a field whose pattern has them, else None."""
    if spec.type in DEFAULT_FORMATS:
        words = [(len(word), len(word)) for word in spec.slots]
        lengths = [form(spec).lengths, *words] if not spec.slots or spec.format else words
        return min(least for least, _ in lengths), max(most for _, most in lengths)
    return {"agency_code": (10, 10), "person_id": (10, 10)}.get(spec.type)


def describe(spec: FieldSpec) -> str:
    """How the value of a date, period, time or amount is written, in words with an example; "" for others."""
    if spec.slots and not spec.format:
        return "、".join(spec.slots)
    if spec.name in UNIT_MINUTES and spec.format is not None:
        sample = amount_form(spec.format).write(_SAMPLE_MINUTES)
        return f"1 日 4 小時寫成 {sample}"
    return describe_form(form(spec)) if spec.type in DEFAULT_FORMATS else ""


# -- from raw to canonical -------------------------------------------------------------------------------------------


def canonical(profile: Profile, spec: FieldSpec, value: Any) -> Any:
    """The canonical value of a raw value that has the right form; None where it names nothing real (1100230)."""
    if spec.type in DEFAULT_FORMATS:
        return _moment_part(spec, value)
    if spec.type == "choice":
        return profile.codes(spec).get(code_text(value))
    if spec.type == "boolean":
        return _boolean(spec, value)
    if is_amount(spec):
        return _amount(spec, value, whole=bool(profile.same_key[spec.name]))
    if spec.type == "integer":
        return int(value)
    if spec.type == "number":
        return float(value)
    return value if isinstance(value, str) or spec.type == "any" else code_text(value)


def is_as_written(spec: FieldSpec) -> bool:
    """Whether the canonical value of every value is the value itself."""
    return spec.type in AS_WRITTEN and not spec.mixed


def _moment_part(spec: FieldSpec, value: Any) -> Any:
    if isinstance(value, str) and value in spec.slots:
        return _slot_minutes(spec.slots[value])
    moments = form(spec).parse(value)
    if moments is None:
        return None
    day, minutes = moments[half_of(spec) if len(moments) > 1 else 0]
    if spec.type == "time":
        return minutes
    return day.replace(day=1) if day is not None and spec.type == "period" else day


def half_of(spec: FieldSpec) -> int:
    """1 for what is said of the end of a leave: in a range the second half."""
    return int(spec.name.startswith("end_"))


def _slot_minutes(time: str) -> int:
    return int(time[:2]) * 60 + int(time[2:])


def written_day(spec: FieldSpec, value: Any) -> WrittenDay | None:
    """Year, month and day of a date or month as they are written, real or not; None where it has not this form."""
    return form(spec).written_day(value, half_of(spec))


def code_text(value: Any) -> str:
    """A code as tables have it, also where the file writes it as a number."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def minutes_of(spec: FieldSpec, value: Any) -> int | None:
    """The minutes of leave in a value of a field for days or hours; None where it names none."""
    if spec.format is not None:
        return amount_form(spec.format).minutes(value)
    unit = spec.unit or spec.name
    return rounded_days(value) if spec.unit == "days" else round(float(value) * UNIT_MINUTES[unit])


def rounding_minutes(spec: FieldSpec) -> float:
    """By how many minutes an amount may be rounded: of days whose decimals stop before half hours are told exactly."""
    half_hour = UNIT_MINUTES["hours"] / 2
    exact = spec.step is not None and spec.step * UNIT_MINUTES["days"] % half_hour == 0
    return ROUNDED_DAYS if spec.unit == "days" and not exact else 0


def _amount(spec: FieldSpec, value: Any, *, whole: bool) -> float | None:
    """The days or the hours in an amount. `whole`: the value holds both."""
    minutes = minutes_of(spec, value)
    if minutes is None:
        return None
    if spec.name == "days":
        return minutes // UNIT_MINUTES["days"]
    return (minutes % UNIT_MINUTES["days"] if whole else minutes) / UNIT_MINUTES["hours"]


def _boolean(spec: FieldSpec, value: Any) -> bool | None:
    if spec.true is None or spec.false is None:
        return value if isinstance(value, bool) else None
    if said(value, spec.true):
        return True
    return False if said(value, spec.false) else None


def said(value: Any, words: list[Any]) -> bool:
    """Whether a value is one of a profile's words, `"null"` being JSON's. In Python True == 1; in JSON a boolean and a
    number are never equal."""
    if value is None:
        return "null" in words or None in words
    return any(value == word and isinstance(value, bool) == isinstance(word, bool) for word in words if word != "null")


# -- written ---------------------------------------------------------------------------------------------------------


def write(profile: Profile, spec: FieldSpec, values: Mapping[str, Any]) -> Any:
    """What stands under the key of a field.

    Args:
        values: canonical values by field name; of a value that holds several fields, all of them are looked at.

    Returns:
        None where a value is missing, or where the profile has no way to write it (08:30 in half days).
    """
    parts = [spec, *profile.same_key[spec.name]]
    if any(values.get(part.name) is None for part in parts):
        return None
    value = values[spec.name]
    if spec.type == "choice":
        code = next((code for code, name in profile.codes(spec).items() if name == value), None)
        return int(code) if code is not None and spec.as_number else code
    if spec.type in DEFAULT_FORMATS:
        return write_moment(profile, spec, values)
    if is_amount(spec):
        return write_minutes(spec, sum(values[part.name] * UNIT_MINUTES[part.name] for part in parts))
    if spec.type == "boolean":
        words = spec.true if value else spec.false
        return value if not words else None if words[0] == "null" else words[0]
    if spec.type in NUMBER_TEXTS and takes_text(spec) and not spec.mixed:
        return f"{value:g}"
    return value


def write_moment(profile: Profile, spec: FieldSpec, values: Mapping[str, Any]) -> Any:
    """A date, period or time (with what stands in the same value) as it is written; None as for `write`."""
    parts = [spec, *profile.same_key[spec.name]]
    if spec.slots:
        words = _common_words(parts, values)
        if words or spec.format is None:
            return words[0] if words else None
    moments: dict[int, Moment] = {}
    wanted = form(whole_value(profile, spec))
    for part in parts:
        half, value = half_of(part) if wanted.is_range else 0, values[part.name]
        known = moments.get(half, Moment(None, None))
        moments[half] = Moment(known.day, value) if part.type == "time" else Moment(value, known.minutes)
    start = moments.get(0, Moment(None, None))
    if not wanted.is_range and start.minutes is None and start.day is not None:
        # A day whose time of day is of no use to the profile.
        start = Moment(start.day, 0)
    if not wanted.is_range and len({values[part.name] for part in parts if part.type == "date"}) > 1:
        return None
    return _finished(spec, wanted.write(start, moments.get(1)))


def write_reading(spec: FieldSpec, moment: Moment) -> Any:
    """A moment that was read from another writing as the field writes it by itself; None where it cannot, or where the
    value says more than one moment."""
    if spec.slots:
        words = [word for word, time in spec.slots.items() if _slot_minutes(time) == moment.minutes]
        if words or spec.format is None:
            return words[0] if words and spec.type == "time" else None
    own = form(spec)
    if own.is_range or (moment.minutes is None and own.has_time):
        return None
    return _finished(spec, own.write(moment))


def _common_words(parts: list[FieldSpec], values: Mapping[str, Any]) -> list[str]:
    """The words that mean the time of each of these fields."""
    return [
        word for word in parts[0].slots
        if all(word in part.slots and _slot_minutes(part.slots[word]) == values[part.name] for part in parts)
    ]  # fmt: skip


def write_date(day: date, spec: FieldSpec, begun: Any = None) -> Any:
    """`day` as the profile writes it, e.g. 1100607.

    Args:
        begun: for a value that holds a time of day (or another day) too, the value with that part written already.
    """
    return _finished(spec, form(spec).fill(begun, half_of(spec), day=day))


def write_time(minutes: int, spec: FieldSpec, begun: Any = None) -> Any:
    """Minutes after midnight as the profile writes them, e.g. 0800. `begun` as for `write_date`, with the day.

    Of words that stand for times, the one whose time is nearest.
    """
    words = [word for word, time in spec.slots.items() if _slot_minutes(time) == minutes]
    if words:
        return words[0]
    if spec.slots and spec.format is None:
        return min(spec.slots, key=lambda word: abs(_slot_minutes(spec.slots[word]) - minutes))
    if minutes == DAY and form(spec).twelve:
        # Hours that are counted to twelve have no 24:00.
        minutes = DAY - 1
    # Where the day stands already, a number is that of both.
    own = form(spec) if begun is None or isinstance(begun, str) else form_of("date", time_format(spec))
    return _finished(spec, own.fill(begun, half_of(spec), minutes=minutes))


def _finished(spec: FieldSpec, filled: Any) -> Any:
    """A text or number as the field has it; None for a number in which a time of day could be two."""
    if isinstance(filled, str):
        if not spec.as_number or re.fullmatch("[0-9]+", filled) is None:
            return filled
        number = int(filled)
        return number if form(spec).parse(number) == form(spec).parse(filled) else None
    return f"{filled:.10f}".rstrip("0").rstrip(".") if spec.as_text and filled is not None else filled


def write_minutes(spec: FieldSpec, minutes: float) -> Any:
    """Minutes of leave as a field for days or hours writes them, in its format or unit."""
    if spec.format is not None:
        written = amount_form(spec.format).write(minutes)
        return f"{written:.10g}" if spec.as_text and not isinstance(written, str) else written
    amount = round(minutes / UNIT_MINUTES[spec.unit or spec.name], 4 if spec.unit == "days" else 10)
    if spec.as_text:
        return f"{amount:.10g}"
    return int(amount) if float(amount).is_integer() else amount


def write_amount(amount: float, spec: FieldSpec, begun: Any = None) -> int | float | str:
    """Days or hours in the profile's unit or format. `begun`: the value with the other part, where one holds both."""
    minutes = amount * UNIT_MINUTES[spec.name] + (0 if begun is None else minutes_of(spec, begun) or 0)
    written: int | float | str = write_minutes(spec, minutes)
    return written


def show_time(minutes: int, spec: FieldSpec) -> str:
    """A time of day for people: as the profile writes it, where the file has it by itself and in words of its own."""
    own = form(spec)
    plain = own.has_day or own.is_range or own.is_number or spec.slots or spec.as_number
    return f"{minutes // 60:02d}:{minutes % 60:02d}" if plain else str(write_time(minutes, spec))
