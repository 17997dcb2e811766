"""The report as an Excel workbook (XlsxWriter): sheets 摘要, 問題清單, 人員, 檔案. Every text is stored as text."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from pyvalidator.report.model import Report
from pyvalidator.report.outcome import outcome_of, outcome_of_batch
from pyvalidator.report.render import csv_table, words
from pyvalidator.wording import (
    ABSENT,
    COVERAGE,
    DATASET,
    GIVEN,
    MATRIX,
    PASS_NEXT,
    SEVERITY,
    SHIPPED,
    SIDE_FILE,
    SKIPPED,
    UNKNOWN,
)

#: Rows that Excel has, without the header (Excel specifications and limits).
_ROW_LIMIT = 1_048_575
#: Characters that one cell holds (the same).
_CELL_LIMIT = 32_767

Cell = str | int


def render(report: Report) -> bytes:
    """An .xlsx file, the same bytes for the same report."""
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    moment = datetime.fromisoformat(report.checked_at).replace(tzinfo=None)
    book.set_properties({"title": "差勤檢核報告", "created": moment})
    head = book.add_format({"bold": True, "bg_color": "#E4E7EE", "border": 1, "valign": "vcenter"})
    body = book.add_format({"valign": "top", "text_wrap": True})
    for name, titles, widths, rows in _sheets(report):
        sheet = book.add_worksheet(name)
        for column, (title, width) in enumerate(zip(titles, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, head)
        last = 0
        for last, row in enumerate(rows, 1):
            if last > _ROW_LIMIT:
                sheet.write_string(_ROW_LIMIT, 0, "其餘超過 Excel 的列數上限，請改用 CSV 或 JSON 報告。", body)
                break
            for column, cell in enumerate(row):
                _write(sheet, last, column, cell, body)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, min(last, _ROW_LIMIT), len(titles) - 1)
        sheet.set_paper(9)  # A4
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&C第 &P 頁，共 &N 頁")
    book.close()
    return buffer.getvalue()


def _write(sheet: Any, row: int, column: int, cell: Cell, style: Any) -> None:
    if isinstance(cell, int):
        sheet.write_number(row, column, cell, style)
    elif cell:
        # Never `write`, which would take a text that begins with = for a formula.
        lines = "\n".join(map(words.visible, cell.split("\n")))
        sheet.write_string(row, column, lines[:_CELL_LIMIT], style)


def _sheets(report: Report) -> Iterator[tuple[str, Sequence[str], Sequence[int], Iterable[Sequence[Cell]]]]:
    yield "摘要", ("項目", "內容"), (20, 90), _summary(report)
    titles: tuple[str, ...] = (*csv_table.HEADER, "承辦說明")
    yield "問題清單", titles, (24, 14, 10, 24, 48, 40, 28, 16, 20, 8, 8, 30, 36, 16, 40), csv_table.rows(report)
    titles = ("檔案", "身分證字號", "姓名", *SEVERITY.values())
    yield "人員", titles, (30, 18, 16, 12, 16, 10), _people(report)
    titles = ("檔案", "結論", "機關代碼", "機關名稱", "資料年月", "資料種類", "筆數", "人數", "報送期限",
              *SEVERITY.values(), "沒有檢核的規則數", "SHA-256")  # fmt: skip
    yield "檔案", titles, (30, 22, 14, 24, 12, 24, 8, 8, 34, 12, 16, 10, 18, 68), _files(report)


def _summary(report: Report) -> Iterator[Sequence[Cell]]:
    outcome = outcome_of_batch(report)
    yield "結論", words.verdict(outcome, report)
    if step := words.next_step(report.files, outcome):
        yield PASS_NEXT["title"], step
    yield "檔案", report.summary.files
    for severity, name in SEVERITY.items():
        yield name, getattr(report.summary, severity)
    if extent := words.extent_text(report):
        yield "列出的項目", extent
    yield "版型", words.profile_text(report)
    if settings := words.settings_text(report):
        yield SHIPPED["title"], settings
    if days_off := words.days_off_text(report):
        yield SIDE_FILE["days"], days_off
    yield "檢核程式", f"{report.generator.name} {report.generator.version}"
    yield "檢核時間", words.moment_text(report.checked_at)
    month = words.period_text(report.batch.month)
    missing, other = words.absent_of_month(report)
    for entry in missing:
        yield MATRIX[entry.status], f"{entry.agency_code} {entry.agency_name}　{month}"
    for entry in other:
        agency = f"{entry.agency_code} {entry.agency_name}"
        yield ABSENT["other"], f"{agency}　沒有 {month}的檔案，有 {words.months_text(entry)}的檔案"
    for file in report.files:
        yield from ((COVERAGE["title"], f"{file.name}　{line}") for line in words.unchecked_parts(file))
        yield from ((GIVEN["title"], f"{file.name}　{line}") for line in words.given_text(file))
    for passed in report.skipped:
        yield SKIPPED, words.skipped_text(passed)
    for incident in report.incidents:
        yield "檢核程式本身的問題", f"{incident.rule}　{incident.file or '跨檔案'}　{incident.detail}"
    yield "說明", words.limits_text(report)


def _people(report: Report) -> Iterator[Sequence[Cell]]:
    """How many findings each person has in each file, among those listed."""
    people: dict[tuple[str, int], Counter[str]] = {}
    called: dict[tuple[str, int], tuple[str, str]] = {}
    for file in report.files:
        for entry in file.findings:
            if entry.person is not None:
                who = (file.name, entry.person.first)
                people.setdefault(who, Counter())[entry.severity] += 1
                called.setdefault(who, (str(entry.person.id or ""), str(entry.person.name or "")))
    for who, counts in people.items():
        yield who[0], *called[who], *(counts[severity] for severity in SEVERITY)


def _files(report: Report) -> Iterator[Sequence[Cell]]:
    for file in report.files:
        yield (
            file.name, words.verdict(outcome_of(file), report), file.agency_code or "", file.agency_name or "",
            words.period_text(file.period), DATASET.get(file.dataset or "", "不明"),
            "不明" if file.record_count is None else file.record_count,
            "不明" if file.person_count is None else file.person_count,
            words.deadline_text(file.deadline), *(getattr(file.counts, severity) for severity in SEVERITY),
            len(file.not_checked), file.sha256 or UNKNOWN["sha256"],
        )  # fmt: skip
