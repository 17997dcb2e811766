"""The report as JUnit XML, one test case per file, for build servers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from pyvalidator.report.model import BatchEntry, Entry, FileReport, Report, SkippedEntry
from pyvalidator.report.render import words
from pyvalidator.wording import SEVERITY, owner_line


def render(report: Report) -> bytes:
    """UTF-8. A file fails where it has errors of its own or with other files; errors of no file are one case more.

    Each file that was passed over is a skipped case.
    """
    shared: dict[str, list[BatchEntry]] = {}
    for entry in report.batch.findings:
        for name in entry.files:
            shared.setdefault(name, []).append(entry)
    loose = [entry for entry in report.batch.findings if not entry.files]
    cases = [list(_case(file, shared.get(file.name, []))) for file in report.files]
    if _errors(loose):
        cases.append(['<testcase name="（整批檔案）" classname="差勤檢核" time="0">',
                      _failure("error", len(_errors(loose)), map(_line, _errors(loose))), "</testcase>"])  # fmt: skip
    cases += map(_passed_over, report.skipped)
    failed = sum(any(line.startswith("<failure") for line in lines) for lines in cases)
    head = f'tests="{len(cases)}" failures="{failed}" errors="0"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="pyvalidator" {head}>']
    head += f' skipped="{len(report.skipped)}" time="0" timestamp="{report.checked_at}"'
    lines.append(f'<testsuite name="差勤檢核" {head}>')
    lines += [line for case in cases for line in case]
    told = [words.settings_line(report), words.extent_text(report)]
    told += [_line(entry) for entry in loose if entry.severity != "error"]
    if others := [*filter(None, told)]:
        lines.append(f"<system-out>{_text(others)}</system-out>")
    if report.incidents:
        incidents = [f"{item.rule} {item.file or ''} {item.detail}" for item in report.incidents]
        lines.append(f"<system-err>{_text(incidents)}</system-err>")
    lines += ["</testsuite>", "</testsuites>", ""]
    return "\n".join(lines).encode("utf-8", "backslashreplace")


def _passed_over(entry: SkippedEntry) -> list[str]:
    name, reason = _attribute(words.visible(entry.name)), _attribute(words.visible(entry.reason))
    return [f'<testcase name={name} classname="差勤檢核" time="0">', f"<skipped message={reason}/>", "</testcase>"]


def _case(file: FileReport, shared: list[BatchEntry]) -> Iterator[str]:
    """One file; `shared` is what it has with other files."""
    name, suite = _attribute(words.visible(file.name)), _attribute(words.visible(file.agency_code or "差勤檢核"))
    yield f'<testcase name={name} classname={suite} time="0">'
    lines = [*((entry, _line(entry)) for entry in (*file.findings, *shared)), *words.cut_rules(file)]
    errors = [line for entry, line in lines if entry.severity == "error"]
    if errors:
        status = file.status if file.counts.error else "error"
        yield _failure(status, file.counts.error + len(_errors(shared)), errors)
    others = [*words.unchecked_parts(file), *words.given_text(file)]
    if others := others + [line for entry, line in lines if entry.severity != "error"]:
        yield f"<system-out>{_text(others)}</system-out>"
    yield "</testcase>"


def _failure(type: str, count: int, lines: Iterable[str]) -> str:
    message = f"{SEVERITY['error']} {count:,} 項"
    return f'<failure type="{type}" message="{message}">{_text(lines)}</failure>'


def _errors(entries: Sequence[BatchEntry]) -> list[BatchEntry]:
    return [entry for entry in entries if entry.severity == "error"]


def _line(entry: Entry) -> str:
    place = "" if isinstance(entry, BatchEntry) else f"{entry.line}:{entry.column} "
    told = f"{entry.fix}（{owner_line(entry.owner)}）"
    return f"{place}{entry.rule} {' '.join(words.whose(entry))} {'　'.join(words.sentences(entry))} {told}"


def _text(lines: Iterable[str]) -> str:
    return "\n".join(escape(words.visible(line), quote=False) for line in lines)


def _attribute(text: str) -> str:
    """A text as the value of an attribute. The standard library's own way brings a client for the web with it."""
    return f'"{escape(text)}"'
