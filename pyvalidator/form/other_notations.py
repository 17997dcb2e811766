"""Codes, words and signs that are not written as the profile asks, and what is proposed for them."""

from __future__ import annotations

from pyvalidator.engine.finding import Fault
from pyvalidator.profile import FieldSpec, Profile
from pyvalidator.profile.fit import fitter

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def halfwidth(text: str) -> str:
    """Full-width ASCII and the ideographic space as their usual forms; everything else unchanged."""
    return text.translate(_WIDE)


def repaired(spec: FieldSpec, value: str, candidate: str, profile: Profile) -> Fault | None:
    """A fault that proposes `candidate` where it differs from `value` and has the right form; else None."""
    if candidate == value or not fitter(profile, spec)(candidate):
        return None
    return Fault(expected_value=candidate)


def write_boolean(spec: FieldSpec, meaning: bool) -> str | int | float | bool:
    """Yes or no as the profile writes it."""
    written = spec.true if meaning else spec.false
    return meaning if written is None else written[0]
