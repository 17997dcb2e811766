"""Would the tests notice if a rule were slightly wrong? About three minutes on a quiet machine; `make test-long`."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from mutants import Mutant, mutants_of
from support import CHECKED_AT, options
from test_unreadable_fields import RULES, outcome, spoiled

from pyvalidator.examples import example_files, example_options
from pyvalidator.intake import Incoming
from pyvalidator.pipeline import check
from pyvalidator.profile import built_in_profiles
from pyvalidator.registry import rules
from pyvalidator.report import BatchReport, Report
from pyvalidator.rule import Rule

sys.path.append(str(Path(__file__).parent.parent / "corpus"))

#: Of the mutants so many must be noticed; those that are not are named by the failing test.
WANTED = 0.7
#: No more seconds than this are spent; what was not tried by then is said, and is not counted.
BUDGET = 600
_PATIENCE = 5

Check = Callable[[], Report]


@cache
def _cases() -> dict[str, list[Check]]:
    """The one-fault files and drops of each rule."""
    from cases import LATER, base
    from code_cases import CODE_CASES
    from container_cases import CONTAINER_CASES
    from content_cases import CONTENT_CASES
    from drop_cases import DROP_CASES
    from form_cases import FORM_CASES

    assert CONTAINER_CASES
    found: dict[str, list[Check]] = {}
    for case in [*FORM_CASES, *CODE_CASES, *CONTENT_CASES]:
        for name in case.profiles:
            profile = built_in_profiles()[name]
            draft, row = base(profile, case.period, case.dataset)
            case.change(draft, row)
            given = options(profile=profile, today=case.today, **case.given)
            file = Incoming("f.json", draft.write().text.encode())
            found.setdefault(case.rule, []).append(partial(check, [file], given))
    for drop in DROP_CASES:
        profile = built_in_profiles()[drop.profiles[0]]
        files = [Incoming(name, draft.write().text.encode()) for name, draft in drop.files(profile).items()]
        given = options(profile=profile, today=LATER, **drop.given)
        found.setdefault(drop.rule, []).append(partial(check, files, given))
    return found


def _checks(rule: Rule) -> list[Check]:
    examples = [
        partial(check, example_files(rule, example), example_options(example, checked_at=CHECKED_AT))
        for example in rule.examples
    ]
    spoilt = [partial(outcome, example, files) for _, example, files in spoiled(rule)] if rule in RULES else []
    near = _neighbours() if rule.kind == "form" else []
    return [*examples, *_cases().get(rule.id, []), *near, *(partial(_only_broken, run) for run in spoilt)]


@cache
def _neighbours() -> list[Check]:
    """A one-fault file of every form rule: of one value the first rule that fires wins, so that a form
    rule can spoil what another says."""
    return [run for rule in rules().values() if rule.kind == "form" for run in _cases().get(rule.id, [])[:1]]


def _only_broken(run: Check) -> Report:
    """Of files with unreadable fields the tests ask no more than that no rule breaks."""
    report = run()
    return Report.model_construct(files=[], batch=BatchReport(findings=[], matrix=[]), incidents=report.incidents)


def _outcome(rule: Rule, run: Check) -> list[Any]:
    """What the tests look at: where the rule fires, and whether it broke."""
    report = run()
    entries = [*report.batch.findings, *(entry for file in report.files for entry in file.findings)]
    return [
        *sorted((entry.rule, entry.pointer or "") for entry in entries),
        *(f"broke {incident.rule}" for incident in report.incidents),
    ]


def _is_noticed(rule: Rule, mutant: Mutant, checks: list[Check], right: list[list[Any]]) -> bool:
    former = rule.check
    object.__setattr__(rule, "check", mutant.check)
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE)
    try:
        return any(_outcome(rule, run) != expected for run, expected in zip(checks, right, strict=True))
    except TimeoutError:
        return True
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        object.__setattr__(rule, "check", former)


def _mutants() -> Iterator[tuple[Rule, Mutant]]:
    for rule in rules().values():
        if rule.check is not None:
            for mutant in mutants_of(rule):
                yield rule, mutant


def _give_up(*_: object) -> None:
    raise TimeoutError


@pytest.mark.long
@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs interval timers")
def test_slightly_wrong_rules_are_noticed() -> None:
    former = signal.signal(signal.SIGALRM, _give_up)
    prepared: dict[str, tuple[list[Check], list[list[Any]]]] = {}
    survivors, tried, end = [], 0, time.monotonic() + BUDGET
    try:
        for rule, mutant in _mutants():
            if time.monotonic() > end:
                break
            if rule.id not in prepared:
                checks = _checks(rule)
                prepared = {rule.id: (checks, [_outcome(rule, run) for run in checks])}
            tried += 1
            if not _is_noticed(rule, mutant, *prepared[rule.id]):
                survivors.append(f"{mutant.rule} line {mutant.line}: {mutant.change}")
    finally:
        signal.signal(signal.SIGALRM, former)
    noticed = 1 - len(survivors) / max(1, tried)
    summary = f"{tried} mutants of the rules, {noticed:.1%} noticed; not noticed:"
    print(summary, *survivors, sep="\n")
    assert tried > 500
    assert noticed >= WANTED, "\n".join([summary, *survivors])
