"""The corpus has a fault for every rule in force."""

from __future__ import annotations

from batch_cases import BATCH_CASES
from code_cases import CODE_CASES
from container_cases import CONTAINER_CASES
from content_cases import CONTENT_CASES
from form_cases import FORM_CASES
from syntax_cases import SYNTAX_CASES
from test_batches import OF_GAPS, OF_PROFILES, OF_ROWS, SCHEMAS, UNREAD
from test_other_forms import OF_FORMS

from pyvalidator.engine.registry import rules

ONE_FAULT = [*FORM_CASES, *CODE_CASES, *CONTENT_CASES, *CONTAINER_CASES, *SYNTAX_CASES, *BATCH_CASES]


def test_every_rule_has_a_fault() -> None:
    covered = {case.rule for case in ONE_FAULT} | {rule for rule, _, _ in SCHEMAS} | set(UNREAD.values())
    covered |= {rule for rule, *_ in (*OF_GAPS, *OF_PROFILES, *OF_ROWS, *OF_FORMS)}
    assert set(rules()) - covered == set(), "add a case to tests/corpus for each of these rules"
    assert covered - set(rules()) == set()


def test_the_corpus_is_large_enough() -> None:
    assert len(ONE_FAULT) >= 400
    ids = [case.id for case in ONE_FAULT if case not in FORM_CASES]
    assert len(set(ids)) == len(ids), "give each case a name of its own"
