"""The page's only door: one function, JSON text in, JSON text (or JSON text and bytes) out.

What a check found stays here until the next one or `clear`, for the answers that the page asks for later. Nothing is
written anywhere else.
"""

from __future__ import annotations

import base64
import json
import pickle
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from pyvalidator import __version__
from pyvalidator.calendar import next_deadlines, official_calendar
from pyvalidator.catalogue import explanation, find_rule, rule_facts, sections
from pyvalidator.collector import paused_gc
from pyvalidator.entries import findings_of_rule
from pyvalidator.examples import example_bytes, example_side_files
from pyvalidator.excerpt import excerpt
from pyvalidator.given_days import calendar_with
from pyvalidator.intake import Given, Incoming, InMemory, OnPage, gather_given
from pyvalidator.mask import Masker
from pyvalidator.options import Options, today_in_taipei
from pyvalidator.person_report import report_of_person
from pyvalidator.pipeline import Checked, CheckedFile, build_report, check, check_file
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.progress import share_of_file
from pyvalidator.remembered import forget, forget_texts
from pyvalidator.render import download_name, download_stem, format_of, render
from pyvalidator.report import Report, acknowledged
from pyvalidator.rule import Rule
from pyvalidator.side_files import Sorted, sort_drop
from pyvalidator.views import FileExtract

#: Largest file that the browser's runtime can check: it has 4 GB, and a check takes up to 8 times the file.
FILE_LIMIT = 256 * 1024 * 1024
#: Files of a batch that are kept as read, in bytes; others are read again where the page asks for more of them.
_KEPT = 128 * 1024 * 1024
#: How many deadlines ahead the page offers for the calendar.
_DEADLINES_AHEAD = 6

Progress = Callable[[str], object]

#: Seconds between two pieces of news about one stage.
_TELL_EVERY = 0.2
#: Bytes of a file from which on its stages are told one by one.
_WORTH_TELLING = 1_000_000


class _Batch:
    """The last check, or the one under way."""

    def __init__(self, wanted: dict[str, Any], files: Sequence[dict[str, Any]]) -> None:
        drop = sort_drop(map(_given, files), wanted.get("ignore_side", ()))
        self.sides = drop.sides
        self.options = _options(wanted, drop)
        gathered = gather_given(drop.data, mask=self.options.mask, limit=FILE_LIMIT)
        self.files, self.problems = gathered.files, gathered.problems
        self.masker = Masker(self.options.mask)
        self.given: dict[str, Given] = {self.masker.text(file.name): file for file in self.files}
        self.done: list[Checked] = []
        self.kept: dict[str, CheckedFile] = {}
        self.room = _KEPT
        self.report: Report | None = None
        self.extracts: list[FileExtract] = []

    def keep(self, result: CheckedFile) -> None:
        """Keep a checked file while there is room."""
        self.extracts.append(result.extract)
        if not self.kept or result.report.size <= self.room:
            self.room -= result.report.size
            self.kept[result.report.name] = result

    def checked(self, name: str) -> CheckedFile:
        """The checked file of this name in the report. Raises KeyError for another name."""
        if name not in self.kept:
            self.kept = {name: check_file(self.given[name].read(), self.options)}
        return self.kept[name]


_batch: _Batch | None = None


def handle(op: str, payload: str, files: Sequence[dict[str, Any]] = (), progress: Progress = id) -> Any:
    """Answer one request of the page.

    Args:
        op: `about`, `check`, `findings`, `excerpt`, `overview`, `export`, `samples`, `example`, `explain`, `refused`,
            `clear`; for a check that several workers share `share`, `part`, `merge`; or one of `wizard_open`,
            `wizard_review`, `wizard_codes`, `wizard_compare`, `wizard_close`.
        payload: a JSON object.
        files: {"name", "bytes"} each; `bytes` missing or None where the browser could not read the file. With "size",
            `bytes` may be a function that reads them when it is called.
        progress: called with JSON text {"file", "index", "files", "stage", "share"}.

    Returns:
        JSON text; for `export` and `part` the pair of JSON text (an object) and bytes.

    Raises:
        KeyError: unknown op, file, rule or format: the page's bug.
    """
    given = json.loads(payload)
    if op in ("check", "share"):
        _open(given.get("options", {}), files)
        return _check(progress) if op == "check" else _share()
    if op == "part":
        return _part(given["take"], given["own"], progress)
    if op == "merge":
        return _merge(files, progress)
    if op == "export":
        return _export(given)
    if op.startswith("wizard_"):
        # Needed by nobody whose file has a known layout.
        from pyvalidator.wizard import door

        named = [_given(file) for file in files]
        wanted = given.get("options", {})
        # A table of codes may well be a CSV, which in a drop would be a roster; profiles to compare are not in use.
        drop = sort_drop([] if op in ("wizard_codes", "wizard_compare") else named, wanted.get("ignore_side", ()))
        options = _options(wanted, drop)
        return json.dumps(door.answer(op, given, drop.data or named, options, progress), ensure_ascii=False)
    return json.dumps(_ANSWERS[op](given), ensure_ascii=False)


