"""What the page asks of Python: one function, JSON text in, JSON text (or JSON text and bytes) out.

What a check found stays here until the next one or `clear`, for the answers that the page asks for later. Nothing is
written anywhere else.
"""

from __future__ import annotations

import base64
import json
import pickle
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from pyvalidator import __version__
from pyvalidator.browser.batch import OpenBatch, Progress, ProgressNews, options_of, pending_file, read_all
from pyvalidator.domain.calendar import next_deadlines, official_calendar
from pyvalidator.domain.roc import month_of, period_text
from pyvalidator.engine.catalogue import explanation, find_rule, rule_facts, sections
from pyvalidator.engine.examples import example_bytes
from pyvalidator.input.side_files import sort_batch
from pyvalidator.options import today_in_taipei
from pyvalidator.pipeline import build_report, check, check_file
from pyvalidator.profile import built_in_profiles
from pyvalidator.profile.load import built_in_heads
from pyvalidator.report.checked import Checked
from pyvalidator.report.entries import findings_of_rule
from pyvalidator.report.excerpt import excerpt
from pyvalidator.report.model import Report, SelectionEntry, acknowledged
from pyvalidator.report.person_report import report_of_person
from pyvalidator.report.render import download_name, download_stem, format_of, render
from pyvalidator.rule import Rule
from pyvalidator.runtime.caches import clear_text_cache, forget
from pyvalidator.runtime.gc_control import paused_gc
from pyvalidator.samples.rule_examples import example_side_files

#: How many deadlines ahead the page offers for the calendar.
_DEADLINES_AHEAD = 6

_batch: OpenBatch | None = None


def handle(op: str, payload: str, files: Sequence[dict[str, Any]] = (), progress: Progress = id) -> Any:
    """Answer one request of the page.

    Args:
        op: `about`, `check`, `month`, `findings`, `excerpt`, `overview`, `export`, `samples`, `example`, `explain`,
            `refused`, `settings`, `settings_make`, `clear`; for a check that several workers share `share`, `part`,
            `merge`; for a table of fields `spec_read`, `spec_kit`, `spec_export`; or one of `wizard_open`,
            `wizard_propose`, `wizard_review`, `wizard_codes`, `wizard_compare`, `wizard_close`.
        payload: a JSON object.
        files: {"name", "bytes"} each; `bytes` missing or None where the browser could not read the file. With "size",
            `bytes` may be a function that reads them when it is called.
        progress: called with JSON text {"file", "index", "files", "stage", "share"}.

    Returns:
        JSON text; for `export` and `part` the pair of JSON text (an object) and bytes.

    Raises:
        KeyError: unknown op, file, rule or format: the page's bug.
    """
    request = json.loads(payload)
    if op in ("check", "share"):
        _open(request.get("options", {}), files)
        return _check(progress) if op == "check" else _share()
    if op == "part":
        return _part(request["take"], request["own"], progress)
    if op == "merge":
        return _merge(files, progress)
    if op == "month":
        return _month(request["month"])
    if op == "export":
        return _export(request)
    if op.startswith("spec_"):
        # Needed only by who has a table of fields.
        from pyvalidator.browser import spec_table

        told = spec_table.answer(op, request, [pending_file(file) for file in files])
        text, rest = (told[0], told[1:]) if isinstance(told, tuple) else (told, ())
        return (json.dumps(text, ensure_ascii=False), *rest) if rest else json.dumps(text, ensure_ascii=False)
    if op.startswith("wizard_"):
        # Needed by nobody whose file has a known layout.
        from pyvalidator.browser import wizard

        named = [pending_file(file) for file in files]
        wanted = request.get("options", {})
        # A table of codes may well be a CSV, which in a batch would be a roster; profiles to compare are not in use.
        batch = sort_batch([] if op in ("wizard_codes", "wizard_compare") else named, wanted.get("ignore_side", ()))
        options = options_of(wanted, batch)
        return json.dumps(wizard.answer(op, request, batch.data or named, options, progress), ensure_ascii=False)
    if op.startswith("settings"):
        # Needed by nobody whose page has no settings of its own.
        from pyvalidator.browser import settings

        answer = settings.read(request) if op == "settings" else settings.make(request, files)
        return json.dumps(answer, ensure_ascii=False)
    return json.dumps(_ANSWERS[op](request), ensure_ascii=False)


