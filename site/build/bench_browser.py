"""The page in a real browser: its start against a plain one, and drops of every size."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import builder
import serve
from bench_files import FOLDER, folder_of_files, sample_file
from bench_rows import Row, Times
from browsers import CHROMIUM_ARGUMENTS, find_chromium
from editions import bundle
from playwright.sync_api import Browser, Page, sync_playwright
from runtime import PYODIDE
from toolchain import ROOT
from wheels import read_locked_packages, read_own_package

from pyvalidator.profile import built_in_profiles
from pyvalidator.profile.model import published_schema

TITLE = "In the browser (Chromium, built site)"
STARTS = 3
#: Records → drops of each size.
_DROPS = {300: 7, 6_000: 5, 30_000: 3, 300_000: 1}
_TARGETS = {300: 0.15, 6_000: 0.6, 300_000: 10.0}
_WATCHDOG = 600_000

_READY = """new Promise((resolve) => {
    const look = () => {
        if (globalThis.readyAt || document.documentElement.dataset.pvState === "ready") resolve(performance.now());
        else setTimeout(look, 5);
    };
    look();
})"""
# From the moment at which the page learns of the files to the report on the screen.
_WATCH = """() => {
    globalThis.pvTook = new Promise((resolve) => {
        let start = 0, accepted = 0;
        document.addEventListener("change", () => (start = performance.now()), { capture: true, once: true });
        const given = document.querySelector("#pv-given");
        new MutationObserver(() => (accepted ||= performance.now())).observe(given, { childList: true, subtree: true });
        new MutationObserver((_, watcher) => {
            if (!start || !["done", "failed"].includes(document.documentElement.dataset.pvState)) return;
            watcher.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve({
                state: document.documentElement.dataset.pvState,
                took: performance.now() - start,
                accepted: accepted - start,
            })));
        }).observe(document.documentElement, { attributeFilter: ["data-pv-state"] });
    });
    globalThis.pvLong = [];
    new PerformanceObserver((list) => pvLong.push(...list.getEntries().map(({ duration }) => duration)))
        .observe({ type: "longtask" });
}"""


def measure() -> Iterator[Row]:
    """Every row of the group."""
    builder.ensure_built()
    plain = _make_plain()
    with sync_playwright() as playwright, _served(plain) as plain_address, _site() as hosted:

        @contextmanager
        def opened(**options: Any) -> Iterator[Page]:
            browser: Browser = playwright.chromium.launch(
                executable_path=find_chromium(), args=[*CHROMIUM_ARGUMENTS, "--enable-precise-memory-info"]
            )
            page = browser.new_context(**options).new_page()
            page.set_default_timeout(_WATCHDOG)
            yield page
            browser.close()

        yield from _starts(opened, plain_address, hosted)
        yield from _early_drop(opened, hosted)
        yield from _drops(opened, hosted)
        yield from _many_files(opened, hosted)
        yield from _others(opened, plain_address)


# -- start -------------------------------------------------------------------------------------------------------------


def _starts(opened: Callable[..., Any], plain: str, hosted: str) -> Iterator[Row]:
    """Each start in a new browser; warm is the second visit of one."""
    single = builder.SINGLE_HTML.as_uri()
    names = ("plain", "hosted, cold", "hosted, warm", "single HTML, cold", "single HTML, warm")
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(STARTS):
        for name, address in (("plain", plain), ("hosted", hosted), ("single HTML", single)):
            with opened() as page:
                first, second = _start(page, address), _start(page, address)
            if name == "plain":
                seconds[name].append(first)
            else:
                seconds[f"{name}, cold"].append(first)
                seconds[f"{name}, warm"].append(second)
    times = {name: Times(tuple(own)) for name, own in seconds.items()}
    for name, own in times.items():
        yield own.row(f"page opened → ready: {name}")
    for name in names[1:]:
        yield times[name].ratio(f"start against a plain one: {name}", times["plain"], at_most=0.45,
                                note="byte code; 0.22 is the target of a memory image")  # fmt: skip


def _start(page: Page, address: str) -> float:
    page.goto(address, wait_until="commit")
    return float(page.evaluate(_READY)) / 1000


def _make_plain() -> Path:
    """The page that the starts are compared with, from the same versions."""
    folder = FOLDER / "plain"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"):
        shutil.copy(PYODIDE / name, folder)
    shutil.copy(ROOT / "site" / "build" / "bench_plain.html", folder / "index.html")
    bundle({"entry": ROOT / "site" / "build" / "bench_ajv.mjs", "outfile": folder / "ajv.js"})
    for name, archive in (("packages.zip", read_locked_packages()), ("core.zip", read_own_package(0))):
        assert archive.fp is not None
        archive.fp.seek(0)
        (folder / name).write_bytes(archive.fp.read())
    return folder


# -- drops -------------------------------------------------------------------------------------------------------------


def _early_drop(opened: Callable[..., Any], hosted: str) -> Iterator[Row]:
    seconds = []
    for _ in range(STARTS):
        with opened() as page:
            page.goto(hosted, wait_until="commit")
            page.locator("html[data-pv-state=booting]").wait_for(state="attached")
            seconds.append(_drop(page, [sample_file(300)])["accepted"])
    yield Times(tuple(seconds)).row("drop before Python is ready → accepted and looked at", "ms", 1000, at_most=100)


def _drops(opened: Callable[..., Any], hosted: str) -> Iterator[Row]:
    medians = {}
    with opened() as page:
        _start(page, hosted)
        for records, runs in _DROPS.items():
            before = _renderer_memory()
            answers = [_drop(page, [sample_file(records)]) for _ in range(runs)]
            times = Times(tuple(answer["took"] for answer in answers))
            medians[records] = times.median
            yield times.row(f"drop → report: {records:,} records", at_most=_TARGETS.get(records))
        size = sample_file(300_000).stat().st_size
        peak = _renderer_memory() - before
        yield Row("peak memory at 95 MB, above the page before", peak / size, "× the file", at_most=8,
                  note="the browser's process")  # fmt: skip
        longest = max(page.evaluate("pvLong") or [0])
        yield Row("longest task of the page's own thread meanwhile", longest, "ms")
        growth = (medians[300_000] / 300_000) / (medians[30_000] / 30_000)
        yield Row("growth: time per record, 300,000 against 30,000", growth, "×", at_most=1.2)
    with opened() as page:
        _start(page, hosted)
        faulty = _drop(page, [sample_file(300_000, 100_000)])["took"]
        yield Row("300,000 records with 100,000 faults against clean", faulty / medians[300_000], "×", at_most=1.5)


def _many_files(opened: Callable[..., Any], hosted: str) -> Iterator[Row]:
    files = sorted(folder_of_files(250).glob("*.json"))[:250]
    alone, shared = [], []
    for _ in range(3):
        with opened() as page:
            page.add_init_script('Object.defineProperty(Navigator.prototype, "hardwareConcurrency", { value: 1 })')
            _start(page, hosted)
            alone.append(_drop(page, files)["took"])
        with opened() as page:
            _start(page, hosted)
            # The first time another Python has to start; it stays for the next drop.
            _drop(page, files)
            shared.append(_drop(page, files)["took"])
    one, two = Times(tuple(alone)), Times(tuple(shared))
    yield one.row("250 files of 300 records: one worker")
    yield two.row("250 files of 300 records: two workers", at_most=5)
    yield one.ratio("two workers against one", two, at_least=1.6)


def _drop(page: Page, files: list[Path]) -> dict[str, float]:
    """Seconds from the choice of the files to the report, and to the first look at them."""
    page.evaluate(_WATCH)
    page.get_by_label("選擇檔案").set_input_files(files)
    answer = page.evaluate("pvTook")
    assert answer["state"] == "done", page.locator("#pv-notices").inner_text()
    return {name: answer[name] / 1000 for name in ("took", "accepted")}


def _renderer_memory() -> int:
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


# -- against other ways ------------------------------------------------------------------------------------------------


def _others(opened: Callable[..., Any], plain: str) -> Iterator[Row]:
    """The same runtime and the same browser: what is compared stands on one page."""
    schema = json.dumps(published_schema(built_in_profiles()["reference"]))
    text = sample_file(30_000).read_text("utf-8")
    with opened() as page:
        _start(page, plain)
        page.add_script_tag(url=f"{plain}ajv.js")
        page.evaluate("(text) => { globalThis.text = text; }", text)
        page.evaluate(
            """(schema) => {
                python.globals.set("text", text);
                python.runPython(`
from pyvalidator.profile import built_in_profiles
from pyvalidator.profile.model import file_model
model = file_model(built_in_profiles()["reference"])
data = text.encode()
def check(): handle("check", "{}", [{"name": "f.json", "bytes": data}])
def validate(): model.model_validate_json(data)
`);
                const timed = (work) => { const start = performance.now(); work(); return performance.now() - start; };
                const validate = checkWithAjv(JSON.parse(schema));
                const [check, model] = ["check", "validate"].map((name) => python.globals.get(name));
                globalThis.works = [check, model, () => validate(text)].map((work) => () => timed(work));
                works.forEach((work) => work());
            }""",
            schema,
        )
        runs = [page.evaluate("works.map((work) => work())") for _ in range(3)]
    check, model, ajv = (Times(tuple(run[index] for run in runs)) for index in range(3))
    yield check.ratio("check against pydantic alone, 30,000 records", model, at_most=3)
    yield check.ratio("check against JSON.parse and ajv (form only)", ajv, at_most=10)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        extensions_map = {
            **SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".wasm": "application/wasm",
        }  # fmt: skip

        def log_message(self, format: str, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def _site() -> Iterator[str]:
    server = serve.open_server(0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
