"""Changes by rule follow from the change log and from the rules."""

from __future__ import annotations

from pages.changes import build_page, build_pages
from pyvalidator.engine.registry import rules
from pyvalidator.engine.removed import RemovedRule

FIRST = "1.0"
LOG = f"# 更新紀錄\n\n## 91.1.0（115 年）\n\n- COD105 說得更清楚；REC999 停用。\n- 網頁更快。\n\n## {FIRST}.0\n\n- 第一版。\n"


def test_every_rule_stands_under_its_version() -> None:
    page = build_page(LOG, list(rules().values()))
    newer, _, older = page.partition(f"## {FIRST}.0")
    first = [rule.id for rule in rules().values() if rule.since == FIRST]
    assert "[COD105](cod105.md) 說得更清楚；REC999 停用" in newer
    assert "網頁更快" not in page
    assert all(f"[{rule}]({rule.lower()}.md)" in older for rule in first)
    assert all(f"[{rule}]({rule.lower()}.md)" in page for rule in rules())


def test_rule_of_a_version_without_a_log_entry_is_not_lost() -> None:
    page = build_page("# 更新紀錄\n\n## 92.0.0\n", list(rules().values()))
    assert "## 1.0（尚未列入更新紀錄）" in page
    assert "[COD105](cod105.md)" in page
    assert "規則沒有改變" in page.partition("## 92.0.0")[2]


def test_own_change_log_names_every_version_of_a_rule() -> None:
    (page,) = build_pages().values()
    assert "尚未列入" not in str(page), "give the version an entry in CHANGELOG.md"


def test_a_removed_rule_is_told_of_at_its_version() -> None:
    gone = RemovedRule("COD999", "機關代碼為舊制", "91.1", "舊制代碼已不再使用。", ("COD300",))
    page = build_page(LOG, list(rules().values()), [gone])
    of_version = page.split("## 91.1.0")[1].split("\n## ")[0]
    told = "- 規則 COD999（機關代碼為舊制）自 91.1 版起停用。舊制代碼已不再使用。請改看 [COD300](cod300.md)。"
    assert told in of_version and page.count("COD999（") == 1
