"""Whether a raw value has the form that the profile asks of its field: the same answer as the published JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from pyvalidator.profile import field_values, notations
from pyvalidator.profile.field_spec import FieldSpec
from pyvalidator.profile.serials import Serial
from pyvalidator.profile.spec import Profile

Fits = Callable[[Any], bool]


def fitter(profile: Profile, spec: FieldSpec) -> Fits:
    """A function that says of a raw value (never MISSING) whether it fits `spec`. Made once per field."""
    if spec.type == "any":
        return lambda value: True
    if spec.type == "boolean":
        return _boolean(spec)
    spec = field_values.whole_value(profile, spec)
    judges = [judge(profile, spec) for judge, asked in _JUDGES if asked(spec)]
    if len(judges) == 1:
        return judges[0]
    return lambda value: any(fits(value) for fits in judges)


def _boolean(spec: FieldSpec) -> Fits:
    if spec.true is None or spec.false is None:
        return lambda value: isinstance(value, bool)
    known = [*spec.true, *spec.false]
    return lambda value: field_values.said(value, known)


def _as_text(profile: Profile, spec: FieldSpec) -> Fits:
    if spec.type == "choice":
        codes = profile.codes(spec)
        return lambda value: isinstance(value, str) and value in codes
    return _text(profile, spec)


def _as_number(profile: Profile, spec: FieldSpec) -> Fits:
    if spec.type == "choice":
        codes = profile.codes(spec)
        return lambda value: type(value) in (int, float) and field_values.code_text(value) in codes
    limits = number_limits(spec)
    return lambda value: fits_number(limits, value)


_JUDGES: tuple[tuple[Callable[[Profile, FieldSpec], Fits], Callable[[FieldSpec], bool]], ...] = (
    (_as_text, field_values.takes_text), (_as_number, field_values.takes_number),
)  # fmt: skip


@dataclass(frozen=True)
class Limits:
    """What JSON numbers may stand in a field; as a `FieldSpec` says it."""

    type: str
    minimum: int | float | None = None
    maximum: int | float | None = None
    below: int | float | None = None
    step: int | float | None = None


def number_limits(spec: FieldSpec) -> Limits:
    """The limits of the numbers of a field: of a date or time those that its digits can be."""
    if spec.type in notations.DEFAULT_FORMATS:
        form = field_values.form(spec)
        least, largest = form.numbers or (0, 0)
        return Limits("number" if isinstance(form, Serial) else "integer", least, largest)
    if spec.type in notations.NUMBER_TEXTS:
        return Limits(spec.type, spec.minimum, spec.maximum, spec.below, spec.step)
    # Texts that some files write as numbers: a number of the house, 10800.
    return Limits("integer", 0)


def fits_number(spec: FieldSpec | Limits, value: Any) -> bool:
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


def _text(profile: Profile, spec: FieldSpec) -> Fits:
    pattern = field_values.text_pattern(spec)
    shortest, longest = field_values.text_lengths(spec) or (0, spec.max_length)
    if pattern is not None:
        matches = re.compile(pattern).fullmatch
    else:
        matches = re.compile("" if spec.blank else notations.NOT_BLANK).search

    def fits(value: Any) -> bool:
        return (
            isinstance(value, str)
            and (longest is None or len(value) <= longest)
            and len(value) >= shortest
            and matches(value) is not None
        )

    return fits


def read(profile: Profile, spec: FieldSpec, value: Any) -> Any:
    """The canonical value of a raw one; None where it has not the form of its field, or names nothing real."""
    return field_values.canonical(profile, spec, value) if fitter(profile, spec)(value) else None


def may_stand(profile: Profile, spec: FieldSpec, value: Any, proposed: Any) -> bool:
    """Whether a proposed value could be written in the place of `value`: it has the field's form, names something real
    and is another one. Nothing is proposed for an identity number: what a report hides must not show in a proposal."""
    return (
        spec.type != "person_id"
        # What several keys make stands under none of them.
        and not spec.more_keys
        and not (type(proposed) is type(value) and proposed == value)
        and fitter(profile, spec)(proposed)
        and field_values.canonical(profile, spec, proposed) is not None
    )
