"""What the browser's benchmarks open and drop: pages in browsers of their own, and the plain page beside the site."""

from __future__ import annotations

import gzip
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright, sync_playwright

from bench.files import FOLDER
from editions import builder
from editions.bundle import bundle
from runtime.wheels import PYODIDE, read_locked_packages, read_own_package
from tasks import serve
from tasks.browsers import CHROMIUM_ARGUMENTS, find_chromium
from tasks.toolchain import WWW

_WATCHDOG = 300_000
_SETTLED = 2_500

_READY = """new Promise((resolve) => {
    const look = () => {
        const { pvState } = document.documentElement.dataset;
        if (globalThis.readyAt || pvState === "ready") resolve(globalThis.readyAt ?? performance.now());
        else setTimeout(look, 5);
    };
    look();
})"""
# From the moment at which the page learns of the files to the report on the screen, and its long tasks meanwhile.
_WATCH = """() => {
    const page = document.documentElement;
    const long = [];
    const tasks = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
    tasks.observe({ type: "longtask" });
    globalThis.pvTook = new Promise((resolve) => {
        let start = 0, accepted = 0, before = "";
        document.addEventListener("change", () => {
            start = performance.now();
            before = page.dataset.pvState;
        }, { capture: true, once: true });
        const given = new MutationObserver(() => (accepted ||= performance.now()));
        given.observe(document.querySelector("#pv-given"), { childList: true, subtree: true });
        new MutationObserver((_, states) => {
            if (!start || !["done", "failed"].includes(page.dataset.pvState)) return;
            states.disconnect();
            given.disconnect();
            requestAnimationFrame(() => setTimeout(() => {
                const took = performance.now() - start;
                // The observer is told of a task after it has ended.
                setTimeout(() => {
                    tasks.disconnect();
                    resolve({ before, after: page.dataset.pvState, took, accepted: accepted - start, long });
                }, 100);
            }));
        }).observe(page, { attributeFilter: ["data-pv-state"] });
    });
}"""


@dataclass(frozen=True)
class Drop:
    """What a drop took: seconds to the report and to the first look at the files; `before`: the page's state at the
    drop; `long`: milliseconds of each task of the page's own thread above 50 ms."""

    took: float
    accepted: float
    before: str
    long: list[float]


@dataclass(frozen=True)
class Pages:
    """Addresses, and a way to open them, each time in a new browser."""

    playwright: Playwright
    plain: str
    hosted: str
    single: str

    @contextmanager
    def opened(self, script: str = "") -> Iterator[Page]:
        """An empty page in a new browser; `script` runs before every page's own."""
        browser = self.playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_ARGUMENTS))
        page = browser.new_context().new_page()
        # Its own start is not what is measured, and shares the processor.
        page.wait_for_timeout(_SETTLED)
        page.set_default_timeout(_WATCHDOG)
        if script:
            page.add_init_script(script)
        yield page
        browser.close()


@contextmanager
def served() -> Iterator[Pages]:
    """The built site and the plain page, on this computer."""
    builder.ensure_built()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(_make_plain())))
    with sync_playwright() as playwright, _running(server) as plain, _running(serve.open_server(0)) as hosted:
        yield Pages(playwright, plain, hosted, builder.SINGLE_HTML.as_uri())


def start(page: Page, address: str) -> float:
    """Seconds from the opened page to a Python that answers."""
    page.goto(address, wait_until="commit")
    return float(page.evaluate(_READY)) / 1000


def wait_until_kept(page: Page) -> None:
    """What a first visit keeps for the next would share the processor with what is measured."""
    page.locator("#pv-offline", has_text="已存在這臺電腦").wait_for()


def drop(page: Page, files: list[Path]) -> Drop:
    """Chooses the files, and waits for the report."""
    page.evaluate(_WATCH)
    page.get_by_label("選擇檔案").set_input_files(files)
    answer: dict[str, Any] = page.evaluate("pvTook")
    assert answer["after"] == "done", page.locator("#pv-notices").inner_text()
    return Drop(answer["took"] / 1000, answer["accepted"] / 1000, answer["before"], answer["long"])


def sent_until_ready(page: Page, hosted: str) -> int:
    """Bytes that a host that compresses sends for a first visit."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    start(page, hosted)
    names = [url.removeprefix(hosted) or "index.html" for url in asked if url.startswith(hosted)]
    return sum(len(gzip.compress((WWW / name).read_bytes())) for name in names if name != "sw.js")


def peak_memory() -> int:
    """Bytes at the peak of the browser's largest page process; 0 where the system does not say."""
    peaks = [0]
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if b"--type=renderer" in (process / "cmdline").read_bytes():
                status = (process / "status").read_text()
                peaks.append(int(status.partition("VmHWM:")[2].split()[0]) * 1024)
        except (OSError, IndexError, ValueError):
            # It ended meanwhile.
            continue
    return max(peaks)


def _make_plain() -> Path:
    """The page that the starts are compared with, from the same versions."""
    folder = FOLDER / "plain"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"):
        shutil.copy(PYODIDE / name, folder)
    shutil.copy(Path(__file__).with_name("plain.html"), folder / "index.html")
    bundle({"entry": Path(__file__).with_name("ajv.mjs"), "outfile": folder / "ajv.js"})
    for name, archive in (("packages.zip", read_locked_packages()), ("core.zip", read_own_package(0))):
        assert archive.fp is not None
        archive.fp.seek(0)
        (folder / name).write_bytes(archive.fp.read())
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".wasm": "application/wasm",
    }  # fmt: skip

    def log_message(self, format: str, *args: object) -> None: ...


@contextmanager
def _running(server: ThreadingHTTPServer) -> Iterator[str]:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
