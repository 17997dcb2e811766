"""What a computer forbids, and work that takes long: each in its own words, with a text for the IT desk."""

from __future__ import annotations

import pytest
from page_stage import Stage, give, violations, wait_for
from playwright.sync_api import Page, expect

NO_STORAGE = """
    Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
"""


def desk_text(page: Page) -> str:
    return page.get_by_label("給資訊人員的文字").inner_text()


def test_storage_switched_off_is_named_and_does_not_matter(stage: Stage) -> None:
    page = stage.open(script=NO_STORAGE)
    wait_for(page, "ready")
    page.get_by_text("不允許網頁儲存設定，檢核不受影響").click()
    assert "localStorage" in desk_text(page) and "儲存空間：無" in desk_text(page)
    assert violations(page) == []
    give(page)
    wait_for(page, "done")


def test_refused_worker_is_named_and_does_not_matter(stage: Stage) -> None:
    page = stage.open({"onPage": True})
    wait_for(page, "ready")
    page.get_by_text("不允許在背景執行，檢核期間畫面可能暫時沒有回應").click()
    assert "worker-src" in desk_text(page)
    give(page)
    wait_for(page, "done")


def test_free_computer_has_no_such_notes(stage: Stage) -> None:
    page = stage.open()
    wait_for(page, "ready")
    expect(page.locator("#pv-limits")).to_be_empty()


def test_blocked_download_has_a_way_round_and_a_text(stage: Stage) -> None:
    page = stage.checked()
    page.evaluate("pvFake.answers.export.bytes = new Uint8Array([123, 125])")
    page.get_by_role("button", name="下載報告（Excel）").click()
    expect(page.get_by_text("已交給瀏覽器下載：差勤檢核_376506200A_11006_20210715-0900.json").last).to_be_visible()
    page.get_by_text("按了下載卻沒有出現檔案？").click()
    expect(page.locator(".pv-said")).to_contain_text("另存為 PDF")
    assert "DownloadRestrictions" in desk_text(page)


def test_failed_export_is_said_where_it_can_be_seen(stage: Stage) -> None:
    page = stage.checked({"answers": {"export": None}})
    page.get_by_role("button", name="下載報告（CSV）").click()
    expect(page.locator(".pv-said")).to_contain_text("「下載報告（CSV）」沒有成功")


def test_text_for_the_desk_can_be_copied(stage: Stage) -> None:
    page = stage.open({"boot": {"kind": "boot-failed", "cause": "wasm"}}, permissions=["clipboard-read", "clipboard-write"])
    wait_for(page, "failed")
    page.get_by_role("button", name="複製給資訊人員的文字").click()
    page.get_by_role("button", name="已複製").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == desk_text(page)


def test_file_too_large_for_memory_is_named_before_it_is_read(stage: Stage) -> None:
    page = stage.open({"boot": "wait"})
    page.evaluate(
        """() => {
            const file = new File(["{"], "large.json");
            Object.defineProperty(file, "size", { value: 300 * 1024 ** 2 });
            const transfer = new DataTransfer();
            transfer.items.add(file);
            Object.defineProperty(document.getElementById("pv-files"), "files", { value: [file], configurable: true });
            document.getElementById("pv-files").dispatchEvent(new Event("change"));
        }"""
    )
    expect(page.locator("#pv-received")).to_contain_text("檔案超過 256 MB，瀏覽器的記憶體放不下")


def test_check_without_news_says_what_can_be_done(stage: Stage) -> None:
    page = stage.open({"check": "wait"}, script="globalThis.pvClock = 0; performance.now = () => pvClock;")
    give(page)
    wait_for(page, "checking")
    status = page.locator("#pv-status-text")
    page.evaluate("pvClock = 190_000")
    expect(status).to_contain_text("已經 3 分鐘沒有進展，可能是這臺電腦的記憶體不足")
    page.get_by_role("button", name="取消").click()
    wait_for(page, "ready")


@pytest.mark.parametrize(("share", "words"), [(0.5, "約還要 10 秒"), (0.99, "比預估久一些")])
def test_stage_and_time_left_are_told(stage: Stage, share: float, words: str) -> None:
    page = stage.open({"check": "wait"}, script="globalThis.pvClock = 0; performance.now = () => pvClock;")
    give(page)
    wait_for(page, "checking")
    page.evaluate(
        "share => { pvClock = 10_000; pvProgress({file: 'b.json', index: 1, files: 3, stage: 'entries', share}); }", share
    )
    status = page.locator("#pv-status-text")
    expect(status).to_contain_text("檢核中：第 2／3 個檔案，整理問題與位置（b.json）")
    page.evaluate("pvClock += 100") if share > 0.9 else None
    expect(status).to_contain_text(words)
    assert page.locator("#pv-status-bar").evaluate("bar => bar.value") == share