# -- check -----------------------------------------------------------------------------------------------------------


def _open(wanted: dict[str, Any], files: Sequence[dict[str, Any]]) -> None:
    global _batch
    # The former batch is let go before the next one needs its memory.
    _batch = None
    _batch = _Batch(wanted, files)


def _given(file: dict[str, Any]) -> Given:
    content = file.get("bytes")
    if callable(content):
        return Given(file["name"], OnPage(file["size"], content, FILE_LIMIT))
    return Given(file["name"], InMemory(content, FILE_LIMIT))


def _check(progress: Progress) -> str:
    batch = _last()
    told = _Told(progress, batch)
    return _answer(check(_read_all(batch, told), batch.options, batch.keep, told.stage), batch)


def _read_all(batch: _Batch, told: _Told) -> Iterator[Incoming]:
    for index in range(len(batch.files)):
        yield told.read(index)
    told.whole()


def _answer(report: Report, batch: _Batch) -> str:
    batch.report = report
    sides = [
        {"name": side.name, "kind": side.kind, "title": side.title, **({"error": side.error} if side.error else {})}
        for side in batch.sides
    ]
    told = {
        "side": sides, "problems": batch.problems, "name": download_stem(report), "origin": report.profile.origin,
        "fields": _field_titles(batch),
    }  # fmt: skip
    rest = json.dumps(told, ensure_ascii=False)
    # Put together as text: the report may be large, and is JSON already.
    return f'{{"report": {report.to_json()}, {rest[1:]}'


def _field_titles(batch: _Batch) -> dict[str, str]:
    """Key → the field's name, as `field` of a finding has the key; without keys that two fields share."""
    specs = batch.options.profile.fields
    often = Counter(spec.key for spec in specs)
    return {batch.masker.text(spec.key): batch.masker.text(spec.title) for spec in specs if often[spec.key] == 1}


class _Told:
    """What the page is told while a check runs."""

    def __init__(self, progress: Progress, batch: _Batch) -> None:
        self.progress = progress
        self.batch = batch
        self.file = ""
        self.index = 0
        self.at = 0.0

    def read(self, index: int) -> Incoming:
        """The file of this number, whose stages follow."""
        file = self.batch.files[index]
        self.index, self.file = index, self.batch.masker.text(file.name)
        return file.read()

    def stage(self, stage: str, part: float = 0.0) -> None:
        """A stage begins, or `part` of it is done; the page learns how much of the whole work that is."""
        # Nobody could read how far a small file has come; many of them would tell of little else.
        if stage != "read" and self.batch.files[self.index].origin.size < _WORTH_TELLING:
            return
        now = time.monotonic()
        if part and now - self.at < _TELL_EVERY:
            return
        self.at = now
        share = (self.index + share_of_file(stage, part)) / len(self.batch.files)
        self._send(stage, share)

    def whole(self) -> None:
        """Every file is checked; what follows looks at all of them."""
        self.file, self.index = "", len(self.batch.files)
        self._send("batch", 1.0)

    def _send(self, stage: str, share: float) -> None:
        event = {"file": self.file, "index": self.index, "files": len(self.batch.files), "stage": stage, "share": share}
        self.progress(json.dumps(event))


# -- one check, several workers --------------------------------------------------------------------------------------
# Each worker is given the whole drop and sorts it in the same way, so that files go by their numbers.


def _share() -> str:
    """The size of each file to check: the page hands them out."""
    return json.dumps({"sizes": [file.origin.size for file in _last().files]})


def _part(indices: list[int], own: bool, progress: Progress) -> tuple[str, bytes]:
    """Check some of the files.

    Args:
        own: whether this worker puts the report together; then nothing but the news that it is done goes out.
    """
    batch = _last()
    told = _Told(progress, batch)
    done: list[Checked] = []
    for index in indices:
        result = check_file(told.read(index), batch.options, told.stage)
        if own:
            batch.keep(result)
        done.append((result.report, result.extract.settle(), result.incidents))
    if own:
        batch.done += done
    return "{}", b"" if own else pickle.dumps(done, pickle.HIGHEST_PROTOCOL)


@paused_gc()
def _merge(parts: Sequence[dict[str, Any]], progress: Progress) -> str:
    """The report on the whole drop, from what the other workers found and this one did."""
    batch = _last()
    for part in parts:
        batch.done += pickle.loads(_given(part).origin.read()[0])
    _Told(progress, batch).whole()
    report = build_report(batch.done, batch.options)
    batch.extracts = [extract for _, extract, _ in sorted(batch.done, key=lambda one: one[0].name)]
    batch.done = []
    return _answer(report, batch)


def _options(wanted: dict[str, Any], drop: Sorted) -> Options:
    profile: Profile = drop.used("profile") or built_in_profiles()[wanted.get("profile") or "reference"]
    return Options(
        profile=profile,
        today=date.fromisoformat(wanted["today"]) if wanted.get("today") else today_in_taipei(),
        mask=wanted.get("mask", True),
        max_per_rule=wanted.get("max_per_rule", 1000),
        roster=drop.used("roster"),
        agencies=drop.used("agencies"),
        calendar=calendar_with(drop.used("days")),
        schema=drop.used("schema"),
    )


