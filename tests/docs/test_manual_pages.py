"""What every page of the manual keeps: a way on, the ordered steps in order, assumptions called assumptions."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from support import ROOT

from pages import printed

MANUAL = ROOT / "docs" / "manual"
PAGES = {page.stem: page.read_text("utf-8") for page in sorted(MANUAL.glob("*.md"))}
#: Looked up, not walked through.
LOOKED_UP = {"index", "faq", "glossary", "contacts", "special", "not-here"}
#: Pages of the other parts that are walked through.
WALKED = sorted(
    path for part in ("authorities", "covid", "vendors", "format") for path in (ROOT / "docs" / part).glob("*.md")
    if path.relative_to(ROOT / "docs").as_posix() not in {"covid/index.md", "format/changes.md", "vendors/ci.md"}
)  # fmt: skip
_SECTION = re.compile(r"^#{1,3} ", re.MULTILINE)
_NAV = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")[2])


def part_of_nav(title: str, nav: list) -> list:
    return next(item[title] for item in nav if isinstance(item, dict) and title in item)


@pytest.mark.parametrize("page", sorted(PAGES.keys() - LOOKED_UP))
def test_every_step_says_what_comes_next(page: str) -> None:
    assert re.search(r"^下一步：", PAGES[page], re.MULTILINE), "tell the reader where to go from here"


@pytest.mark.parametrize("path", WALKED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_pages_of_the_other_parts_say_it_too(path: Path) -> None:
    assert re.search(r"^下一步：", path.read_text("utf-8"), re.MULTILINE), "tell the reader where to go from here"


@pytest.mark.parametrize("page", [name for name, text in PAGES.items() if "[上傳](upload.md)" in text])
def test_upload_is_never_told_without_the_platforms_own_check_before_it(page: str) -> None:
    """The letter (說明二（二）) has the format confirmed with 「JSON檔檢核功能」 before reporting."""
    before, _, _ = PAGES[page].partition("[上傳](upload.md)")
    assert "JSON檔檢核功能" in before


def test_upload_page_has_the_ordered_steps_in_order() -> None:
    steps = re.findall(r"^\d\. (.*)$", PAGES["upload"], re.MULTILINE)
    order = [next(number for number, step in enumerate(steps) if word in step) for word in ("JSON檔檢核功能", "再**上傳", "報送成功")]
    assert all(one < other for one, other in pairwise(order))


@pytest.mark.parametrize("page", sorted(PAGES))
def test_how_a_file_is_written_is_called_an_assumption(page: str) -> None:
    """Encoding, digits of months and dates, limits: the official ones are not public."""
    plain = re.sub(r"```.*?```", "", PAGES[page], flags=re.DOTALL)
    bare = [
        part.partition("\n")[0]
        for part in _SECTION.split(plain)
        if re.search(r"UTF-8|\b5 碼|\b7 碼表示|兩個字元的文字", part) and not re.search("參考版型|假設|官方規格", part)
    ]
    assert bare == []


def test_answers_are_short_and_lead_on() -> None:
    """A question has a few sentences, and a link or the place in the letter."""
    answers = dict(part.split("\n", 1) for part in re.split("^### ", PAGES["faq"], flags=re.MULTILINE)[1:])
    assert len(answers) > 50
    long = [question for question, answer in answers.items() if len(answer.partition("\n## ")[0]) > 320]
    bare = [question for question, answer in answers.items() if not re.search(r"\]\(|縣府函", answer)]
    assert (long, bare) == ([], [])


def test_list_of_special_cases_is_whole() -> None:
    pages = part_of_nav("特殊情形", part_of_nav("操作手冊", _NAV))
    listed = re.findall(r"^\| \[[^\]]+\]\(([\w-]+\.md)\)", PAGES["special"], re.MULTILINE)
    assert [f"manual/{name}" for name in listed] == [page for page in pages if page != "manual/special.md"]


def test_printed_manual_has_every_page_once() -> None:
    uris = list(printed.pages_of(part_of_nav("操作手冊", _NAV)))
    assert sorted(uris) == sorted(f"manual/{name}.md" for name in PAGES)
    assert all((Path("docs") / uri).parts[1] == "manual" for uri in uris), "the printed page's links are those of its folder"
