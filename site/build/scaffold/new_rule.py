"""Begins a rule: writes its module where it belongs, and says what it must live with. Run by `task.py new-rule`.

    python site/build/task.py new-rule ID NAME [--kind KIND]

ID is a prefix in use and a free number (`REC190`), NAME the bad condition (`leave_longer_than_three_years`). The kind
is the usual one of the prefix unless it is given.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

from pyvalidator.engine.registry import rules
from pyvalidator.engine.removed import removed_rules
from pyvalidator.rule import Rule
from scaffold.rule_template import DETECTED, KINDS, MARK, render_rule
from tasks.identity import read_version
from tasks.toolchain import PYTHON, ROOT

#: Where versions say which ids they took away.
_HISTORY = "CHANGELOG.md"
_RULE_ID = re.compile(r"\b[A-Z]{3}[0-9]{3}\b")

_NEXT = """\
{path}

Its own examples pass. Now:
  1. Rewrite every 「{mark}」: title, explanation, message, fix, check, examples
     (docs/develop/add-a-rule.md is the guide).
  2. Give it a source with a date in `sources` where it has one, and the source a line in docs/develop/sources.md.
  3. Give it one faulty file in {corpus} (tests/corpus/test_coverage.py asks for it).
  4. Show where it ends to fire in {boundaries}, if its examples do not.
  5. Name it in CHANGELOG.md under {version}.
  6. Run:
       {pytest} tests/rules/test_examples.py tests/rules/test_catalogue.py tests/rules/test_unreadable_fields.py -k {id}
       {pytest} tests/rules/test_fix_sentences.py -k {id}    says who changes it, never to edit the file
       {pytest} tests/rules/test_mutants.py -k {id}
       {pytest} tests/corpus -m "not long"        no other clean or faulty file may fire it
       {pytest} tests/docs tests/contract
"""
#: As it is typed in the project's folder, on every system.
_PYTEST = (PYTHON.parent / "pytest").relative_to(ROOT)
_FIRST = """
A {kind} rule only names what another part finds: its examples fail until that part tells a fault `{fault}`
(see the fault codes of the other rules in {folder}/).
"""


class NewRuleError(Exception):
    """The rule cannot be begun like this; the message says why."""


def begin_rule(id: str, name: str, kind: str | None = None) -> tuple[Path, str]:
    """Writes the module; returns its path and what to do next.

    Raises:
        NewRuleError: the id or the name cannot be used.
    """
    prefix = id[:3]
    family = [rule for rule in rules().values() if rule.id.startswith(prefix)]
    if not _RULE_ID.fullmatch(id) or not family:
        raise NewRuleError(f"{id}: one of {', '.join(sorted({known[:3] for known in rules()}))} and three digits")
    version = read_version()
    taken = {*rules(), *removed_rules()}
    taken |= set(_RULE_ID.findall(former_entries((ROOT / _HISTORY).read_text("utf-8"), version)))
    if id in taken:
        raise NewRuleError(f"{id} is or was another rule; ids are never used again. Free: {_free(prefix, taken)}")
    if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)+", name) or re.match(r"[a-z0-9]+_check|check_", name):
        raise NewRuleError(f"{name}: name the bad condition, e.g. leave_longer_than_three_years")
    kind = kind or Counter(rule.kind for rule in family).most_common(1)[0][0]
    folder = _folder(family)
    path = folder / f"{id.lower()}_{name}.py"
    path.write_text(render_rule(kind, id, name, version.rpartition(".")[0]), "utf-8", newline="\n")
    corpus, boundaries = _TESTS[kind]
    shown = path.relative_to(ROOT).as_posix()
    told = _NEXT.format(
        path=shown, mark=MARK, corpus=corpus, boundaries=boundaries, version=version, id=id, pytest=_PYTEST
    )
    if kind in DETECTED:
        told += _FIRST.format(kind=kind, fault=name, folder=folder.relative_to(ROOT).as_posix())
    return path, told


#: By kind: where its faulty file stands in the corpus, and where its limits are shown.
_TESTS = {
    "syntax": ("tests/corpus/syntax_cases.py", "tests/source/test_fault_places.py"),
    "container": ("tests/corpus/container_cases.py", "tests/rules/test_form_boundaries.py"),
    "schema": ("SCHEMAS of tests/corpus/test_batches.py", "tests/schema/test_user_schema.py"),
    "form": ("tests/corpus/form_cases.py", "tests/rules/test_form_boundaries.py"),
    "value": ("tests/corpus/code_cases.py", "tests/rules/test_content_boundaries.py"),
    "record": ("tests/corpus/content_cases.py", "tests/rules/test_content_boundaries.py"),
    "person": ("tests/corpus/content_cases.py", "tests/rules/test_content_boundaries.py"),
    "file": ("tests/corpus/content_cases.py", "tests/rules/test_content_boundaries.py"),
    "batch": ("tests/corpus/batch_cases.py", "tests/rules/test_batch_boundaries.py"),
}


def former_entries(log: str, version: str) -> str:
    """What the change log says of earlier versions: its ids are taken, also those of rules that are gone."""
    _, own, rest = log.partition(f"\n## {version}")
    return rest.partition("\n## ")[2] if own else log


def _folder(family: list[Rule]) -> Path:
    """Where the rules of this prefix lie."""
    [module] = {rule.module.rpartition(".")[0] for rule in family}
    return ROOT.joinpath(*module.split("."))


def _free(prefix: str, taken: set[str]) -> str:
    """Some numbers that are free, as apart from the others as they usually are."""
    free = [f"{prefix}{number}" for number in range(110, 1000, 5) if f"{prefix}{number}" not in taken]
    return ", ".join(free[:5])


def main() -> int:
    """Reads the command, begins the rule, says what is next."""
    parser = argparse.ArgumentParser(prog="task.py new-rule", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("id", metavar="ID", help="a prefix in use and a free number, e.g. REC190")
    parser.add_argument("name", metavar="NAME", help="the bad condition, e.g. leave_longer_than_three_years")
    parser.add_argument("--kind", choices=KINDS, help="default: the usual kind of the prefix")
    given = parser.parse_args()
    try:
        _, told = begin_rule(given.id, given.name, given.kind)
    except NewRuleError as error:
        print(error, file=sys.stderr)
        return 2
    print(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
