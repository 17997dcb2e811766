"""What stands under a key: canonical values through the forms, codes and signs of emptiness of a profile."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from pyvalidator.profile import FieldSpec, Profile, field_values
from pyvalidator.profile.layout import RECORD
from pyvalidator.profile.moments import Moment
from pyvalidator.profile.notations import NUMBER_TEXTS


class _Removed:
    def __repr__(self) -> str:
        return "REMOVED"


#: In the place of a value: the key is not written.
REMOVED: Any = _Removed()
#: What a day or a time is said to be that has to be there and that nobody knows.
_MOMENT = Moment(date(2021, 7, 5), 9 * 60)


def together(profile: Profile, parts: list[FieldSpec], values: Mapping[str, Any], raw: Mapping[str, Any]) -> Any:
    """The one value of fields that share their key.

    Args:
        values: canonical values by field; None or absent: not known or left empty.
        raw: what is to stand in the file instead, by field. Of a day and a time it is completed by the other; anything
            else stands as it is.
    """
    given = next((spec for spec in parts if spec.name in raw), None)
    if given is None:
        written = field_values.write(profile, parts[0], values)
        return _nothing(profile, parts[0]) if written is None else written
    value = raw[given.name]
    if not isinstance(value, str) or not {spec.type for spec in parts} >= {"date", "time"}:
        return value
    for spec in parts:
        known = values.get(spec.name)
        if spec.name not in raw and known is not None:
            value = write_value(spec, known, value)
    return value


def _nothing(profile: Profile, spec: FieldSpec) -> Any:
    """What stands where there is no value, or none that the profile could say."""
    signs = profile.missing_for(spec)
    if signs:
        return signs[0]
    if not (spec.required or (profile.layout.columns and spec.level == RECORD)):
        # Of a row each column has its cell.
        return REMOVED
    if spec.type == "choice":
        code = next(iter(profile.codes(spec)))
        return int(code) if spec.as_number else code
    if spec.example is not None:
        return spec.example
    if spec.type in ("date", "period", "time") and (written := field_values.write_reading(spec, _MOMENT)) is not None:
        return written
    text = spec.title[: spec.max_length]
    return {"integer": spec.minimum or 0, "number": spec.minimum or 0, "boolean": False}.get(spec.type, text)


def write_value(spec: FieldSpec, value: Any, begun: Any = None) -> Any:
    """A canonical value (no code) as the field is written; `begun`: what the other field of the key made of it."""
    if field_values.is_amount(spec):
        return field_values.write_amount(value, spec, begun)
    if isinstance(value, date):
        return field_values.write_date(value, spec, begun)
    if spec.type == "time":
        return field_values.write_time(value, spec, begun)
    if spec.type == "boolean" and spec.true and spec.false:
        word = (spec.true if value else spec.false)[0]
        return None if word == "null" else word
    return f"{value:g}" if spec.as_text else value


def in_cells(spec: FieldSpec, value: Any, count: int) -> list[Any]:
    """A value as several keys have it: cut at its blanks, those of an amount numbers. What cannot be cut so stands
    under the first key."""
    if count == 1:
        return [value]
    parts = value.split(" ") if isinstance(value, str) else []
    if len(parts) == count:
        return [*map(_number, parts)] if field_values.is_amount(spec) and not spec.as_text else list(parts)
    return [value] * count if value is None or value is REMOVED else [value, *[REMOVED] * (count - 1)]


def _number(text: str) -> int | float | str:
    if re.fullmatch(NUMBER_TEXTS["number"], text) is None:
        return text
    return float(text) if "." in text else int(text)
