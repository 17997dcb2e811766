"""The hosted site after the first visit: without its server, with a newer version, half updated, installed."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from checker_page import WATCHDOG, wait_for_state
from playwright.sync_api import Browser, BrowserContext, Page, expect

from editions import hosting
from tasks import serve

KEPT = "這個網站已存在這臺電腦"
RELOAD = "有新版，重新載入"


class Host:
    """A web server whose folder can be exchanged and which can be shut down. `asked`: the first lines of requests."""

    def __init__(self, www: Path) -> None:
        self.www = www
        self.asked: list[str] = []
        host = self

        class Handler(serve.Handler):
            def __init__(self, *arguments: object) -> None:
                super().__init__(*arguments, directory=str(host.www))  # type: ignore[arg-type]

            def log_request(self, *_: object) -> None:
                host.asked.append(self.requestline)

        self._server = serve.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler))
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}/"

    def shut_down(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def other_version(www: Path, folder: Path, title: str) -> Path:
    """The site with another heading on the checker, as the next build would make it."""
    shutil.copytree(www, folder, copy_function=os.link)
    for name in ("index.html", "sw.js"):
        content = (folder / name).read_text("utf-8")
        (folder / name).unlink()
        (folder / name).write_text(content.replace("差勤資料檢核</h1>", f"{title}</h1>"), "utf-8")
    hosting.write_service_worker(folder)
    return folder


@pytest.fixture(scope="module")
def host(www: Path) -> Iterator[Host]:
    started = Host(www)
    yield started
    started.shut_down()


@pytest.fixture
def visit(browser: Browser) -> Iterator[BrowserContext]:
    yield from open_context(browser)


def open_context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="zh-TW", timezone_id="Asia/Taipei")
    context.set_default_timeout(WATCHDOG)
    yield context
    context.close()


def visit_first(context: BrowserContext, host: Host) -> Page:
    """The checker after a first visit that has kept the site."""
    page = context.new_page()
    page.goto(host.address)
    expect(page.locator("#pv-offline")).to_contain_text(KEPT, timeout=WATCHDOG)
    return page


def use_without_server(page: Page, address: str) -> None:
    page.reload()
    assert wait_for_state(page, "ready", "failed") == "ready"
    page.get_by_role("button", name="載入範例").click()
    wait_for_state(page, "done")
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_contain_text("請先修正")
    page.goto(f"{address}manual?from=a-mail")
    expect(page.get_by_role("heading", level=1)).to_contain_text("操作手冊")
    assert page.url == f"{address}manual/"
    page.keyboard.press("/")
    page.keyboard.type("機關憑證")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("找到")


def test_site_works_after_its_server_is_gone(www: Path, visit: BrowserContext) -> None:
    host = Host(www)
    page = visit_first(visit, host)
    problems = visit.new_cdp_session(page).send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in problems if one["errorId"] != "in-incognito"] == []
    host.shut_down()
    use_without_server(page, host.address)
    assert {line.split()[0] for line in host.asked} == {"GET"}
    assert [line for line in host.asked if "?" in line] == []


@pytest.mark.long
def test_site_works_after_its_server_is_gone_in_firefox(www: Path, firefox: Browser) -> None:
    host = Host(www)
    for context in open_context(firefox):
        page = visit_first(context, host)
        host.shut_down()
        use_without_server(page, host.address)


def test_new_version_is_offered_and_taken(www: Path, visit: BrowserContext, tmp_path: Path) -> None:
    host = Host(www)
    page = visit_first(visit, host)
    host.asked.clear()
    host.www = other_version(www, tmp_path / "second", "第二版")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("差勤資料檢核")
    page.get_by_role("button", name=RELOAD).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("第二版", timeout=WATCHDOG)
    assert len(page.evaluate("caches.keys()")) == 1, "the old version is deleted"
    assert sum("/assets/runtime/" in line for line in host.asked) == 0, "what did not change is not loaded again"

    # A plain reload is enough too, where no other page of the site is open.
    host.www = other_version(www, tmp_path / "third", "第三版")
    page.reload()
    page.get_by_role("button", name=RELOAD).wait_for()
    # The old version answers with a page that loads itself anew: only then is there something to look at.
    with page.expect_response(lambda response: response.url == host.address and "refresh" not in response.headers):
        page.reload(wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_have_text("第三版", timeout=WATCHDOG)
    host.shut_down()


def test_files_that_do_not_belong_to_the_version_are_not_kept(www: Path, visit: BrowserContext, tmp_path: Path) -> None:
    mixed = tmp_path / "mixed"
    shutil.copytree(www, mixed, copy_function=os.link)
    (mixed / "assets/app.css").unlink()
    (mixed / "assets/app.css").write_text("/* changed on the way */", "utf-8")
    host = Host(mixed)
    page = visit.new_page()
    page.goto(host.address)
    wait_for_state(page, "ready")
    page.wait_for_function("navigator.serviceWorker.getRegistration().then((found) => !found)", polling=500)
    expect(page.locator("#pv-offline")).not_to_contain_text(KEPT)
    host.shut_down()


@pytest.mark.parametrize("part", ["page", "runtime"])
def test_parts_of_another_build_are_refused_politely(host: Host, visit: BrowserContext, part: str) -> None:
    page = visit.new_page()
    if part == "page":
        page.route(host.address, lambda route: alter(route, 'name="pv-build" content="', "0"))
    else:
        page.route("**/runtime/pydantic_core*", lambda route: alter(route, '"digest":"', "0"))
    page.goto(host.address, wait_until="commit")
    wait_for_state(page, "failed")
    expect(page.locator(".pv-failure")).to_contain_text("這個頁面和檢核程式的版本不同")


def alter(route: object, before: str, inserted: str) -> None:
    answer = route.fetch()  # type: ignore[attr-defined]
    route.fulfill(response=answer, body=answer.text().replace(before, before + inserted))  # type: ignore[attr-defined]
