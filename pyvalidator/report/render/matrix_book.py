"""Agencies against months as an Excel workbook (XlsxWriter), for whoever collects the files of many agencies."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from pyvalidator.report.model import MatrixEntry, Report
from pyvalidator.report.render import words
from pyvalidator.wording import MATRIX, UNKNOWN

_ABSENT = ("missing", "overdue")
#: Light fills under dark letters; the words carry the meaning.
_FILL = {"pass": "#E7F5EB", "warning": "#FFF4DE", "error": "#FDEEEC", "unreadable": "#FDEEEC", "overdue": "#FDEEEC"}


def render(report: Report) -> bytes:
    """An .xlsx file with the sheets 報送情形 (a row per agency, a column per month) and 還沒收到."""
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
            text = "、".join(MATRIX[entry.status] for entry in own)
            worst = next((status for status in reversed(_FILL) if any(entry.status == status for entry in own)), "")
            sheet.write_string(number, column, text, fills.get(worst, plain))
    sheet.autofilter(0, 0, max(1, len(rows)), len(periods) + 1)

    sheet = _sheet(book, "還沒收到", ["機關代碼", "機關名稱", "資料年月", "狀態"], head)
    absent = [entry for entry in report.batch.matrix if entry.status in _ABSENT]
    for number, entry in enumerate(absent, 1):
        cells = (entry.agency_code, entry.agency_name, words.period_text(entry.period), MATRIX[entry.status])
        for column, cell in enumerate(cells):
            sheet.write_string(number, column, words.visible(cell or ""), plain)
    sheet.autofilter(0, 0, max(1, len(absent)), 3)
    book.close()
    return buffer.getvalue()


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
