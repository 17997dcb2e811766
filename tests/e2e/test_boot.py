"""From the opened page to a Python that answers: in every edition, with parts of the browser missing, and again."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from checker_page import Edition, guarded_page, open_checker, wait_for_state
from playwright.sync_api import Browser, Page, Route, expect

from editions import builder
from editions.bundle import bundle
from pages.about_build import describe_build
from pyvalidator.rule import document
from runtime.packs import build_parts
from runtime.python import build_assets

READY = "檢核程式已就緒（版本"
MANY_RECORDS = 20_000
FIRST_VISIT_LIMIT = 11_000_000


@pytest.mark.long  # Every day, other tests of each edition begin so.
def test_every_edition_becomes_ready_and_checks(page: Page, edition: Edition) -> None:
    open_checker(page, edition)
    expect(page.get_by_text(READY)).to_be_visible()
    page.get_by_role("button", name="載入範例").click()
    wait_for_state(page, "done")
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_contain_text("請先修正")


def test_first_visit_is_within_its_budget(page: Page, editions: dict[str, Edition]) -> None:
    """What a host that compresses sends until the page is ready."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    open_checker(page, editions["http"])
    names = [url.removeprefix(editions["http"].address) or "index.html" for url in asked if not url.startswith("blob:")]
    sent = {name: len(gzip.compress((builder.WWW / name).read_bytes())) for name in names}
    assert sum(sent.values()) <= FIRST_VISIT_LIMIT, sorted(sent.items(), key=lambda item: -item[1])
    assert any(name.startswith("assets/runtime/") for name in names)


@pytest.mark.long  # Every day, other tests of each edition begin so.
def test_every_edition_becomes_ready_in_firefox(firefox_page: Page, edition: Edition) -> None:
    open_checker(firefox_page, edition)
    expect(firefox_page.get_by_text(READY)).to_be_visible()


def test_boot_without_worker_decompression_and_base64_runs_on_the_page(page: Page, editions: dict[str, Edition]) -> None:
    # Without a worker, what is taken away from the page is missing where the packs are opened too.
    page.add_init_script(
        "delete globalThis.Worker; delete globalThis.DecompressionStream; delete Uint8Array.fromBase64"
    )
    open_checker(page, editions["single"])
    page.get_by_role("button", name="載入範例").click()
    wait_for_state(page, "done")


# The same script says so in each edition.
@pytest.mark.parametrize("name", ["file", *(pytest.param(name, marks=pytest.mark.long) for name in ("http", "single"))])
def test_missing_webassembly_is_named(page: Page, editions: dict[str, Edition], name: str) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(editions[name].address, wait_until="commit")
    wait_for_state(page, "failed")
    expect(page.locator(".pv-failure")).to_contain_text("這個瀏覽器目前不允許 WebAssembly")


@pytest.mark.parametrize("status", [200, 403], ids=["emptied", "refused"])
def test_pack_that_a_gateway_keeps_back_fails_the_boot(page: Page, editions: dict[str, Edition], status: int) -> None:
    page.route("**/runtime/pydantic_core*", lambda route: route.fulfill(status=status, body=""))
    page.goto(editions["http"].address, wait_until="commit")
    wait_for_state(page, "failed")
    expect(page.locator(".pv-failure")).to_contain_text("檢核程式沒有順利啟動")


def test_pack_of_other_bytes_is_not_run(page: Page, editions: dict[str, Edition], tmp_path: Path) -> None:
    altered = tmp_path / "altered.html"
    start = r'"asset":"pyodide.asm.wasm","index":0,"digest":"[0-9a-f]+","text":"'
    text, found = re.subn(start, r"\g<0>AAAA", builder.SINGLE_HTML.read_text("utf-8"))
    assert found == 1
    altered.write_text(text, "utf-8")
    page.goto(altered.as_uri(), wait_until="commit")
    wait_for_state(page, "failed")
    expect(page.locator(".pv-failure")).to_contain_text("檢核程式沒有順利啟動")


def test_file_chosen_before_our_script_runs_is_checked(
    page: Page, editions: dict[str, Edition], tmp_path: Path
) -> None:
    file = tmp_path / "early.json"
    file.write_text("[]", "utf-8")
    held: list[Route] = []
    page.route("**/assets/app.js", lambda route: held.append(route))
    with page.expect_request("**/assets/app.js"):
        page.goto(editions["http"].address, wait_until="commit")
    page.get_by_label("選擇檔案").set_input_files(file)
    held[0].continue_()
    assert wait_for_state(page, "done", "failed") == "done"
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_contain_text("early.json")


