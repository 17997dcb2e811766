"""The shortest way through everything: the real page, the real core, a real browser. `make quick` ends with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from checker_page import Edition, guarded_page, open_checker, wait_for_state
from playwright.sync_api import Browser, Page, expect

from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import build_sample


@pytest.fixture
def checker(request: pytest.FixtureRequest) -> Edition:
    """The page that `--checker` names, else the built site's."""
    given: Path | None = request.config.getoption("--checker")
    if given:
        return Edition("file", given.resolve().as_uri())
    editions: dict[str, Edition] = request.getfixturevalue("editions")
    return editions["file"]


@pytest.fixture
def page(browser: Browser, checker: Edition) -> Iterator[Page]:
    """An empty page that may reach nothing but files."""
    yield from guarded_page(browser, "file:")


def test_files_are_checked_and_the_report_can_be_taken_away(page: Page, checker: Edition) -> None:
    open_checker(page, checker)
    clean = build_sample(built_in_profiles()["reference"], faults=0).text.encode()
    page.get_by_label("選擇檔案").set_input_files([{"name": "a.json", "mimeType": "", "buffer": clean}])
    assert wait_for_state(page, "done", "failed") == "done"
    expect(page.locator(".pv-verdict__sentence")).to_have_text("未發現錯誤（依參考版型，非平臺認可）")
    page.get_by_role("button", name="載入範例", exact=True).click()
    expect(page.locator(".pv-verdict__sentence")).to_have_text("請先修正")
    expect(page.locator(".pv-card mark").first).not_to_be_empty()
    with page.expect_download() as download:
        page.get_by_role("button", name="下載報告（JSON）").click()
    report = json.loads(download.value.path().read_bytes())
    assert page.locator(".pv-card").count() == len(report["files"][0]["findings"]) > 0
    assert report["incidents"] == []
    expect(page.locator("#pv-requests")).to_have_text("檢核程式就緒後的網路請求：0 次")
