"""Letters, dates and days of the law in pages and rules come from the data: written as `{{ … }}`, never a second time.

What stays literal stands in `law_literals.toml` with its reason. The forms of a mark: `pyvalidator/domain/law_text.py`.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from support import ROOT

from pages.leave_choices import choices
from pages.rule_facts import show_facts
from pyvalidator.domain.law_text import fill_law
from pyvalidator.domain.leave_groups import LAST_COVID_DAY
from pyvalidator.domain.leave_kinds import leave_kinds
from pyvalidator.domain.sources import measures
from pyvalidator.engine.registry import rules
from pyvalidator.rules.record import rec430_covid_before_epidemic, rec450_reason_names_epidemic

ALLOWED: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("law_literals.toml").read_text("utf-8"))
#: Developers' pages tell of the sources in English, sources.md among them, which has a test of its own.
PAGES = [page for page in sorted((ROOT / "docs").rglob("*.md")) if "develop" not in page.parts]
RULES = sorted((ROOT / "pyvalidator" / "rules").rglob("*.py"))
_KINDS = "|".join(sorted(leave_kinds(), key=len, reverse=True))
#: A day of an example names its day of the week behind it.
_LITERAL = re.compile(
    rf"字第 ?\d+ ?號|1[01]\d ?年 ?\d+ ?月 ?\d+ ?日(?!（[一二三四五六日星])|(?<![\d`\"])1[01]\d/\d+/\d+|(?:{_KINDS})[^。|｜，；\n]{{0,8}}?\d+ ?日"
)
_LEFT = r"(?<!\$)\{\{ [\u4e00-\u9fff\d]"
_QUIET = re.compile(r"```.*?```|\{\{.*?\}\}|<!--.*?-->", re.DOTALL)


def told(path: Path) -> Iterator[str]:
    """What a page says outside samples; of a rule its docstring, message and fix."""
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        yield _QUIET.sub("｜", text)
        return
    tree = ast.parse(text)
    yield _QUIET.sub("｜", ast.get_docstring(tree) or "")
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in ("message", "fix"):
            yield from (part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str))


@cache
def literals(path: Path) -> set[str]:
    return {found for text in told(path) for found in _LITERAL.findall(text)}


@pytest.mark.parametrize("path", [*PAGES, *RULES], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_of_the_law_is_written_by_hand(path: Path) -> None:
    allowed = ALLOWED.get(path.relative_to(ROOT).as_posix(), {})
    assert literals(path) - allowed.keys() - ALLOWED["everywhere"].keys() == set(), (
        "write {{ 文號 }} or {{ 假別 起日 }} (pyvalidator/domain/law_text.py), or give the reason in law_literals.toml"
    )
    assert allowed.keys() - literals(path) == set(), "it is gone from the page: take it out of law_literals.toml"


def test_every_allowed_literal_has_a_reason_and_its_page() -> None:
    for page, allowed in ALLOWED.items():
        assert page == "everywhere" or (ROOT / page).is_file(), page
        assert all(allowed.values()), page


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_mark_of_a_page_is_printed(path: Path) -> None:
    assert not re.search(_LEFT, fill_law(path.read_text("utf-8")))


def test_every_mark_of_a_rule_is_printed_with_its_confidence() -> None:
    for rule in rules().values():
        assert not re.search(_LEFT, rule.documentation), rule.id
    table = "\n".join(show_facts(rules()["REC430"]))
    assert "| 特別條例 | 109/1/15 起 |" in table and "| 中 |" in table


def test_days_in_code_are_those_of_the_data() -> None:
    assert measures()["輕症病假"].last_leave == LAST_COVID_DAY
    for module in (rec430_covid_before_epidemic, rec450_reason_names_epidemic):
        assert measures()["特別條例"].first == module._FIRST_DAY


def test_the_measure_for_mild_cases_ends_on_the_day_before_it_stopped() -> None:
    """「自本年8月15日起停止適用」, by the day of the test."""
    for path in [*PAGES, ROOT / "docs" / "develop" / "sources.md", *RULES]:
        assert not re.search(r"(至|到|[–-]) ?(112 年 8 月 15 日|112/8/15)|8 月 15 日(結束|止)", path.read_text("utf-8")), path
    assert fill_law("{{ 輕症病假 止日 }}、{{ 輕症病假 末日 }}") == "112 年 8 月 14 日、112 年 8 月 19 日"


def test_the_letter_on_self_management_is_not_cited_for_quarantine() -> None:
    rows = [choice for choice in choices() if "1090028602" in choice.basis]
    assert rows and all("自主健康管理" in choice.case for choice in rows)


@pytest.mark.parametrize("name", ["cases", "mistakes"])
def test_every_example_with_a_basis_says_how_sure_it_is(name: str) -> None:
    page = fill_law((ROOT / "docs" / "covid" / f"{name}.md").read_text("utf-8"))
    for section in page.split("\n## ")[1:]:
        assert "可信度" in section or not re.search("字第|條例", section), section.partition("\n")[0]


def test_an_unknown_mark_is_refused() -> None:
    for mark in ("{{ 總處培字第1號 }}", "{{ 病假 }}", "{{ 防疫照顧假 止日 }}"):
        with pytest.raises(ValueError, match=r"leave_law|no last day"):
            fill_law(mark)
