"""What of the files that the page hands over is data, what says how to check, and what is passed over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from running import TODAY

from pyvalidator import browser
from pyvalidator.browser import handle
from pyvalidator.engine.examples import example_bytes, zip_bytes
from pyvalidator.rule import sample

ROSTER = "機關代碼,機關名稱\n376506200A,水上鄉公所\n376506211I,水上鄉清潔隊\n"
PROFILES = Path(browser.__file__).parents[1] / "profiles"


def check(files: dict[str, Any]) -> dict[str, Any]:
    given = [{"name": name, "bytes": example_bytes(content)} for name, content in files.items()]
    answer: dict[str, Any] = json.loads(handle("check", json.dumps({"options": {"today": TODAY}}), given))
    handle("clear", "{}")
    return answer


@pytest.mark.parametrize("content", [
    "甲,乙\n1,2\n", "身分證字號,姓名,假別,日期\nA123456789,王小明,病假,1151007\n".encode("cp950"),
    "機關代碼,身分證字號,姓名,假別\n376506200A,A123456789,王小明,病假\n", "日期,名稱\n1100607,颱風\n",
    "姓名\t日期\t類別\n王小明\t1100607\t放假\n",
])  # fmt: skip
def test_a_table_without_the_titles_of_a_list_is_data_and_gets_an_answer(content):
    answer = check({"匯出.csv": content})
    (file,) = answer["report"]["files"]
    assert (answer["side"], file["status"]) == ([], "unreadable")
    assert "SYN160" in {entry["rule"] for entry in file["findings"]}


def test_a_table_that_is_nearly_a_roster_is_told_what_is_missing():
    (file,) = check({"名冊.csv": "機關代號,機關名稱\n376506200A,水上鄉公所\n"})["report"]["files"]
    (told,) = [entry["message"] for entry in file["findings"]]
    assert "請把標題列的「機關代號」改成「機關代碼」" in told


def test_a_spreadsheet_that_is_no_list_is_data():
    answer = check({"a.xlsx": zip_bytes({"xl/sharedStrings.xml": "<t>機關代碼</t><t>身分證字號</t>"})})
    assert (answer["side"], answer["report"]["files"][0]["status"]) == ([], "unreadable")


@pytest.mark.parametrize("schema", [
    {"$schema": "https://json-schema.org/draft/2020-12/schema", "required": ["a"]},
    {"$schema": "http://json-schema.org/draft-07/schema#"}, {"properties": {"a": {"type": "string"}}},
    {"$defs": {"a": {"anyOf": [{"type": "string"}]}}}, {"definitions": {"a": True}},
])  # fmt: skip
def test_a_schema_is_known_by_its_address_or_by_its_keywords(schema):
    assert [side["kind"] for side in check({"x.json": schema, "f.json": sample()})["side"]] == ["schema"]


@pytest.mark.parametrize("more", [
    {"$schema": "https://vendor.example/leave/v1.json"}, {"$schema": 1}, {"$schema": None}, {"$schema": ""},
    {"$schema": "https://json-schema.org/draft/2020-12/schema"}, {"properties": {"a": {"type": "string"}}},
    {"$defs": {}}, {"definitions": {"病假": {"code": "01"}}},
])  # fmt: skip
@pytest.mark.parametrize("records", [None, []])
def test_data_with_a_key_of_schemas_is_data(more, records):
    data = {**more, **sample()} if records is None else {**more, **sample(), "records": records}
    answer = check({"f.json": data})
    assert answer["side"] == []
    assert answer["report"]["files"][0]["record_count"] == (1 if records is None else 0)


def test_of_a_dropped_folder_lists_and_profiles_are_used_and_the_rest_is_named():
    profile = (PROFILES / "reference-1.toml").read_text("utf-8")
    answer = check({
        "月/a.json": sample(), "月/roster.csv": ROSTER, "月/p.toml": profile, "月/b.json.txt": sample(),
        "月/.c.json.txt": "", "月/__MACOSX/d.txt": "", "月/e.pdf": "",
    })  # fmt: skip
    assert [(side["name"], side["kind"]) for side in answer["side"]] == [("月/roster.csv", "roster"), ("月/p.toml", "profile")]
    assert [file["name"] for file in answer["report"]["files"]] == ["月/a.json"]
    assert [entry["name"] for entry in answer["report"]["skipped"]] == ["其他 1 個檔案", "月/b.json.txt"][::-1]


def test_a_profile_in_an_archive_is_used_and_not_passed_over():
    profile = (PROFILES / "reference-1.toml").read_text("utf-8")
    answer = check({"a.zip": zip_bytes({"f.json": sample(), "p.toml": profile})})
    assert [side["name"] for side in answer["side"]] == ["a.zip/p.toml"]
    assert answer["report"]["skipped"] == []
