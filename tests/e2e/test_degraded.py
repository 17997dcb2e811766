"""What a computer refuses or lacks is done without; the rest goes on. What is too old says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from checker_page import Edition, open_checker, wait_for_state
from playwright.sync_api import Page, expect

from pages import about_build
from pyvalidator.rule import document, sample

NOTHING_EXTRA = """
    delete globalThis.Worker; delete globalThis.SharedWorker; delete globalThis.DecompressionStream;
    delete Uint8Array.fromBase64; delete globalThis.PerformanceObserver;
    delete Navigator.prototype.serviceWorker; delete globalThis.caches; delete globalThis.indexedDB;
    for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(globalThis, name, { get() { throw new DOMException("", "SecurityError"); } });
    }
"""


def check_sample(page: Page) -> None:
    page.get_by_role("button", name="載入範例").click()
    wait_for_state(page, "done")
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_contain_text("請先修正")


def test_check_goes_on_where_everything_extra_is_missing(page: Page, editions: dict[str, Edition]) -> None:
    page.add_init_script(NOTHING_EXTRA)
    open_checker(page, editions["http"])
    check_sample(page)
    expect(page.locator("#pv-offline")).to_be_hidden()


# From the first request on the runtime's memory may grow by 8 MB; who answers for the page is a script of its own.
NO_MORE_MEMORY = """
    const limit = `
        const { grow } = WebAssembly.Memory.prototype;
        let most = Infinity, latest;
        WebAssembly.Memory.prototype.grow = function (pages) {
            latest = this;
            if (this.buffer.byteLength + pages * 65536 > most) throw new RangeError("refused");
            return grow.call(this, pages);
        };
        addEventListener("message", ({ data }) => {
            if (data.op === "share") most = (latest?.buffer.byteLength ?? 0) + 8e6;
        });
    `;
    globalThis.Blob = class extends Blob {
        constructor(parts, options) {
            super(options?.type === "text/javascript" ? [limit, ...parts] : parts, options);
        }
    };
"""


def test_file_without_memory_is_named_and_the_others_go_on(
    page: Page, editions: dict[str, Edition], tmp_path: Path
) -> None:
    large, small = tmp_path / "large.json", tmp_path / "small.json"
    large.write_text(json.dumps(document([{"reason": f"第 {number} 次"} for number in range(40_000)])), "utf-8")
    small.write_text(json.dumps(sample()), "utf-8")
    page.add_init_script(NO_MORE_MEMORY)
    open_checker(page, editions["http"])
    page.get_by_label("選擇檔案").set_input_files([large, small])
    assert wait_for_state(page, "done", "failed") == "done"
    result = page.get_by_role("region", name="檢核結果", exact=True)
    expect(result).to_contain_text("無法讀取")
    expect(result).to_contain_text("記憶體")
    expect(result).to_contain_text("命令列")
    expect(result.get_by_role("row", name="small.json")).to_contain_text("未發現錯誤")


def test_refused_service_worker_changes_nothing(page: Page, editions: dict[str, Edition]) -> None:
    page.add_init_script("navigator.serviceWorker.register = () => Promise.reject(new DOMException('', 'SecurityError'))")
    page.goto(f"{editions['http'].address}manual/index.html")
    # An error that nobody caught would fail the test.
    page.get_by_role("button", name="搜尋").click()
    expect(page.get_by_role("dialog")).to_be_visible()


LAST = about_build.right_until().isoformat()


@pytest.mark.parametrize(("today", "shown"), [(f"{LAST}T15:59:00Z", 0), (f"{LAST}T16:01:00Z", 1)])
def test_copy_beyond_its_calendar_and_law_says_so(
    page: Page, editions: dict[str, Edition], today: str, shown: int
) -> None:
    """The day is Taipei's, wherever the computer believes to be."""
    page.route("**/assets/runtime/**", lambda route: route.abort())
    page.clock.set_fixed_time(today)
    page.goto(editions["http"].address)
    wait_for_state(page, "booting", "failed")
    expect(page.locator("#pv-outdated")).to_have_count(shown)
    if shown:
        expect(page.locator("#pv-outdated")).to_contain_text("這一份檢核程式已經過期")
