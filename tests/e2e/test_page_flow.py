"""From a given file to the result and back: states, queue, ways in, cancel, clear, failures."""

from __future__ import annotations

import pytest
from page_stage import CLEAN, FAULTY, FINDINGS, Stage, calls, entry, file_entry, give, report, wait_for
from playwright.sync_api import expect


def test_file_given_while_loading_is_checked_by_itself(stage: Stage) -> None:
    page = stage.open({"boot": "wait"})
    wait_for(page, "booting")
    give(page, "a.json")
    give(page, "b.json", b"\xff\xfe")
    expect(page.locator("#pv-received")).to_contain_text("b.json")
    expect(page.locator("#pv-received")).to_contain_text("UTF-16")
    expect(page.locator("#pv-received")).to_contain_text("檢核程式就緒後就會自動開始。")
    expect(page.get_by_text("載入檢核程式… 3.2 MB／7.7 MB")).to_be_visible()
    page.evaluate("pvContinue()")
    wait_for(page, "done")
    assert [call["files"] for call in calls(page, "check")] == [["a.json", "b.json"]]


def test_result_says_verdict_first_takes_focus_and_is_announced(stage: Stage) -> None:
    page = stage.checked()
    region = page.get_by_role("region", name="檢核結果", exact=True)
    expect(region).to_be_visible()
    expect(region.get_by_role("heading", name="檢核結果")).to_be_focused()
    expect(region).to_contain_text("請先修正")
    expect(page.locator("#pv-announce")).to_contain_text("請先修正。必須修正 2 項")
    expect(region).to_contain_text("110 年 7 月 20 日，還有 5 天")


def test_verdict_sentence_is_the_promised_one(stage: Stage) -> None:
    """Which verdict it is: tests/page/results.test.mjs."""
    other = {**CLEAN, "profile": {**CLEAN["profile"], "id": "county", "title": "縣府版型"}}
    page = stage.checked({"report": other})
    assert page.locator(".pv-verdict__sentence").inner_text() == "未發現錯誤（依版型「縣府版型」，非平臺認可）"
    page.evaluate("report => pvFake.report = report", CLEAN)
    give(page, "again.json")
    expect(page.locator(".pv-verdict__sentence")).to_have_text("未發現錯誤（依參考版型，非平臺認可）")


def test_other_layout_with_errors_of_the_json_is_not_called_faultless(stage: Stage) -> None:
    unchecked = [{"rule": "COD105", "reason": "layout", "count": 0}]
    other = file_entry(findings=[entry("STR100")], record_count=None, not_checked=unchecked)
    page = stage.checked({"report": report([other])})
    expect(page.locator(".pv-verdict__next")).to_contain_text("這不表示檔案有錯")
    other = file_entry(findings=[entry("SYN104"), entry("STR100")], record_count=None, not_checked=unchecked)
    page.evaluate("report => pvFake.report = report", report([other]))
    give(page, "again.json")
    expect(page.locator(".pv-verdict__next")).to_contain_text("請先修正「必須修正」的項目")
    expect(page.locator(".pv-verdict")).not_to_contain_text("不表示檔案有錯")


def test_batch_without_data_is_no_pass(stage: Stage) -> None:
    page = stage.checked({"report": report([]), "problems": ["壓縮檔「a.zip」裡沒有 .json 檔。"]})
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_contain_text("沒有可檢核的資料")
    expect(page.get_by_text("未發現錯誤")).to_have_count(0)
    expect(page.locator("#pv-result .pv-note--warning")).to_contain_text("a.zip")


