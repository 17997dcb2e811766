"""Rows that are no leave are named as what they are, once, and nothing else is said of them."""

from __future__ import annotations

from typing import Any

import pytest
from support import only, places, run_one

from pyvalidator.profile import built_in_profiles
from pyvalidator.rule import document, sample
from pyvalidator.samples import build_draft

RECORD = sample()["records"][0]
EMPTY = dict.fromkeys(RECORD, "")
#: What a program writes where nobody entered anything.
DEFAULTS = {**EMPTY, "days": 0, "hours": 0, "covid_related": False}


def beside_a_leave(row: Any, count: int = 2) -> Any:
    return document(records=[RECORD, row], record_count=count)


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ({}, "空白列"), (EMPTY, "空白列"), (DEFAULTS, "空白列"), (dict.fromkeys(RECORD), "空白列"), ("  ", "空白列"),
        (None, "null"),
        ({**RECORD, "person_id": "", "person_name": "本月無差假資料"}, "「沒有資料」的說明"),
        ({**EMPTY, "person_name": "查無資料"}, "「沒有資料」的說明"),
        ({**EMPTY, "person_id": "No data found."}, "「沒有資料」的說明"),
        ({**RECORD, "leave_type": "無差假紀錄"}, "「沒有資料」的說明"),
        ({"備註": "本機關115年10月份查無差假資料"}, "「沒有資料」的說明"), ("無資料", "「沒有資料」的說明"),
        ({**EMPTY, "person_id": "合計", "days": 45}, "合計列"), ({**EMPTY, "unit": "民政課小計"}, "合計列"),
        ({**RECORD, "person_id": "", "person_name": "總計：3人"}, "合計列"), ({"項目": "Total", "days": 4}, "合計列"),
        ({**DEFAULTS, "person_id": "無", "person_name": "無", "leave_type": "-"}, "空白列"), (dict.fromkeys(RECORD, "N/A"), "空白列"),
        ({**DEFAULTS, "person_name": "(空白)"}, "空白列"), ([], "空白列"), ("-", "空白列"),
        ({**DEFAULTS, "person_name": "本月全體同仁均無請假"}, "「沒有資料」的說明"), ("零報告", "「沒有資料」的說明"),
        ({**DEFAULTS, "person_name": "查無此月份之差假資料"}, "「沒有資料」的說明"),
        ({**DEFAULTS, "person_name": "總人數：10人"}, "合計列"), ({**DEFAULTS, "person_id": "共36筆"}, "合計列"),
        ({**DEFAULTS, "person_name": "製表人：王小明"}, "只有一格有字的一列"),
        ({**DEFAULTS, "unit": "第 1 頁，共 3 頁"}, "只有一格有字的一列"),
        ({key: key for key in RECORD}, "標題列"),
        ({**EMPTY, "person_id": "身分證字號", "person_name": "姓名", "leave_type": "假別"}, "標題列"),
    ],
)
@pytest.mark.parametrize("count", [1, 2])
def test_a_row_that_is_no_leave_is_one_finding(row: Any, what: str, count: int) -> None:
    """Whether or not the number of records counts it."""
    entry = only(run_one(beside_a_leave(row, count)))
    assert (entry.rule, entry.pointer, entry.params["what"], entry.expected) == ("STR160", "/records/1", what, None)
    assert "身分證" not in entry.fix


@pytest.mark.parametrize(
    "changes",
    [
        {"reason": "無"}, {"reason": "查無資料，補件"}, {"person_name": "吳無"}, {"unit": "會計室"}, {"job_title": "統計員"},
        {"reason": "合計"}, {"person_id": "A12345****"}, {"person_name": "林總計"},
    ],
)
def test_a_leave_is_a_leave_whatever_it_says(changes: dict[str, Any]) -> None:
    assert "STR160" not in {rule for rule, _ in places(run_one(document([changes])))}


def test_a_person_without_id_is_still_told_of() -> None:
    assert places(run_one(document([{"person_id": ""}]))) == [("STR215", "/records/0/person_id")]


def test_a_control_total_beyond_the_rows_is_still_told_of() -> None:
    assert {rule for rule, _ in places(run_one(beside_a_leave(None, 9)))} == {"STR160", "FIL110"}


def test_a_row_from_which_something_was_lost_may_have_been_a_leave() -> None:
    text = '{"agency_code": "376506200A", "records": [{'
    assert "STR160" not in {rule for rule, _ in places(run_one(text))}


def test_a_person_of_a_total_is_no_person() -> None:
    profile = built_in_profiles()["example-nested"]
    draft = build_draft(profile, people=3, seed=3)
    text = draft.write().text.replace('"人員": [', '"人員": [{"姓名": "合計", "差假": []},', 1)
    assert places(run_one(text, profile=profile)) == [("STR160", "/人員/0")]


@pytest.mark.parametrize("text", ["查無資料", "本月無差假資料", "無", "No Data", "（無資料）"])
def test_no_data_in_place_of_the_list_is_one_finding(text: str) -> None:
    entry = only(run_one(document(records=text, record_count=0)))
    assert (entry.rule, entry.pointer, entry.value) == ("STR165", "/records", text)
    assert "空的清單" in entry.fix


@pytest.mark.parametrize("value", [None, "", {}])
def test_nothing_in_place_of_the_list_is_an_empty_list(value: Any) -> None:
    entry = only(run_one(document(records=value, record_count=0)))
    assert entry.rule == "STR140" and "[]" in entry.fix


def test_many_blank_rows_are_found_in_one_go() -> None:
    report = run_one(document(records=[RECORD, *[EMPTY] * 3000], record_count=1), max_per_rule=0)
    assert report.counts.error == 3000 and {entry.rule for entry in report.findings} == {"STR160"}


def test_deep_rows_do_no_harm() -> None:
    text = document(records="@")
    deep = "[" * 500 + "]" * 500
    content = str(text).replace("'@'", f'[{{"person_id": "", "x": {deep}}}]').replace("'", '"')
    assert run_one(content).status == "error"
