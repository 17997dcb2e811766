"""Would the tests notice if a rule were slightly wrong? Some minutes for all rules; one rule: `-k BAT620`."""

from __future__ import annotations

import inspect
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from itertools import product
from types import ModuleType
from typing import Any

import pytest
import test_batch_boundaries
import test_changed_texts
import test_content_boundaries
import test_days_off
import test_false_alarms
import test_form_boundaries
import test_leave_limits
import test_office_hours
import test_persons_and_agencies
import test_relations
import test_spans_and_clocks
from equivalent_mutants import EQUIVALENT
from mutants import Mutant, mutants_of
from support import CHECKED_AT, options
from test_unreadable_fields import RULES, outcome, spoiled

from pyvalidator.engine.registry import rules
from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check
from pyvalidator.profile import built_in_profiles
from pyvalidator.report.model import BatchReport, Report
from pyvalidator.rule import Rule
from pyvalidator.samples.rule_examples import example_files, example_options

#: Seconds for one file; what takes longer runs for ever.
_PATIENCE = 5
#: Tests that look at rules through the whole pipeline.
_MODULES = (
    test_form_boundaries, test_content_boundaries, test_batch_boundaries, test_relations, test_changed_texts,
    test_days_off, test_false_alarms, test_leave_limits, test_office_hours, test_spans_and_clocks,
    test_persons_and_agencies,
)  # fmt: skip

CHECKED = [rule for rule in rules().values() if rule.check is not None]
Check = Callable[[], Report]


@cache
def _cases() -> dict[str, list[Check]]:
    """The one-fault files and batches of each rule."""
    from batch_cases import BATCH_CASES
    from cases import LATER, base
    from code_cases import CODE_CASES
    from container_cases import CONTAINER_CASES
    from content_cases import CONTENT_CASES
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
    for batch in BATCH_CASES:
        profile = built_in_profiles()[batch.profiles[0]]
        files = [Incoming(name, draft.write().text.encode()) for name, draft in batch.files(profile).items()]
        given = options(profile=profile, today=LATER, **batch.given)
        found.setdefault(batch.rule, []).append(partial(check, files, given))
    return found


def _own(rule: Rule) -> list[Check]:
    """What the tests run for this rule."""
    examples = [
        partial(check, example_files(rule, example), example_options(example, checked_at=CHECKED_AT))
        for example in rule.examples
    ]
    spoilt = [partial(outcome, example, files) for _, example, files in spoiled(rule)] if rule in RULES else []
    return [*examples, *_cases().get(rule.id, []), *(partial(_only_broken, run) for run in spoilt)]


def _only_broken(run: Check) -> Report:
    """Of files with unreadable fields the tests ask no more than that no rule breaks."""
    report = run()
    return replace(report, files=[], batch=BatchReport(findings=[], matrix=[]))


@cache
def _of_others() -> list[tuple[Check, list[Any]]]:
    """A one-fault file of every rule, in which nothing else may be found, and what is found."""
    runs = [run for own in _cases().values() for run in own[:1]]
    return [(run, _outcome(run)) for run in runs]


@cache
def _tests() -> list[tuple[str, Callable[[], object]]]:
    """The parametrized tests of `_MODULES` as functions without parameters; those by hypothesis are left out."""
    return [(name, test) for module in _MODULES for name, test in _tests_of(module)]


def _tests_of(module: ModuleType) -> Iterator[tuple[str, Callable[[], object]]]:
    for name, function in vars(module).items():
        if not name.startswith("test_") or not inspect.isfunction(function) or hasattr(function, "hypothesis"):
            continue
        marks = [mark for mark in getattr(function, "pytestmark", []) if mark.name == "parametrize"]
        for chosen in product(*(mark.args[1] for mark in marks)):
            given: dict[str, Any] = {}
            for mark, values in zip(marks, chosen, strict=True):
                names = mark.args[0].split(",") if isinstance(mark.args[0], str) else mark.args[0]
                given |= zip(map(str.strip, names), values if len(names) > 1 else (values,), strict=True)
            yield name, partial(function, **given)


def _outcome(run: Check) -> list[Any]:
    """What the tests look at: where a rule fires, and whether one broke."""
    report = run()
    entries = [*report.batch.findings, *(entry for file in report.files for entry in file.findings)]
    return [
        *sorted((entry.rule, entry.pointer or "") for entry in entries),
        *(f"broke {incident.rule}" for incident in report.incidents),
    ]


def _is_noticed(rule: Rule, mutant: Mutant, runs: list[tuple[Check, list[Any]]]) -> bool:
    former = rule.check
    object.__setattr__(rule, "check", mutant.check)
    try:
        return (
            any(not _is_as_ever(run, expected) for run, expected in runs)
            or any(not _passes(test) for _, test in _tests())
            or any(not _is_as_ever(run, expected) for run, expected in _of_others())
        )
    finally:
        object.__setattr__(rule, "check", former)


def _is_as_ever(run: Check, expected: list[Any]) -> bool:
    with suppress(TimeoutError), _Patience():
        return _outcome(run) == expected
    return False


def _passes(test: Callable[[], object]) -> bool:
    with suppress(Exception), _Patience():
        test()
        return True
    return False


@cache
def _failing() -> list[str]:
    """What fails though no rule was changed: nothing could be told by it."""
    return [name for name, test in _tests() if not _passes(test)]


class _Patience:
    """Gives up a run that takes too long."""

    def __enter__(self) -> None:
        self._former = signal.signal(signal.SIGALRM, _give_up)
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._former)


def _give_up(*_: object) -> None:
    raise TimeoutError


@pytest.mark.long
@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs interval timers")
@pytest.mark.parametrize("rule", CHECKED, ids=[rule.id for rule in CHECKED])
def test_a_slightly_wrong_rule_is_noticed(rule: Rule) -> None:
    assert _failing() == []
    assert _of_others()
    runs = [(run, _outcome(run)) for run in _own(rule)]
    mutants = list(mutants_of(rule))
    survivors = [mutant for mutant in mutants if not _is_noticed(rule, mutant, runs)]
    known = EQUIVALENT.get(rule.id, {})
    print(f"{rule.id}: {len(mutants)} mutants, {len(survivors)} not noticed, {len(known)} of them known to be alike")
    new = [f"line {mutant.line}: {mutant.change}" for mutant in survivors if mutant.change not in known]
    assert not new, "\n".join(["Write tests that notice, or name them in equivalent_mutants.py, if no file could:", *new])
    gone = known.keys() - {mutant.change for mutant in survivors}
    assert not gone, f"{rule.id}: noticed or no more there; take it out of equivalent_mutants.py"