def test_paste_is_checked_and_emptied_by_clear(stage: Stage) -> None:
    page = stage.open()
    wait_for(page, "ready")
    page.get_by_role("button", name="檢核", exact=True).click()
    expect(page.get_by_label("貼上 JSON 內容")).to_be_focused()
    expect(page.locator("#pv-notices")).to_contain_text("請先在「貼上 JSON 內容」")
    page.get_by_label("貼上 JSON 內容").fill("{}")
    page.get_by_role("button", name="檢核", exact=True).click()
    wait_for(page, "done")
    assert calls(page, "check")[0]["files"] == ["pasted.json"]
    page.get_by_role("button", name="清除").click()
    wait_for(page, "ready")
    assert page.get_by_label("貼上 JSON 內容").input_value() == ""
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_be_hidden()
    assert page.locator("#pv-result").inner_text() == ""
    assert len(calls(page, "clear")) == 1
    expect(page.get_by_label("選擇檔案")).to_be_focused()


@pytest.mark.parametrize(("label", "kind"), [("載入範例", "faulty"), ("載入無誤的範例", "good")])
def test_sample_is_checked(stage: Stage, label: str, kind: str) -> None:
    page = stage.open()
    page.get_by_role("button", name=label, exact=True).click()
    wait_for(page, "done")
    assert calls(page, "samples") == [{"kind": kind}]
    assert calls(page, "check")[0]["files"] == ["範例.json"]
    with page.expect_download() as download:
        page.get_by_role("button", name=label.replace("載入", "下載"), exact=True).click()
    assert download.value.suggested_filename == "範例.json"
    assert download.value.path().read_bytes() == b"{}"
    assert calls(page, "samples") == [{"kind": kind}] * 2
    expect(page.locator("#pv-announce")).to_have_text("已交給瀏覽器下載：範例.json")


def test_cancel_stops_and_gives_the_page_back(stage: Stage) -> None:
    page = stage.open({"check": "wait"})
    give(page)
    wait_for(page, "checking")
    page.get_by_role("button", name="取消").click()
    wait_for(page, "ready")
    assert page.evaluate("pvEngine.calls.at(-1).op") == "cancel"
    page.evaluate("pvContinue()")
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_be_hidden()
    page.evaluate("pvFake.check = 'answer'")
    give(page)
    wait_for(page, "done")


def test_full_ids_are_shown_only_after_a_warning(stage: Stage) -> None:
    page = stage.checked()
    switch = page.get_by_role("checkbox", name="顯示完整身分證字號")
    switch.click()
    dialog = page.get_by_role("dialog", name="顯示完整身分證字號")
    dialog.get_by_role("button", name="維持遮罩").click()
    assert len(calls(page, "check")) == 1
    expect(switch).not_to_be_checked()
    switch.click()
    dialog.get_by_role("button", name="仍要顯示").click()
    expect(page.get_by_role("checkbox", name="顯示完整身分證字號")).to_be_checked()
    assert [call["options"]["mask"] for call in calls(page, "check")] == [True, False]
    give(page)
    expect(page.get_by_role("checkbox", name="顯示完整身分證字號")).not_to_be_checked()
    assert calls(page, "check")[2]["options"]["mask"] is True


@pytest.mark.parametrize(
    ("cause", "sentence"),
    [
        ("wasm", "不允許 WebAssembly"),
        ("worker", "不允許頁面在背景執行程式"),
        ("decompress", "版本太舊"),
        ("memory", "記憶體不足"),
        ("other", "沒有順利啟動"),
    ],
)
def test_boot_failure_is_explained_with_a_text_for_the_it_desk(stage: Stage, cause: str, sentence: str) -> None:
    page = stage.open({"boot": {"kind": "boot-failed", "cause": cause, "message": "made for A123456789"}})
    wait_for(page, "failed")
    heading = page.locator("#pv-failure-title")
    expect(heading).to_contain_text(sentence)
    expect(heading).to_be_focused()
    text = page.get_by_label("給資訊人員的文字").inner_text()
    assert f"boot-failed／{cause}" in text
    assert "A12345****" in text and "A123456789" not in text
    page.get_by_role("button", name="複製給資訊人員的文字").click()
    expect(page.locator("#pv-notices").get_by_role("status")).to_have_text("複製給資訊人員的文字：已複製")


