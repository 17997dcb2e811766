"""The manual's table of who changes what, and the list of rules by who changes them: both made of the rules' owners."""

from __future__ import annotations

import re

from pyvalidator.engine.registry import rules
from pyvalidator.rule import Rule
from pyvalidator.wording import OWNER, OWNER_ADVICE, OWNER_TITLE

_MARK = re.compile(r"^( *)<!-- who changes what -->$", re.MULTILINE)
#: Titles that are named of each one's rules, of different stages.
_NAMED = 4


def rules_by_owner() -> dict[str, list[Rule]]:
    """The rules below their most likely owner, in the order of the shared words; an owner without rules is left out."""
    found = {owner: [rule for rule in rules().values() if rule.owner[0] == owner] for owner in OWNER}
    return {owner: own for owner, own in found.items() if own}


def anchor(owner: str) -> str:
    """Where an owner's rules stand on the index of rules."""
    return f"owner-{owner}"


def show_table(markdown: str) -> str:
    """The page with the mark replaced by the table, as far from the margin as the mark."""
    return _MARK.sub(lambda mark: "\n".join(mark[1] + line for line in _table()), markdown)


def _table() -> list[str]:
    rows = [
        f"| **{OWNER[owner]}** | {OWNER_ADVICE[owner]} | {_problems(own)}等 [{len(own)} 條規則]"
        f"(../rules/index.md#{anchor(owner)}) |"
        for owner, own in rules_by_owner().items()
    ]
    return [f"| {OWNER_TITLE} | 怎麼改 | 哪些問題 |", "|---|---|---|", *rows]


def _problems(own: list[Rule]) -> str:
    """The first rule of each stage, what must be corrected before the rest."""
    first: dict[str, Rule] = {}
    for rule in sorted(own, key=lambda rule: rule.severity != "error"):
        first.setdefault(rule.stage, rule)
    return "".join(f"「{rule.title}」" for rule in [*first.values()][:_NAMED])
