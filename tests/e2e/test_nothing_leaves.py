"""The page's policy against a server that writes down whatever reaches it. What no policy can stop: `test_ways_out.py`."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest
from checker_page import WATCHDOG, Edition, open_checker, wait_for_state
from playwright.sync_api import Browser, BrowserContext, Page, expect
from support import run

from pyvalidator.report.render import render

# Ends in no function, which the driver would call.
ATTEMPTS = Path(__file__).with_name("attempts.mjs").read_text("utf-8") + "0;"
IN_WORKER = """async ([script, server]) => {
    const code = `${script}; pvAttempt("worker", "${server}").then(() => postMessage("done"))`;
    const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    await new Promise((resolve, reject) => {
        worker.onmessage = resolve;
        worker.onerror = (event) => reject(new Error(event.message));
    });
}"""


class Listener:
    """A server on this computer that answers everything. `heard`: the paths below its address."""

    def __init__(self) -> None:
        heard = self.heard = set[str]()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                heard.add(self.path.removeprefix("/").split("?")[0])
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_POST = do_OPTIONS = do_GET

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://localhost:{self.server.server_port}/"


@pytest.fixture
def listener() -> Iterator[Listener]:
    started = Listener()
    yield started
    started.server.shutdown()
    started.server.server_close()


def open_page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(WATCHDOG)
    # What is tried here needs no Python.
    context.route("**/assets/runtime/**", lambda route: route.abort())
    page = context.new_page()
    page.goto(address, wait_until="domcontentloaded")
    yield page
    context.close()


def attempt_all(page: Page, listener: Listener, worker: bool = True) -> set[str]:
    """What has reached the listener after everything was tried."""
    page.evaluate(ATTEMPTS)
    page.evaluate("(server) => pvAttempt('page', server)", listener.address)
    if worker:
        page.evaluate(IN_WORKER, [ATTEMPTS, listener.address])
    return listener.heard - {"", "favicon.ico"}


def addresses(editions: dict[str, Edition], report: Path) -> dict[str, str]:
    """A page of every kind."""
    http, file = editions["http"].address, editions["file"].address
    return {
        "hosted checker": http, "hosted rule": f"{http}rules/str120/", "unknown address": f"{http}no/such/page",
        "checker from disk": file, "rule from disk": file.replace("index.html", "rules/str120/index.html"),
        "single file": editions["single"].address, "report": report.as_uri(),
    }  # fmt: skip


PLACES = ("hosted checker", "hosted rule", "unknown address", "checker from disk", "rule from disk", "single file")


@pytest.fixture(scope="module")
def report_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "報告.html"
    path.write_bytes(render(run({"a.json": {"records": []}}), "html"))
    return path


def test_attempts_arrive_where_no_policy_is(browser: Browser, listener: Listener) -> None:
    """Else the tests below would prove nothing."""
    home = Listener()
    for page in open_page(browser, home.address):
        heard = attempt_all(page, listener)
        tried = page.evaluate("Object.entries(pvAttempts).flatMap(([kind, all]) => Object.keys(all).map((name) => `${kind}/${name}`))")
    # Another origin's script cannot be a worker; a browser without a window loads no icons and prefetches little.
    silent = {"page/worker", "page/shared-worker", "page/speculation", "page/icon", "page/manifest"}
    assert set(tried) - heard <= silent
    home.server.shutdown()


@pytest.mark.parametrize("place", [*PLACES, "report"])
def test_nothing_leaves(
    browser: Browser, editions: dict[str, Edition], listener: Listener, report_page: Path, place: str
) -> None:
    for page in open_page(browser, addresses(editions, report_page)[place]):
        # A report allows no worker at all.
        assert attempt_all(page, listener, worker=place != "report") == set()


# The others differ in nothing that matters to the policy; they are tried in the long run.
IN_FIREFOX = [place if place == "single file" else pytest.param(place, marks=pytest.mark.long) for place in PLACES]


@pytest.mark.parametrize("place", IN_FIREFOX)
def test_nothing_leaves_in_firefox(
    firefox: Browser, editions: dict[str, Edition], listener: Listener, report_page: Path, place: str
) -> None:
    for page in open_page(firefox, addresses(editions, report_page)[place]):
        assert attempt_all(page, listener) == set()


MARK = "滲漏測試"


def marked_file() -> bytes:
    record = {"person_id": f"{MARK}1", "person_name": MARK, "leave_type": MARK, "start_date": MARK, "reason": MARK}
    return json.dumps({"agency_code": MARK, "agency_name": MARK, "period": "11006", MARK: 1, "records": [record] * 3}).encode()


@pytest.fixture
def watched(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="zh-TW", service_workers="block")
    context.set_default_timeout(WATCHDOG)
    yield context
    context.close()


def test_nothing_of_a_file_is_in_an_address_or_in_storage(watched: BrowserContext, editions: dict[str, Edition]) -> None:
    page = watched.new_page()
    open_checker(page, editions["http"])
    seen: list[str] = []
    watched.on("request", lambda request: seen.append(request.url + (request.post_data or "")))
    watched.on("page", lambda opened: seen.append(f"window {opened.url}"))
    page.on("framenavigated", lambda frame: seen.append(frame.url))
    page.get_by_label("選擇檔案").set_input_files([{"name": f"{MARK}.json", "mimeType": "", "buffer": marked_file()}])
    assert wait_for_state(page, "done", "failed") == "done"
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_contain_text(MARK)
    for name in ("CSV", "HTML"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"下載報告（{name}）").click()
        assert download.value.path().stat().st_size > 0
    page.get_by_role("search", name="篩選問題").get_by_role("searchbox").first.fill(MARK)
    expect(page.locator("#pv-requests")).to_contain_text("：0 次")
    page.get_by_role("button", name="清除").click()
    left = [one for one in [*seen, page.url] if not one.startswith(("blob:", editions["http"].address))]
    assert left == []
    assert [one for one in seen if MARK in unquote(one)] == []
    kept = page.evaluate(
        """async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state,
            await indexedDB.databases(), await caches.keys()])"""
    )
    assert MARK not in kept
    assert json.loads(kept)[2:] == ["", None, [], []]