@pytest.mark.parametrize(("kind", "sentence"), [("call-failed", "非預期的問題"), ("worker-gone", "中途停止")])
def test_failed_check_can_be_tried_again(stage: Stage, kind: str, sentence: str) -> None:
    page = stage.open({"check": {"kind": kind, "message": "KeyError (x.py:3)"}})
    give(page)
    wait_for(page, "failed")
    expect(page.locator("#pv-failure-title")).to_contain_text(sentence)
    page.evaluate("pvFake.check = 'answer'")
    page.get_by_role("button", name="再試一次").click()
    wait_for(page, "done")


def test_file_given_after_a_failed_start_starts_anew(stage: Stage) -> None:
    page = stage.open({"boot": {"kind": "boot-failed", "cause": "memory"}})
    wait_for(page, "failed")
    give(page)
    wait_for(page, "done")
    assert len(calls(page, "about")) == 1
    expect(page.get_by_text("檢核程式已就緒（版本 7.0.1）")).to_be_visible()


def test_download_hands_the_engines_bytes_to_the_browser(stage: Stage) -> None:
    page = stage.checked()
    page.evaluate("pvFake.answers.export.bytes = new Uint8Array([123, 125])")
    for label, kind in [("JSON", "json"), ("CSV", "csv"), ("Excel", "xlsx"), ("HTML", "html")]:
        with page.expect_download() as download:
            page.get_by_role("button", name=f"下載報告（{label}）").click()
        assert download.value.suggested_filename == "差勤檢核_376506200A_11006_20210715-0900.json"
        assert download.value.path().read_bytes() == b"{}"
        assert calls(page, "export")[-1]["format"] == kind


def test_request_count_starts_at_zero_and_shows_what_is_asked(stage: Stage) -> None:
    page = stage.checked()
    expect(page.locator("#pv-requests")).to_have_text("檢核程式就緒後的網路請求：0 次")
    page.evaluate("document.body.append(Object.assign(new Image(), {src: 'app.css?1'}))")
    expect(page.locator("#pv-requests")).to_have_text("檢核程式就緒後的網路請求：1 次")
    stage.outside.clear()


def test_what_changed_since_the_last_check_of_the_month_is_told(stage: Stage) -> None:
    page = stage.checked()
    expect(page.locator(".pv-change")).to_have_count(0)
    again = report([file_entry(findings=[FINDINGS[0], FINDINGS[2], entry("COD101", value="新的")])])
    page.evaluate("report => pvFake.report = report", again)
    give(page)
    expect(page.locator(".pv-change")).to_contain_text("已消失 2 項，新出現 1 項，仍存在 2 項")
    july = file_entry("七月.json", period="11007")
    page.evaluate("report => pvFake.report = report", report([file_entry("更正.json", again["files"][0]["findings"]), july]))
    give(page, "更正.json")
    compared = "「更正.json」和 110 年 7 月 15 日 09:00 檢核的「376506200A_11006.json」相比。"
    expect(page.locator(".pv-change")).to_contain_text(compared)
    later = report([file_entry("再更正.json"), {**july, "name": "七月更正.json"}])
    page.evaluate("report => pvFake.report = report", {**later, "checked_at": "2021-07-15T10:30:00+08:00"})
    give(page, "再更正.json")
    page.get_by_text("和哪些檔案相比").click()
    expect(page.locator(".pv-change").get_by_text("「七月更正.json」和 110 年 7 月 15 日 09:00 檢核的「七月.json」相比。")).to_be_visible()
    page.get_by_role("button", name="清除").click()
    give(page)
    wait_for(page, "done")
    expect(page.locator(".pv-change")).to_have_count(0)


def test_deadline_can_be_taken_into_a_calendar(stage: Stage) -> None:
    page = stage.checked({"report": FAULTY})
    with page.expect_download() as download:
        page.get_by_role("button", name="期限加入行事曆（.ics）", exact=True).click()
    assert download.value.suggested_filename == "差勤檢核_376506200A_11006_20210715-0900.ics"
    text = download.value.path().read_bytes().decode()
    assert "DTSTART;VALUE=DATE:20210720\r\n" in text
    assert text.count("BEGIN:VALARM") == 3
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
