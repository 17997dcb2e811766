"""The page before the real engine: as one file from disk, and (long) over http; one boot for all tests of an edition."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from checker_page import Edition, guarded_page, open_checker
from page_stage import violations, wait_for
from playwright.sync_api import Browser, Page, expect

from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import build_sample

GOOD = build_sample(built_in_profiles()["reference"], faults=0).text.encode()
HEADER = json.loads(GOOD)


@pytest.fixture(scope="module", params=["single", pytest.param("http", marks=pytest.mark.long)])
def edition(request: pytest.FixtureRequest, editions: dict[str, Edition]) -> Edition:
    return editions[request.param]


@pytest.fixture(scope="module")
def booted(edition: Edition, browser: Browser, editions: dict[str, Edition]) -> Iterator[Page]:
    """The checker, booted once for all tests of an edition."""
    for page in guarded_page(browser, editions["http"].address):
        open_checker(page, edition)
        yield page


@pytest.fixture
def page(booted: Page) -> Iterator[Page]:
    """The page, ready and empty."""
    yield booted
    if booted.get_by_role("button", name="清除", exact=True).count():
        booted.get_by_role("button", name="清除", exact=True).click()
    wait_for(booted, "ready")


def give(page: Page, **files: bytes) -> None:
    """Gives files (`a_json` stands for `a.json`) and waits for the result of this check."""
    given = [{"name": name.replace("_", "."), "mimeType": "", "buffer": data} for name, data in files.items()]
    page.evaluate(
        """() => {
            globalThis.pvDone = new Promise((resolve) => {
              let begun = false;
              new MutationObserver((_, watcher) => {
                const state = document.documentElement.dataset.pvState;
                begun ||= state === "checking";
                if (begun && state !== "checking") { watcher.disconnect(); resolve(state); }
              }).observe(document.documentElement, {attributeFilter: ["data-pv-state"]});
            });
        }"""
    )
    page.get_by_label("選擇檔案").set_input_files(given)  # type: ignore[arg-type]
    assert page.evaluate("pvDone") == "done", page.locator("#pv-notices").inner_text()


def verdict(page: Page) -> str:
    return page.locator(".pv-verdict__sentence").inner_text()


def archive(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        for name, data in files.items():
            opened.writestr(name.replace("_", "."), data)
    return made.getvalue()


def as_json(**changes: Any) -> bytes:
    return json.dumps({**HEADER, **changes}, ensure_ascii=False).encode()


def test_clean_sample_passes_and_faulty_sample_says_where(page: Page) -> None:
    give(page, a_json=GOOD)
    assert verdict(page) == "未發現錯誤（依參考版型，非平臺認可）"
    page.get_by_role("button", name="載入範例", exact=True).click()
    expect(page.locator(".pv-verdict__sentence")).to_have_text("請先修正")
    card = page.locator(".pv-card").first
    expect(card).to_contain_text("列，第")
    expect(card.locator("mark")).not_to_be_empty()
    assert page.locator(".pv-card").count() == 8
    expect(page.locator("#pv-requests")).to_have_text("檢核程式就緒後的網路請求：0 次")


@pytest.mark.parametrize("edition", ["single", "http"], indirect=True, scope="module")
def test_rule_text_is_at_hand(page: Page, edition: Edition) -> None:
    page.get_by_role("button", name="載入範例", exact=True).click()
    link = page.locator(".pv-rulelink").first
    if edition.name == "single":
        link.click()
        expect(page.get_by_role("dialog")).to_contain_text("為什麼重要")
        page.keyboard.press("Escape")
    else:
        with page.context.expect_page() as opened:
            link.click()
        expect(opened.value.get_by_role("heading", level=1)).to_be_visible()
        assert "/rules/" in opened.value.url
        opened.value.close()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "無法讀取"),
        (b"%PDF-1.7\n", "無法讀取"),
        (archive(a_json=GOOD), "無法讀取"),
        (GOOD.decode().encode("utf-16"), "請先修正"),
        (b"\xef\xbb\xbf" + GOOD, "請先修正"),
        (b"[" * 100_000, "無法讀取"),
        (GOOD[: len(GOOD) // 2], "請先修正"),
        (b'{"foo": [{"bar": 1}]}', "無法判斷：檔案格式與所用版型不同"),
        (as_json(records=[], record_count=0), "有待確認事項"),
    ],
    ids=["empty", "pdf", "zip", "utf16", "bom", "brackets", "truncated", "layout", "no-records"],
)
def test_bad_input_gets_a_verdict_and_a_finding(page: Page, data: bytes, sentence: str) -> None:
    give(page, a_json=data)
    assert verdict(page) == sentence
    expect(page.locator(".pv-card").first).to_be_visible()


def test_archive_roster_and_batch_are_shown_together(page: Page) -> None:
    roster = f"機關代碼,機關名稱\n{HEADER['agency_code']},{HEADER['agency_name']}\n376509999Z,測試所\n".encode("cp950")
    days = "日期,類別\n1100608,停班\n".encode()
    give(page, a_zip=archive(in_json=GOOD, out_json=GOOD), roster_csv=roster, days_csv=days)
    sides = page.get_by_role("region", name="檢核時採用的設定檔")
    expect(sides).to_contain_text("應報送機關名冊：2 個機關（roster.csv）")
    expect(sides).to_contain_text("放假日曆：1 天（days.csv）")
    assert page.get_by_role("region", name="檔案（2 個）").get_by_role("row").count() == 3
    expect(page.get_by_role("region", name="各機關報送情形")).to_contain_text("逾期未收到")
    expect(page.locator(".pv-card").filter(has_text="a.zip/in.json、a.zip/out.json").first).to_be_visible()
    expect(page.locator("#pv-result")).to_contain_text("還沒收到的機關（1 個）：測試所。")
    with page.expect_download() as download:
        page.get_by_role("button", name="下載報送情形（Excel）").click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    assert [cell.value for cell in book["還沒收到"][2]][:2] == ["376509999Z", "測試所"]
    assert download.value.suggested_filename.startswith(f"差勤檢核_報送情形_{HEADER['period']}_")


def test_one_wrong_month_is_named_and_the_month_can_be_changed(page: Page) -> None:
    codes = {"甲": HEADER["agency_code"], "乙": "376509998Y", "丙": "376509997X"}
    roster = "機關代碼,機關名稱\n" + "".join(f"{code},{name}鄉公所\n" for name, code in codes.items())
    own = {name: {"agency_code": code, "agency_name": f"{name}鄉公所"} for name, code in codes.items()}
    wrong = "11001" if HEADER["period"] != "11001" else "11002"
    give(page, a_json=as_json(**own["甲"]), b_json=as_json(**own["乙"]), c_json=as_json(**own["丙"], period=wrong),
         roster_csv=roster.encode())  # fmt: skip
    result = page.locator("#pv-result")
    expect(result).to_contain_text(f"檔案是其他月份的機關（1 個）：丙鄉公所（110 年 {int(wrong[3:])} 月）。")
    expect(result).not_to_contain_text("還沒收到的機關（")
    expect(page.locator(".pv-matrix")).not_to_contain_text("未收到")
    page.get_by_role("combobox", name="資料年月").select_option(wrong)
    expect(result).to_contain_text("檔案是其他月份的機關（2 個）：")
    with page.expect_download() as download:
        page.get_by_role("button", name="下載報送情形（Excel）").click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    assert [row[1] for row in book["其他月份"].iter_rows(min_row=2, values_only=True)] == ["甲鄉公所", "乙鄉公所"]


def test_a_filtered_print_and_a_report_from_it_say_what_there_is_in_all(page: Page) -> None:
    page.get_by_role("button", name="載入範例", exact=True).click()
    wait_for(page, "done")
    total = re.search("共 ([0-9]+) 項", page.locator(".pv-list__summary").inner_text())
    assert total
    page.locator(".pv-filters").get_by_label("請確認並說明").check()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".pv-paper__extent")).to_contain_text(f"（篩選：嚴重程度：請確認並說明），全部 {total[1]} 項：")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    with page.expect_download() as download:
        page.get_by_role("button", name="下載報告（CSV）").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_bytes().decode("utf-8-sig"))))
    assert "嚴重程度：請確認並說明" in rows[-1]["說明"] and f"全部 {total[1]} 項" in rows[-1]["說明"]
    assert any(row["差假"] for row in rows) and len(rows) == int(total[1]) + 1
    # The address keeps the filter for the results that follow.
    page.locator(".pv-filters").get_by_label("請確認並說明").uncheck()


def test_one_persons_findings_and_the_numbers_of_the_file_can_be_had(page: Page) -> None:
    wrong = [{**record, "person_id": "A123456788"} for record in HEADER["records"][:1]]
    give(page, a_json=as_json(records=[*wrong, *HEADER["records"][1:]]))
    page.locator("summary", has_text="人數、假別與每日請假概況").click()
    expect(page.get_by_role("img", name="各假別時數")).to_be_visible()
    expect(page.locator(".pv-overview__facts")).to_contain_text(f"{len(HEADER['records'])} 筆")
    page.get_by_role("radio", name="依人員").check()
    group = page.locator(".pv-group").filter(has_text=wrong[0]["person_name"])
    with page.expect_download() as download:
        group.get_by_role("button", name="下載這位同仁（Excel）").click()
    rows = list(openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))["問題清單"].values)
    assert len(rows) > 1 and all(wrong[0]["person_name"] in str(row[6]) for row in rows[1:])


def test_archive_without_data_is_named(page: Page) -> None:
    give(page, a_zip=archive(a_txt=b"x"))
    expect(page.locator("#pv-result .pv-note--warning")).to_contain_text("壓縮檔「a.zip」裡沒有 .json 檔")


def test_own_schema_adds_findings_until_undone(page: Page) -> None:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {"x": {"const": "別的系統"}}, "properties": {"system_name": {"$ref": "#/$defs/x"}},
    }  # fmt: skip
    give(page, a_json=GOOD, s_json=json.dumps(schema).encode())
    assert verdict(page) != "未發現錯誤（依參考版型，非平臺認可）"
    page.get_by_role("button", name="不採用 s.json").click()
    expect(page.locator(".pv-verdict__sentence")).to_have_text("未發現錯誤（依參考版型，非平臺認可）")
    page.get_by_role("button", name="復原 s.json").click()
    expect(page.locator(".pv-verdict__sentence")).not_to_have_text("未發現錯誤（依參考版型，非平臺認可）")


def test_ids_are_masked_everywhere_until_the_switch(page: Page) -> None:
    wrong = "A123456788"
    records = [{**HEADER["records"][0], "person_id": wrong}, *HEADER["records"][1:]]
    give(page, A123456788_json=as_json(records=records))
    page.locator(".pv-card mark").first.wait_for()
    assert wrong not in page.content()
    page.get_by_role("checkbox", name="顯示完整身分證字號").click()
    page.get_by_role("button", name="仍要顯示").click()
    expect(page.locator(".pv-card").first).to_contain_text(wrong)


def test_reason_for_a_warning_is_in_the_downloaded_report(page: Page) -> None:
    give(page, a_json=as_json(records=[], record_count=0))
    page.get_by_role("button", name="填寫說明").first.click()
    page.get_by_label("說明（會寫入下載的報告與列印紀錄）").fill("本月無人請假")
    page.get_by_role("button", name="儲存說明").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="下載報告（JSON）").click()
    report = json.loads(Path(download.value.path()).read_bytes())
    assert "本月無人請假" in [finding.get("acknowledgement") for finding in report["files"][0]["findings"]]
    assert download.value.suggested_filename.startswith(f"差勤檢核_{HEADER['agency_code']}_{HEADER['period']}_")


def test_cancelled_check_leaves_a_page_that_checks(page: Page) -> None:
    many = as_json(records=HEADER["records"] * 120)
    page.get_by_label("選擇檔案").set_input_files([{"name": "m.json", "mimeType": "", "buffer": many}])
    wait_for(page, "checking")
    page.get_by_role("button", name="取消").click()
    wait_for(page, "ready")
    give(page, a_json=GOOD)
    assert verdict(page) == "未發現錯誤（依參考版型，非平臺認可）"


@pytest.mark.parametrize(
    "name", ["file", *(pytest.param(name, marks=pytest.mark.long) for name in ("single", "http"))]
)
def test_main_flow_works_in_firefox(firefox_page: Page, editions: dict[str, Edition], name: str) -> None:
    open_checker(firefox_page, editions[name])
    firefox_page.get_by_role("button", name="載入範例", exact=True).click()
    expect(firefox_page.locator(".pv-verdict__sentence")).to_have_text("請先修正")
    expect(firefox_page.locator(".pv-card mark").first).not_to_be_empty()
    firefox_page.get_by_role("radio", name="依人員").check()
    expect(firefox_page.locator(".pv-group__name").first).to_contain_text("****")
    firefox_page.get_by_role("button", name="下載報告（JSON）").click()
    expect(firefox_page.locator("#pv-announce")).to_contain_text("已交給瀏覽器下載")
    give(firefox_page, a_json=GOOD)
    assert verdict(firefox_page) == "未發現錯誤（依參考版型，非平臺認可）"
    expect(firefox_page.locator(".pv-change")).to_contain_text("已消失 8 項")
    firefox_page.locator("summary", has_text="人數、假別與每日請假概況").click()
    expect(firefox_page.get_by_role("img", name="各假別時數")).to_be_visible()
    firefox_page.get_by_role("button", name="清除").click()
    wait_for(firefox_page, "ready")


def test_short_record_fits_one_sheet_of_paper(page: Page) -> None:
    give(page, a_json=as_json(record_count=1))
    sheets = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == 1


@pytest.mark.parametrize(
    ("edition", "scheme"),
    [("single", "light"), pytest.param("single", "dark", marks=pytest.mark.long), ("http", "light"), ("http", "dark")],
    indirect=["edition"], scope="module",
)  # fmt: skip
def test_axe_finds_nothing_inside_the_theme(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.get_by_role("button", name="載入範例", exact=True).click()
    page.locator(".pv-card mark").first.wait_for()
    assert violations(page) == []
