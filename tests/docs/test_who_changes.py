"""The manual's table of who changes what, and the lists of rules by owner, are made from the rules."""

from __future__ import annotations

import re

import pytest
from support import ROOT

from pages.all_rules import build_index
from pages.rule_page import build_page
from pages.who_changes import anchor, rules_by_owner, show_table
from pyvalidator.engine.registry import rules
from pyvalidator.wording import OWNER, OWNER_ADVICE

MANUAL = (ROOT / "docs" / "manual" / "fix.md").read_text("utf-8")


def test_the_manual_has_the_table_and_no_other() -> None:
    shown = show_table(MANUAL)
    assert "<!--" not in shown and "<!-- who changes what -->" in MANUAL
    assert "找誰改" not in MANUAL, "who changes what is made from the rules' owners"
    rows = re.findall(r"^    \| \*\*(.+)\*\* \| (.+) \| (.+) \|$", shown, re.MULTILINE)
    assert [(name, advice) for name, advice, _ in rows] == [
        (OWNER[owner], OWNER_ADVICE[owner]) for owner in rules_by_owner()
    ]
    for (_, _, problems), (owner, own) in zip(rows, rules_by_owner().items(), strict=True):
        assert f"等 [{len(own)} 條規則](../rules/index.md#{anchor(owner)})" in problems
        assert {*re.findall("「(.+?)」", problems)} <= {rule.title for rule in own}


def test_the_table_keeps_its_place_in_a_list() -> None:
    assert {line[:5] for line in show_table("    <!-- who changes what -->").splitlines()} == {"    |"}


def test_each_rule_is_listed_below_its_first_owner() -> None:
    lists = dict(re.findall(r"^### .+ \{ #owner-(\w+) \}\n\n.+\n\n(.+)$", build_index(), re.MULTILINE))
    listed = [(id, owner) for owner, links in lists.items() for id in re.findall(r"\[(\w+)\]", links)]
    assert dict(listed) == {rule.id: rule.owner[0] for rule in rules().values()} and len(listed) == len(rules())


@pytest.mark.parametrize(("id", "told"), [("REC120", "單位承辦、廠商"), ("BAT320", "主管機關")])
def test_a_rules_page_says_it_where_it_is_mended_and_among_its_facts(id: str, told: str) -> None:
    page = build_page(rules()[id], None)
    assert f"**由誰修改：{told}**" in page.partition("## 怎麼修正")[2].partition("## 依據")[0]
    assert f"| 由誰修改 | {told} |" in page
