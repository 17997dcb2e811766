"""Every kind of layout: all records and persons are found, clean ones are clean, and a fault is told at its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from small_layouts import HEADER, LEAVES, PEOPLE, SMALL, flat, layout
from support import accepted, options, places, run, run_one

from pyvalidator.form.stage import check_form
from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check_file
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.profile.model import file_model, published_schema
from pyvalidator.repair.convert import convert_json
from pyvalidator.report.excerpt import excerpt
from pyvalidator.report.model import FileReport
from pyvalidator.report.render import render
from pyvalidator.rule import document, sample
from pyvalidator.source.pointers import MISSING
from pyvalidator.table.table import Table

each = pytest.mark.parametrize("name", SMALL)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def told(value: Any, profile: Profile, **changes: Any) -> FileReport:
    report = run({"f.json": _text(value)}, profile=profile, mask=False, **changes)
    assert report.incidents == []
    return report.files[0]


@each
def test_a_clean_file_is_clean_and_wholly_counted(name: str) -> None:
    profile, value = SMALL[name]
    report = told(value, profile)
    assert places(report) == []
    assert (report.record_count, report.person_count, report.status) == (3, 2, "pass")


@each
def test_a_fault_is_told_at_its_place_and_nowhere_else(name: str) -> None:
    """The unknown name stands once in the text: where, the text itself tells."""
    profile, value = SMALL[name]
    text, wrong = _text(value), "1760"
    at = text.rindex("1700")
    text = text[:at] + wrong + text[at + len(wrong) :]
    [finding] = told(json.loads(text), profile).findings
    written = text.splitlines()[finding.line - 1][finding.column - 1 :]
    assert finding.rule == "STR530"
    assert written.lstrip("\\").startswith(f'"{wrong}')
    assert finding.person is not None and finding.person.id == "T278932876"


@each
def test_all_columns_are_as_long_as_there_are_records(name: str) -> None:
    profile, value = SMALL[name]
    if not profile.layout.embedded:
        table = Table(profile, value)
        assert {len(table.values(field)) for field in profile.by_name if table.has(field)} == {3}
        assert [table.row_of("record", row) for row in range(3)] == [0, 1, 2]


#: What may stand anywhere: the layouts' own keys with anything under them.
KEYS = st.sampled_from([
    *HEADER, *PEOPLE, *PEOPLE["A123456789"], *LEAVES[0][1], "ID", "people", "leaves", "days", "data", "rows", "columns",
    "orgs", "units", "持假", "公差", "1", "name", "d", "*", "", "records", "人員", "差假", "/",
])  # fmt: skip
TEXTS = st.sampled_from(["A123456789", "1100607", "0800", "病假", "", "x", "{}", "[]", '{"rows":[{}]}', "{", "[1,", '"'])
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-2, 10**9), st.floats(allow_nan=False), TEXTS)
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=30
)
PROFILES = {**{name: profile for name, (profile, _) in SMALL.items()}, **built_in_profiles()}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(PROFILES)), ANYTHING)
def test_no_value_breaks_any_layout(name: str, value: Any) -> None:
    assert run({"f.json": json.dumps(value)}, profile=PROFILES[name]).incidents == []


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_nothing_is_lost_in_silence(data: st.DataObject) -> None:
    """Whatever is put in the place of a part of a clean file: as many records as before, or something is told."""
    profile, value = SMALL[data.draw(st.sampled_from(sorted(SMALL)))]
    changed = json.loads(_text(value))
    spots = list(_spots(changed))
    holder, key = data.draw(st.sampled_from(spots))
    holder[key] = data.draw(ANYTHING)
    report = run({"f.json": _text(changed)}, profile=profile)
    assert report.incidents == []
    if report.files[0].record_count != 3:
        assert report.files[0].findings or _adds_or_drops_leaves(holder[key])


def _adds_or_drops_leaves(value: Any) -> bool:
    """An empty list is no fault: a person may have no leave."""
    return value in ([], {})


def _spots(value: Any) -> Any:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(pairs):
        yield value, key
        yield from _spots(inner)


# -- lists, maps and single ones ---------------------------------------------------------------------------------------


def test_one_object_in_the_place_of_the_list_is_read_and_told_once() -> None:
    report = run_one(document(records=sample(hours="x")["records"][0]))
    assert [place for place in places(report) if place[0] == "STR140"] == [("STR140", "/records")]
    assert (report.record_count, report.person_count) == (1, 1)
    assert "/records/hours" in [pointer for _, pointer in places(report)]


def test_a_map_in_the_place_of_the_list_is_read_and_told_once() -> None:
    records = {"7": sample()["records"][0], "a/b": sample(days="x", start_date="1100608", end_date="1100608")["records"][0]}
    report = run_one(document(records=records, record_count=2))
    assert report.record_count == 2
    assert {("STR140", "/records"), ("STR225", "/records/a~1b/days")} == set(places(report))


def test_a_list_in_the_place_of_a_map_is_read_and_told_once() -> None:
    profile, value = SMALL["leaves by number"]
    report = told({**value, "data": flat()}, profile)
    assert (places(report), report.record_count) == ([("STR140", "/data")], 3)


def test_what_may_be_one_or_a_list_may_also_be_left_out() -> None:
    profile, value = SMALL["one or a list"]
    people = [*value["people"], {"ID": "C196792909", "WHO": "何", "JOB": "課員", "KIND": "01"}]
    report = told({**value, "people": people}, profile)
    assert (places(report), report.record_count) == ([], 3)


def test_a_member_that_is_no_object_is_told() -> None:
    profile, value = SMALL["leaves by number"]
    report = told({**value, "data": {**value["data"], "x": 5}}, profile)
    assert places(report) == [("STR150", "/data/x")]


def test_a_key_that_is_no_ID_is_told_at_the_key() -> None:
    profile, value = SMALL["persons by ID"]
    text = _text(value).replace('"T278932876"', '"T278932877"')
    [finding] = told(json.loads(text), profile).findings
    assert (finding.rule, finding.pointer, finding.value) == ("COD105", "/people/T278932877", "T278932877")
    assert text[finding.column - 1 :].startswith('"T278932877"')


def test_a_key_that_is_an_ID_is_masked_whatever_it_looks_like() -> None:
    profile, value = SMALL["persons by ID"]
    text = _text(value).replace('"T278932876"', '"t-2789-32876"')
    report = run({"f.json": text}, profile=profile)
    assert b"32876" not in render(report, "json")
    assert report.files[0].findings[0].pointer == "/people/t-2789******"


@pytest.mark.parametrize("odd", ["t-27893/2876", "王小明T2789328", "110060712345"])
@each
def test_an_ID_in_any_form_is_masked_in_what_is_shown_of_the_file(name: str, odd: str) -> None:
    profile, value = SMALL[name]
    text = _text(value).replace("T278932876", odd)
    checked = check_file(Incoming("f.json", text.encode()), options(profile=profile))
    finding = next(entry for entry in checked.report.findings if entry.rule.startswith("STR"))
    shown = excerpt(checked.maker, finding.line, finding.column, 1, 1)
    assert odd[6:] not in _text(shown)
    assert odd[6:] not in str(finding)


def test_an_unknown_key_of_a_level_is_told_there() -> None:
    profile, value = SMALL["five levels"]
    changed = json.loads(_text(value))
    changed["orgs"][0]["units"][1]["people"][0]["days"][0]["extra"] = 1
    changed["orgs"][0]["units"][0]["extra"] = 1
    assert {pointer for _, pointer in places(told(changed, profile))} == {
        "/orgs/0/units/1/people/0/days/0/extra", "/orgs/0/units/0/extra",
    }  # fmt: skip


def test_a_day_of_two_leaves_gives_both_their_date() -> None:
    profile, value = SMALL["five levels"]
    table = Table(profile, value)
    assert table.raw("start_date") == [leave["S"] for _, leave in LEAVES]
    assert table.pointer("start_date", 2) == "/orgs/0/units/1/people/0/days/0/S"
    assert table.header_raw("agency_code") == "376506200A"


def test_a_place_without_a_level_has_none_of_its_values() -> None:
    profile = layout(
        {"records": ["/days/*/leaves/*", "/rest/*"], "levels": {"day": "/days/*"}}, {"start_date": {"level": "day"}}
    )
    table = Table(profile, {"days": [{"S": "1100607", "leaves": [flat()[0]]}], "rest": [flat()[1]]})
    assert table.raw("start_date") == ["1100607", MISSING]
    assert table.pointer("start_date", 1) == "/rest/0"


# -- own keys and constants of a place -----------------------------------------------------------------------------------


def test_a_place_has_its_own_keys_and_constants() -> None:
    profile, value = SMALL["two places"][0], json.loads(_text(SMALL["two places"][1]))
    table = Table(profile, value)
    assert table.values("leave_type") == ["病假", "事假", "公差"]
    assert table.values("covid_related") == [False, False, False]
    assert table.pointer("days", 2) == "/公差/0/DAYS"
    assert table.pointer("leave_type", 2) == "/公差/0"
    del value["公差"][0]["DAYS"]
    value["持假"][0]["DAYS"] = 1
    [missing, unknown] = sorted(told(value, profile).findings, key=lambda finding: finding.rule)
    assert (missing.rule, missing.pointer, missing.field) == ("STR110", "/公差/0", "DAYS")
    assert (unknown.rule, unknown.pointer) == ("STR120", "/持假/0/DAYS")


def test_what_all_records_are_may_stand_in_the_profile() -> None:
    more = {"constants": {"dataset": "monthly", "leave_type": "公差", "covid_related": False}}
    profile = layout({"records": ["/rows/*"]}, None, more, without=("leave_type", "covid_related"))
    rows = [{key: value for key, value in leave.items() if key not in ("TYPE", "C")} for leave in flat()]
    table = Table(profile, {**HEADER, "rows": rows})
    assert table.has("leave_type") and table.values("leave_type") == ["公差"] * 3
    assert places(told({**HEADER, "rows": rows}, profile)) == []


# -- rows --------------------------------------------------------------------------------------------------------------


def test_a_row_of_another_length_is_told_once_and_read() -> None:
    profile, value = SMALL["columns"]
    changed = json.loads(_text(value))
    changed["rows"][0].pop()
    changed["rows"][1].append("x")
    report = told(changed, profile)
    assert (places(report), report.record_count) == ([("STR155", "/rows/0"), ("STR155", "/rows/1")], 3)


def test_a_column_that_nobody_knows_is_an_unknown_key() -> None:
    profile, value = SMALL["columns"]
    changed = json.loads(_text(value))
    changed["columns"].append("MORE")
    for row in changed["rows"]:
        row.append(1)
    assert {place for place in places(told(changed, profile))} == {("STR120", f"/rows/{row}/{len(value['columns'])}") for row in range(3)}


def test_without_columns_no_row_is_read() -> None:
    profile, value = SMALL["columns"]
    changed = {key: item for key, item in value.items() if key != "columns"}
    assert ("STR130", "") in places(told(changed, profile))


# -- JSON in texts -----------------------------------------------------------------------------------------------------


def test_a_broken_text_is_told_in_the_text() -> None:
    profile, value = SMALL["all in a text"]
    text = value["d"].replace('"TYPE": "休假"', '"TYPE": "休假",, "TYPE": "休假"')
    report = told({"d": text}, profile)
    assert report.record_count == 3
    assert {finding.pointer for finding in report.findings} == {"/d"}
    double = next(finding for finding in report.findings if finding.rule == "SYN610")
    assert double.params["inner"] == "/rows/2/TYPE"


def test_a_text_without_JSON_is_told_once() -> None:
    profile, value = SMALL["each in a text"]
    report = told({**value, "rows": [value["rows"][0], "x", value["rows"][1]]}, profile)
    assert places(report) == [("STR150", "/rows/1")]


def test_an_object_in_the_place_of_a_text_is_read_and_told() -> None:
    profile, value = SMALL["all in a text"]
    report = told({"d": json.loads(value["d"])}, profile)
    assert (places(report), report.record_count) == ([("STR140", "/d")], 3)


# -- several keys, missing values --------------------------------------------------------------------------------------


def test_of_split_keys_the_missing_one_is_told() -> None:
    profile, value = SMALL["split keys"]
    changed = json.loads(_text(value))
    del changed["rows"][1]["DD"]
    [finding] = told(changed, profile).findings
    assert (finding.rule, finding.pointer, finding.field) == ("STR110", "/rows/1", "DD")


def test_a_wrong_value_of_split_keys_is_shown_whole() -> None:
    profile, value = SMALL["split keys"]
    changed = json.loads(_text(value))
    changed["rows"][1]["M"] = 13
    [finding] = told(changed, profile).findings
    assert (finding.pointer, finding.value) == ("/rows/1/Y", "110 13 8")


def test_a_required_field_that_says_missing_is_missing() -> None:
    profile, value = SMALL["missing values"]
    changed = json.loads(_text(value))
    changed["rows"][0]["WHO"] = "-"
    changed["rows"][1]["D"] = None
    assert places(told(changed, profile)) == [("STR110", "/rows/0"), ("STR110", "/rows/1")]


def test_missing_values_are_told_apart_by_type() -> None:
    profile = layout({"records": ["/rows/*"]}, {"hours": {"missing": ["0", False], "default": 4}})
    table = Table(profile, {**HEADER, "rows": [{"H": 0}, {"H": "0"}, {"H": False}, {}]})
    assert table.raw("hours") == [0, 4, 4, 4]


# -- what is published -------------------------------------------------------------------------------------------------


@each
def test_the_published_schema_takes_a_clean_file(name: str) -> None:
    profile, value = SMALL[name]
    assert accepted(profile, value) == {True}


#: Of cells and of what stands in a text, a schema can say less than the form stage.
WHOLLY_SAID = [name for name, (profile, _) in SMALL.items() if not profile.layout.embedded and name != "split keys"
               and profile.layout.columns is None]  # fmt: skip
ODD: tuple[Any, ...] = (None, "", "-", 0, 1, True, "1100607", "T278932876", "x", [], {}, [[]], {"x": 1}, {"x": {}})


@pytest.mark.parametrize("name", WHOLLY_SAID)
def test_schema_model_and_form_stage_agree(name: str) -> None:
    """Whatever stands in the place of a part of a clean file."""
    profile, clean = SMALL[name]
    judge, model = Draft202012Validator(published_schema(profile)), file_model(profile)
    for number in range(len(list(_spots(json.loads(_text(clean)))))):
        for odd in ODD:
            value = json.loads(_text(clean))
            holder, key = list(_spots(value))[number]
            holder[key] = odd
            form = check_form(profile, value, Table(profile, value), "f.json", lambda: [])
            assert form.incidents == []
            allowed = not form.findings
            assert judge.is_valid(value) is allowed, (key, odd, [finding.rule for finding in form.findings])
            assert _takes(model, value) is allowed, (key, odd)


def _takes(model: Any, value: Any) -> bool:
    try:
        model.model_validate(value)
    except ValidationError:
        return False
    return True


@each
def test_what_is_written_in_a_layout_is_read_from_it_again(name: str) -> None:
    """Also where a list stands under the key that a field has (leaves by their kind), or where the first of the rows is
    their heading."""
    profile, value = SMALL[name]
    report = told(json.loads(convert_json(_text(value).encode(), profile, profile).text), profile)
    assert (places(report), report.record_count, report.person_count) == ([], 3, 2)
