"""Screenshots of the real page, and the manual as PDF, into build/media/. Needs a browser and a CJK font.

Light and dark, wide and narrow for looking at; `checker-….png`, `wizard.png` and the PDFs for the site, which takes
them in at the next build while they are true.
"""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from media.embed import FOLDER, write_stamp
from pages.wizard_example import EXAMPLE
from tasks.browsers import find_chromium
from tasks.toolchain import WWW

VIEWS = {"wide": (1366, 768), "narrow": (320, 640)}


def shoot(page: Page, name: str) -> None:
    page.screenshot(path=FOLDER / f"{name}.png", full_page=True)


def shoot_for_manual(page: Page, address: str) -> None:
    """The checker as the manual shows it: ready, with a result, and one finding."""
    page.goto(address)
    page.wait_for_selector("html[data-pv-state=ready]", timeout=60_000)
    page.screenshot(path=FOLDER / "checker-ready.png")
    page.get_by_role("button", name="載入範例", exact=True).click()
    page.wait_for_selector("html[data-pv-state=done]", timeout=60_000)
    page.screenshot(path=FOLDER / "checker-result.png", animations="disabled")
    page.locator(".pv-card").first.screenshot(path=FOLDER / "checker-finding.png")


def shoot_wizard(page: Page, address: str) -> None:
    """對照精靈 with the example of its page, in the step that asks what each key is."""
    page.goto(address)
    page.wait_for_selector("html[data-pv-state=ready]", timeout=60_000)
    page.get_by_label("選擇檔案").set_input_files(EXAMPLE)
    page.get_by_role("button", name="用對照精靈設定這種格式").click()
    page.get_by_role("navigation", name="對照精靈的步驟").get_by_role("button", name="對應").click(timeout=60_000)
    page.get_by_role("heading", name="每個鍵是什麼？").evaluate("heading => scrollTo(0, heading.offsetTop - 160)")
    page.screenshot(path=FOLDER / "wizard.png", animations="disabled")


def print_manual(page: Page, www: Path) -> None:
    """The printable editions as PDF, with page numbers."""
    numbers = '<div style="font-size:8px;width:100%;text-align:center"><span class="pageNumber"></span></div>'
    for folder in ("manual", "covid"):
        page.goto((www / folder / "print" / "index.html").as_uri())
        page.pdf(
            path=FOLDER / f"{folder}.pdf", prefer_css_page_size=True, display_header_footer=True,
            header_template="<div></div>", footer_template=numbers,
        )  # fmt: skip


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    address = (WWW / "index.html").as_uri()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            # Fonts, and the browser's own words where it has them, as readers here see them.
            executable_path=find_chromium(), args=["--no-sandbox", "--lang=zh-TW"],
            env={**os.environ, "LANG": "zh_TW.UTF-8", "LANGUAGE": "zh_TW"},
        )  # fmt: skip
        for view, (width, height) in VIEWS.items():
            for scheme in ("light", "dark"):
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                page.goto(address)
                page.wait_for_selector("html[data-pv-state=ready]", timeout=60_000)
                shoot(page, f"ready-{view}-{scheme}")
                page.get_by_role("button", name="載入範例", exact=True).click()
                page.wait_for_selector("html[data-pv-state=done]", timeout=60_000)
                shoot(page, f"result-{view}-{scheme}")
                page.close()
        page = browser.new_page(viewport={"width": 1100, "height": 760}, color_scheme="light", locale="zh-TW")
        shoot_for_manual(page, address)
        shoot_wizard(page, address)
        print_manual(page, WWW)
        browser.close()
    write_stamp()
    print(f"screenshots: {FOLDER}")


if __name__ == "__main__":
    main()
