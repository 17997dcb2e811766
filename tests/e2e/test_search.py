"""The search finds Chinese words inside sentences, on a server and from disk, under the site's policy."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from checker_page import Edition
from playwright.sync_api import Browser, Page, expect
from site_reader import Reader, read_with

#: What clerks ask → a page of which one place must stand on the first screen of answers (the first five).
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
    return [link.get_attribute("href") or "" for link in page.locator(".pv-search__link").all()]


def test_clerks_questions_are_answered_on_the_first_screen(dialog: Page) -> None:
    missed = {}
    for words, wanted in QUESTIONS.items():
        found = ask(dialog, words)[:5]
        if not any(f"/{wanted}/" in address for address in found):
            missed[words] = found
    assert not missed


def test_nonsense_finds_nothing(dialog: Page) -> None:
    for words in ("石頭火山", "假疫防", "zzzz", "！？"):
        assert ask(dialog, words) == [], words
        expect(dialog.get_by_role("dialog").get_by_role("status")).not_to_contain_text("找到 ")


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


@pytest.mark.long  # The same in Chromium every day.
def test_search_works_from_disk_in_firefox(firefox_reader: Reader) -> None:
    page = open_search(firefox_reader)
    assert ask(page, "機關憑證")[0].endswith("manual/authorize/index.html#誰可以設定")