# -- check -----------------------------------------------------------------------------------------------------------


def _open(wanted: dict[str, Any], files: Sequence[dict[str, Any]]) -> None:
    global _batch
    # The former batch is let go before the next one needs its memory.
    _batch = None
    _batch = OpenBatch(wanted, files)


def _check(progress: Progress) -> str:
    batch = _last()
    news = ProgressNews(progress, batch)
    return _answer(check(read_all(batch, news), batch.options, batch.keep, news.stage, batch.rest), batch)


def _answer(report: Report, batch: OpenBatch) -> str:
    batch.report = report
    sides = [
        {"name": side.name, "kind": side.kind, "title": side.title, **({"error": side.error} if side.error else {})}
        for side in batch.sides
    ]
    beside = {
        "side": sides, "give": batch.give, "problems": batch.problems, "name": download_stem(report),
        "origin": report.profile.origin, "fields": _field_titles(batch),
    }  # fmt: skip
    rest = json.dumps(beside, ensure_ascii=False)
    # Put together as text: the report may be large, and is JSON already.
    return f'{{"report": {report.to_json()}, {rest[1:]}'


def _field_titles(batch: OpenBatch) -> dict[str, str]:
    """Key → the field's name, as `field` of a finding has the key; without keys that two fields share."""
    specs = batch.options.profile.fields
    often = Counter(spec.key for spec in specs)
    return {batch.masker.text(spec.key): batch.masker.text(spec.title) for spec in specs if often[spec.key] == 1}


# -- one check, several workers --------------------------------------------------------------------------------------
# Each worker is given the whole batch and sorts it in the same way, so that files go by their numbers.


def _share() -> str:
    """The size of each file to check: the page hands them out."""
    return json.dumps({"sizes": [file.origin.size for file in _last().files]})


def _part(indices: list[int], own: bool, progress: Progress) -> tuple[str, bytes]:
    """Check some of the files.

    Args:
        own: whether this worker puts the report together; then nothing but the news that it is done goes out.
    """
    batch = _last()
    news = ProgressNews(progress, batch)
    done: list[Checked] = []
    for index in indices:
        result = check_file(news.read(index), batch.options, news.stage)
        extract = result.extract.settle()
        if own:
            batch.keep(result)
        else:
            done.append((result.report, extract, result.incidents))
    return "{}", b"" if own else pickle.dumps(done, pickle.HIGHEST_PROTOCOL)


@paused_gc()
def _merge(parts: Sequence[dict[str, Any]], progress: Progress) -> str:
    """The report on the whole batch, from what the other workers found and this one did."""
    batch = _last()
    for part in parts:
        batch.done += pickle.loads(pending_file(part).origin.read()[0])
    ProgressNews(progress, batch).whole()
    batch.done.sort(key=lambda one: one[0].name)
    return _answer(build_report(batch.done, batch.options, batch.rest), batch)


def _month(month: str) -> str:
    """The report on the files of the last check, asked about another month; no file is checked again."""
    batch = _last()
    assert batch.report is not None, "a batch has its report once the check has ended"
    checked_at = datetime.fromisoformat(batch.report.checked_at)
    batch.options = replace(batch.options, month=month_of(month), checked_at=checked_at)
    return _answer(build_report(batch.done, batch.options, batch.rest), batch)


# -- answers about the last check ------------------------------------------------------------------------------------


def _findings(request: dict[str, Any]) -> dict[str, Any]:
    checked = _last().checked(request["file"])
    own = findings_of_rule(checked.findings, request["rule"])
    wanted = own[request["offset"] : request["offset"] + request["limit"]]
    entries = checked.maker.make(wanted) if checked.maker else []
    return {"findings": [entry.as_dict() for entry in entries], "total": len(own)}


