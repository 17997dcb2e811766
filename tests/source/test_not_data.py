"""What is given as data and is about data: this tool's own reports in every form, and JSON Schemas."""

from __future__ import annotations

import json

import pytest
from support import run

from pyvalidator.browser import handle
from pyvalidator.report.model import report_schema
from pyvalidator.report.render import FORMATS, render
from pyvalidator.rule import document, sample
from pyvalidator.source import read_document
from pyvalidator.source.not_data import is_schema

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
