"""Every rule's own examples, through the whole pipeline."""

from __future__ import annotations

import pytest
from support import CHECKED_AT

from pyvalidator.engine.registry import rules, rules_by_fault_code
from pyvalidator.pipeline import check
from pyvalidator.report.model import Entry, Report
from pyvalidator.rule import Example, Rule
from pyvalidator.samples.rule_examples import example_files, example_options

OTHER_LAYOUT = rules_by_fault_code("container")["other_layout"].id
CASES = [(rule, example) for rule in rules().values() for example in rule.examples]


def report_on(rule: Rule, example: Example) -> Report:
    return check(example_files(rule, example), example_options(example, checked_at=CHECKED_AT))


def findings_of(rule: Rule, report: Report) -> list[Entry]:
    if rule.kind == "batch":
        return [entry for entry in report.batch.findings if entry.rule == rule.id]
    return [entry for file in report.files for entry in file.findings if entry.rule == rule.id]


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{rule.id}-{example.title}" for rule, example in CASES])
def test_example_fires_only_where_it_says(rule: Rule, example: Example) -> None:
    report = report_on(rule, example)
    assert report.incidents == []
    found = findings_of(rule, report)
    if example.fires_at is None:
        assert found == [], f"{rule.id} must be silent on 「{example.title}」"
    elif rule.kind == "batch":
        assert found, f"{rule.id} must fire on 「{example.title}」"
    else:
        assert example.fires_at in [entry.pointer for entry in found], (found, [f.findings for f in report.files])


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{rule.id}-{example.title}" for rule, example in CASES])
def test_example_has_one_cause(rule: Rule, example: Example) -> None:
    """A firing example shows its own rule only: no other error stands beside it. A text of another layout says so
    beside its syntax findings, as the report's contract asks."""
    if example.fires_at is None:
        return
    report = report_on(rule, example)
    others = [entry for file in report.files for entry in file.findings
              if entry.rule not in (rule.id, OTHER_LAYOUT) and entry.severity == "error"]  # fmt: skip
    assert others == [] or rule.kind == "batch", others
