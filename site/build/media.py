"""Screenshots of the real page into build/media/, light and dark, wide and narrow. Needs a browser and a CJK font."""

from __future__ import annotations

from pathlib import Path

from browsers import find_chromium
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "build" / "media"
VIEWS = {"wide": (1366, 768), "narrow": (320, 640)}


def shoot(page: Page, name: str) -> None:
    page.screenshot(path=TARGET / f"{name}.png", full_page=True)


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    address = (ROOT / "build" / "www" / "index.html").as_uri()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
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
        browser.close()
    print(f"screenshots: {TARGET}")


if __name__ == "__main__":
    main()
