"""The profiles that come with the package: read without pydantic, so held here to what it says of them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from jsonschema import Draft202012Validator
from support import accepted

from pyvalidator.profile import built_in_profiles, load, load_profile, origin_of
from pyvalidator.profile.load import newest_versions
from pyvalidator.profile.model import published_schema
from pyvalidator.rule import sample
from pyvalidator.runtime.package_files import package_file_names, read_package_text

FILES = package_file_names("profiles", ".toml")


@pytest.mark.parametrize("name", FILES)
def test_a_built_in_profile_reads_as_one_from_outside(name: str) -> None:
    profile = load_profile(read_package_text(f"profiles/{name}"), name)
    assert name == f"{profile.id}-{profile.version}.toml", "the file's name is how a built-in profile is found"
    # The text tells 1 from 1.0 and a list from a tuple, too.
    assert repr(built_in_profiles()[name.removesuffix(".toml")]) == repr(profile)


def test_every_file_is_a_version_of_a_built_in_profile_and_reference_is_first() -> None:
    assert set(built_in_profiles()) == {name.rpartition("-")[0] for name in FILES}
    assert next(iter(built_in_profiles())) == "reference"


def test_versions_stand_beside_each_other_and_the_newest_has_the_name() -> None:
    names = ["example-rows-1", "reference-10", "reference-2", "reference-1", "a-b-1.1", "a-b-1"]
    assert list(newest_versions(names).items()) == [
        ("reference", ["reference-10", "reference-2", "reference-1"]), ("a-b", ["a-b-1.1", "a-b-1"]),
        ("example-rows", ["example-rows-1"]),
    ]  # fmt: skip


def test_an_older_version_is_built_in_and_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    text = read_package_text("profiles/reference-1.toml")
    newer = text.replace('version = "1"', 'version = "2"', 1)
    texts = {"profiles/reference-1.toml": text, "profiles/reference-2.toml": newer}
    monkeypatch.setattr(load, "read_package_text", texts.__getitem__)
    monkeypatch.setattr(load, "package_file_names", lambda *_: ["reference-1.toml", "reference-2.toml"])
    # Of its own: profiles are compared by what object they are, and other tests hold the real ones.
    monkeypatch.setattr(load, "built_in_profiles", cache(built_in_profiles.__wrapped__))
    known = load.built_in_profiles()
    assert (list(known), known["reference"].version, known["reference-1"].version) == (["reference"], "2", "1")
    assert known["reference"] is known["reference-2"]
    assert {origin_of(known["reference"]), origin_of(known["reference-1"])} == {"built_in"}
    assert origin_of(load_profile(newer, "reference-2.toml")) == "own"
    assert "reference-3" not in known


def test_a_draft_in_which_no_code_has_a_meaning_yet_takes_no_code() -> None:
    reference = built_in_profiles()["reference"]
    draft = replace(reference, tables={**reference.tables, "leave_type": {}})
    Draft202012Validator.check_schema(published_schema(draft))
    assert accepted(draft, sample()) == {False}
