"""Every source stands once as data, is named with its date where it is shown, and is told of in docs/develop/sources.md."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from support import ROOT

from pages import leave_law
from pyvalidator.domain.roc import day_text, slashed
from pyvalidator.domain.sources import Source, sources, sources_in
from pyvalidator.engine.registry import rules

USED = sorted({source for rule in rules().values() for source in rule.sources})
COLLECTED = (ROOT / "docs" / "develop" / "sources.md").read_text("utf-8")
LIMITS = tomllib.loads((ROOT / "pyvalidator" / "domain" / "data" / "leave_law.toml").read_text("utf-8"))["limit"]
#: Collected under another heading, or this project's own.
NOT_COLLECTED = {"參考版型", "政府行政機關辦公日曆表"}
DATA = "pyvalidator/domain/data/sources.toml"
_NUMBER = re.compile(r"第(\d+[A-Z]?)號")


@pytest.mark.parametrize("source", USED)
def test_every_source_of_a_rule_is_known(source: str) -> None:
    assert source in sources(), f"give it a line in {DATA}"


@pytest.mark.parametrize("source", sources().values(), ids=lambda source: source.name)
def test_every_source_is_told_of_with_the_same_date_and_confidence(source: Source) -> None:
    if source.name in NOT_COLLECTED:
        return
    wanted = _NUMBER.findall(source.number)
    names = [f"第{number}號" for number in wanted] or [source.name.removesuffix("（資料集7307）").replace("資料集", "dataset ")]
    dates = [slashed(source.day), day_text(source.day).replace(" ", "")] if source.day else [""]
    rows = [row for row in COLLECTED.splitlines() if row.startswith("|") and names[0] in row]
    assert rows, f"{source.name}: collect it in docs/develop/sources.md"
    assert any(date in row for row in rows for date in dates), f"{source.name}: sources.md has another date"
    sure = {word for row in rows for word in re.findall("high|medium|low", row.rstrip("| ").rpartition("|")[2])}
    assert source.confidence in sure, f"{source.name}: sources.md is {sure}, {DATA} {source.confidence}"


@pytest.mark.parametrize("table", ["leave_kinds", "leave_law", "calendar"])
def test_every_letter_of_a_table_is_known_with_its_date(table: str) -> None:
    text = (ROOT / "pyvalidator" / "domain" / "data" / f"{table}.toml").read_text("utf-8")
    for before, number in re.findall(r"([^\"、；]{0,24})第(\d+)號", text):
        known = sources_in(f"第{number}號")
        assert known, f"{number}: give it a line in {DATA}"
        day = known[0].day
        assert day and (slashed(day) in before or day_text(day).replace(" ", "") in before), f"{number}: another date in {table}"


@pytest.mark.parametrize("source", sorted({row["source"] for row in LIMITS}))
def test_every_law_of_the_limits_has_a_date_on_their_page(source: str) -> None:
    dated = leave_law.build_limits().partition("## 依據的日期")[2]
    for law in re.sub(r"（[^）]*）", "", source).split("、"):
        name = re.sub(r"^\d+年\d+月\d+日", "", law)
        assert f"- {name}：" in dated, f"give it a line in {DATA}"


PAGES = sorted(page for page in (ROOT / "docs").rglob("*.md") if page.name != "sources.md")
_LETTER = re.compile(r"字第 ?(\d+)[A-Z]? ?號")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT / "docs").as_posix())
def test_every_letter_named_is_collected(page: Path) -> None:
    """A letter number that stands nowhere else is a slip of the pen, or invented."""
    unknown = [number for number in _LETTER.findall(page.read_text("utf-8")) if number not in COLLECTED]
    assert unknown == []


_LAW_WITH_ARTICLE = re.compile(r"(?:\| |；|、|（|依)([\u4e00-\u9fff]+(?:規則|辦法|條例|要點|法)) ?第 ?\d+ ?[條點]")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT / "docs").as_posix())
def test_every_law_named_with_its_article_is_collected(page: Path) -> None:
    unknown = [law for law in _LAW_WITH_ARTICLE.findall(page.read_text("utf-8")) if law not in COLLECTED]
    assert unknown == []


_SECTION = re.compile(r"^#{1,2} ", re.MULTILINE)
_DATED = re.compile(r"(?:109|11[0-6]) 年 \d+ 月 \d+ 日|(?:109|11[0-6])/\d+/\d+|\d+ 歲|\d+ 日不計入|每年 \d+ 日")
_BASIS = re.compile(r"字第|縣府函|條例|辦法|第 \d+ 條|依據|待查證|本站|我們的|資料集 7307|公開的機關代碼資料|\]\((?:\.\./covid/)?(?:kinds|which-leave)\.md")


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.parent.name in ("manual", "covid")], ids=lambda page: page.stem
)
def test_every_section_with_a_date_or_a_number_of_the_law_names_its_basis(page: Path) -> None:
    """The letter, the law, or that it was not found: in the same section."""
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    bare = [
        (part.partition("\n")[0], found.group())
        for part in _SECTION.split(text)
        if (found := _DATED.search(part)) and not _BASIS.search(part)
    ]
    assert bare == []
