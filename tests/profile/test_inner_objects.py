"""Fields in an object below their level's object: `{"agency": {"code": …}}`."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from support import accepted, places, run, run_one, said

from pyvalidator.profile import Profile, ProfileError, built_in_profiles, load_profile
from pyvalidator.profile.compare import compare_profiles
from pyvalidator.profile.spec import FieldSpec
from pyvalidator.repair.convert import convert_csv, convert_json, template_csv
from pyvalidator.samples import build_sample
from pyvalidator.source.pointers import found_at
from pyvalidator.table.table import Table

REFERENCE, NESTED = (built_in_profiles()[name] for name in ("reference", "example-nested"))
_PLACES = {
    "agency_code": "/agency", "agency_name": "/agency", "person_id": "/employee", "person_name": "/employee",
    "job_title": "/employee/post", "unit": "/employee/post", "leave_type": "/leave", "start_date": "/leave/from",
    "start_time": "/leave/from", "end_date": "/leave/to~1until", "end_time": "/leave/to~1until", "reason": "/more",
}  # fmt: skip


def moved(profile: Profile, **places: str) -> Profile:
    """The profile with some of its fields inside other objects."""
    fields = [replace(spec, inside=places.get(spec.name, "")) for spec in profile.fields]
    return replace(profile, id="inner", fields=fields)


INNER = moved(REFERENCE, **_PLACES)
PEOPLE = moved(NESTED, person_id="/個人", person_name="/個人", leave_type="/假", agency_code="/機關")


def clean(profile: Profile = INNER) -> Any:
    return json.loads(build_sample(profile, period="11006", people=3, seed=3).text)


def found(document: Any, profile: Profile = INNER) -> list[tuple[str, str | None]]:
    return [(entry.rule, entry.pointer) for entry in said(run_one(document, profile=profile))]


@pytest.mark.parametrize("profile", [INNER, PEOPLE], ids=["records", "persons"])
@pytest.mark.parametrize("seed", range(4))
def test_clean_samples_have_no_finding_and_faults_are_found_at_their_place(profile: Profile, seed: int) -> None:
    sample = build_sample(profile, people=20, seed=seed)
    assert found(json.loads(sample.text), profile) == []
    sample = build_sample(profile, people=30, seed=seed, faults=20)
    findings = found(json.loads(sample.text), profile)
    assert [fault for fault in sample.faults if (fault["rule"], fault["pointer"]) not in findings] == []
    assert {tuple(place) for place in findings} == {(fault["rule"], fault["pointer"]) for fault in sample.faults}


def test_values_stand_where_the_profile_says() -> None:
    table = Table(INNER, document := clean())
    record = document["records"][0]
    assert table.raw("unit")[0] == record["employee"]["post"]["unit"]
    assert table.pointer("end_date", 2) == "/records/2/leave/to~1until/end_date"
    assert found_at(document, table.pointer("end_date", 2)) == table.raw("end_date")[2]
    assert table.header_raw("agency_code") == document["agency"]["agency_code"]
    assert table.pointer("agency_code") == "/agency/agency_code"


def _drop(*path: Any) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        for token in path[:-1]:
            document = document[token]
        del document[path[-1]]

    return change


def _put(*path: Any, value: Any) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        for token in path[:-1]:
            document = document[token]
        document[path[-1]] = value

    return change


_FIRST = ("records", 0)


@pytest.mark.parametrize(("change", "expected"), [
    # A missing object is told once, not once per key in it, nor for the objects in it.
    (_drop("agency"), [("STR130", "")]),
    (_drop(*_FIRST, "leave"), [("STR130", "/records/0")]),
    (_drop(*_FIRST, "leave", "from"), [("STR130", "/records/0/leave")]),
    (_drop(*_FIRST, "more"), []),
    # Another type is told where it stands, null and an object without required keys too.
    (_put("agency", value=None), [("STR140", "/agency")]),
    (_put("agency", value="376506200A"), [("STR140", "/agency")]),
    (_put(*_FIRST, "employee", "post", value=["課員"]), [("STR140", "/records/0/employee/post")]),
    (_put(*_FIRST, "leave", "to/until", value="1100607"), [("STR140", "/records/0/leave/to~1until")]),
    (_put(*_FIRST, "more", value=[]), [("STR140", "/records/0/more")]),
    # Single keys: as on the record itself.
    (_drop("agency", "agency_name"), [("STR110", "/agency")]),
    (_drop(*_FIRST, "leave", "leave_type"), [("STR110", "/records/0/leave")]),
    (_put(*_FIRST, "leave", "from", "start_date", value="110/06/07"), [("STR315", "/records/0/leave/from/start_date")]),
    (_put("agency", "agency_code", value=1), [("STR220", "/agency/agency_code")]),
    # Keys that nobody knows, in an object of each depth; the profile's own key elsewhere is one of them.
    (_put("agency", "tel", value=1), [("STR120", "/agency/tel")]),
    (_put(*_FIRST, "x", value=1), [("STR120", "/records/0/x")]),
    (_put(*_FIRST, "leave", "x/y", value={}), [("STR120", "/records/0/leave/x~1y")]),
    (_put(*_FIRST, "leave", "from", "x", value=1), [("STR120", "/records/0/leave/from/x")]),
    (_put(*_FIRST, "leave_type", value="病假"), [("STR120", "/records/0/leave_type")]),
])  # fmt: skip
def test_one_slip_is_one_finding_at_its_place(change: Callable[[Any], None], expected: list[tuple[str, str]]) -> None:
    document = clean()
    # One record that no other rule looks twice at.
    document["records"] = [
        next(row for row in document["records"] if row["days"] == 1 and row["leave"]["leave_type"] == "休假")
    ]
    document["record_count"] = 1
    document["records"][0]["more"] = {"reason": "家事"}
    assert found(document) == []
    change(document)
    assert [place for place in found(document) if place[0].startswith("STR")] == expected
    # The published schema and the model say the same.
    assert accepted(INNER, document) == {not expected}


def test_object_of_persons_that_is_missing_is_told_with_the_person() -> None:
    document = clean(PEOPLE)
    del document["人員"][1]["個人"]
    document["人員"][2]["差假"][0]["假"] = 1
    report = run_one(document, profile=PEOPLE)
    entries = [entry for entry in report.findings if entry.rule.startswith("STR")]
    assert [(entry.rule, entry.pointer) for entry in entries] == [
        ("STR130", "/人員/1"), ("STR140", "/人員/2/差假/0/假")
    ]  # fmt: skip
    assert all(entry.person is not None for entry in entries)
    assert (entries[0].message, entries[0].fix) == (
        "缺少「個人」，這裡應該是物件（以大括號 { } 括住的一組欄位）。", "請廠商在產製程式補上「個人」，連同裡面的欄位。"
    )  # fmt: skip


def test_object_that_also_holds_the_records_is_told_once() -> None:
    layout = replace(REFERENCE.layout, records=["/da~1ta/records/*"])
    profile = replace(moved(REFERENCE, agency_name="/da~1ta"), layout=layout)
    document = clean(profile)
    assert found(document, profile) == []
    document["da/ta"] = None
    report = run_one(document, profile=profile)
    assert places(report) == [("STR140", "/da~1ta")] and "「da/ta」" in report.findings[0].message
    del document["da/ta"]
    assert found(document, profile) == [("STR130", "")]


def test_every_odd_value_at_an_inner_object_breaks_no_rule() -> None:
    for value in (None, 1, "", [], {}, True, [{}]):
        document = clean()
        for row in document["records"]:
            row["leave"] = copy.copy(value)
        document["agency"] = value
        assert run({"f.json": document}, profile=INNER).incidents == []


def test_records_of_other_layouts_are_told_apart_by_all_of_their_objects() -> None:
    document = clean()
    assert found({**document, "records": [{"employee": {}, "leave": {"from": {}}, "days": 1}]})[0][0] == "STR100"
    assert found(clean(REFERENCE))[0][0] == "STR100"


def test_a_copy_but_for_the_kind_of_leave_is_found() -> None:
    document = clean()
    again = copy.deepcopy(document["records"][0])
    again["leave"]["leave_type"] = "事假" if again["leave"]["leave_type"] != "事假" else "病假"
    document["records"].insert(1, again)
    document["record_count"] += 1
    flat = json.loads(convert_json(json.dumps(document).encode(), REFERENCE, INNER).text)
    there = [rule for rule, pointer in found(flat, REFERENCE) if str(pointer).startswith("/records/1")]
    assert [rule for rule, pointer in found(document) if str(pointer).startswith("/records/1")] == there != []


def test_conversions_there_and_back_change_nothing() -> None:
    text = build_sample(REFERENCE, people=5, seed=3).text
    there = convert_json(text.encode(), INNER, REFERENCE).text
    assert json.loads(convert_json(there.encode(), REFERENCE, INNER).text) == json.loads(text)
    assert set(json.loads(there)["records"][0]["leave"]) == {"leave_type", "from", "to/until"}


def test_table_to_fill_in_becomes_inner_objects() -> None:
    titles = template_csv(INNER).decode("utf-8-sig").strip().split(",")
    row = {spec.title: str(spec.example) for spec in INNER.fields}
    text = "\n".join([",".join(titles), ",".join(row.get(title, "") for title in titles)])
    document = json.loads(convert_csv(text.encode(), INNER).text)
    assert document["agency"]["agency_code"] and document["records"][0]["employee"]["person_name"]


# -- the profile itself ----------------------------------------------------------------------------------------------

_HEAD = """id = "x"
version = "1"
title = "x"
status = "assumption"
source = "x"

