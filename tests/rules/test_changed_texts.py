"""A text that a slip of the file has changed is the slip's: no rule compares or judges it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support import places, run_one

from pyvalidator.profile import built_in_profiles
from pyvalidator.rule import document
from pyvalidator.samples import build_sample

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


def test_what_an_unclosed_header_swallows_is_no_unknown_key() -> None:
    profile = built_in_profiles()["example-nested"]
    text = build_sample(profile, people=3, seed=2).text
    text = text.replace('\n  },\n  "人員"', ',\n  "人員"', 1)
    report = run_one(text, profile=profile)
    assert places(report) == [("SYN410", "")]
    assert report.findings[0].folded["STR120"] == 1
