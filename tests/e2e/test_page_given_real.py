"""What is dropped on the page from disk, one thing after the other, before the real engine and the browser's own drops."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from checker_page import WATCHDOG, Edition, guarded_page, open_checker
from page_stage import wait_for
from playwright.sync_api import Browser, Page, expect

from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import build_sample

GOOD = build_sample(built_in_profiles()["reference"], faults=0).text
HEADER = json.loads(GOOD)
ROSTER = f"機關代碼,機關名稱\n{HEADER['agency_code']},{HEADER['agency_name']}\n376509999Z,測試所\n"
NO_HASH = "e3b0c44298fc1c14"


@pytest.fixture(scope="module", params=["file", pytest.param("http", marks=pytest.mark.long)])
def booted(request: pytest.FixtureRequest, editions: dict[str, Edition], browser: Browser) -> Iterator[Page]:
    """From disk, Chromium gives the page no entries of what is dropped: files and folders come in another way."""
    for page in guarded_page(browser, editions["http"].address):
        open_checker(page, editions[request.param])
        yield page


@pytest.fixture
def page(booted: Page) -> Iterator[Page]:
    """The page, ready and empty."""
    yield booted
    if booted.get_by_role("button", name="清除", exact=True).count():
        booted.get_by_role("button", name="清除", exact=True).click()
    wait_for(booted, "ready")


def drop(page: Page, folder: Path, **contents: str | None) -> None:
    """Drops files (`a_json` stands for `a.json`), each written before but for those of which nothing is there."""
    paths = []
    for name, content in contents.items():
        paths.append(folder / name.replace("_", "."))
        if content is not None:
            paths[-1].write_text(content, "utf-8")
    drop_paths(page, *paths)


def drop_paths(page: Page, *paths: Path) -> None:
    session = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": 50, "y": 50, "data": data})


def heard(page: Page, *sentences: str) -> None:
    for sentence in sentences:
        expect(page.locator("#pv-announce")).to_contain_text(sentence, timeout=WATCHDOG)


def shown(page: Page) -> str:
    """Whose result is shown."""
    wait_for(page, "done")
    return page.locator("#pv-result dt:text-is('檔案') + dd").first.inner_text()


def test_dropped_folder_is_read_with_all_that_lies_in_it(page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "六月"
    (folder / "鄉公所").mkdir(parents=True)
    (folder / "鄉公所" / "a.json").write_text(GOOD, "utf-8")
    (folder / "b.json").write_text(GOOD, "utf-8")
    (folder / "名冊.csv").write_text(ROSTER, "utf-8")
    (folder / "c.json.bak").write_text(GOOD, "utf-8")
    drop_paths(page, folder)
    expect(page.get_by_role("region", name="檔案（2 個）")).to_contain_text("六月/鄉公所/a.json")
    expect(page.get_by_role("region", name="檢核時採用的設定檔")).to_contain_text("六月/名冊.csv")
    expect(page.locator("#pv-result")).to_contain_text("六月/c.json.bak")


def test_file_that_is_gone_is_no_empty_file(page: Page, tmp_path: Path) -> None:
    drop(page, tmp_path, good_json=GOOD)
    assert shown(page) == "good.json"
    drop(page, tmp_path, gone_json=None)
    heard(page, "檢核完成：無法讀取", "瀏覽器讀不到「gone.json」", "全部解壓縮")
    result = page.locator("#pv-result")
    expect(result).to_contain_text("SYN904")
    expect(result).not_to_contain_text("good.json")
    expect(result).not_to_contain_text(NO_HASH)
    expect(result).not_to_contain_text("0 位元組")


def test_file_without_content_is_checked_and_explained(page: Page, tmp_path: Path) -> None:
    drop(page, tmp_path, good_json=GOOD)
    wait_for(page, "done")
    drop(page, tmp_path, empty_json="")
    heard(page, "檢核完成：無法讀取", "「empty.json」送到瀏覽器時沒有內容（0 位元組）", "全部解壓縮")
    expect(page.locator("#pv-result")).not_to_contain_text(NO_HASH)


def test_empty_folder_takes_the_former_verdict_away(page: Page, tmp_path: Path) -> None:
    drop(page, tmp_path, good_json=GOOD)
    wait_for(page, "done")
    (tmp_path / "空").mkdir()
    drop_paths(page, tmp_path / "空")
    heard(page, "資料夾「空」裡沒有任何檔案")
    wait_for(page, "ready")
    expect(page.locator("#pv-result")).to_be_hidden()


@pytest.mark.parametrize("key", ["$schema", "properties"])
def test_data_that_looks_like_a_schema_is_checked_itself(page: Page, tmp_path: Path, key: str) -> None:
    drop(page, tmp_path, good_json=GOOD)
    assert shown(page) == "good.json"
    drop(page, tmp_path, next_json=json.dumps({key: "https://vendor.example/leave.schema.json", **HEADER}))
    expect(page.locator("#pv-result dt:text-is('檔案') + dd").first).to_have_text("next.json")
    expect(page.locator("#pv-sides")).to_be_empty()


def test_a_clerks_table_is_answered_and_a_roster_is_a_setting(page: Page, tmp_path: Path) -> None:
    drop(page, tmp_path, good_json=GOOD)
    wait_for(page, "done")
    drop(page, tmp_path, roster_csv=ROSTER)
    expect(page.locator("#pv-result > .pv-note")).to_contain_text("以下是先前放入的「good.json」依這個設定重新檢核的結果。")
    heard(page, "已採用設定檔：應報送機關名冊", "先前放入的「good.json」", "檢核完成")
    page.get_by_role("button", name="不採用 roster.csv").click()
    heard(page, "已不採用「roster.csv」。以下是先前放入的「good.json」重新檢核的結果。")
    drop(page, tmp_path, leave_csv="姓名,假別,起日\n王小明,病假,1100607\n")
    expect(page.locator("#pv-result dt:text-is('檔案') + dd").first).to_have_text("leave.csv")
    heard(page, "檢核完成：無法讀取")


def test_settings_without_data_are_no_result(page: Page, tmp_path: Path) -> None:
    drop(page, tmp_path, roster_csv=ROSTER, schema_json=json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema"}))
    heard(page, "已收到設定檔：", "應報送機關名冊", "還沒有要檢核的差勤資料，請放入差勤系統產製的 JSON 檔。")
    wait_for(page, "ready")
    expect(page.locator("#pv-result")).to_be_hidden()
    drop(page, tmp_path, good_json=GOOD)
    assert shown(page) == "good.json"
    expect(page.get_by_role("region", name="檢核時採用的設定檔")).to_contain_text("roster.csv")
