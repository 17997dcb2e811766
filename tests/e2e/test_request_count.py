"""「檢核程式就緒後的網路請求」 over a whole visit of every edition: what the page says is what the browser saw."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from checker_page import WATCHDOG, Edition, not_from_disk, open_checker, wait_for_state
from playwright.sync_api import Browser, BrowserContext, Page, expect
from wizard.layouts import LAYOUTS

from pyvalidator.samples import build_sample

OTHER_LAYOUT = build_sample(LAYOUTS[0], people=3, seed=3, period="11006").text.encode()
ZERO = "檢核程式就緒後的網路請求：0 次"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor whose browser keeps the site for offline use, as it does for everybody."""
    opened = browser.new_context(locale="zh-TW", accept_downloads=True)
    opened.set_default_timeout(WATCHDOG)
    yield opened
    opened.close()


def watch(page: Page) -> list[str]:
    """The addresses that the page asks for from now on, as the browser's own tools list them."""
    asked: list[str] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    return asked


def outside_the_page(asked: list[str]) -> list[str]:
    """Bytes of the page itself have an address too, and are no request."""
    return [address for address in asked if not address.startswith(("blob:", "data:"))]


def settle(page: Page) -> None:
    """A request of a browser for an icon comes a moment after what causes it."""
    page.wait_for_timeout(500)


def drop_file(page: Page, path: Path) -> None:
    session = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": 50, "y": 50, "data": data})
    expect(page.locator("#pv-result")).to_contain_text(path.name)


def use_everything(page: Page, folder: Path) -> None:
    """Everything that a visitor can do, but for the search."""
    page.get_by_role("button", name="載入範例", exact=True).click()
    wait_for_state(page, "done")
    for way in ("依人員", "依規則"):
        page.get_by_role("radio", name=way).check()
        settle(page)
    page.get_by_role("checkbox", name="必須修正").click()
    page.get_by_role("search", name="篩選問題").get_by_role("searchbox").first.fill("病假")
    page.evaluate("location.hash = 'severity=error'")
    settle(page)
    page.locator("summary", has_text="人數、假別與每日請假概況").click()
    page.get_by_role("img", name="各假別時數").wait_for()
    for name in ("JSON", "CSV", "Excel", "HTML"):
        with page.expect_download():
            page.get_by_role("button", name=f"下載報告（{name}）").click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint')), dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    other = folder / "別的格式.json"
    other.write_bytes(OTHER_LAYOUT)
    drop_file(page, other)
    page.get_by_role("button", name="用對照精靈設定這種格式").click()
    page.get_by_role("heading", name="哪些是差假紀錄").wait_for()
    page.get_by_role("button", name="離開對照精靈").click()
    page.get_by_label("貼上 JSON 內容").fill("{}")
    page.get_by_role("button", name="檢核", exact=True).click()
    expect(page.locator("#pv-result")).to_contain_text("pasted.json")
    page.get_by_role("button", name="清除", exact=True).click()
    wait_for_state(page, "ready")
    settle(page)


@not_from_disk
def test_a_whole_visit_asks_for_nothing_but_what_is_named(
    context: BrowserContext, edition: Edition, tmp_path: Path
) -> None:
    page = context.new_page()
    open_checker(page, edition)
    if edition.name == "http":
        # By then nothing of the page's own start is under way.
        expect(page.locator("#pv-offline")).to_contain_text("沒有網路也能開啟", timeout=WATCHDOG)
    asked = watch(page)
    use_everything(page, tmp_path)
    if edition.name == "single":
        assert outside_the_page(asked) == []
        expect(page.locator("#pv-requests")).to_have_text(ZERO)
        expect(page.locator("#pv-requests-named")).to_be_hidden()
        return
    site = edition.address.removesuffix("index.html")
    [excel] = outside_the_page(asked)
    assert excel.startswith(f"{site}assets/runtime/xlsxwriter-0-")
    expect(page.locator("#pv-requests")).to_have_text("檢核程式就緒後的網路請求：1 次")
    expect(page.locator("#pv-requests-named")).to_contain_text("產生 Excel 檔的元件（下載 Excel 時載入）")
    for _ in range(2):
        page.get_by_role("button", name="搜尋").click()
        page.get_by_role("searchbox", name="搜尋", exact=True).fill("機關憑證")
        expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("找到")
        page.keyboard.press("Escape")
    settle(page)
    assert outside_the_page(asked) == [excel, f"{site}assets/search-index.js"]
    expect(page.locator("#pv-requests")).to_have_text("檢核程式就緒後的網路請求：2 次")
    expect(page.locator("#pv-requests-named")).to_contain_text("只讀取本站自己的檔案：")
    expect(page.locator("#pv-requests-named")).to_contain_text("搜尋索引（第一次開啟「搜尋」時載入）")


def test_what_is_kept_for_offline_use_has_its_own_line(context: BrowserContext, editions: dict[str, Edition]) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url) if request.service_worker else None)
    page = context.new_page()
    open_checker(page, editions["http"])
    line = page.locator("#pv-offline")
    expect(line).to_contain_text("不計入上面的次數）", timeout=WATCHDOG)
    kept = page.evaluate(
        """async () => {
            const cache = await caches.open((await caches.keys())[0]);
            const answers = await cache.matchAll();
            const bytes = (await Promise.all(answers.map((answer) => answer.blob()))).reduce((sum, { size }) => sum + size, 0);
            return [answers.length, (bytes / 1024 ** 2).toFixed(1)];
        }"""
    )
    expect(line).to_contain_text(f"從本站存了 {kept[0]} 個檔案，{kept[1]} MB")
    fetched = [address for address in asked if not address.endswith("sw.js")]
    assert len(set(fetched)) == kept[0]
    assert [address for address in fetched if not address.startswith(editions["http"].address)] == []
    expect(page.locator("#pv-requests")).to_have_text(ZERO)
