"""The form stage refuses exactly what the published schema refuses, and says why for every value it refuses."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis_jsonschema import from_schema
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter
from slips import SLIPS

from pyvalidator.engine.finding import Fault
from pyvalidator.form.stage import FormResult, _applicable, _first_fault
from pyvalidator.profile import FieldSpec, Profile, built_in_profiles
from pyvalidator.profile.fit import fitter, may_stand
from pyvalidator.profile.model import _leaf_type


def _has_its_own_schema(profile: Profile, spec: FieldSpec) -> bool:
    """Whether the schema of a key is that of one field alone. What several fields or keys share, keys of maps, rows and
    written emptiness are held to the schema by whole files (`test_schema_agrees.py`)."""
    shared = spec.more_keys or spec.key == "*" or profile.same_key[spec.name] or profile.missing_for(spec)
    return not shared and profile.layout.columns is None


FIELDS = [
    (profile, spec) for profile in built_in_profiles().values() for spec in profile.fields
    if _has_its_own_schema(profile, spec)
]  # fmt: skip


def _form(profile: Profile, spec: FieldSpec) -> str:
    """What a value is judged by, whatever the field is called and wherever it stands."""
    settings = {key: value for key, value in vars(spec).items() if key not in ("key", "title", "level", "inside")}
    return repr((settings, profile.codes(spec)))


#: Of fields that are judged alike, the first every day.
_FIRST = {_form(profile, spec): profile.id for profile, spec in reversed(FIELDS)}
each_field = pytest.mark.parametrize(("profile", "spec"), [
    pytest.param(profile, spec, id=f"{profile.id}-{spec.name}",
                 marks=[] if _FIRST[_form(profile, spec)] == profile.id else pytest.mark.long)
    for profile, spec in FIELDS
])  # fmt: skip

#: Never a timed test; a few dozen values per field and run, others on the next run.
unhurried = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])

NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
SCALARS = st.none() | st.booleans() | NUMBERS | st.text(max_size=12)
LIKELY = st.text("0123456789０１OIlAaZ:/-.年月日時 \u3000\n天*假", max_size=11)
VALUES = SCALARS | LIKELY | st.sampled_from(SLIPS) | st.lists(SCALARS, max_size=2)


@cache
def _schema(profile_id: str, name: str) -> dict[str, Any]:
    profile = built_in_profiles()[profile_id]
    return TypeAdapter(_leaf_type(profile, profile.by_name[name])).json_schema()


def field_schema(profile: Profile, spec: FieldSpec) -> dict[str, Any]:
    """What the published schema says of one field's values, wherever they stand."""
    return _schema(profile.id, spec.name)


def diagnosis(profile: Profile, spec: FieldSpec, value: Any) -> tuple[str, Fault] | None:
    """The rule and fault that the form stage gives for a value that does not fit."""
    result = FormResult()
    found = _first_fault(_applicable(spec), profile, spec, value, result, "f.json")
    assert result.incidents == []
    return None if found is None else (found[0].id, found[1])


@each_field
@unhurried
@given(value=VALUES)
@example(value="1100607\n")
@example(value=1e300)
@example(value=10**400)
@example(value=0.1 + 0.2)
def test_form_refuses_what_the_schema_refuses(profile: Profile, spec: FieldSpec, value: Any) -> None:
    if spec.step is not None and isinstance(value, int) and abs(value) > 10**300:
        # jsonschema's `multipleOf` fails on whole numbers beyond a float's range; STR920 has its own tests.
        return
    accepted = Draft202012Validator(field_schema(profile, spec)).is_valid(value)
    assert fitter(profile, spec)(value) == accepted


@each_field
def test_form_accepts_what_the_schema_generates(profile: Profile, spec: FieldSpec) -> None:
    fits = fitter(profile, spec)

    @settings(unhurried, max_examples=20)
    @given(from_schema(field_schema(profile, spec)))
    def every_value_fits(value: Any) -> None:
        assert fits(value)

    every_value_fits()


@each_field
@unhurried
@given(value=VALUES)
@example(value=10**400)
def test_every_misfit_is_diagnosed(profile: Profile, spec: FieldSpec, value: Any) -> None:
    if not fitter(profile, spec)(value):
        assert diagnosis(profile, spec, value) is not None


@pytest.mark.parametrize("value", [slip for slip in SLIPS if isinstance(slip, str)])
def test_no_proposal_for_an_id_number(value: str) -> None:
    profile = built_in_profiles()["reference"]
    spec = profile.by_name["person_id"]
    if not fitter(profile, spec)(value):
        found = diagnosis(profile, spec, value)
        assert found is not None and not may_stand(profile, spec, value, found[1].expected_value)
