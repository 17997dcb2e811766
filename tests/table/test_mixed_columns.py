"""Values of several types in one column: what the form refused stays hidden from rules, wherever it is looked up."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support import run

from pyvalidator.profile import FieldSpec, built_in_profiles
from pyvalidator.samples import build_sample
from pyvalidator.table.table import Table

ODD: tuple[tuple[Any, Any], ...] = (
    (True, 11006), (True, 1.5), (11006, True), ([], True), ({}, 1), (None, True), (True, False), (1, True),
)  # fmt: skip


#: The layouts of which the objects are the file's own, to be changed.
OBJECTS = [name for name, profile in built_in_profiles().items()
           if profile.layout.columns is None and not profile.layout.embedded]  # fmt: skip


def _put(table: Table, spec: FieldSpec, pair: tuple[Any, Any]) -> bool:
    """Write the values into the first objects that have the field; whether there are any."""
    items = table.objects(spec).items
    places = [index for index in range(len(items)) if table.key_at(spec, index) not in ("", "*")]
    for index, value in zip(places, pair, strict=False):
        items[index][table.key_at(spec, index)] = value
    return bool(places)


@pytest.mark.parametrize("pair", ODD, ids=[repr(pair) for pair in ODD])
@pytest.mark.parametrize("name", OBJECTS)
def test_values_of_two_wrong_types_break_no_rule(name: str, pair: tuple[Any, Any]) -> None:
    profile = built_in_profiles()[name]
    text = build_sample(profile, people=3, seed=1).text
    for spec in profile.fields:
        document = json.loads(text)
        if not _put(Table(profile, document), spec, pair):
            continue
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
