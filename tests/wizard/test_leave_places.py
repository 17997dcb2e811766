"""Where leaves stand in files of any structure: what is found, what is asked, and that the profile fits its own file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from any_layouts import HEADER, LEAVES, MADE, Made, grouped, persons, text, without
from support import options

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check_file
from pyvalidator.privacy.masking import ONE_NUMBER
from pyvalidator.profile import load_profile
from pyvalidator.report.model import FileReport
from pyvalidator.wizard import Draft, draft_profile, draft_toml, propose
from pyvalidator.wizard.find_layout import NOTHING_SAID, FoundLayout, Wanted, find_layout
from pyvalidator.wizard.from_profile import fits, start_from, wanted_by

CASES = Path(os.environ.get("PYVALIDATOR_CASES") or "missing")
each_layout = pytest.mark.parametrize("made", MADE, ids=[made.id for made in MADE])

#: What a file that its own profile does not fit is told: another layout, keys and places that are lacking or unknown.
OF_LAYOUT = {f"STR{number}" for number in (100, 110, 115, 120, 125, 126, 130, 140, 150, 160, 165, 205)}


def shape_of(value: object, wanted: Wanted = NOTHING_SAID) -> FoundLayout:
    shape = find_layout(value, wanted)
    assert shape is not None
    return shape


def draft_of(*values: object, wanted: Wanted = NOTHING_SAID, names: tuple[str, ...] = ()) -> Draft:
    draft = propose(list(values), wanted, names)
    assert draft is not None
    return draft


def checked(value: object, draft: Draft) -> FileReport:
    return check_file(Incoming("f.json", text(value).encode()), options(profile=draft_profile(draft))).report


@each_layout
def test_records_and_levels_are_found(made: Made) -> None:
    shape = shape_of(made.value)
    layout = shape.layout
    assert tuple(sorted(layout.records)) == tuple(sorted(made.records))
    found = (*layout.levels.values(), *([layout.persons] if layout.persons else []))
    assert set(found) == set(made.levels)
    assert shape.record_count == made.count == sum(each.count for each in shape.candidates if each.role == "records")
    assert all(name.isascii() and name.isidentifier() for name in layout.levels)


@each_layout
def test_file_fits_the_profile_that_was_made_of_it(made: Made) -> None:
    report = checked(made.value, draft_of(made.value))
    assert OF_LAYOUT.isdisjoint(entry.rule for entry in report.findings), [
        (entry.rule, entry.pointer, entry.message) for entry in report.findings if entry.rule in OF_LAYOUT
    ]
    assert report.record_count == made.count


@each_layout
def test_nothing_of_a_person_is_in_the_profile(made: Made) -> None:
    draft = draft_of(made.value)
    assert ONE_NUMBER.search(draft_toml(draft)) is None
    assert load_profile(draft_toml(draft), "draft.toml") == draft_profile(draft)


@each_layout
def test_profile_opened_again_is_the_same(made: Made) -> None:
    draft = draft_of(made.value)
    draft.absent, draft.about.dataset, draft.file_name = {"covid_related"} - draft.chosen, "monthly", "{period}"
    draft.place_constants = dict(draft.suggested.place_constants)
    own = draft_profile(draft)
    again = draft_of(made.value, wanted=wanted_by(own))
    assert fits(own, again)
    start_from(own, again)
    assert draft_profile(again) == own


# -- keys that are data ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("keys", "kind", "is_data"), [
    (["A123456789", "B123456780"], "person_id", True), (["A123456789"], "person_id", True),
    (["A12345678", "B12345678"], "person_id", True),
    (["2021-06-01", "2021-06-02"], "date", True), (["1100601", "1100602"], "date", True), (["11005", "11006"], "date", True),
    (["事假", "病假"], "leave_type", True), (["1", "2"], "serial", True), (["row_1", "row_2"], "serial", True),
    (["0"], "serial", True), (["10801", "20417"], "number", True), (["HR-0417", "HR-1034"], "number", True),
    (["leave", "trip"], "text", False), (["民政課", "行政室"], "text", True), (["王小明", "陳大同"], "text", True),
    ([f"part {letter}" for letter in "abcdefghi"], "text", True),
])  # fmt: skip
def test_keys_that_are_data_are_told_by_what_they_are(keys: list[str], kind: str, is_data: bool) -> None:
    shape = shape_of({**HEADER, "all": {key: [LEAVES[number], LEAVES[number + 1]] for number, key in enumerate(keys)}})
    [place] = shape.key_places
    assert (place.pattern, place.kind, place.is_data, place.members) == ("/all", kind, is_data, len(keys))
    assert shape.layout.records == (["/all/*/*"] if is_data else [f"/all/{key}/*" for key in keys])
    assert [column.path for column in shape.columns if column.is_member_key] == (["/*"] if is_data else [])


def test_what_keys_are_can_be_said_otherwise() -> None:
    value = {**HEADER, "all": {"leave": LEAVES[:4], "trip": LEAVES[4:]}}
    assert shape_of(value, Wanted(maps={"/all": True})).layout.records == ["/all/*/*"]
    numbers = {**HEADER, "all": {"1": LEAVES[:4], "2": LEAVES[4:]}}
    assert shape_of(numbers, Wanted(maps={"/all": False})).layout.records == ["/all/1/*", "/all/2/*"]


def test_objects_that_differ_are_no_map() -> None:
    value = {**HEADER, "list": [{"from": {"date": "1100601", "time": "0800"}, "to": {"date": "1100601", "time": "1700"},
                                 "who": {"id": leave["person_id"]}, "kind": leave["leave_type"]} for leave in LEAVES]}  # fmt: skip
    shape = shape_of(value)
    assert shape.key_places == [] and shape.layout.records == ["/list/*"]


# -- which places ----------------------------------------------------------------------------------------------------


def test_a_longer_log_is_asked_about_and_not_taken() -> None:
    [made] = [made for made in MADE if made.id == "log-and-approvals"]
    draft = draft_of(made.value)
    asked = {each.pattern: (each.role, each.asks) for each in draft.shape.candidates}
    assert asked == {
        "/leaves/*": ("records", False), "/log/*": ("open", True), "/leaves/*/steps/*": ("open", True),
    }  # fmt: skip
    assert set(draft.suggested.ignored) == {"/log/*", "/leaves/*/steps/*"} and draft.shape.layout.ignored == []
    assert '# ignored = ["/log/*", "/leaves/*/steps/*"]' in draft_toml(draft)
    said = draft_of(made.value, wanted=Wanted(("/leaves/*",), ("/log/*",)))
    assert said.shape.layout.ignored == ["/log/*"]
    assert [each.role for each in said.shape.candidates if each.pattern == "/log/*"] == ["ignored"]
    assert "/log" not in [column.path for column in said.shape.columns]
    assert OF_LAYOUT.isdisjoint(entry.rule for entry in checked(made.value, said).findings)


@pytest.mark.parametrize("name", ["cancelled", "deleted", "草稿", "已取消"])
def test_leaves_that_do_not_stand_are_asked_about(name: str) -> None:
    shape = shape_of({**HEADER, "leaves": LEAVES, name: LEAVES[:3]})
    assert shape.layout.records == ["/leaves/*"]
    assert [(each.pattern, each.asks) for each in shape.candidates if each.role == "open"] == [(f"/{name}/*", True)]


def test_persons_with_days_of_their_own_are_asked_about() -> None:
    """A day of birth is a day: that a list of persons holds no leave is for a person to say."""
    persons = [{"身分證字號": id, "生日": "0700101"} for id in dict.fromkeys(leave["person_id"] for leave in LEAVES)]
    value = {**HEADER, "員工": persons, "leaves": LEAVES}
    draft = draft_of(value)
    assert draft.shape.layout.records == ["/leaves/*"] and draft.suggested.ignored == ["/員工/*"]
    assert [each.pointer for each in checked(value, draft).coverage.elsewhere] == ["/員工/*"]
    ignored = draft_of(value, wanted=Wanted(ignored=("/員工/*",)))
    assert ignored.suggested.ignored == [] and checked(value, ignored).coverage.elsewhere == []


def test_where_the_user_says_there_is_no_leave_none_is_found() -> None:
    value = {**HEADER, "leaves": LEAVES, "more": LEAVES[:3]}
    assert shape_of(value).layout.records == ["/leaves/*", "/more/*"]
    shape = shape_of(value, Wanted(ignored=("/more/*",)))
    assert (shape.layout.records, shape.layout.ignored) == (["/leaves/*"], ["/more/*"])
    assert shape.record_count == len(LEAVES)


def test_a_place_the_user_names_is_taken_whatever_it_looks_like() -> None:
    value = {**HEADER, "leaves": LEAVES, "draft": LEAVES[:3]}
    shape = shape_of(value, Wanted(("/leaves/*", "/draft/*")))
    assert shape.layout.records == ["/leaves/*", "/draft/*"] and shape.record_count == len(LEAVES) + 3
    assert shape_of(value, Wanted(("/gone/*",))).layout.records == ["/leaves/*"]


def test_candidates_show_two_rows_with_all_their_keys() -> None:
    shape = shape_of({**HEADER, "columns": list(LEAVES[0]), "rows": [list(leave.values()) for leave in LEAVES]})
    [candidate] = shape.candidates
    assert len(candidate.rows) == 2 and set(candidate.rows[0]) == set(candidate.keys)
    assert candidate.rows[0]["/leave_type"] == LEAVES[0]["leave_type"]
    assert (candidate.dated, candidate.has_ids, candidate.count) == (True, True, len(LEAVES))


def test_a_list_called_by_its_kind_gets_it_where_the_user_says_so() -> None:
    [made] = [made for made in MADE if made.id == "lists-called-by-their-kind"]
    draft = draft_of(made.value)
    kinds = [kind for kind, _ in grouped(LEAVES, "leave_type")[:3]]
    assert draft.suggested.place_constants == {f"/{kind}/*": {"leave_type": kind} for kind in kinds}
    assert "leave_type" in draft.missing and draft_profile(draft).places == []
    assert f'# constants = {{leave_type = "{kinds[0]}"}}' in draft_toml(draft)
    draft.place_constants = draft.suggested.place_constants
    assert "leave_type" not in draft.missing and draft.suggested.place_constants == {}
    assert {place.records: place.constants for place in draft_profile(draft).places} == draft.place_constants


def test_other_keys_at_a_second_place_are_the_same_fields() -> None:
    [made] = [made for made in MADE if made.id == "two-lists-of-other-keys"]
    draft = draft_of(made.value)
    [place] = draft_profile(draft).places
    assert (place.records, place.keys["start_date"], place.keys["end_date"]) == ("/公差/*", "TRIP_SDATE", "TRIP_EDATE")


def test_what_stands_above_a_record_goes_with_it() -> None:
    [made] = [made for made in MADE if made.id == "agency-department-person-day"]
    shape = shape_of(made.value)
    row = shape.rows[0]
    names = {level for level, _ in row}
    assert {"person", "record"} < names and len(names) == 5
    assert row["person", "/person_id"] in {leave["person_id"] for leave in LEAVES}


# -- headers and names -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("names", "template"), [
    (["376506200A_11006.json"], "{agency_code}_{period}"),
    (["376506200A_11006.final.json", "a.zip/376500000A_11005.old.json"], "{agency_code}_{period}.*"),
    (["差假-376506200A-202106.json"], "*-{agency_code}-{period:YYYYMM}"),
    (["11006_376506200A.json"], "{period}_{agency_code}"), (["leave_110-06.json"], "*_{period:YYY-MM}"),
    (["11006.json", "376506200A.json"], ""), (["A123456789_leaves.json"], ""), (["data.json"], ""), ([], ""),
])  # fmt: skip
def test_names_of_files_say_what_no_key_does(names: list[str], template: str) -> None:
    assert draft_of({"data": LEAVES}, names=tuple(names)).file_name == template


def test_names_are_not_asked_for_what_the_file_says() -> None:
    assert draft_of({**HEADER, "data": LEAVES}, names=("376506200A_11006.json",)).file_name == ""


def test_what_nobody_has_said_stands_in_comments_only() -> None:
    value = {**HEADER, "rows": [without(leave, "covid_related") for leave in LEAVES]}
    draft = draft_of(value)
    profile, written = draft_profile(draft), draft_toml(draft)
    assert (profile.absent, profile.constants) == ([], {})
    assert '# absent = ["covid_related"]' in written and '# dataset = "monthly"' in written
    draft.absent, draft.about.dataset = {"covid_related"}, "covid109"
    profile = load_profile(draft_toml(draft), "draft.toml")
    assert (profile.absent, profile.constants) == (["covid_related"], {"dataset": "covid109"})


def test_comments_taken_off_are_a_profile() -> None:
    """What a user does who takes the program's word for everything."""
    for made in MADE:
        lines = draft_toml(draft_of(made.value)).splitlines()
        starts = tuple(f"# {name}" for name in ("absent =", "ignored =", "constants =", "records =", "dataset =", "["))
        settled = [line.removeprefix("# ") if line.startswith(starts) else line for line in lines]
        profile = load_profile("\n".join(settled), "draft.toml")
        assert profile.constants == {"dataset": "monthly"}


