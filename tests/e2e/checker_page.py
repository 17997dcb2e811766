"""The checker of an edition: opened, waited for, with every request to the outside failing the test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, TimeoutError

# A wait that lasts longer has hung.
WATCHDOG = 60_000


#: Over http and in the one file every day; from disk, where the same files are read otherwise, in the long run.
not_from_disk = pytest.mark.parametrize(
    "edition", ["http", "single", pytest.param("file", marks=pytest.mark.long)], indirect=True
)


@dataclass(frozen=True)
class Edition:
    """One way to open the checker."""

    name: str
    address: str


def guarded_page(browser: Browser, served: str) -> Iterator[Page]:
    """A page that can reach nothing but what is served at this address; the test fails if it tried, or if a script of
    ours threw."""
    # What the site keeps for offline use has its own tests; here it would only take time.
    context = browser.new_context(locale="zh-TW", timezone_id="Asia/Taipei", service_workers="block")
    context.set_default_timeout(WATCHDOG)
    outside: list[str] = []
    errors: list[str] = []

    def refuse(route: object) -> None:
        outside.append(route.request.url)  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    context.route(re.compile(f"^(?!{re.escape(served)}|file:|blob:|data:)"), refuse)
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert outside == [], "The page asked for something that it does not ship"
    assert errors == [], "A script of the page threw"


def wait_for_state(page: Page, *states: str) -> str:
    """Waits until the page is in one of these states; returns which."""
    page.locator(",".join(f"html[data-pv-state={state}]" for state in states)).wait_for(state="attached")
    return page.locator("html").get_attribute("data-pv-state") or ""


def open_checker(page: Page, edition: Edition) -> None:
    """Opens an edition and waits until it is ready."""
    page.goto(edition.address, wait_until="commit")
    try:
        state = wait_for_state(page, "ready", "failed")
    except TimeoutError:
        said = page.get_by_role("status").all_inner_texts()
        raise AssertionError(f"never ready; the page says {said}, its workers are {len(page.workers)}") from None
    assert state == "ready", page.locator(".pv-failure").inner_text()


# A driven Firefox does not tell of downloads. Under the site's policy nothing may be waited for by a text of script.
_KEEP_BLOB = """
    const { createObjectURL } = URL;
    let tell;
    globalThis.pvExpect = () => (globalThis.pvBlob = new Promise((resolve) => (tell = resolve)), null);
    URL.createObjectURL = (blob) => (tell?.(blob), createObjectURL.call(URL, blob));
"""


def keep_downloads(page: Page) -> None:
    """Before the page is opened: `downloaded` can read what it hands out."""
    page.add_init_script(_KEEP_BLOB)


def downloaded(page: Page, name: str) -> bytes:
    """What the page hands out at this button, in any browser."""
    page.evaluate("pvExpect()")
    page.get_by_role("button", name=name).click()
    data = page.evaluate("pvBlob.then((blob) => blob.arrayBuffer()).then((data) => Array.from(new Uint8Array(data)))")
    return bytes(data)
