"""What stands under a key: canonical values through the forms, codes and signs of emptiness of a profile."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pyvalidator.domain.amounts import DAY
from pyvalidator.profile import FieldSpec, Profile, field_values, notations


class _Removed:
    def __repr__(self) -> str:
        return "REMOVED"


#: In the place of a value: the key is not written.
REMOVED: Any = _Removed()


class ValueWriter:
    """Values as the files of a profile have them."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        #: By field, canonical name → code; of two codes for one thing the first.
        self._codes = {
            spec.name: {name: _code(spec, code) for code, name in reversed(profile.codes(spec).items())}
            for spec in profile.fields if spec.type == "choice"
        }  # fmt: skip

    def together(self, parts: list[FieldSpec], values: Mapping[str, Any], raw: Mapping[str, Any]) -> Any:
        """The one value of fields that share their key.

        Args:
            values: canonical values by field; None or absent: not known or left empty.
            raw: what is to stand in the file instead, by field. Of a day and a time it is completed by the other; a
                raw amount stands.
        """
        given = [spec for spec in parts if spec.name in raw]
        value = raw[given[0].name] if given else None
        if given and not (isinstance(value, str) and notations.is_moment(parts[0].format)):
            return value
        for spec in parts:
            if spec not in given and value is not REMOVED:
                value = self._written(spec, values.get(spec.name), value)
        return value

    def _written(self, spec: FieldSpec, value: Any, begun: Any) -> Any:
        if value is None:
            return self._nothing(spec)
        if spec.type == "choice":
            code = self._codes[spec.name].get(value)
            return self._filler(spec) if code is None else code
        written = write_value(spec, value, begun)
        if notations.is_moment(spec.format) and not self._profile.same_key[spec.name]:
            # The profile has no use for the time of day; the file has one all the same.
            return field_values.write_time(0, spec, written)
        return written

    def _nothing(self, spec: FieldSpec) -> Any:
        """What stands where there is no value."""
        signs = signs_of_nothing(self._profile, spec)
        if signs:
            return signs[0]
        return self._filler(spec) if spec.required else REMOVED

    def _filler(self, spec: FieldSpec) -> Any:
        """What stands in a required field of which nothing is known."""
        if spec.type == "choice":
            return _code(spec, next(iter(self._profile.codes(spec))))
        if spec.example is not None:
            return spec.example
        return {"integer": spec.minimum or 0, "number": spec.minimum or 0, "boolean": False}.get(spec.type, spec.title)


def signs_of_nothing(profile: Profile, spec: FieldSpec) -> list[Any]:
    """What the files of a profile have where a field has no value, as JSON values; none where the key is left out."""
    signs = profile.missing if spec.missing is None else spec.missing
    return [None if sign == "null" else sign for sign in signs]


def _code(spec: FieldSpec, code: str) -> str | int:
    return int(code) if spec.as_number else code


def write_value(spec: FieldSpec, value: Any, begun: Any = None) -> Any:
    """A canonical value (no code) as the field is written; `begun`: what the other field of the key made of it."""
    if spec.unit is not None:
        return field_values.write_amount(value, spec, begun)
    if isinstance(value, date):
        return field_values.write_date(value, spec, begun)
    if spec.type == "time":
        # A profile without 24:00 has the minute before it.
        return field_values.write_time(value if spec.end_of_day else min(value, DAY - 1), spec, begun)
    if spec.type == "boolean" and spec.true and spec.false:
        return (spec.true if value else spec.false)[0]
    return f"{value:g}" if spec.as_text else value


def in_cells(value: Any, count: int) -> list[Any]:
    """A value as several keys have it: cut at its blanks. What cannot be cut so stands under the first key."""
    if count == 1:
        return [value]
    parts = value.split(" ") if isinstance(value, str) else []
    if len(parts) == count:
        return list(parts)
    return [value] * count if value is None or value is REMOVED else [value, *[REMOVED] * (count - 1)]
