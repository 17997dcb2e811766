"""Browsers, the built site and its three editions. Every page that these fixtures open may ask for nothing outside."""

from __future__ import annotations

import shutil
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from checker_page import Edition, guarded_page
from page_stage import Stage
from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright
from site_reader import Reader, read_with

from editions import builder
from tasks import browsers, serve


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


@pytest.fixture
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """A Firefox, where one is installed. One for each test: of starts in a Firefox that had served other tests, two of
    about thirty never ended; of sixty in a new one, none."""
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
    yield from guarded_page(browser, editions["http"].address)


@pytest.fixture
def firefox_page(firefox: Browser, editions: dict[str, Edition]) -> Iterator[Page]:
    """An empty page in a Firefox."""
    yield from guarded_page(firefox, editions["http"].address)


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Stage:
    """The stage with the windows that all tests of a process share."""
    return Stage(browser)


@pytest.fixture
def stage(windows: Stage) -> Iterator[Stage]:
    """The stage; nothing that the page does there may ask for anything outside."""
    windows.outside.clear()
    yield windows
    windows.leave()
    assert windows.outside == [], "The page asked for something that it does not ship"


@pytest.fixture(params=["http", "file"])
def reader(request: pytest.FixtureRequest, browser: Browser, editions: dict[str, Edition]) -> Iterator[Reader]:
    """Both ways, one after the other."""
    yield from read_with(browser, editions[request.param])


@pytest.fixture
def firefox_reader(firefox: Browser, editions: dict[str, Edition]) -> Iterator[Reader]:
    """From the unzipped folder in a Firefox."""
    yield from read_with(firefox, editions["file"])
