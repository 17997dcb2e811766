"""Browsers, the built site and its three editions. Every page that these fixtures open may ask for nothing outside."""

from __future__ import annotations

import re
import shutil
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

from editions import builder
from tasks import browsers, serve

# A wait that lasts longer has hung.
WATCHDOG = 60_000


@dataclass(frozen=True)
class Edition:
    """One way to open the checker."""

    name: str
    address: str


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium."""
    path = browsers.find_chromium()
    assert path, "No Chromium was found: `python site/build/task.py test` installs one where the machine allows it."
    launched = playwright.chromium.launch(executable_path=path, args=list(browsers.CHROMIUM_ARGUMENTS))
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """A Firefox, where one is installed."""
    path = browsers.find_firefox()
    if not path:
        pytest.skip("no Firefox is installed")
    try:
        launched = playwright.firefox.launch(channel="moz-firefox", executable_path=path)
    except Error as error:
        if "unknown command" not in error.message:
            raise
        pytest.skip("the installed Firefox is too old to be driven")
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def www() -> Path:
    """The built site; built now unless it is current."""
    builder.ensure_built()
    return builder.WWW


@pytest.fixture(scope="session")
def editions(www: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Edition]]:
    """The three editions: served, unzipped, and one file alone in a folder of its own."""
    server = serve.open_server(0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    unzipped = tmp_path_factory.mktemp("unzipped")
    with zipfile.ZipFile(builder.OFFLINE_ZIP) as archive:
        archive.extractall(unzipped)
    # A folder and a name with Chinese text and a blank, as on a colleague's share.
    single = tmp_path_factory.mktemp("單檔 版") / "差勤檢核.html"
    shutil.copy(builder.SINGLE_HTML, single)
    yield {
        "http": Edition("http", f"http://127.0.0.1:{server.server_port}/"),
        "file": Edition("file", (unzipped / "index.html").as_uri()),
        "single": Edition("single", single.as_uri()),
    }
    server.shutdown()


@pytest.fixture(params=["http", "file", "single"])
def edition(request: pytest.FixtureRequest, editions: dict[str, Edition]) -> Edition:
    """Each edition in turn."""
    return editions[request.param]


@pytest.fixture
def page(browser: Browser, editions: dict[str, Edition]) -> Iterator[Page]:
    """An empty page in a Chromium."""
    yield from guarded_page(browser, editions)


@pytest.fixture
def firefox_page(firefox: Browser, editions: dict[str, Edition]) -> Iterator[Page]:
    """An empty page in a Firefox."""
    yield from guarded_page(firefox, editions)


def guarded_page(browser: Browser, editions: dict[str, Edition]) -> Iterator[Page]:
    """A page that can reach nothing but the served site; the test fails if it tried, or if a script of ours threw."""
    # What the site keeps for offline use has its own tests; here it would only take time.
    context = browser.new_context(locale="zh-TW", timezone_id="Asia/Taipei", service_workers="block")
    context.set_default_timeout(WATCHDOG)
    outside: list[str] = []
    errors: list[str] = []

    def refuse(route: object) -> None:
        outside.append(route.request.url)  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    context.route(re.compile(f"^(?!{re.escape(editions['http'].address)}|file:|blob:|data:)"), refuse)
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
    assert wait_for_state(page, "ready", "failed") == "ready", page.locator(".pv-failure").inner_text()


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
