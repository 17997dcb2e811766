"""The profiles that come with the package: read without pydantic, so held here to what it says of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator
from support import accepted

from pyvalidator.profile import built_in_profiles, load_profile
from pyvalidator.profile.model import published_schema
from pyvalidator.rule import sample
from pyvalidator.runtime.package_files import package_file_names, read_package_text

FILES = package_file_names("profiles", ".toml")


@pytest.mark.parametrize("name", FILES)
def test_a_built_in_profile_reads_as_one_from_outside(name: str) -> None:
    profile = load_profile(read_package_text(f"profiles/{name}"), name)
    assert name == f"{profile.id}-{profile.version}.toml", "the file's name is how a built-in profile is found"
    # The text tells 1 from 1.0 and a list from a tuple, too.
    assert repr(built_in_profiles()[profile.id]) == repr(profile)


def test_every_file_is_a_built_in_profile_and_reference_is_first() -> None:
    assert len(built_in_profiles()) == len(FILES)
    assert next(iter(built_in_profiles())) == "reference"


def test_a_draft_in_which_no_code_has_a_meaning_yet_takes_no_code() -> None:
    reference = built_in_profiles()["reference"]
    draft = replace(reference, tables={**reference.tables, "leave_type": {}})
    Draft202012Validator.check_schema(published_schema(draft))
    assert accepted(draft, sample()) == {False}
