"""Who reads a report knows how much of what was found it lists: cut rules, one person's part, filters on the page."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import openpyxl
import pytest
from support import run

from pyvalidator.browser import handle
from pyvalidator.report.model import Report
from pyvalidator.report.render import FORMATS, render
from pyvalidator.report.render.words import extent_text
from pyvalidator.rule import document

PEOPLE = ({"person_id": "A123456789"}, {"person_id": "B123456780", "person_name": "李小華"})
#: The last record is sound: what all of them shared would be one finding for the file.
FILE = document([
    *({**person, "person_category": "97", "start_date": day, "end_date": day}
      for person in PEOPLE for day in ("1100601", "1100602", "1100603")),
    {"start_date": "1100604", "end_date": "1100604"},
])  # fmt: skip
#: All that say it in words; who reads the JSON takes its numbers.
IN_WORDS = sorted(FORMATS.keys() - {"json"})


def text_of(data: bytes, format: str) -> str:
    if format != "xlsx":
        return data.decode()
    book = openpyxl.load_workbook(io.BytesIO(data))
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


def export(format: str, **wanted: Any) -> str:
    _header, data = handle("export", json.dumps({"format": format, **wanted}))
    return text_of(data, format)


@pytest.fixture
def opened() -> Report:
    """The same file checked by the page."""
    content = json.dumps(FILE).encode()
    handle("check", json.dumps({"options": {"today": "2021-07-10"}}), [{"name": "f.json", "bytes": content}])
    return run({"f.json": FILE})


def test_a_whole_report_says_nothing_of_it():
    assert extent_text(run({"f.json": FILE})) == ""
    assert extent_text(run({})) == ""


@pytest.mark.parametrize("format", IN_WORDS)
def test_what_was_cut_is_told_with_the_true_number(format):
    report = run({"f.json": FILE}, max_per_rule=2)
    said = "這份報告列出 2 項，全部 6 項：必須修正 6 項，請確認並說明 0 項，參考 0 項。其餘 4 項超過每條規則列出的上限，沒有列出。"
    assert extent_text(report) == said
    assert said in text_of(render(report, format), format)


@pytest.mark.parametrize("format", IN_WORDS)
def test_a_filter_of_the_page_is_told_where_the_report_lists_all(opened, format):
    told = export(format, filter="嚴重程度：必須修正；人員：A123456789")
    assert "畫面上的篩選是「嚴重程度：必須修正；人員：A12345****」" in told
    assert "這份報告列出全部 6 項：必須修正 6 項" in told
    assert "篩選" not in export(format)


@pytest.mark.parametrize("format", IN_WORDS)
def test_one_persons_report_tells_of_all_the_others(opened, format):
    told = export(format, person=[{"file": "f.json", "first": 3}])
    assert "這份報告只列出 3 項（篩選：人員：李小華（B12345****）），全部 6 項：必須修正 6 項" in told


def test_the_report_says_so_as_data(opened):
    told = json.loads(export("json", person=[{"file": "f.json", "first": 0}]))
    assert told["summary"]["error"] == 3
    assert told["selection"] == {
        "filter": "人員：王小明（A12345****）", "applied": True, "whole": {"error": 6, "warning": 0, "info": 0},
    }  # fmt: skip


def test_csv_has_the_leave_and_who_corrects_it_last():
    report = run({"f.json": FILE})
    report.files[0].findings[0].owner = ["unit", "vendor"]
    rows = list(csv.DictReader(io.StringIO(render(report, "csv").decode("utf-8-sig"))))
    assert list(rows[0])[-3:] == ["指標", "差假", "由誰修改"]
    assert (rows[0]["差假"], rows[0]["由誰修改"]) == ("病假 110/6/1 08:00–17:00，1 日", "單位承辦、廠商")
    sheet = openpyxl.load_workbook(io.BytesIO(render(report, "xlsx")))["問題清單"]
    assert [cell.value for cell in sheet[1]][-4:] == ["指標", "差假", "由誰修改", "承辦說明"]
    assert [cell.value for cell in sheet[2]][-3:-1] == ["病假 110/6/1 08:00–17:00，1 日", "單位承辦、廠商"]