[layout]
records = ["/data/records/*"]
"""


def field(name: str, key: str, **more: str) -> str:
    lines = {"name": name, "key": key, "title": name, "type": "text", **more}
    return "\n[[fields]]\n" + "\n".join(f'{part} = "{value}"' for part, value in lines.items()) + "\n"


@pytest.mark.parametrize(("fields", "problem"), [
    (field("a", "a", inside="機關"), "第 15 列：設定「fields.0.inside」請寫從所在層級往下的位置，每一層物件的鍵名前加「/」"),
    (field("a", "a", inside="/"), "第 15 列：設定「fields.0.inside」請寫"),
    (field("a", "a", inside="/a/"), "第 15 列：設定「fields.0.inside」請寫"),
    (field("a", "a", inside="/a/*"), "第 15 列：設定「fields.0.inside」請寫"),
    (field("a", "a", inside="/a~b"), "第 15 列：設定「fields.0.inside」請寫"),
    (field("a", "a", insidee="/b"), "第 15 列：設定「fields.0.insidee」不認得這個設定，請檢查拼字；您要寫的是「inside」嗎？"),
    (field("a", "a", inside="/b") + field("b", "a", inside="/b"), "第 19 列：設定「fields.1.key」：鍵名「b／a」在同一層重複使用"),
    (field("a", "a", inside="/b") + field("b", "b"), "第 15 列：設定「fields.0.inside」：「b」已經是欄位「b」，不能同時是放欄位的物件"),
    (field("a", "a", inside="/b/c/d") + field("b", "c", inside="/b"), "：「b／c」已經是欄位「b」"),
    (field("a", "a", level="header", inside="/data/records"), "第 16 列：設定「fields.0.inside」：[layout] 說「/data/records」是清單"),
    (field("a", "a", level="header", inside="/data/records/x"), "：[layout] 說「/data/records/x」是清單"),
])  # fmt: skip
def test_what_cannot_be_is_refused_with_its_line(fields: str, problem: str) -> None:
    with pytest.raises(ProfileError) as error:
        load_profile(_HEAD + fields, "x.toml")
    assert any(problem in each for each in error.value.problems), error.value.problems


def test_same_key_in_different_objects_is_two_fields() -> None:
    profile = load_profile(
        _HEAD + field("a", "name", inside="/x") + field("b", "name", inside="/x/y") + field("c", "name"), "x.toml"
    )
    assert [spec.shown_key for spec in profile.fields] == ["x／name", "x／y／name", "name"]
    assert profile.same_key == {"a": [], "b": [], "c": []}
    assert load_profile(_HEAD + field("a", "a", level="header", inside="/data"), "x.toml")


def test_two_fields_of_one_value_are_of_one_object() -> None:
    moment = {"type": "date", "format": "YYYY-MM-DD HH:mm"}
    first = field("start_date", "at", **moment, inside="/from")
    with pytest.raises(ProfileError, match="請另加一個鍵名與 format 相同的日期欄位"):
        load_profile(_HEAD + first + field("start_time", "at", **{**moment, "type": "time"}), "x.toml")
    profile = load_profile(
        _HEAD + first + field("start_time", "at", **{**moment, "type": "time"}, inside="/from"), "x.toml"
    )
    value = {"data": {"records": [{"from": {"at": "2021-06-07 08:30"}}]}}
    assert Table(profile, value).values("start_time") == [8 * 60 + 30]


def test_comparison_tells_where_a_field_has_gone() -> None:
    assert compare_profiles(replace(REFERENCE, id="inner"), moved(REFERENCE, unit="/post")) == [
        "欄位「單位」（unit）的所在物件：（沒有） → 「/post」"
    ]
    fewer = replace(INNER, fields=[spec for spec in INNER.fields if spec.name != "unit"])
    assert compare_profiles(INNER, fewer) == ["少了欄位「單位」（unit，鍵名 employee／post／unit）"]


def test_pointer_of_a_field_is_escaped() -> None:
    spec = FieldSpec(name="x", key="a/b", title="x", type="text", inside="/c~0d/e~1f")
    assert (spec.path, spec.shown_key) == ("/c~0d/e~1f/a~1b", "c~d／e/f／a/b")


# -- damaged texts ---------------------------------------------------------------------------------------------------


def test_records_that_an_unclosed_inner_object_swallowed_are_checked() -> None:
    text = build_sample(INNER, period="11006", people=3, seed=3).text
    at = text.index("}", text.index('"agency"'))
    report = run_one(text[:at] + text[at + 1 :], profile=INNER)
    assert report.record_count == len(json.loads(text)["records"])
    assert [entry.rule for entry in report.findings if entry.rule.startswith("SYN")] == ["SYN410"]


def test_a_value_of_the_root_stays_there_where_a_bracket_is_too_many() -> None:
    content = {key: value for key, value in clean().items() if key != "agency"}
    records = content.pop("records")
    text = json.dumps({"agency": clean()["agency"], "format_version": "1.0", **content, "records": records})
    report = run_one(text + "}", profile=INNER)
    assert [entry.rule for entry in report.findings if not entry.rule.startswith("SYN")] == []
    at = text.index("}") + 1
    report = run_one(text[:at] + "}" + text[at:], profile=INNER)
    assert not any((entry.pointer or "").startswith("/agency/") for entry in report.findings)