# -- several files ---------------------------------------------------------------------------------------------------


def test_files_of_one_layout_are_one() -> None:
    first = {**HEADER, "people": {"A123456789": {"name": "王小明", "leaves": LEAVES[:1]}}}
    second = {**HEADER, "period": "11007", "note": "x", "people": {"B123456780": {"name": "李大同", "leaves": LEAVES[1:3]}}}
    draft = draft_of(first, second)
    assert draft.shape.record_count == 3
    columns = {column.path: column for column in draft.shape.columns if column.level == "header"}
    assert (columns["/note"].count, columns["/note"].always, columns["/period"].count) == (1, False, 2)


def test_a_file_of_another_layout_is_left_out() -> None:
    draft = draft_of({**HEADER, "rows": LEAVES}, {"status": 200, "result": {"list": LEAVES[:2]}})
    assert (draft.shape.layout.records, draft.shape.record_count) == (["/rows/*"], len(LEAVES))


def test_an_empty_month_beside_a_full_one_changes_nothing() -> None:
    alone, both = draft_of({**HEADER, "rows": LEAVES}), draft_of({**HEADER, "rows": []}, {**HEADER, "rows": LEAVES})
    assert both.shape.layout == alone.shape.layout


# -- the cases -------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not CASES.is_dir(), reason="set PYVALIDATOR_CASES to the folder of the cases")
def test_shared_layouts_fit_their_own_profiles() -> None:
    for path in sorted((CASES / "layouts").glob("*.clean.json")):
        value = json.loads(path.read_text("utf-8"))
        told = path.with_name(path.name.replace(".clean.", ".expect."))
        report = checked(value, draft_of(value))
        assert OF_LAYOUT.isdisjoint(entry.rule for entry in report.findings), path.name
        if told.exists():
            expected = json.loads(told.read_text("utf-8"))
            assert (report.record_count, report.person_count) == (expected["records"], expected["persons"]), path.name


def test_persons_alone_say_nothing() -> None:
    assert find_layout({**HEADER, "people": [without(person, "leaves") for person in persons(LEAVES, list)]}) is not None
    assert find_layout({"a": 1, "b": {"c": []}}) is None
