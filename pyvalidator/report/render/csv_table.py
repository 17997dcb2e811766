"""The findings as CSV for spreadsheets: UTF-8 with BOM, CRLF, no cell that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain

from pyvalidator.report.model import Entry, Report
from pyvalidator.report.render import words
from pyvalidator.wording import COVERAGE, GIVEN, SEVERITY, SHIPPED, SKIPPED, owner_text

HEADER = ("檔案", "嚴重程度", "規則", "標題", "說明", "修正方式", "人員", "欄位", "值", "列", "欄", "指標",
          "差假", "由誰修改")  # fmt: skip

#: Spreadsheets set to East Asian languages take the full-width signs too.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(report: Report) -> bytes:
    """One row per finding; findings over several files name them all, and come last."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(HEADER)
    # A workbook says on its first sheet how much it lists and by whose settings; a CSV file has no other place for it.
    notes = []
    if settings := words.settings_text(report):
        notes.append(_note(settings, title=SHIPPED["title"]))
    if extent := words.extent_text(report):
        notes.append(_note(extent))
    told = chain(rows(report), notes)
    writer.writerows([neutral(cell) for cell in _with_reason(*row)] for row in told)
    return buffer.getvalue().encode("utf-8-sig", "backslashreplace")


def rows(report: Report) -> Iterator[tuple[str | int, ...]]:
    """The cells of each finding in the order of `HEADER`, and last the reason that was given for it.

    Where a rule was cut, a row says the true number; what of a file was not looked at, and what was given beside it,
    has rows of its own. What was passed over comes last, a row for each.
    """
    for file in report.files:
        for entry in file.findings:
            yield _row(file.name, entry)
        for first, sentence in words.cut_rules(file):
            yield _note(sentence, file.name, SEVERITY[first.severity], first.rule, first.title)
        for line in words.unchecked_parts(file):
            yield _note(line, file.name, title=COVERAGE["title"])
        for line in words.given_text(file):
            yield _note(line, file.name, title=GIVEN["title"])
    for entry in report.batch.findings:
        yield _row("、".join(entry.files), entry)
    for passed in report.skipped:
        yield _note(passed.reason, passed.name, title=SKIPPED)


def _note(sentence: str, file: str = "", severity: str = "", rule: str = "", title: str = "") -> tuple[str | int, ...]:
    """A row that is no finding; with the cell for a reason, as every row."""
    return (file, severity, rule, title, sentence, *[""] * (len(HEADER) - 4))


def _row(file: str, entry: Entry) -> tuple[str | int, ...]:
    return (
        file, SEVERITY[entry.severity], entry.rule, entry.title, entry.message, entry.fix,
        words.person_text(entry.person), entry.field or "", words.value_text(entry),
        "" if entry.line is None else entry.line, "" if entry.column is None else entry.column, entry.pointer or "",
        entry.record or "", owner_text(entry.owner), entry.acknowledgement or "",
    )  # fmt: skip


def _with_reason(*row: str | int) -> tuple[str | int, ...]:
    """The columns of the CSV file are fixed, so a reason stands behind the message that it answers."""
    *cells, reason = row
    if reason:
        cells[4] = f"{cells[4]}承辦說明：{reason}"
    return tuple(cells)


def neutral(cell: str | int) -> str | int:
    """A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell
