"""The page on a stage: the real page, styles and policy, with a stand-in for the engine that answers as told.

It shows states in an instant that the real engine reaches late, rarely or never (a broken rule, 100,000 findings).
"""

from __future__ import annotations

import copy
import functools
import json
import subprocess
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page

from tasks.toolchain import APP, NODE_MODULES

ADDRESS = "https://stage.test/"
NOWHERE = "about:blank"
# What the stand-in engine is told, as a script before the page's own.
FAKE = "fake.js"
POLICY = (
    "default-src 'none'; connect-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval'; worker-src blob:; "
    "style-src 'self'; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; form-action 'none'; "
    "base-uri 'none'; object-src 'none'"
)


def entry(rule: str = "COD105", severity: str = "error", **changes: Any) -> dict[str, Any]:
    """One finding of the report; the default is a wrong checksum in the first record."""
    base = {
        "rule": rule, "severity": severity, "title": "身分證字號檢查碼不符",
        "message": "身分證字號「A12345****」的檢查碼不符。", "fix": "請對照人事資料更正身分證字號。",
        "pointer": "/records/0/person_id", "line": 5, "column": 20, "field": "person_id", "value": "A12345****",
        "expected": None, "person": {"id": "A12345****", "name": "王小明", "index": 0, "first": 0},
        "record": "休假 110/6/8 08:00–17:00，1 日", "params": {}, "folded": {}, "day": None,
        "owner": ["personnel", "vendor"],
    }  # fmt: skip
    return {**base, **changes}


def file_entry(
    name: str = "376506200A_11006.json", findings: list[dict[str, Any]] | None = None, **changes: Any
) -> Any:
    """One file of the report with counts and status that follow its findings unless given."""
    findings = findings or []
    counts = {level: sum(f["severity"] == level for f in findings) for level in ("error", "warning", "info")}
    status = "error" if counts["error"] else "warning" if counts["warning"] else "pass"
    base = {
        "name": name, "size": 5123, "sha256": "9f" * 32, "status": status, "agency_code": "376506200A",
        "agency_name": "水上鄉公所", "period": "11006", "dataset": "monthly", "record_count": 42, "person_count": 17,
        "deadline": {"date": "2021-07-20", "status": "upcoming", "days_left": 5, "note": None}, "counts": counts,
        "not_checked": [{"rule": "BAT201", "reason": "roster", "count": 0}], "findings": findings, "truncated": {},
    }  # fmt: skip
    return {**base, **changes}


def report(files: list[Any], *, batch: Any = (), matrix: Any = (), incidents: Any = (), month: str = "11006") -> dict[str, Any]:
    """A report as the contract describes it; the summary follows the files and the batch findings."""
    summary = {"files": len(files)}
    for level in ("error", "warning", "info"):
        summary[level] = sum(f["counts"][level] for f in files) + sum(b["severity"] == level for b in batch)
    return {
        "report_version": 1, "generator": {"name": "pyvalidator", "version": "7.0.1"},
        "profile": {"id": "reference", "version": "1", "status": "assumption", "title": "參考版型"},
        "checked_at": "2021-07-15T09:00:00+08:00", "files": files,
        "batch": {"findings": list(batch), "matrix": list(matrix), "month": month}, "incidents": list(incidents),
        "summary": summary,
    }  # fmt: skip


FINDINGS = [
    entry(),
    entry("REC301", title="結束時間早於開始時間", message="結束日期早於開始日期。", fix="請確認起訖日期。",
          pointer="/records/1/end_date", line=23, column=17, field="end_date", value="1100603",
          expected="1100607 或以後", person={"id": "B23456****", "name": "李美華", "index": 1, "first": 1}, folded={"REC305": 2},
          owner=["unit", "vendor"]),
    entry("REC320", "warning", title="請假期間含休假日", message="110 年 6 月 12 日是星期六。", fix="請確認是否排班。",
          pointer="/records/3/start_date", line=52, column=21, field="start_date", value="1100612",
          person={"id": "A12345****", "name": "王小明", "index": 3, "first": 0}, owner=["unit"]),
    entry("FIL501", "info", title="沒有系統名稱", message="system_name 沒有填。", fix="不必處理。", pointer="", line=1,
          column=1, field="system_name", value=None, person=None),
]  # fmt: skip

OVERVIEW = {
    "months": ["11005", "11006"], "month": "11006",
    "total": {"records": 40, "people": 17, "hours": 212.5}, "covid": {"records": 3, "people": 2, "hours": 24.0},
    "kinds": [{"kind": "病假", "records": 30, "people": 12, "hours": 180.5},
              {"kind": None, "records": 10, "people": 5, "hours": 32.0}],
    "days": [{"date": f"2021-06-{day:02d}", "off": day % 7 in (5, 6), "people": day % 5, "covid": day % 2,
              "hours": 8.0 * (day % 5), "unusual": day == 9} for day in range(1, 31)],
    "people": [{"id": "A12345****", "name": "王小明", "hours": 168.0, "kind": "病假"}], "median": 8.0,
}  # fmt: skip

