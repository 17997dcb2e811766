"""The report as JUnit XML, one test case per file, for build servers."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from pyvalidator.render import words
from pyvalidator.report import BatchEntry, Entry, FileReport, Report


def render(report: Report) -> bytes:
    """UTF-8. A file fails where it has errors of its own or with other files."""
    shared: dict[str, list[Entry]] = {}
    for entry in report.batch.findings:
        for name in entry.files:
            shared.setdefault(name, []).append(entry)
    cases = [(file, [*file.findings, *shared.get(file.name, ())]) for file in report.files]
    failed = sum(any(entry.severity == "error" for entry in entries) for _, entries in cases)
    head = f'tests="{len(cases)}" failures="{failed}" errors="0"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="pyvalidator" {head}>']
    lines.append(f'<testsuite name="差勤檢核" {head} skipped="0" time="0" timestamp="{report.checked_at}">')
    for file, entries in cases:
        lines += _case(file, entries)
    loose = [_line(entry) for entry in report.batch.findings if not entry.files]
    if loose:
        lines.append(f"<system-out>{_text(loose)}</system-out>")
    if report.incidents:
        incidents = [f"{item.rule} {item.file or ''} {item.detail}" for item in report.incidents]
        lines.append(f"<system-err>{_text(incidents)}</system-err>")
    lines += ["</testsuite>", "</testsuites>", ""]
    return "\n".join(lines).encode("utf-8", "backslashreplace")


def _case(file: FileReport, entries: list[Entry]) -> Iterator[str]:
    name, suite = quoteattr(words.visible(file.name)), quoteattr(words.visible(file.agency_code or "差勤檢核"))
    yield f'<testcase name={name} classname={suite} time="0">'
    lines = [(entry, _line(entry)) for entry in entries] + words.cut_rules(file)
    errors = [line for entry, line in lines if entry.severity == "error"]
    others = [line for entry, line in lines if entry.severity != "error"]
    if errors:
        yield f'<failure type="{file.status}" message="必須修正 {file.counts.error:,} 項">{_text(errors)}</failure>'
    if others:
        yield f"<system-out>{_text(others)}</system-out>"
    yield "</testcase>"


def _line(entry: Entry) -> str:
    place = "" if isinstance(entry, BatchEntry) else f"{entry.line}:{entry.column} "
    return f"{place}{entry.rule} {words.person_text(entry.person)} {'　'.join(words.sentences(entry))} {entry.fix}"


def _text(lines: list[str]) -> str:
    return "\n".join(escape(words.visible(line)) for line in lines)
