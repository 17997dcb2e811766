"""Keys inside objects: what the wizard lists, how it weighs their names, and what the user gets to see."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from layouts import LAYOUTS

from pyvalidator import browser
from pyvalidator.cli import main
from pyvalidator.privacy.masking import mask_text
from pyvalidator.profile import Profile, load_profile
from pyvalidator.samples import build_sample
from pyvalidator.wizard import propose
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.find_layout import FoundLayout, find_layout
from pyvalidator.wizard.names import column_score

GROUPED, PEOPLE = (profile for profile in LAYOUTS if profile.id.startswith("grouped"))
TEXT = build_sample(GROUPED, period="11006", people=20, seed=3).text
TODAY = {"today": "2021-07-10"}


def ask(op: str, files: dict[str, str] | None = None, **given: Any) -> Any:
    named = [{"name": name, "bytes": text.encode()} for name, text in (files or {}).items()]
    return json.loads(browser.handle(op, json.dumps({**TODAY, **given}), named))


def shape_of(value: Any) -> FoundLayout:
    shape = find_layout(value)
    assert shape is not None
    return shape


def shown(shape: FoundLayout) -> list[tuple[str, str]]:
    return [(column.level, column.shown_key) for column in shape.columns]


LEAVE = {"start": "2021-06-07", "end": "2021-06-07", "days": 1}


@pytest.mark.parametrize(("above", "header", "listed"), [
    # The innermost object in which everything stands, whatever is in how many objects.
    ({"月份": "11006", "機關": {"代號": "1", "全銜": "2"}}, "", ["月份", "機關／代號", "機關／全銜"]),
    ({"head": {"a": 1, "b": {"c": 2}}}, "/head", ["a", "b／c"]),
    # An empty list beside it is a key that the profile must know.
    ({"x": {"head": {"a": 1}, "empty": {}, "none": []}}, "/x", ["head／a", "empty", "none"]),
    ({"head": {"a": 1}, "foot": {"b": 1}}, "", ["head／a", "foot／b"]),
    ({"head": {"a": 1}, "list": [1]}, "", ["head／a", "list"]),
])  # fmt: skip
def test_header_is_the_object_in_which_everything_stands(above: dict[str, Any], header: str, listed: list[str]) -> None:
    shape = shape_of({**above, "records": [LEAVE, LEAVE]})
    assert shape.layout.header == header
    assert [key for level, key in shown(shape) if level == "header"] == listed


def test_header_reaches_to_the_side_of_the_records() -> None:
    shape = shape_of({"code": 200, "data": {"month": "11006", "tags": [1], "list": [LEAVE, LEAVE]}})
    assert (shape.layout.header, shape.layout.records) == ("", ["/data/list/*"])
    assert [key for level, key in shown(shape) if level == "header"] == ["code", "data／month", "data／tags"]


def test_records_are_found_by_dates_inside_their_objects() -> None:
    leave = {"who": {"id": "A123456789", "name": "王小明"}, "when": {"from": {"date": "2021-06-07"}}}
    shape = shape_of({"rows": [leave, leave]})
    assert shape.layout.records == ["/rows/*"]
    assert shown(shape) == [("record", "who／id"), ("record", "who／name"), ("record", "when／from／date")]
    assert find_layout(leave) is not None and find_layout(leave).layout.records == [""]  # type: ignore[union-attr]


def test_objects_that_are_sometimes_missing_make_no_key_required() -> None:
    value = {
        "month": "11006",
        "rows": [{**LEAVE, "who": {"name": "王小明"}}, {**LEAVE, "who": {"name": "李大同"}}, LEAVE],
    }
    draft = propose([value])
    assert draft is not None
    [name] = [choice for choice in draft.choices if choice.column.path == "/who/name"]
    assert (name.column.count, name.column.objects, draft.is_required(name)) == (2, 3, False)


@pytest.mark.parametrize("odd", [None, "x", [1], {}, {f"k{number}": 1 for number in range(99)}, {"A123456789": 1}])
def test_what_is_not_always_an_object_with_keys_stays_one_key(odd: Any) -> None:
    rows = [{**LEAVE, "other": {"a": 1}}, {**LEAVE, "other": odd}]
    listed = shown(shape_of(rows))
    assert (("record", "other") in listed) is (odd != {})
    assert mask_text(str(listed)) == str(listed)
    # The same where another file has it.
    draft = propose([[{**LEAVE, "other": {"a": 1}}] * 3, [{**LEAVE, "other": odd}]])
    assert draft is not None
    keys = [choice.column.path for choice in draft.choices if choice.column.path.startswith("/other")]
    assert keys == (["/other/a"] if odd == {} else ["/other"])


@pytest.mark.parametrize(("inside", "key", "name", "least"), [
    ("/employee", "id", "person_id", 1.0), ("/機關", "代號", "agency_code", 1.0), ("/leave", "code", "leave_type", 1.0),
    ("/leave/from", "date", "start_date", 1.0), ("/employee/dept", "name", "unit", 1.0), ("/data", "IDNO", "person_id", 0.8),
])  # fmt: skip
def test_a_key_is_read_with_those_around_it(inside: str, key: str, name: str, least: float) -> None:
    assert column_score(Column("record", key, inside), name) >= least


def test_a_name_of_somebody_else_is_less_of_a_name() -> None:
    own, other = (column_score(Column("record", "name", inside), "person_name") for inside in ("/employee", "/deputy"))
    assert own == 1.0 > other


@pytest.mark.parametrize("profile", [GROUPED, PEOPLE], ids=["records", "persons"])
def test_draft_says_where_each_key_stands(profile: Profile) -> None:
    ask("wizard_open", {"a.json": build_sample(profile, period="11006", people=20, seed=3).text})
    answer = ask("wizard_review", edits={})
    ask("clear")
    drafted = load_profile(answer["toml"], "draft.toml")
    assert {(spec.level, spec.path, spec.name) for spec in drafted.fields} == {
        (spec.level, spec.path, spec.name) for spec in profile.fields
    }


def test_page_shows_the_keys_and_what_was_found_of_each() -> None:
    document = json.loads(TEXT)
    for leave in document["leaves"]:
        leave["employee"]["dept"] = {"name": "民政課"}
    document["leaves"][0]["leave"]["from"]["date"] = "110/06/07"
    document["leaves"][1]["leave"]["to"]["date"] = "110/06/07"
    del document["leaves"][2]["employee"]["dept"]["name"]
    ask("wizard_open", {"a.json": json.dumps(document)})
    unit = next(
        column for column in ask("wizard_review", edits={})["columns"] if column["key"] == "employee／dept／name"
    )
    edits = {"columns": [{"at": unit["at"], "required": True}], "constants": {"dataset": "monthly"}}
    answer = ask("wizard_review", edits=edits)
    ask("clear")
    assert "機關／代號" in [column["key"] for column in answer["columns"]]
    found = {
        item["key"]: item for item in answer["found"] if item["rule"].startswith("STR") and item["rule"] != "STR800"
    }
    assert set(found) == {"leave／from／date", "leave／to／date", "employee／dept／name"}
    # Of two keys of one name and one rule each has its own sentence.
    assert "開始日期" in found["leave／from／date"]["message"] and "結束日期" in found["leave／to／date"]["message"]
    assert found["employee／dept／name"]["message"].startswith("缺少必填欄位")


def test_command_line_does_the_same_and_shows_no_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.json").write_text(TEXT, "utf-8")
    assert main(["profile-from", str(tmp_path / "a.json")]) == 0
    said = capsys.readouterr()
    assert "檔頭　機關／代號 → 機關代碼（agency_code）　把握高" in said.err
    assert 'key = "date"\nlevel = "record"\ninside = "/leave/from"\n' in said.out
    people = {record["employee"]["id"] for record in json.loads(TEXT)["leaves"]}
    assert people and not any(person[:7] in said.out + said.err for person in people)


def test_numbers_under_keys_that_name_them_only_together_are_hidden() -> None:
    rows = [{**LEAVE, "身分證": {"字號": f"A12345{number}"}} for number in range(678, 690)]
    ask("wizard_open", {"a.json": json.dumps({"月份": "11006", "rows": rows})})
    answer = ask("wizard_review", edits={})
    ask("clear")
    [column] = [column for column in answer["columns"] if column["key"] == "身分證／字號"]
    assert column["examples"] == ["A12345***", "A12345***", "A12345***"]