def _excerpt(request: dict[str, Any]) -> dict[str, Any]:
    maker = _last().checked(request["file"]).maker
    assert maker is not None, "a checked file that is kept has its maker"
    return excerpt(maker, *(request[name] for name in ("line", "column", "before", "after")))


def _overview(request: dict[str, Any]) -> dict[str, Any]:
    # Only who looks at the numbers waits for this import.
    from pyvalidator.report.overview import build_overview

    batch = _last()
    wanted = request.get("file")
    files = [each for each in batch.extracts if wanted is None or batch.masker.text(each.name) == wanted]
    month = request.get("month")
    first = month_of(month) if month else None
    return build_overview(files, batch.options.calendar, batch.masker, first)


def _export(request: dict[str, Any]) -> tuple[str, bytes]:
    batch = _last()
    report = batch.report
    assert report is not None, "a batch has its report once the check has ended"
    reasons = [{**one, "reason": batch.masker.text(one["reason"])} for one in request.get("acknowledgements", ())]
    format = request["format"]
    if request.get("filter"):
        chosen = SelectionEntry(filter=batch.masker.text(request["filter"]), applied=False, whole=report.summary.counts)
        report = replace(report, selection=chosen)
    if request.get("person"):
        report = report_of_person(report, {(one["file"], one["first"]) for one in request["person"]}, batch.checked)
    header = {"name": download_name(report, format), "mime": format_of(format).mime}
    return json.dumps(header, ensure_ascii=False), render(acknowledged(report, reasons), format)


def _refused(request: dict[str, Any]) -> dict[str, Any]:
    from pyvalidator.report.platform_refusal import refusal

    report = _last().report
    assert report is not None, "a batch has its report once the check has ended"
    return refusal(_last().checked(request["file"]), _last().options, request.get("key"), request.get("rule"))


def _clear(request: dict[str, Any]) -> None:
    global _batch
    _batch = None
    if wizard := sys.modules.get("pyvalidator.browser.wizard"):
        wizard.close()
    forget()
    clear_text_cache()


def _last() -> OpenBatch:
    if _batch is None:
        raise KeyError("nothing was checked")
    return _batch


# -- answers about the checker ---------------------------------------------------------------------------------------


def _about(request: dict[str, Any]) -> dict[str, Any]:
    profiles = [{name: head[name] for name in ("id", "title", "status")} for head in built_in_heads()]
    return {"version": __version__, "profiles": profiles, "rules": rule_facts(), "deadlines": _next_deadlines()}


def _next_deadlines() -> list[dict[str, Any]]:
    return [
        {"period": period_text(month), "date": due.date.isoformat(),
         "days_left": due.days_left, "note": due.note}
        for month, due in next_deadlines(today_in_taipei(), official_calendar(), _DEADLINES_AHEAD) if due.date
    ]  # fmt: skip


def _samples(request: dict[str, Any]) -> dict[str, Any]:
    # Needed by nobody who brings a file.
    from pyvalidator.samples import build_sample

    good = request["kind"] == "good"
    sample = build_sample(built_in_profiles()["reference"], faults=0 if good else 8)
    return {"name": "範例（沒有錯誤）.json" if good else "範例（有錯誤）.json", "text": sample.text}


def _explain(request: dict[str, Any]) -> dict[str, Any]:
    rule = _rule(request)
    facts = {"id": rule.id, "title": rule.title, "severity": rule.severity}
    return {**facts, "sections": sections(rule), "text": explanation(rule)}


def _example(request: dict[str, Any]) -> dict[str, Any]:
    """The rule's first example that fires: `files` in base64, `name` and `text` of the first, the day it is about."""
    rule = _rule(request)
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


def _rule(request: dict[str, Any]) -> Rule:
    rule = find_rule(request["rule"])
    if rule is None:
        raise KeyError(request["rule"])
    return rule


_ANSWERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "about": _about, "findings": _findings, "excerpt": _excerpt, "samples": _samples, "example": _example,
    "explain": _explain, "overview": _overview, "refused": _refused, "clear": _clear,
}  # fmt: skip
