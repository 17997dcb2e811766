"""The search finds Chinese words inside sentences, on a server and from disk, under the site's policy."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from checker_page import Edition, guarded_page
from playwright.sync_api import Browser, Page, expect
from site_reader import Reader, read_with

from tasks.toolchain import APP

#: What people ask → the pages of which one must stand among the first three answers.
QUESTIONS = tomllib.loads(Path(__file__).with_name("clerk_questions.toml").read_text("utf-8"))["questions"]


def open_search(reader: Reader) -> Page:
    page = reader.open("manual/fix/index.html")
    page.get_by_role("button", name="搜尋").click()
    return page


@pytest.fixture(scope="module")
def dialog(browser: Browser, editions: dict[str, Edition]) -> Iterator[Page]:
    """The search from disk, opened once for all tests that only ask."""
    for made in read_with(browser, editions["file"]):
        yield open_search(made)


def ask(page: Page, words: str) -> list[str]:
    """The addresses found, best first."""
    page.get_by_role("searchbox").fill(words)
    page.wait_for_function("words => document.querySelector('.pv-search__list').dataset.query === words", arg=words)
    found: list[str] = page.locator(".pv-search__link").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return found


def places(page: str) -> tuple[str, str]:
    """A page's addresses: the start page of a part is written as `manual/index`."""
    return f"{page}/index.html", f"{page}.html"


def test_the_pages_that_questions_name_are_there(www: Path) -> None:
    pages = {page for wanted in QUESTIONS.values() for page in wanted.split()}
    assert [page for page in sorted(pages) if not {*places(page)} & built_pages(www)] == []


def test_everyday_questions_have_their_page_in_the_first_three(www: Path) -> None:
    script = Path(__file__).with_name("ask_search.mjs")
    done = subprocess.run(
        ["node", script, www / "assets" / "search-index.js"], input=json.dumps(list(QUESTIONS)), check=True,
        capture_output=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    found = dict(zip(QUESTIONS, json.loads(done.stdout), strict=True))
    missed = {
        words: found[words] for words, wanted in QUESTIONS.items()
        if not any(address.split("#")[0] in places(page) for page in wanted.split() for address in found[words])
    }  # fmt: skip
    assert len(QUESTIONS) >= 100
    assert len(missed) <= 0.05 * len(QUESTIONS), missed


def test_the_dialog_gives_the_same_answers(dialog: Page) -> None:
    for words in list(QUESTIONS)[::20]:
        found = ask(dialog, words)[:3]
        assert any(address.split("#")[0].endswith(f"/{place}") for page in QUESTIONS[words].split() for place in places(page) for address in found), words


def test_pages_that_answer_a_phrase_are_there(www: Path) -> None:
    rows = re.findall(r'^  \["[^"]+", "[^"]+", "([^"]+)"\],$', (APP / "search" / "said.mjs").read_text("utf-8"), re.MULTILINE)
    assert len(rows) > 80
    pages = {page for row in rows for page in row.split()}
    assert [page for page in sorted(pages) if not {*places(page)} & built_pages(www)] == []


def built_pages(www: Path) -> set[str]:
    return {path.relative_to(www).as_posix() for path in www.rglob("*.html")}


def test_where_nothing_is_found_it_is_said_and_the_guides_are_shown(dialog: Page) -> None:
    for words in ("石頭火山", "假疫防", "zzzz", "！？"):
        assert [address.split("/manual/")[1] for address in ask(dialog, words)] == [
            "index.html", "faq/index.html", "contacts/index.html",
        ], words  # fmt: skip
        expect(dialog.get_by_role("dialog").get_by_role("status")).to_contain_text("找不到這些字")


def test_single_character_is_found(dialog: Page) -> None:
    assert ask(dialog, "證")


def test_other_spelling_of_the_same_word_finds_the_same(dialog: Page) -> None:
    assert ask(dialog, "平台退回") == ask(dialog, "平臺退回") != []
    assert ask(dialog, "ＣＯＤ１０５") == ask(dialog, "cod105") != []


def test_found_words_are_marked_and_counted(dialog: Page) -> None:
    ask(dialog, "機關憑證")
    expect(dialog.locator(".pv-search mark").first).to_have_text("機關憑證")
    expect(dialog.get_by_role("dialog").get_by_role("status")).to_contain_text("找到")


def test_keyboard_alone_opens_walks_and_follows(reader: Reader) -> None:
    page = reader.open("rules/str120/index.html")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    ask(page, "機關憑證")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="搜尋")).to_be_visible()
    page.keyboard.press("Control+k")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/manual/authorize/index.html*")
    assert "機關憑證" in page.locator("article").inner_text()


def test_what_is_typed_never_enters_the_address(dialog: Page) -> None:
    before = dialog.url
    ask(dialog, "機關憑證")
    assert dialog.url == before


def test_one_file_answers_from_the_manual_that_it_holds(browser: Browser, editions: dict[str, Edition]) -> None:
    for page in guarded_page(browser, editions["single"].address):
        page.goto(editions["single"].address)
        page.get_by_role("button", name="搜尋使用說明").click()
        assert ask(page, "退件")[0].startswith(("#manual/returned", "#manual/refused"))
        assert ask(page, "二十號")[0].startswith(("#manual/month", "#manual/faq"))
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_be_hidden()
        focused = page.evaluate("() => document.activeElement.closest('details[open]').dataset.page")
        assert focused in ("manual/month", "manual/faq")
        assert "#" not in page.url


@pytest.mark.long  # The same in Chromium every day.
def test_search_works_from_disk_in_firefox(firefox_reader: Reader) -> None:
    page = open_search(firefox_reader)
    assert ask(page, "機關憑證")[0].endswith("manual/authorize/index.html#誰可以設定")
