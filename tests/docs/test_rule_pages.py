"""Every rule's page: each part once, in the order in which a clerk asks."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pages.rule_page import build_page
from pyvalidator.engine.registry import rules
from pyvalidator.rule import Deprecation

PARTS = ["怎麼修正", "依據", "例子", "其他資料"]


@pytest.mark.parametrize("id", ["COD105", "REC340", "BAT320", "BAT540", "SYN415", "SCH140", "STR300"])
def test_each_part_stands_once_and_in_order(id: str) -> None:
    rule = rules()[id]
    page = build_page(rule, f"{id.lower()}.json")
    headings = re.findall("^## (.+)$", page, re.MULTILINE)
    assert len(headings) == len(set(headings)), headings
    assert [heading for heading in headings if heading in PARTS] == PARTS
    assert page.index("回差勤系統修正") < page.index("## 依據")
    bad = [example for example in rule.examples if example.fires_at is not None]
    assert page.count('??? failure "') == len(bad) - 1, "one bad example is open, the others are folded"
    assert page.index("用這個例子試試") < page.find("???") or "???" not in page


def test_an_example_shows_what_was_given_beside_it() -> None:
    assert 'title="一起放入：應報送機關名冊.csv"' in build_page(rules()["BAT320"], None)
    assert 'title="一起放入：放假日曆.csv"' in build_page(rules()["REC340"], None)
    assert "需要另外提供" not in build_page(rules()["REC340"], None)
    assert "| 需要另外提供 | 應報送機關名冊 |" in build_page(rules()["BAT320"], None)


def test_a_deprecated_rule_says_so_before_anything_else() -> None:
    rule = replace(rules()["COD105"], deprecated=Deprecation("1.1", "檢查碼將併入格式檢核。", ("STR790",)))
    page = build_page(rule, None)
    told = "    這條規則自 1.1 版起預定停用。檢查碼將併入格式檢核。請改看 STR790。"
    assert page.index(told) < page.index("\n## ") and told not in build_page(rules()["COD105"], None)