# -- answers about the last check ------------------------------------------------------------------------------------


def _findings(given: dict[str, Any]) -> dict[str, Any]:
    checked = _last().checked(given["file"])
    own = findings_of_rule(checked.findings, given["rule"])
    wanted = own[given["offset"] : given["offset"] + given["limit"]]
    entries = checked.maker.make(wanted) if checked.maker else []
    return {"findings": [entry.as_dict() for entry in entries], "total": len(own)}


def _excerpt(given: dict[str, Any]) -> dict[str, Any]:
    batch = _last()
    maker = batch.checked(given["file"]).maker
    assert maker is not None, "a checked file that is kept has its maker"
    place = [given[name] for name in ("line", "column", "before", "after")]
    return excerpt(maker.document, batch.options.profile, batch.masker, *place)


def _overview(given: dict[str, Any]) -> dict[str, Any]:
    # Only who looks at the numbers waits for this import.
    from pyvalidator.overview import build_overview

    batch = _last()
    wanted = given.get("file")
    files = [each for each in batch.extracts if wanted is None or batch.masker.text(each.name) == wanted]
    month = given.get("month")
    first = date(int(month[:3]) + 1911, int(month[3:]), 1) if month else None
    return build_overview(files, batch.options.calendar, batch.masker, first)


def _export(given: dict[str, Any]) -> tuple[str, bytes]:
    batch = _last()
    report = batch.report
    assert report is not None, "a batch has its report once the check has ended"
    reasons = [{**one, "reason": batch.masker.text(one["reason"])} for one in given.get("acknowledgements", ())]
    format = given["format"]
    if given.get("person"):
        report = report_of_person(report, {(one["file"], one["first"]) for one in given["person"]}, batch.checked)
    header = {"name": download_name(report, format), "mime": format_of(format).mime}
    return json.dumps(header, ensure_ascii=False), render(acknowledged(report, reasons), format)


def _refused(given: dict[str, Any]) -> dict[str, Any]:
    from pyvalidator.wizard.refused import refusal

    report = _last().report
    assert report is not None, "a batch has its report once the check has ended"
    return refusal(_last().checked(given["file"]), _last().options.profile, given.get("key"), given.get("rule"))


def _clear(given: dict[str, Any]) -> None:
    global _batch
    _batch = None
    if door := sys.modules.get("pyvalidator.wizard.door"):
        door.close()
    forget()
    forget_texts()


def _last() -> _Batch:
    if _batch is None:
        raise KeyError("nothing was checked")
    return _batch


# -- answers about the checker ---------------------------------------------------------------------------------------


def _about(given: dict[str, Any]) -> dict[str, Any]:
    profiles = [{"id": each.id, "title": each.title, "status": each.status} for each in built_in_profiles().values()]
    return {"version": __version__, "profiles": profiles, "rules": rule_facts(), "deadlines": _next_deadlines()}


def _next_deadlines() -> list[dict[str, Any]]:
    return [
        {"period": f"{month.year - 1911:03d}{month.month:02d}", "date": due.date.isoformat(),
         "days_left": due.days_left, "note": due.note}
        for month, due in next_deadlines(today_in_taipei(), official_calendar(), _DEADLINES_AHEAD) if due.date
    ]  # fmt: skip


def _samples(given: dict[str, Any]) -> dict[str, Any]:
    # Needed by nobody who brings a file.
    from pyvalidator.samples import build_sample

    good = given["kind"] == "good"
    sample = build_sample(built_in_profiles()["reference"], faults=0 if good else 8)
    return {"name": "範例（沒有錯誤）.json" if good else "範例（有錯誤）.json", "text": sample.text}


def _explain(given: dict[str, Any]) -> dict[str, Any]:
    rule = _rule(given)
    facts = {"id": rule.id, "title": rule.title, "severity": rule.severity}
    return {**facts, "sections": sections(rule), "text": explanation(rule)}


def _example(given: dict[str, Any]) -> dict[str, Any]:
    """The rule's first example that fires: `files` in base64, `name` and `text` of the first, the day it is about."""
    rule = _rule(given)
    example = next(example for example in rule.examples if example.fires_at is not None)
    named = example.files or {f"{rule.id.lower()}.json": example.content}
    contents = {name: None if content is None else example_bytes(content) for name, content in sorted(named.items())}
    contents |= dict(example_side_files(example))
    files = [
        {"name": name, "base64": None if data is None else base64.b64encode(data).decode()}
        for name, data in contents.items()
    ]
    first, data = next(iter(contents.items()))
    return {"name": first, "text": (data or b"").decode("utf-8", "replace"), "files": files, "today": example.today}


def _rule(given: dict[str, Any]) -> Rule:
    rule = find_rule(given["rule"])
    if rule is None:
        raise KeyError(given["rule"])
    return rule


_ANSWERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "about": _about, "findings": _findings, "excerpt": _excerpt, "samples": _samples, "example": _example,
    "explain": _explain, "overview": _overview, "refused": _refused, "clear": _clear,
}  # fmt: skip
