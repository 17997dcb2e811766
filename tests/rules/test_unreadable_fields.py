"""A field that could not be read is passed over: no rule breaks on it, or judges the record by what is left."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from support import CHECKED_AT

from pyvalidator.engine.examples import example_bytes
from pyvalidator.engine.registry import rules
from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check
from pyvalidator.profile import built_in_profiles
from pyvalidator.rule import Example, Rule
from pyvalidator.samples.rule_examples import example_options

PROFILE = built_in_profiles()["reference"]
RULES = [rule for rule in rules().values() if rule.kind in ("value", "record", "person", "file", "batch")]


def spoiled(rule: Rule) -> Iterator[tuple[str, Example, dict[str, Any]]]:
    """(field, example, files by name) for every example that fires and every field that the rule reads, with null in
    the field wherever it stands: everywhere, and in the first record only."""
    for example in rule.examples:
        files = example.files or {"f.json": example.content}
        if example.fires_at is None or not all(isinstance(content, dict) for content in files.values()):
            continue
        for name in _read_by(rule):
            spec = PROFILE.by_name[name]
            for everywhere in (True, False) if spec.level == "record" else (True,):
                changed = copy.deepcopy(files)
                for content in changed.values():
                    places = content.get("records", []) if spec.level == "record" else [content]
                    for place in places if everywhere else places[:1]:
                        place[spec.key] = None
                yield name, example, changed


def _read_by(rule: Rule) -> list[str]:
    known = [name for name in rule.reads if name in PROFILE.by_name]
    return [*known, *(spec.name for spec in PROFILE.fields if spec.type in rule.types)]


def outcome(example: Example, files: dict[str, Any]) -> Any:
    incoming = [Incoming(name, example_bytes(content)) for name, content in files.items()]
    return check(incoming, example_options(example, checked_at=CHECKED_AT))


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_passes_over_what_could_not_be_read(rule: Rule) -> None:
    for name, example, files in spoiled(rule):
        report = outcome(example, files)
        assert report.incidents == [], (name, example.title)
        field = PROFILE.by_name[name]
        told = [entry for file in report.files for entry in file.findings if entry.rule == rule.id]
        everywhere = all(record.get(field.key) is None for content in files.values() for record in content["records"])
        if rule.kind in ("value", "record") and field.level == "record" and everywhere and len(rule.reads) > 0:
            assert [entry for entry in told if rule.kind == "record" or entry.field == field.key] == []
