"""Whether a raw value has the form that the profile asks of its field: the same answer as the published JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from pyvalidator.profile import field_values, notations
from pyvalidator.profile.spec import FieldSpec, Profile

Fits = Callable[[Any], bool]


def fitter(profile: Profile, spec: FieldSpec) -> Fits:
    """A function that says of a raw value (never MISSING) whether it fits `spec`. Made once per field."""
    if spec.type == "any":
        return lambda value: True
    if spec.type == "choice":
        codes = profile.codes(spec)
        if spec.as_number:
            return lambda value: type(value) in (int, float) and field_values.code_text(value) in codes
        return lambda value: isinstance(value, str) and value in codes
    if spec.type == "boolean":
        return _boolean(spec)
    if spec.type in ("integer", "number") and not spec.as_text:
        return lambda value: fits_number(spec, value)
    return _text(spec)


def _boolean(spec: FieldSpec) -> Fits:
    if spec.true is None or spec.false is None:
        return lambda value: isinstance(value, bool)
    known = [*spec.true, *spec.false]
    # In Python True == 1; in JSON a boolean and a number are never equal.
    return lambda value: any(value == item and isinstance(value, bool) == isinstance(item, bool) for item in known)


def fits_number(spec: FieldSpec, value: Any) -> bool:
    """Whether `value` is a JSON number within the limits of `spec`."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not is_finite(value):
        return False
    minimum, maximum = spec.minimum, spec.maximum
    if spec.type == "integer":
        minimum = -notations.MAX_SAFE_INTEGER if minimum is None else minimum
        maximum = notations.MAX_SAFE_INTEGER if maximum is None else maximum
        if value % 1:
            return False
    return (
        (minimum is None or value >= minimum)
        and (maximum is None or value <= maximum)
        and (spec.below is None or value < spec.below)
        and (spec.step is None or Fraction(value) % Fraction(spec.step) == 0)
    )


def is_finite(value: int | float) -> bool:
    """False for NaN and the infinities; integers of any size are finite."""
    return isinstance(value, int) or abs(value) < float("inf")


def _text(spec: FieldSpec) -> Fits:
    pattern = field_values.text_pattern(spec)
    length = field_values.text_length(spec)
    longest = length or spec.max_length
    if pattern is not None:
        matches = re.compile(pattern).fullmatch
    else:
        matches = re.compile("" if spec.blank else notations.NOT_BLANK).search

    def fits(value: Any) -> bool:
        return (
            isinstance(value, str)
            and (longest is None or len(value) <= longest)
            and (length is None or len(value) >= length)
            and matches(value) is not None
        )

    return fits


def may_stand(profile: Profile, spec: FieldSpec, value: Any, proposed: Any) -> bool:
    """Whether a proposed value could be written in the place of `value`: it has the field's form, names something real
    and is another one. Nothing is proposed for an identity number: what a report hides must not show in a proposal."""
    return (
        spec.type != "person_id"
        and not (type(proposed) is type(value) and proposed == value)
        and fitter(profile, spec)(proposed)
        and field_values.canonical(profile, spec, proposed) is not None
    )
