"""Values of several types in one column: what the form refused stays hidden from rules, wherever it is looked up."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support import run

from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import build_sample

ODD: tuple[tuple[Any, Any], ...] = (
    (True, 11006), (True, 1.5), (11006, True), ([], True), ({}, 1), (None, True), (True, False), (1, True),
)  # fmt: skip


def _objects(name: str, document: Any, level: str) -> list[dict[str, Any]]:
    if name == "example-nested":
        return document["人員"] if level == "person" else document["人員"][0]["差假"]
    return document["records"] if name == "reference" else document


@pytest.mark.parametrize("pair", ODD, ids=[repr(pair) for pair in ODD])
@pytest.mark.parametrize("name", built_in_profiles())
def test_values_of_two_wrong_types_break_no_rule(name: str, pair: tuple[Any, Any]) -> None:
    profile = built_in_profiles()[name]
    text = build_sample(profile, people=3, seed=1).text
    for spec in profile.fields:
        if spec.level == "header" and name != "example-rows":
            continue
        document = json.loads(text)
        for item, value in zip(_objects(name, document, spec.level), pair, strict=False):
            item[spec.key] = value
        assert run({"f.json": document}, profile=profile).incidents == [], spec.name


def test_a_person_without_records_does_not_change_what_is_refused() -> None:
    profile = built_in_profiles()["example-nested"]
    document = json.loads(build_sample(profile, people=3, seed=1).text)
    document["人員"][0]["姓名"] = 5
    document["人員"][1] = {**document["人員"][1], "姓名": True, "差假": []}
    report = run({"f.json": document}, profile=profile)
    assert report.incidents == []
    found = [entry.rule for entry in report.files[0].findings]
    assert (found.count("STR220"), found.count("STR210")) == (1, 1)
