"""A text that a slip of the file has changed is the slip's: no rule compares or judges it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support import places, run_one

from pyvalidator.profile import built_in_profiles
from pyvalidator.rule import document
from pyvalidator.samples import build_sample
from pyvalidator.source import read_document

_NEXT = {"start_date": "1100608", "end_date": "1100608"}


def _text(*records: dict[str, Any]) -> str:
    return json.dumps(document(records), ensure_ascii=False)


@pytest.mark.parametrize("row", [0, 1])
@pytest.mark.parametrize(
    ("spoiled", "rule"),
    [('王"小"明', "SYN515"), ("王\\u12明", "SYN565"), ("王\\ud800明", "SYN570"), ("王\\x明", "SYN560")],
)
def test_a_spoiled_name_is_no_second_name(spoiled: str, rule: str, row: int) -> None:
    records = [{}, _NEXT]
    records[row] = {**records[row], "person_name": "@"}
    report = run_one(_text(*records).replace("@", spoiled))
    assert places(report) == [(rule, "")]


def test_a_bad_byte_in_a_name_makes_no_second_name() -> None:
    data = _text({}, {**_NEXT, "person_name": "王@明"}).encode().replace(b"@", b"\xa4")
    assert places(run_one(data)) == [("SYN230", "")]


@pytest.mark.parametrize("key", ["start_date", "leave_type", "person_category", "agency_code"])
def test_a_quote_inside_a_code_is_one_fault(key: str) -> None:
    record = {key: '1"0"0'} if key != "agency_code" else {}
    header = {} if record else {key: '1"0"0'}
    report = run_one(json.dumps(document([record], **header), ensure_ascii=False).replace('\\"', '"'))
    assert places(report) == [("SYN515", "")]
    assert sum(report.findings[0].folded.values()) == 1


def test_an_escaped_quote_in_another_record_is_still_looked_at() -> None:
    report = run_one(_text({"start_date": '110"'}, {**_NEXT, "days": 2}))
    assert places(report) == [("STR390", "/records/0/start_date"), ("REC220", "/records/1/days")]


@pytest.mark.parametrize("indent", [2, None])
@pytest.mark.parametrize("people", [3, 60])
@pytest.mark.parametrize("in_record", [("時數", 9), ("假別代碼", "XX")])
def test_what_an_unclosed_header_swallows_is_checked_at_its_place(in_record: tuple, people: int, indent: int | None) -> None:
    """Short enough to be read in one piece, and long."""
    profile = built_in_profiles()["example-nested"]
    content = json.loads(build_sample(profile, people=people, seed=2).text)
    key, value = in_record
    content["人員"][2]["差假"][0][key] = value
    whole = run_one(json.dumps(content, ensure_ascii=False, indent=indent), profile=profile)
    [fault] = whole.findings
    text = json.dumps(content, ensure_ascii=False, indent=indent)
    header_end = text.index("}")
    report = run_one(text[:header_end] + text[header_end + 1 :], profile=profile)
    syntax, found = report.findings
    assert (syntax.rule, syntax.line, syntax.column, syntax.folded) == ("SYN410", 1, 1, {})
    # The bracket is gone from before it.
    assert (found.rule, found.pointer, found.line) == (fault.rule, fault.pointer, fault.line)
    assert found.column == fault.column - (indent is None)
    assert report.record_count == whole.record_count


@pytest.mark.parametrize("indent", [2, None])
@pytest.mark.parametrize("behind", ["機關代碼", "機關名稱", "資料種類", "產製日期"])
def test_a_header_that_a_bracket_too_many_closes_is_one_fault(behind: str, indent: int | None) -> None:
    profile = built_in_profiles()["example-nested"]
    content = json.loads(build_sample(profile, people=3, seed=2).text)
    content["檔案資訊"]["差假總筆數"] += 1
    text = json.dumps(content, ensure_ascii=False, indent=indent)
    [whole] = run_one(text, profile=profile).findings
    at = text.index(",", text.index(behind))
    # The header's own bracket is now the root's, and what cannot be is the comma behind it.
    report = run_one(text[:at] + "}" + text[at:], profile=profile)
    place = text.index("}") + 1
    [syntax] = [entry for entry in report.findings if entry.rule == "SYN425"]
    assert (syntax.line, syntax.column) == (text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place) + (indent is None))
    # What the whole file says of its number is not compared in a text that is damaged.
    assert places(report) == [("SYN425", "")] and syntax.folded == {whole.rule: 1}


def test_a_value_that_hangs_back_in_its_header_has_its_place() -> None:
    profile = built_in_profiles()["example-nested"]
    content = json.loads(build_sample(profile, people=3, seed=2).text)
    content["檔案資訊"]["產製日期"] = "2021"
    text = json.dumps(content, ensure_ascii=False, indent=2)
    at = text.index(",", text.index("機關代碼"))
    report = run_one(text[:at] + "}" + text[at:], profile=profile)
    found = next(entry for entry in report.findings if entry.rule != "SYN425")
    assert (found.pointer, found.line) == ("/檔案資訊/產製日期", text[: text.index("產製日期")].count("\n") + 1)


def test_a_list_at_the_end_of_an_unclosed_file_stays_where_it_is() -> None:
    """The last bracket may be the root's own: what the layout does not have at the root is not taken there."""
    content = {"檔案資訊": {"機關代碼": "376506200A", "附件": [{"名稱": "a"}]}}
    document = read_document(json.dumps(content).encode()[:-1])
    document.rehang(built_in_profiles()["example-nested"].at_root)
    assert document.value == content


@pytest.mark.parametrize(
    ("data", "rule", "folded"),
    [
        (b"\xef\xbb\xbf \r\n", "SYN115", {"SYN210": 1}), ("差勤".encode("cp950"), "SYN165", {"SYN225": 1}),
        ("\u3000 \u200b".encode(), "SYN115", {"SYN350": 2}), (b"\xef\xbb\xbf<html></html>", "SYN150", {"SYN210": 1}),
        ("\ufeff{".encode("utf-16-le"), "SYN410", {"SYN215": 1}), (b"// nothing", "SYN115", {"SYN360": 1}),
        (b'"a":', "SYN410", {"SYN415": 1}), (b"\xff", "SYN230", {}), (b"\xef\xbb\xbf", "SYN115", {"SYN210": 1}),
    ],
)  # fmt: skip
def test_a_file_of_which_nothing_can_be_read_has_one_entry(data: bytes, rule: str, folded: dict[str, int]) -> None:
    report = run_one(data)
    assert (report.status, places(report)) == ("unreadable", [(rule, "")])
    assert report.findings[0].folded == folded