def test_file_that_vanishes_before_it_is_read_is_a_finding(
    page: Page, editions: dict[str, Edition], tmp_path: Path
) -> None:
    file = tmp_path / "gone.json"
    file.write_text("{}", "utf-8")
    page.goto(editions["http"].address, wait_until="commit")
    page.get_by_label("選擇檔案").set_input_files(file)
    file.unlink()
    assert wait_for_state(page, "done", "failed") == "done"
    expect(page.get_by_role("region", name="檢核結果", exact=True)).to_contain_text("無法讀取")


@pytest.fixture(scope="module")
def bare_engine(www: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A script in place of the page's own, with nothing but the engine."""
    target = tmp_path_factory.mktemp("engine") / "engine.js"
    identity = builder.built_identity()
    packs = [part.describe(in_page=False) for part in build_parts(build_assets(identity.epoch))]
    entry = Path(__file__).with_name("bare_engine.mjs")
    bundle({"entry": entry, "outfile": target, "packs": packs, "about": describe_build(identity)})
    return target.read_text("utf-8")


def open_engine(page: Page, editions: dict[str, Edition], bare_engine: str) -> Page:
    """The served page with `pvEngine`, not booted."""
    page.route("**/assets/app.js", lambda route: route.fulfill(body=bare_engine, content_type="text/javascript"))
    page.goto(editions["http"].address)
    return page


@pytest.fixture
def engine(page: Page, editions: dict[str, Edition], bare_engine: str) -> Page:
    """An engine of its own, not booted."""
    return open_engine(page, editions, bare_engine)


@pytest.fixture(scope="module")
def booted(browser: Browser, editions: dict[str, Edition], bare_engine: str) -> Iterator[Page]:
    """An engine that is ready, for tests that leave it so."""
    for page in guarded_page(browser, editions["http"].address):
        open_engine(page, editions, bare_engine).evaluate("pvEngine.boot()")
        yield page


REASON = "(error) => `${error.name} ${error.kind}`"


def test_call_before_boot_is_refused(engine: Page) -> None:
    assert engine.evaluate(f"pvEngine.call('about', {{}}).catch({REASON})") == "EngineError worker-gone"


def test_boot_tells_its_steps_and_bytes(engine: Page) -> None:
    told = engine.evaluate("(async () => { const all = []; await pvEngine.boot((p) => all.push(p)); return all; })()")
    assert list(dict.fromkeys(one["step"] for one in told)) == ["probe", "load", "unpack", "start"]
    loaded = [one["loaded"] for one in told if one["step"] == "load"]
    assert loaded == sorted(loaded)
    assert loaded[-1] < told[1]["total"], "what has all arrived is not loading any more"
    assert engine.evaluate("[pvEngine.state, pvEngine.onPage, pvStates]") == ["ready", False, ["booting", "ready"]]


def test_failed_call_leaves_the_engine_ready(booted: Page) -> None:
    assert booted.evaluate(f"pvEngine.call('no-such-op', {{}}).catch({REASON})") == "EngineError call-failed"
    assert booted.evaluate("pvEngine.call('about', {})")["version"]


def test_cancel_stops_a_long_check_and_is_ready_again(booted: Page) -> None:
    before = booted.evaluate("pvStates.length")
    ended = booted.evaluate(
        f"""async (count) => {{
            const text = JSON.stringify({{ records: Array(count).fill({{ person_id: "A123456789", days: 1 }}) }});
            let begun;
            const underWay = new Promise((resolve) => (begun = resolve));
            const files = [{{ name: "long.json", file: new Blob([text]) }}];
            const check = pvEngine.call("check", {{ files, options: {{}} }}, {{ onProgress: begun }}).catch({REASON});
            await underWay;
            const again = pvEngine.cancel();
            const ended = await check;
            await again;
            return ended;
        }}""",
        MANY_RECORDS,
    )
    assert ended == "EngineError worker-gone"
    assert booted.evaluate("pvEngine.call('about', {})")["version"]
    assert booted.evaluate("pvStates")[before:] == ["booting", "ready"]


# Files of a batch that is worth a second worker, and a roster beside them.
MANY = """async () => {
    const record = (i) => ({ person_id: "A123456789", person_name: `王${i % 70}`, leave_type: "病假", days: i % 5, hours: 0,
        start_date: `11006${String(10 + i % 19)}`, end_date: `11006${String(10 + i % 19)}`, start_time: "0800", end_time: "1700" });
    const text = (i) => JSON.stringify({ format_version: "1.0", agency_code: `37650${String(1000 + i)}A`, period: "11006",
        records: Array.from({ length: 20 }, (_, j) => record(i * 20 + j)) });
    const files = Array.from({ length: 60 }, (_, i) => ({ name: `f${i}.json`, file: new Blob([text(i)]) }));
    files.push({ name: "roster.csv", file: new Blob(["機關代碼,機關名稱\\n376509999Z,測試所\\n"]) });
    return files;
}"""
CHECK_MANY = f"""async (engine) => {{
    const told = [];
    const files = await ({MANY})();
    const answer = await engine.call("check", {{ files, options: {{ max_per_rule: 1 }} }}, {{ onProgress: (event) => told.push(event) }});
    // Both tell the minute of the check.
    delete answer.report.checked_at;
    delete answer.name;
    return {{ answer, told }};
}}"""


def test_shared_check_gives_the_single_workers_report(engine: Page) -> None:
    made = engine.evaluate(
        f"""async () => {{
            const {{ Worker }} = globalThis;
            let workers = 0;
            globalThis.Worker = class extends Worker {{ constructor(...given) {{ super(...given); workers += 1; }} }};
            await pvEngine.boot();
            const shared = await ({CHECK_MANY})(pvEngine);
            const used = workers;
            Object.defineProperty(Navigator.prototype, "deviceMemory", {{ value: 1 }});
            await pvEngine.cancel();
            workers = 0;
            const alone = await ({CHECK_MANY})(pvEngine);
            return {{ used, alone: workers, same: JSON.stringify(shared.answer) === JSON.stringify(alone.answer),
                rules: [...new Set(shared.answer.report.batch.findings.map(({{ rule }}) => rule))], told: shared.told,
                files: shared.answer.report.files.length, side: shared.answer.side.length }};
        }}"""
    )
    assert (made["used"], made["alone"]) == (2, 0), "one helper where there is room, none where memory is short"
    assert made["same"] and made["rules"], "batch rules must have seen the people of all files"
    assert (made["files"], made["side"]) == (60, 1)
    assert [event["index"] for event in made["told"]] == list(range(61)), "progress counts files, whoever checks them"


def test_helper_that_is_gone_costs_nothing(engine: Page) -> None:
    made = engine.evaluate(
        f"""async () => {{
            const {{ Worker }} = globalThis;
            await pvEngine.boot();
            // Its second message that is no part of the runtime is files to check: there it breaks.
            globalThis.Worker = class extends Worker {{
                postMessage(message, ...rest) {{
                    if (message.op === "part") this.onerror(new ErrorEvent("error", {{ message: "gone" }}));
                    else super.postMessage(message, ...rest);
                }}
            }};
            const {{ answer }} = await ({CHECK_MANY})(pvEngine);
            return {{ files: new Set(answer.report.files.map(({{ name }}) => name)).size, state: pvEngine.state }};
        }}"""
    )
    assert made == {"files": 60, "state": "ready"}


def test_export_comes_with_its_name_and_bytes(booted: Page) -> None:
    made = booted.evaluate(
        """async (text) => {
            const files = [{ name: "a.json", file: new Blob([text]) }];
            const { report } = await pvEngine.call("check", { files, options: {} });
            const { name, bytes } = await pvEngine.call("export", { format: "json" });
            return { name, shown: report, report: JSON.parse(new TextDecoder().decode(bytes)) };
        }""",
        # One clean record: what all of them had would be told once.
        json.dumps(document([{}, *({"person_id": f"A{number}", "days": -1, "start_date": "?"} for number in range(400))])),
    )
    assert made["name"].endswith(".json")
    assert made["shown"] == made["report"]
    assert len(made["shown"]["files"][0]["findings"]) > 1000, "so many findings reach the page in slices"
    assert made["report"]["files"][0]["name"] == "a.json"
