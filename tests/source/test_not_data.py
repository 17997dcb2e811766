"""What is given as data and is about data: this tool's own reports in every form, and JSON Schemas."""

from __future__ import annotations

import json

import pytest
from spec_table.tables import BIG5, SHEETS, ods, xlsx
from support import run, run_one

from pyvalidator.browser import handle
from pyvalidator.engine.examples import zip_bytes
from pyvalidator.report.model import report_schema
from pyvalidator.report.render import FORMATS, render
from pyvalidator.rule import document, sample
from pyvalidator.source import read_document
from pyvalidator.source.not_data import is_schema
from pyvalidator.source.sheet_texts import texts_of

SCHEMA = {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}
REPORT = run({"f.json": sample(person_id="A123456788"), "g.json": "["})
REPORTS = {name: render(REPORT, name) for name in FORMATS}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ["report.json", "匯出.csv"])
def test_a_report_of_this_tool_is_said_to_be_one(format, name):
    (file,) = run({name: REPORTS[format]}).files
    assert [entry.rule for entry in file.findings] == ["SYN170"]
    (told,) = file.findings
    assert FORMATS[format].title in told.message and (told.line, told.pointer) == (1, "")
    assert file.status in ("error", "unreadable") and file.record_count is None


def test_a_report_saved_again_by_a_spreadsheet_is_still_one():
    table = REPORTS["csv"].decode("utf-8-sig").replace(",", "\t").encode("cp950", "replace")
    assert "SYN170" in [entry.rule for entry in run({"r.csv": table}).files[0].findings]


@pytest.mark.parametrize("schema", [SCHEMA, report_schema(), {"properties": {"a": {"type": "string"}}}])
def test_a_schema_given_as_data_is_said_to_be_one(schema):
    (file,) = run({"s.json": schema}).files
    assert [entry.rule for entry in file.findings] == ["SYN170"] and "JSON Schema" in file.findings[0].message


LEAVE = {"差假": [["身分證字號", "姓名", "假別", "起日", "迄日", "班別型態"], ["A123456789", "王小明", "病假", "1100607", "1100607", "常日"]]}
FIELDS = {"規格": [["欄位名稱", "代號", "型態", "長度"], ["身分證字號", "IDNO", "C", 10], ["假別", "KIND", "C", 2]]}
XLS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(505)


@pytest.mark.parametrize(("content", "is_table"), [
    (SHEETS.content, True), (BIG5.content, True), (xlsx(FIELDS), True), (ods(FIELDS), True),
    (XLS + "型態長度".encode("utf-16-le"), True), (XLS + "假別".encode("utf-16-le"), False),
    (xlsx(LEAVE), False), (ods(LEAVE), False), (b"PK\x03\x04 broken", False),
], ids=range(9))  # fmt: skip
def test_a_table_of_fields_given_as_data_is_told_where_it_is_read(content: bytes, is_table: bool):
    file = run_one(content)
    assert ("我有欄位說明表" in file.findings[0].message) == is_table and file.status == "unreadable"
    assert file.findings[0].message.count("。") == 1


def test_of_a_workbook_that_unpacks_to_very_much_little_is_looked_at():
    parts = {f"xl/worksheets/sheet{number}.xml": b" " * (4 << 20) for number in range(40)}
    assert len(texts_of(zip_bytes(parts))) <= 16 << 20


@pytest.mark.parametrize("data", [
    sample(), document([{}], system_name="pyvalidator"), {**sample(), "generator": {"name": "other"}},
    {**sample(), "runs": []}, {**sample(), "report_version": 1}, {"report_version": 1}, [REPORTS["json"].decode()],
])  # fmt: skip
def test_data_is_never_taken_for_a_report(data):
    assert "SYN170" not in [entry.rule for entry in run({"f.json": data}).files[0].findings]


@pytest.mark.parametrize(("value", "expected"), [
    ({"$schema": "http://json-schema.org/draft-07/schema#"}, True),
    ({"$schema": " https://json-schema.org/schema "}, True),
    ({"$schema": "https://json.schemastore.org/sarif-2.1.0.json"}, False),
    ({"$schema": "https://vendor.example/json-schema.org/1"}, False),
    ({"$schema": 5}, False), ({"$schema": None}, False), ([SCHEMA], False), ("properties", False),
    ({"properties": {}}, False), ({"properties": {"a": 1}}, False), ({"$defs": {"a": True}}, True),
    ({**SCHEMA, "records": []}, False), ({**SCHEMA, "data": {"list": [{"a": 1}]}}, False),
    ({**SCHEMA, "rows": [["a", 1]]}, False),
    ({"properties": {"data": {"records": [{}]}}}, False),
    ({**SCHEMA, "properties": {"records": {"items": {"enum": [{"a": 1}, []]}}}}, True),
    ({**SCHEMA, "allOf": [{"if": {"properties": {"a": {"const": []}}}}], "examples": [{"records": []}]}, True),
    # Records kept by name, or one record: no list tells that it is data, its keys do.
    ({"$schema": "https://json-schema.org/draft/2020-12/schema", "agency_code": "A", "records": {"1": {"person_id": "B"}}}, False),
    ({"$schema": "https://json-schema.org/draft/2020-12/schema", "data": {"x": 1}}, False),
    ({"agency_code": "A", "properties": {"a": {}}, "records": {"1": {}}}, False),
    ({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "x"}, True),
    ({**SCHEMA, "x-owner": "a", "note": "b"}, True),
    ({**SCHEMA, "dependentRequired": {"a": []}, "required": []}, True),
])  # fmt: skip
def test_a_schema_is_told_by_its_address_or_its_keywords_and_has_no_records(value, expected):
    assert is_schema(value) is expected
    assert is_schema(read_document(json.dumps(value).encode()).value) is expected


def test_no_layout_is_made_of_a_report():
    for format in FORMATS:
        given = [{"name": f"r.{format}", "bytes": REPORTS[format]}]
        answer = json.loads(handle("wizard_open", "{}", given))
        assert answer["found"] is False
        assert f"本工具的檢核報告（{FORMATS[format].title}）" in answer["problem"]
    given.append({"name": "f.json", "bytes": json.dumps(sample()).encode()})
    assert [file["name"] for file in json.loads(handle("wizard_open", "{}", given))["files"]] == ["f.json"]
    handle("clear", "{}")
