"""Agencies against months as an Excel workbook (XlsxWriter), for whoever collects the files of many agencies."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from pyvalidator.report.model import MatrixEntry, Report
from pyvalidator.report.render import words
from pyvalidator.wording import MATRIX, UNKNOWN

#: Light fills under dark letters; the words carry the meaning.
_FILL = {"pass": "#E7F5EB", "warning": "#FFF4DE", "error": "#FDEEEC", "unreadable": "#FDEEEC", "overdue": "#FDEEEC"}


def render(report: Report) -> bytes:
    """An .xlsx file with the sheets 報送情形 (an agency's row, a month's column), 還沒收到 and 其他月份."""
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    moment = datetime.fromisoformat(report.checked_at).replace(tzinfo=None)
    book.set_properties({"title": "各機關報送情形", "created": moment})
    head = book.add_format({"bold": True, "bg_color": "#E4E7EE", "border": 1})
    plain = book.add_format({"valign": "top"})
    fills = {status: book.add_format({"bg_color": color, "valign": "top"}) for status, color in _FILL.items()}

    periods = sorted({entry.period or "" for entry in report.batch.matrix})
    rows: dict[str, list[MatrixEntry]] = {}
    for entry in report.batch.matrix:
        rows.setdefault(entry.agency_code or "", []).append(entry)
    sheet = _sheet(book, "報送情形", ["機關代碼", "機關名稱", *map(_month, periods)], head)
    for number, (code, entries) in enumerate(sorted(rows.items()), 1):
        sheet.write_string(number, 0, words.visible(code), plain)
        sheet.write_string(number, 1, words.visible(_name(entries)), plain)
        for column, period in enumerate(periods, 2):
            own = [entry for entry in entries if (entry.period or "") == period]
            text = "、".join(words.matrix_text(entry, report) for entry in own)
            told = {"warning" if entry.partial and entry.status == "pass" else entry.status
                    for entry in own if entry.partial or MATRIX[entry.status] in text}  # fmt: skip
            worst = next((status for status in reversed(_FILL) if status in told), "")
            sheet.write_string(number, column, text, fills.get(worst, plain))
    sheet.autofilter(0, 0, max(1, len(rows)), len(periods) + 1)

    missing, other = words.absent_of_month(report)
    _list(book, "還沒收到", "狀態", [(entry, MATRIX[entry.status]) for entry in missing], head, plain)
    _list(book, "其他月份", "檔案的資料年月", [(entry, words.months_text(entry)) for entry in other], head, plain)
    book.close()
    return buffer.getvalue()


def _list(book: Any, name: str, title: str, entries: list[tuple[MatrixEntry, str]], head: Any, plain: Any) -> None:
    """A sheet of agencies without a file of the month, and what is to be said of each."""
    sheet = _sheet(book, name, ["機關代碼", "機關名稱", "資料年月", title], head)
    for number, (entry, text) in enumerate(entries, 1):
        for column, cell in enumerate((entry.agency_code, entry.agency_name, words.period_text(entry.period), text)):
            sheet.write_string(number, column, words.visible(cell or ""), plain)
    sheet.autofilter(0, 0, max(1, len(entries)), 3)


def _sheet(book: Any, name: str, titles: list[str], head: Any) -> Any:
    sheet = book.add_worksheet(name)
    for column, title in enumerate(titles):
        sheet.write_string(0, column, title, head)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 26)
    sheet.set_column(2, max(2, len(titles) - 1), 16)
    sheet.freeze_panes(1, 2)
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C第 &P 頁，共 &N 頁")
    return sheet


def _month(period: str) -> str:
    return words.period_text(period or None)


def _name(entries: list[MatrixEntry]) -> str:
    return next((entry.agency_name for entry in entries if entry.agency_name), UNKNOWN["agency"])
