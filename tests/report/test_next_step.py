"""A pass tells the next step in its order: the platform's own check, then the upload by the file's own deadline."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook
from support import run

from pyvalidator.report.model import Report
from pyvalidator.report.render import html_page, text, workbook
from pyvalidator.rule import document

_FIRST = "先用平臺自己的「JSON檔檢核功能」確認格式"


def told(report: Report) -> list[str]:
    """What the text, the HTML and the workbook say of the whole."""
    book = load_workbook(io.BytesIO(workbook.render(report)))
    cells = " ".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None)
    return [text.render(report).decode(), html_page.render(report).decode(), cells]


def july(**header: Any) -> dict[str, Any]:
    record = {"start_date": "1100705", "end_date": "1100705"}
    return document([record], period="11007", generated_at="1100805", **header)


@pytest.mark.parametrize(
    ("files", "today", "says"),
    [
        ({"a.json": document()}, date(2021, 7, 10), "再於 110 年 7 月 20 日以前上傳"),
        ({"a.json": document()}, date(2021, 7, 20), "請在今天上傳"),
        ({"a.json": document()}, date(2021, 9, 1), "110 年 7 月 20 日的期限已過，請儘速"),
        ({"a.json": document(), "b.json": july()}, date(2021, 8, 10), "各自的期限以前上傳；期限已過的，請儘速"),
        ({"a.json": document(), "b.json": document(agency_code="376506100A", agency_name="鹿草鄉公所")}, date(2021, 7, 10),
         "再於 110 年 7 月 20 日以前上傳"),
    ],
)  # fmt: skip
def test_every_form_tells_it(files: dict[str, Any], today: date, says: str) -> None:
    for number, document_ in enumerate(files.values()):
        for record in document_["records"]:
            # Another person in each file.
            record["person_id"] = ("A123456789", "A234567893")[number]
    for written in told(run(files, today=today)):
        assert _FIRST in written
        assert says in written


@pytest.mark.parametrize(
    "content",
    [document([{"end_date": "1100606"}]), document([{"leave_type": "公出", "hours": 9}]), "{", {"another": "layout"}, document([])],
)
def test_nothing_else_than_a_pass_tells_it(content: Any) -> None:
    for written in told(run({"a.json": content})):
        assert _FIRST not in written


def test_of_several_files_those_that_pass_tell_it() -> None:
    written = text.render(run({"a.json": document(), "b.json": document([{"end_date": "1100606"}])})).decode()
    assert written.count(_FIRST) == 1
    assert written.index("■ a.json") < written.index(_FIRST) < written.index("■ b.json")
