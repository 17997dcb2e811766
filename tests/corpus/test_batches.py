"""Files that do not go together, containers that are not what they should be, and files that could not be had."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import naive
import pytest
from batch_cases import BATCH_CASES, BatchCase
from cases import LATER, base
from container_cases import CONTAINER_CASES, ContainerCase
from support import options

from pyvalidator.engine.examples import profile_text
from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check
from pyvalidator.profile import built_in_profiles, load_profile
from pyvalidator.schema.user_schema import read_schema

BATCHES = [(case, profile) for case in BATCH_CASES for profile in case.profiles]
REFERENCE = built_in_profiles()["reference"]


@pytest.mark.parametrize(("case", "profile"), BATCHES, ids=[f"{case.id}-{profile}" for case, profile in BATCHES])
def test_the_disagreement_is_the_only_finding(case: BatchCase, profile: str) -> None:
    layout = built_in_profiles()[profile]
    files = [Incoming(name, draft.write().text.encode()) for name, draft in case.files(layout).items()]
    report = check(files, options(profile=layout, today=LATER, **case.given))
    assert report.incidents == []
    entries = [entry for entry in report.batch.findings if entry.rule not in case.beside]
    assert [(entry.rule, entry.severity) for entry in entries] == [(case.rule, case.severity)]
    inside = [(file.name, entry.rule) for file in report.files for entry in file.findings]
    assert [found for found in inside if found[1] not in case.beside] == []


@pytest.mark.parametrize("case", CONTAINER_CASES, ids=[case.id for case in CONTAINER_CASES])
def test_the_container_is_the_only_finding(case: ContainerCase) -> None:
    layout = built_in_profiles()[case.profile]
    document = case.change(base(layout)[0].write().document)
    text = json.dumps(document, ensure_ascii=False, indent=2)
    report = check([Incoming("f.json", text.encode())], options(profile=layout, today=LATER)).files[0]
    found = [(entry.rule, entry.pointer, entry.severity) for entry in report.findings]
    assert found == [(case.rule, case.pointer, case.severity)]
    place = naive.place(text, naive.offsets(text)[case.pointer, False])
    assert (report.findings[0].line, report.findings[0].column) == place


UNREAD = {
    "encrypted_member": "SYN901", "unreadable_member": "SYN902", "member_too_large": "SYN903",
    "unreadable_file": "SYN904", "broken_archive": "SYN905",
}  # fmt: skip


@pytest.mark.parametrize(("fault", "rule"), UNREAD.items())
def test_a_file_that_could_not_be_had_is_a_finding(fault: str, rule: str) -> None:
    report = check([Incoming("a.zip/f.json", b"", fault)], options()).files[0]
    assert [(entry.rule, entry.pointer, entry.line, entry.column) for entry in report.findings] == [(rule, "", 1, 1)]
    assert report.status == "unreadable"


#: (rule, JSON Schema for a record, what it says about 王小明's, place below the record)
SCHEMAS: list[tuple[str, dict[str, Any], str]] = [
    ("SCH110", {"required": ["deputy"]}, ""),
    ("SCH120", {"propertyNames": {"not": {"const": "reason"}}}, "/reason"),
    ("SCH130", {"properties": {"days": {"type": "string"}}}, "/days"),
    ("SCH140", {"properties": {"leave_type": {"enum": ["事假"]}}}, "/leave_type"),
    ("SCH150", {"properties": {"person_id": {"pattern": "^B"}}}, "/person_id"),
    ("SCH160", {"properties": {"reason": {"maxLength": 3}}}, "/reason"),
    ("SCH170", {"properties": {"days": {"exclusiveMinimum": 1}}}, "/days"),
    ("SCH180", {"minProperties": 99}, ""),
    ("SCH190", {"not": {"required": ["days"]}}, ""),
]


@pytest.mark.parametrize(("rule", "schema", "below"), SCHEMAS, ids=[rule for rule, _, _ in SCHEMAS])
def test_a_users_own_schema_speaks_at_the_place(rule: str, schema: dict[str, Any], below: str) -> None:
    draft, row = base(REFERENCE)
    written = draft.write()
    whose = {"properties": {"person_id": {"const": row.person.id}}}
    document = {"properties": {"records": {"items": {"if": whose, "then": schema}}}}
    custom = read_schema(json.dumps(document).encode(), "schema.json")
    report = check([Incoming("f.json", written.text.encode())], options(today=LATER, schema=custom)).files[0]
    pointer = written.pointers[row] + below
    assert [(entry.rule, entry.pointer) for entry in report.findings] == [(rule, pointer)]
    place = naive.place(written.text, naive.offsets(written.text)[pointer, rule == "SCH120"])
    assert (report.findings[0].line, report.findings[0].column) == place


#: (rule, what the profile lacks, what it says more, the file's name, what is not in the file, where)
OF_PROFILES: list[tuple[str, tuple[str, ...], str, str, tuple[str, ...], str]] = [
    ("STR170", ("leave_type",), "", "f.json", ("leave_type",), ""),
    ("STR171", ("covid_related",), "", "f.json", ("covid_related",), ""),
    ("STR180", (), 'file_name = "{period}"', "f.json", (), ""),
    ("STR181", (), 'file_name = "{period}"', "11005.json", (), "/period"),
]


#: (rule, what is done to the document of columns and rows, where)
OF_ROWS: list[tuple[str, Callable[[dict[str, Any]], object], str]] = [
    ("STR155", lambda document: document["records"][1].pop(), "/records/1"),
    ("STR145", lambda document: document["columns"].__setitem__(-1, None), "/columns/13"),
]


@pytest.mark.parametrize(("rule", "change", "pointer"), OF_ROWS)
def test_what_is_wrong_with_rows_is_the_only_finding(
    rule: str, change: Callable[[dict[str, Any]], object], pointer: str
) -> None:
    text = profile_text()().replace('records = ["/records/*"]', 'records = ["/records/*"]\ncolumns = "/columns"')
    document = base(REFERENCE)[0].write().document
    columns = list(dict.fromkeys(key for record in document["records"] for key in record))
    document |= {"columns": columns, "records": [[record.get(key, "") for key in columns] for record in document["records"]]}
    change(document)
    written = json.dumps(document, ensure_ascii=False).encode()
    report = check([Incoming("f.json", written)], options(profile=load_profile(text, "p.toml"), today=LATER)).files[0]
    assert [(entry.rule, entry.pointer, entry.severity) for entry in report.findings] == [(rule, pointer, "error")]


@pytest.mark.parametrize(("rule", "lacking", "more", "name", "without", "pointer"), OF_PROFILES)
def test_what_a_profile_says_too_little_of_is_the_only_finding(
    rule: str, lacking: tuple[str, ...], more: str, name: str, without: tuple[str, ...], pointer: str
) -> None:
    layout = load_profile(profile_text(*lacking, more=more)(), "p.toml")
    document = base(REFERENCE)[0].write().document
    for record in document["records"]:
        for key in without:
            del record[key]
    text = json.dumps(document, ensure_ascii=False)
    report = check([Incoming(name, text.encode())], options(profile=layout, today=LATER)).files[0]
    assert [(entry.rule, entry.pointer, entry.severity) for entry in report.findings] == [(rule, pointer, "warning")]


#: (rule, field that a profile lets be absent, how it is described there)
OF_GAPS = [("FIL130", "end_date", 'title = "結束日期"\ntype = "date"\nformat = "YYYMMDD"')]


@pytest.mark.parametrize(("rule", "name", "described"), OF_GAPS)
def test_what_may_be_absent_and_is_needed_is_the_only_finding(rule: str, name: str, described: str) -> None:
    more = f'[[fields]]\nname = "{name}"\nkey = "{name}"\nlevel = "record"\nrequired = false\n{described}\n'
    layout = load_profile(profile_text(name, more=more)(), "p.toml")
    document = base(REFERENCE)[0].write().document
    del document["records"][1][name]
    text = json.dumps(document, ensure_ascii=False)
    report = check([Incoming("f.json", text.encode())], options(profile=layout, today=LATER)).files[0]
    told = [(entry.rule, entry.pointer, entry.field, entry.severity) for entry in report.findings]
    assert told == [(rule, "/records/1", name, "warning")]
