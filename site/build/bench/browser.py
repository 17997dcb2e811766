"""The page in a real browser: its start against a plain one, and drops of every size."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator

from bench.files import folder_of_files, sample_file
from bench.native import check_by_command
from bench.opened import Drop, Pages, drop, peak_memory, sent_until_ready, served, start, wait_until_kept
from bench.rows import Row, Times
from editions import builder
from pyvalidator.profile import built_in_profiles
from pyvalidator.profile.model import published_schema
from tasks.browsers import MISFIT

TITLE = "In the browser (Chromium, built site)"
STARTS = 3
LARGE = 300_000
#: Records → drops of each size, and the seconds that one may take.
_DROPS = {300: (7, 0.15), 6_000: (5, 0.6), 30_000: (3, None)}
_ONE_CORE = 'Object.defineProperty(Navigator.prototype, "hardwareConcurrency", { value: 1 })'


def measure() -> Iterator[Row]:
    """Every row of the group. `PV_BENCH=_starts,_drops` measures some of them."""
    parts = (_sizes, _starts, _early_drop, _drops, _faulty, _many_files, _others)
    wanted = os.environ.get("PV_BENCH", "").split(",")
    with served() as pages:
        for part in parts:
            if wanted == [""] or part.__name__ in wanted:
                yield from part(pages)


def _sizes(pages: Pages) -> Iterator[Row]:
    with pages.opened() as page:
        sent = sent_until_ready(page, pages.hosted)
    yield Row("first visit until ready, as a compressing host sends it", sent / 1e6, "MB", at_most=11)
    yield Row("single HTML", builder.SINGLE_HTML.stat().st_size / 1e6, "MB", at_most=18)


def _starts(pages: Pages) -> Iterator[Row]:
    """Each start in a new browser; warm is the second visit of one."""
    seconds: dict[str, list[float]] = {}
    ways = {
        "plain": (pages.plain, ""), "hosted": (pages.hosted, ""), "single HTML": (pages.single, ""),
        "hosted, image does not fit": (pages.hosted, MISFIT),
    }  # fmt: skip
    for _ in range(STARTS):
        for name, (address, script) in ways.items():
            with pages.opened(script) as page:
                seconds.setdefault(f"{name}, cold", []).append(start(page, address))
                if name != "plain":
                    if address == pages.hosted:
                        wait_until_kept(page)
                    seconds.setdefault(f"{name}, warm", []).append(start(page, address))
    times = {name: Times(tuple(own)) for name, own in seconds.items()}
    for name, own in times.items():
        yield own.row(f"page opened → ready: {name}")
    plain = times.pop("plain, cold")
    for name, own in times.items():
        yield own.ratio(f"start against a plain one: {name}", plain, at_most=0.45 if "not fit" in name else 0.22)


def _early_drop(pages: Pages) -> Iterator[Row]:
    seconds = []
    for _ in range(STARTS):
        with pages.opened() as page:
            page.goto(pages.hosted, wait_until="commit")
            page.locator("html[data-pv-state=booting]").wait_for(state="attached")
            early = drop(page, [sample_file(300)])
            if early.before == "booting":
                seconds.append(early.accepted)
    what = "drop before Python is ready → accepted and looked at"
    if not seconds:
        yield Row(what, None, "ms", note="Python was ready before the files could be chosen")
        return
    yield Times(tuple(seconds)).row(what, "ms", 1000, at_most=100)


def _drops(pages: Pages) -> Iterator[Row]:
    medians = {}
    file = sample_file(LARGE)
    with pages.opened() as page:
        start(page, pages.hosted)
        wait_until_kept(page)
        for records, (runs, most) in _DROPS.items():
            times = Times(tuple(drop(page, [sample_file(records)]).took for _ in range(runs)))
            medians[records] = times.median
            yield times.row(f"drop → report: {records:,} records", at_most=most)
        drop(page, [sample_file(300)])
        before = peak_memory()
        large, command = [], []
        for _ in range(2):
            large.append(drop(page, [file]))
            began = time.perf_counter()
            check_by_command(file)
            command.append(time.perf_counter() - began)
        peak = peak_memory() - before
    times = Times(tuple(one.took for one in large))
    size = file.stat().st_size
    yield times.row(f"drop → report: {LARGE:,} records, {size / 1e6:.0f} MB", at_most=10)
    yield times.ratio("… against the command line", Times(tuple(command)), at_most=1.5)
    growth = times.median / LARGE / (medians[30_000] / 30_000)
    yield Row("… growth: time per record against 30,000 records", growth, "×", at_most=1.2)
    yield Row("… peak memory above that of the smaller drops", peak / size, "× the file", at_most=8,
              note="the browser's process")  # fmt: skip
    yield _long_tasks(large)


def _faulty(pages: Pages) -> Iterator[Row]:
    clean, faulty = [], []
    with pages.opened() as page:
        start(page, pages.hosted)
        wait_until_kept(page)
        for _ in range(3):
            clean.append(drop(page, [sample_file(LARGE)]))
            faulty.append(drop(page, [sample_file(LARGE, 100_000)]))
    clean_times, faulty_times = (Times(tuple(one.took for one in drops)) for drops in (clean, faulty))
    yield faulty_times.ratio(f"{LARGE:,} records with 100,000 faults against clean", clean_times, at_most=1.5)
    yield _long_tasks(faulty)


def _long_tasks(drops: list[Drop]) -> Row:
    tasks = [task for one in drops for task in one.long]
    return Row("… tasks above 50 ms of the page's own thread", len(tasks) / len(drops), "a check", at_most=0,
               note=f"the longest: {max(tasks, default=0):.0f} ms")  # fmt: skip


def _many_files(pages: Pages) -> Iterator[Row]:
    files = sorted(folder_of_files(250).glob("*.json"))[:250]
    alone, shared = [], []
    with pages.opened(_ONE_CORE) as single, pages.opened() as pair:
        for page in (single, pair):
            start(page, pages.hosted)
            wait_until_kept(page)
            # The first time another Python has to start; it stays for the next drop.
            drop(page, files)
        for _ in range(3):
            alone.append(drop(single, files).took)
            shared.append(drop(pair, files).took)
    one, two = Times(tuple(alone)), Times(tuple(shared))
    yield one.row("250 files of 300 records: one worker")
    yield two.row("250 files of 300 records: two workers", at_most=5)
    yield one.ratio("two workers faster than one by", two, at_least=1.6)


def _others(pages: Pages) -> Iterator[Row]:
    """The same runtime and the same browser: what is compared stands on one page."""
    schema = json.dumps(published_schema(built_in_profiles()["reference"]))
    with pages.opened() as page:
        start(page, pages.plain)
        page.add_script_tag(url=f"{pages.plain}ajv.js")
        # The file goes by the page's own choice of files: it is too large for the driver's messages.
        page.evaluate("document.body.append(Object.assign(document.createElement('input'), { type: 'file' }))")
        page.locator("input").set_input_files(sample_file(LARGE))
        page.evaluate(
            """async (schema) => {
                const [file] = document.querySelector("input").files;
                python.FS.writeFile("/f.json", new Uint8Array(await file.arrayBuffer()), { canOwn: true });
                python.runPython(`
from pathlib import Path
from pyvalidator.browser import handle
from pyvalidator.profile import built_in_profiles
from pyvalidator.profile.model import file_model
model = file_model(built_in_profiles()["reference"])
data = Path("/f.json").read_bytes()
def check():
    handle("check", "{}", [{"name": "f.json", "bytes": data}])
    handle("clear", "{}")
def validate(): model.model_validate_json(data)
`);
                const text = await file.text();
                const validate = checkWithAjv(JSON.parse(schema));
                const [check, model] = ["check", "validate"].map((name) => python.globals.get(name));
                globalThis.works = [check, model, () => validate(text)].map((work) => () => {
                    const start = performance.now();
                    work();
                    return performance.now() - start;
                });
            }""",
            schema,
        )
        runs = [[page.evaluate(f"works[{index}]()") for index in range(3)] for _ in range(2)]
    check, model, ajv = (Times(tuple(run[index] for run in runs)) for index in range(3))
    yield check.ratio(f"{LARGE:,} records: check against pydantic alone, same runtime", model, at_most=3)
    yield check.ratio(f"{LARGE:,} records: check against JSON.parse and ajv (form only)", ajv, at_most=10)
