"""The report as SARIF 2.1.0 (OASIS), for code scanning tools and editors."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from pyvalidator.engine.registry import rules
from pyvalidator.report.model import BatchEntry, Entry, FileReport, IncidentEntry, Report, SkippedEntry
from pyvalidator.report.render import words
from pyvalidator.wording import SKIPPED

_LEVEL = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> bytes:
    """UTF-8, two spaces of indentation."""
    index = {file.name: number for number, file in enumerate(report.files)}
    entries: list[tuple[list[str], Entry]] = [([file.name], entry) for file in report.files for entry in file.findings]
    entries += [(entry.files, entry) for entry in report.batch.findings]
    used = sorted({entry.rule for _, entry in entries})
    run = {
        "tool": {
            "driver": {
                "name": report.generator.name,
                "version": report.generator.version,
                "language": "zh-Hant-TW",
                "rules": [_rule(rule) for rule in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        **({"properties": {"settings": report.settings.as_dict()}} if report.settings is not None else {}),
        "invocations": [
            {
                "executionSuccessful": not report.incidents,
                "endTimeUtc": _utc(report.checked_at),
                "toolExecutionNotifications": [
                    *map(_notification, report.incidents),
                    *map(_passed_over, report.skipped),
                    *(note for file in report.files for note in _unchecked(file)),
                    *_about_all(report),
                ],
            }
        ],
        "artifacts": [
            {
                "location": {"uri": quote(file.name)},
                "length": file.size,
                **({"hashes": {"sha-256": file.sha256}} if file.sha256 is not None else {}),
                # The results hold up to the cap; these are the true numbers.
                "properties": {
                    "counts": file.counts.as_dict(), "truncated": file.truncated,
                    "coverage": file.coverage.as_dict() if file.coverage is not None else None,
                    "given": {name: one.as_dict() for name, one in file.given.items()},
                },
            }
            for file in report.files
        ],
        "results": [_result(entry, files, used, index) for files, entry in entries],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _notification(incident: IncidentEntry) -> dict[str, Any]:
    return {"level": "error", "message": {"text": f"{incident.rule}: {incident.detail}"}}


def _passed_over(entry: SkippedEntry) -> dict[str, Any]:
    level = "warning" if entry.data else "note"
    return {"level": level, "message": {"text": f"{SKIPPED}：{words.skipped_text(entry)}"}}


def _unchecked(file: FileReport) -> list[dict[str, Any]]:
    """What of a file was not looked at, and what was given beside it."""
    told = [("warning", line) for line in words.unchecked_parts(file)]
    told += [("note", line) for line in words.given_text(file)]
    return [{"level": level, "message": {"text": f"{file.name}：{line}"}} for level, line in told]


def _about_all(report: Report) -> list[dict[str, Any]]:
    """Whose settings came with the page and were used, and how much is listed."""
    told = filter(None, (words.settings_line(report), words.extent_text(report)))
    return [{"level": "note", "message": {"text": said}} for said in told]


def _rule(rule_id: str) -> dict[str, Any]:
    rule = rules()[rule_id]
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.documentation.split("\n\n")[0].replace("\n", "")},
        "help": {"text": rule.documentation, "markdown": rule.documentation},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"owner": list(rule.owner)},
    }


def _result(entry: Entry, files: list[str], used: list[str], index: dict[str, int]) -> dict[str, Any]:
    region = {} if isinstance(entry, BatchEntry) else {"region": {"startLine": entry.line, "startColumn": entry.column}}
    locations = [
        {"physicalLocation": {"artifactLocation": {"uri": quote(name), "index": index[name]}, **region}}
        for name in files
        if name in index
    ]
    accepted = {"kind": "external", "justification": entry.acknowledgement}
    return {
        "ruleId": entry.rule,
        "ruleIndex": used.index(entry.rule),
        "level": _LEVEL[entry.severity],
        "message": {"text": f"{entry.message}{entry.fix}"},
        "locations": locations,
        **({"suppressions": [accepted]} if entry.acknowledgement else {}),
        "properties": {
            "pointer": entry.pointer, "value": entry.value, "expected": entry.expected, "record": entry.record,
            "owner": entry.owner,
        },
    }


def _utc(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
