"""我有欄位說明表, and rosters that are spreadsheets, as a clerk would use them in every edition."""

from __future__ import annotations

import json
from typing import Any

import pytest
from checker_page import Edition, downloaded, keep_downloads, not_from_disk, open_checker, wait_for_state
from playwright.sync_api import Page, expect
from spec_table.tables import SHEETS, WORD, ods, xlsx

from pyvalidator.rule import sample

ROWS = [["應報送機關名冊"], ["機關代碼", "機關名稱"], ["376506200A", "水上鄉公所"], ["376506300A", "太保市公所"]]
NAMED = "讀取試算表的元件（放入試算表時載入）"


def given(name: str, content: Any) -> Any:
    data = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
    return {"name": name, "mimeType": "", "buffer": data}


def open_spec(page: Page) -> None:
    page.locator("#pv-more summary").click()
    page.get_by_role("button", name="我有欄位說明表").click()
    expect(page.get_by_role("heading", name="我有欄位說明表")).to_be_visible()


@not_from_disk
def test_a_workbook_becomes_the_profile_in_use(page: Page, edition: Edition) -> None:
    keep_downloads(page)
    open_checker(page, edition)
    open_spec(page)
    page.get_by_label("選擇欄位說明表").set_input_files(given("規格.xlsx", SHEETS.content))
    region = page.locator("#pv-wizard")
    expect(region.get_by_role("status").first).to_contain_text("讀到 15 個欄位，還有 1 個問題要您確認", timeout=60_000)
    if edition.name == "single":
        expect(page.locator("#pv-requests")).to_contain_text("：0 次", timeout=60_000)
    else:
        expect(page.locator("#pv-requests")).to_contain_text("：1 次", timeout=60_000)
        expect(page.locator("#pv-requests-named")).to_contain_text(NAMED, timeout=60_000)
    expect(region).to_contain_text("工作表「明細」第 5 列", timeout=60_000)
    apply = region.get_by_role("button", name="用這份版型檢核")
    expect(apply).to_be_disabled(timeout=60_000)
    region.get_by_role("button", name="這些選擇都對，確認").click()
    expect(region.get_by_role("status").first).to_contain_text("沒有要確認的問題", timeout=60_000)
    assert downloaded(page, "下載測試用檔案（JSON Schema、範例檔、每個欄位的錯誤檔）").startswith(b"PK")
    apply.click()
    expect(page.locator("#pv-sides")).to_contain_text("版型", timeout=60_000)
    page.get_by_label("選擇檔案").set_input_files(given("差假.json", SHEETS.clean))
    assert wait_for_state(page, "done", "failed") == "done"
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_contain_text("未發現錯誤", timeout=60_000)


def test_a_pasted_table_is_compared_with_the_file_at_hand(page: Page, editions: dict[str, Edition]) -> None:
    open_checker(page, editions["http"])
    clean = json.loads(json.dumps(WORD.clean))
    clean["records"][0]["NEW"] = "x"
    page.get_by_label("選擇檔案").set_input_files(given("差假.json", clean))
    wait_for_state(page, "done")
    open_spec(page)
    page.get_by_label("或貼上表格").fill(str(WORD.content))
    page.get_by_role("button", name="讀取表格").click()
    region = page.locator("#pv-wizard")
    expect(region).to_contain_text("資料裡有、表裡沒有：每筆紀錄 NEW", timeout=60_000)
    region.get_by_role("combobox", name="事由：對應到").select_option("")
    expect(region).to_contain_text("由您指定", timeout=60_000)
    page.get_by_label("或貼上表格").fill("沒有表格")
    page.get_by_role("button", name="讀取表格").click()
    expect(region.get_by_role("alert")).to_contain_text("找不到欄位說明表", timeout=60_000)
    expect(page.locator("#pv-requests")).to_contain_text("：0 次", timeout=60_000)


@not_from_disk
def test_a_roster_may_be_a_spreadsheet(page: Page, edition: Edition) -> None:
    open_checker(page, edition)
    for name, rows in (("名冊.xlsx", xlsx({"名冊": ROWS[:3]})), ("名冊.ods", ods({"名冊": ROWS}))):
        page.get_by_label("選擇檔案").set_input_files([given("差假.json", sample()), given(name, rows)])
        expect(page.locator("#pv-sides")).to_contain_text(f"{2 if 'ods' in name else 1} 個機關", timeout=60_000)
        assert wait_for_state(page, "done", "failed") == "done"
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_contain_text("太保市公所", timeout=60_000)
    if edition.name != "single":
        expect(page.locator("#pv-requests-named")).to_contain_text(NAMED, timeout=60_000)


@pytest.mark.long  # The same in Chromium every day.
@pytest.mark.parametrize("where", ["http", "single"])
def test_a_spreadsheet_is_read_in_firefox(firefox_page: Page, editions: dict[str, Edition], where: str) -> None:
    open_checker(firefox_page, editions[where])
    files = [given("差假.json", sample()), given("名冊.xlsx", xlsx({"名冊": ROWS}))]
    firefox_page.get_by_label("選擇檔案").set_input_files(files)
    assert wait_for_state(firefox_page, "done", "failed") == "done"
    assert firefox_page.locator("html").get_attribute("data-pv-start") == "image"
    expect(firefox_page.locator("#pv-sides")).to_contain_text("2 個機關", timeout=60_000)


def test_a_reader_that_does_not_arrive_is_told_and_the_check_goes_on(page: Page, editions: dict[str, Edition]) -> None:
    page.route("**/runtime/python_calamine-*", lambda route: route.abort())
    open_checker(page, editions["file"])
    page.get_by_label("選擇檔案").set_input_files([given("差假.json", sample()), given("名冊.xlsx", xlsx({"名冊": ROWS}))])
    assert wait_for_state(page, "done", "failed") == "done"
    expect(page.locator("#pv-sides")).to_contain_text("或另存為 CSV", timeout=60_000)
    page.unroute("**/runtime/python_calamine-*")
    page.get_by_label("選擇檔案").set_input_files([given("差假.json", sample()), given("名冊.xlsx", xlsx({"名冊": ROWS}))])
    expect(page.locator("#pv-sides")).to_contain_text("2 個機關", timeout=60_000)


@pytest.mark.parametrize("where", [pytest.param("http", marks=pytest.mark.long), "single"])
def test_a_spreadsheet_alone_has_an_answer(page: Page, editions: dict[str, Edition], where: str) -> None:
    open_checker(page, editions[where])
    page.get_by_label("選擇檔案").set_input_files(given("差假資料.xlsx", xlsx({"a": [["身分證字號", "假別"], ["A123456789", "病假"]]})))
    assert wait_for_state(page, "done", "failed") == "done"
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_contain_text("無法讀取", timeout=60_000)