ANSWERS: dict[str, Any] = {
    "overview": OVERVIEW,
    "about": {
        "version": "7.0.1",
        "profiles": [{"id": "reference", "title": "參考版型", "status": "assumption"}],
        "rules": [
            *({"id": f["rule"], "title": f["title"], "severity": f["severity"]} for f in FINDINGS),
            {"id": "BAT201", "title": "名冊中的機關沒有檔案", "severity": "warning"},
            {"id": "REC305", "title": "時數與起訖時間不符", "severity": "error"},
        ],
        "deadlines": [
            {"period": "11006", "date": "2021-07-20", "days_left": 5, "note": None},
            {"period": "11007", "date": "2021-08-20", "days_left": 36, "note": None},
        ],
    },
    "excerpt": {
        "first_line": 3,
        "lines": ['  "records": [', "    {", '      "person_id": "A12345****",', '      "person_name": "王小明",'],
        "line": 5, "column": 20, "shifts": [0, 0, 0, 0],
    },
    "explain": {"severity": "error", "sections": [{"title": "", "text": "最後一碼是檢查碼。"}]},
    "samples": {"name": "範例.json", "text": "{}"},
    "export": {"name": "差勤檢核_376506200A_11006_20210715-0900.json", "mime": "application/json", "bytes": [123, 125]},
}  # fmt: skip

FAULTY = report([file_entry(findings=FINDINGS)])
CLEAN = report([file_entry(not_checked=[])])


class Stage:
    """Opens the page before a stand-in engine. Each visit loads the page anew, so nothing of an earlier one is left; the
    window is the one that an earlier visit of the same kind (`context`) opened, which is what takes long to make."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._windows: dict[str, Page] = {}
        self._script = ""
        self.outside: list[str] = []

    def open(self, fake: dict[str, Any] | None = None, *, fragment: str = "", script: str = "", **context: Any) -> Page:
        """The page, loaded. `fake` is described in `fake_engine.mjs`; its `answers` are laid over the usual ones.
        `script` runs before the page's own. A page that was opened before in this test is left."""
        fake = copy.deepcopy(fake or {})
        fake["answers"] = {**ANSWERS, **fake.get("answers", {})}
        fake.setdefault("report", FAULTY)
        self._script = f"globalThis.pvFake = {json.dumps(fake)};\n{script}"
        self.leave()
        page = self._window(context)
        page.goto(ADDRESS + fragment)
        return page

    def checked(self, fake: dict[str, Any] | None = None, **options: Any) -> Page:
        """The page with a file given and its result shown; `options` as in `open`."""
        page = self.open(fake, **options)
        give(page)
        wait_for(page, "done")
        return page

    def leave(self) -> None:
        """Leaves the pages that are open, with what a test did to their windows."""
        for kind, page in list(self._windows.items()):
            if page.url == NOWHERE:
                continue
            try:
                page.goto(NOWHERE)
                page.emulate_media(media="null")
            except Error:
                # It hangs or has crashed: the next test gets another.
                del self._windows[kind]
                page.context.close()

    def _window(self, context: dict[str, Any]) -> Page:
        kind = json.dumps(context, sort_keys=True)
        if kind not in self._windows:
            page = self._browser.new_context(**{"locale": "zh-TW", **context}).new_page()
            page.route("**/*", self._answer)
            self._windows[kind] = page
        return self._windows[kind]

    def _answer(self, route: Any) -> None:
        path = route.request.url.removeprefix(ADDRESS).partition("#")[0]
        if path in _served() or path == FAKE:
            kind = {"js": "text/javascript", "css": "text/css"}.get(path.rpartition(".")[2], "text/html")
            body = self._script if path == FAKE else _served()[path]
            route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")
        else:
            self.outside.append(route.request.url)
            route.abort()


def give(page: Page, name: str = "376506200A_11006.json", content: bytes = b'{"records": []}') -> None:
    """Puts one file into the file box."""
    page.get_by_label("選擇檔案").set_input_files([{"name": name, "mimeType": "", "buffer": content}])


def wait_for(page: Page, state: str) -> None:
    """Waits for the page's state."""
    page.locator(f"html[data-pv-state={state}]").wait_for(timeout=30_000)


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.1 AA and its best practices, one line each."""
    page.evaluate((NODE_MODULES / "axe-core" / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{v['id']}: {v['help']}: {[n['html'][:120] for n in v['nodes'][:3]]}" for v in found]


def calls(page: Page, op: str) -> list[dict[str, Any]]:
    """Payloads that the stand-in engine got for `op`."""
    made: list[dict[str, Any]] = page.evaluate("pvEngine.calls")
    return [call.get("payload", {}) for call in made if call["op"] == op]


def _bundle(source: Path) -> str:
    command = [NODE_MODULES / ".bin" / "esbuild", source, "--bundle", "--format=iife", "--log-level=warning"]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


@functools.cache
def _served() -> dict[str, str]:
    """What the stage serves, by path."""
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>差勤檢核</title>'
        '<link rel="icon" href="data:,"><link rel="stylesheet" href="app.css">'
    )
    markup = (APP / "shell" / "page.html").read_text("utf-8")
    html = f'<!doctype html><html lang="zh-Hant-TW"><head>{head}</head><body><main>{markup}</main>'
    return {
        "": f'{html}<script src="{FAKE}"></script><script src="app.js"></script></body></html>',
        "app.js": _bundle(Path(__file__).with_name("fake_engine.mjs")),
        "app.css": _bundle(APP / "shell" / "app.css"),
        "site-settings.js": (APP / "settings" / "site-settings.js").read_text("utf-8"),
    }
