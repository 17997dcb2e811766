"""One name per thing, in the words of Taiwan's administration. The list: terms.toml, docs/develop/words.md."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from support import ROOT
from user_text import every_text

from pages.manual_markup import read_glossary

GLOSSARY = ROOT / "docs" / "manual" / "glossary.md"
TERMS = tomllib.loads((Path(__file__).parent / "terms.toml").read_text("utf-8"))["term"]


def hits(term: dict, text: str) -> list[str]:
    """What of a text is not the term that it should be."""
    for allowed in term.get("but", ()):
        text = text.replace(allowed, "")
    return [found[0] for pattern in term["not"] for found in re.finditer(pattern, text)]


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["concept"])
def test_each_thing_has_one_name(term: dict) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {'、'.join(found)}　in　{text.strip()[:80]}"
        for path, line, text in every_text()
        if (found := hits(term, text)) and path.relative_to(ROOT).as_posix() not in term.get("reads", ())
    ]  # fmt: skip
    told = f"For {term['concept']} users read one term, {term['term']} ({term['why']}).\nWrite that instead, or add the "
    assert not wrong, told + "quoted name to `but` in tests/docs/terms.toml where it is a title:\n" + "\n".join(wrong)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["concept"])
def test_the_page_on_words_has_the_term(term: dict) -> None:
    page = (ROOT / "docs" / "develop" / "words.md").read_text("utf-8")
    row = f"| {term['concept']} | {term['term']} |"
    [rest] = [line.removeprefix(row) for line in page.splitlines() if line.startswith(row)] or [""]
    assert rest.endswith(f" | {term['why']} |"), (
        f"docs/develop/words.md and tests/docs/terms.toml differ; the page should have: {row} … | {term['why']} |"
    )


def test_the_page_on_words_has_no_other_terms() -> None:
    page = (ROOT / "docs" / "develop" / "words.md").read_text("utf-8")
    concepts = re.findall(r"^\| (.+?) \|", page, re.MULTILINE)[1:]
    assert concepts == [term["concept"] for term in TERMS], "give the row of docs/develop/words.md its entry in terms.toml"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("請重新匯出", "匯出"), ("身分證統一編號不符", "身分證統一編號"), ("第 3 行", "第 3 行"), ("姓名欄空白", "姓名欄"), ("證號打錯", "證號")],
)
def test_a_wrong_term_is_seen(text: str, wrong: str) -> None:
    assert wrong in [found for term in TERMS for found in hits(term, text)]


@pytest.mark.parametrize("text", ["國民身分證統一編號編碼規則", "外來人口統一證號", "公文字號", "連字號", "第 3 列第 5 欄", "進行", "姓名欄位"])
def test_what_only_looks_like_a_wrong_term_is_left_alone(text: str) -> None:
    assert [found for term in TERMS for found in hits(term, text)] == []


def test_every_term_of_the_glossary_is_used() -> None:
    pages = [page for page in sorted((ROOT / "docs").rglob("*.md")) if "develop" not in page.parts and page != GLOSSARY]
    everything = "".join(page.read_text("utf-8") for page in pages)
    unused = [term for term in read_glossary(GLOSSARY.read_text("utf-8")) if term not in everything]
    assert not unused, "take the term out of the glossary, or use it: one name per thing"
