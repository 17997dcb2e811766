"""What the user answers to the wizard's questions: each is put into the profile, and the file is then covered."""

from __future__ import annotations

import json
from typing import Any

import pytest
from clerk_files import HEAD, IDS, LAYOUTS, TWO_LISTS, leave

from pyvalidator.input.files import InMemory, PendingFile
from pyvalidator.options import Options
from pyvalidator.profile import built_in_profiles, load_profile
from pyvalidator.wizard.session import Session


def session(value: Any, name: str = "a.json") -> Session:
    return Session([PendingFile(name, InMemory(json.dumps(value, ensure_ascii=False).encode()))], Options())


def place_of(answer: Any, title: str) -> Any:
    return next(place for place in answer["places"] if place["title"] == title)


def source_of(answer: Any, field: str) -> Any:
    return next(source for source in answer["header"] if source["field"] == field)


def column_of(answer: Any, key: str) -> Any:
    return next(column for column in answer["columns"] if column["key"] == key)


def coverage(answer: Any) -> Any:
    return answer["report"]["files"][0]["coverage"]


def layout_findings(answer: Any) -> list[str]:
    return [found["rule"] for found in answer["found"] if found["rule"].startswith("STR")]


def test_every_place_is_shown_with_its_first_rows_and_no_number() -> None:
    answer = session(TWO_LISTS).propose({})
    leaves, trips = place_of(answer, "請假"), place_of(answer, "公差")
    assert (leaves["count"], leaves["state"], len(leaves["rows"])) == (8, "records", 2)
    assert leaves["keys"][:2] == ["IDNO", "CNAME"] and leaves["rows"][0][0] == IDS[0][:6] + "****"
    assert leaves["sure"] and trips["kind_hint"] == "公差" and not trips["sure"]
    assert not any(number in json.dumps(answer) for number in IDS[:4])


@pytest.mark.parametrize("value", LAYOUTS.values(), ids=LAYOUTS)
def test_answers_to_what_is_asked_make_the_file_pass(value: Any) -> None:
    """Three answers at most, beside a yes to what is guessed and to what is in no file."""
    own = session(value)
    asked = own.propose({})
    kinds = {place["place"]: {"leave_type": place["kind_hint"]} for place in asked["places"] if place["kind_hint"]}
    constants = {"dataset": "monthly"}
    yes = [{"at": column["at"], "field": column["field"]} for column in asked["columns"] if column["asks"]]
    absent = {each["field"]: True for each in asked["absent"] if each["may_lack"]}
    assert len(kinds) + len(constants) + sum(not source["sure"] for source in asked["header"][:3]) <= 3
    answer = own.review({"place_constants": kinds, "constants": constants, "columns": yes, "absent": absent})
    assert answer["found"] == [] and answer["report"]["files"][0]["status"] == "pass"
    assert answer["report"]["files"][0]["person_count"] == 4
    assert not any(number in json.dumps(answer) for number in IDS[:4])


def test_answers_cover_the_file_and_nothing_is_left_to_say_of_its_layout() -> None:
    own = session(TWO_LISTS)
    before = own.review({})
    assert not coverage(before)["complete"]
    assert "「公差」裡沒有「因疫情請假註記」嗎？" in [each["question"] for each in before["absent"]]
    edits = {
        "constants": {"dataset": "monthly"}, "place_constants": {"/公差/*": {"leave_type": "公差"}},
        "absent": {"covid_related": True},
    }  # fmt: skip
    after = own.review(edits)
    assert coverage(after)["complete"] and layout_findings(after) == [] and after["problems"] == []
    assert all(place["sure"] for place in after["places"]) and all(each["declared"] for each in after["absent"])
    assert after["report"]["files"][0]["record_count"] == 12
    assert after["first"].startswith("王小明 事假 110/6/7")
    profile = load_profile(after["toml"], "x.toml")
    assert (profile.constants, profile.absent) == ({"dataset": "monthly"}, ["covid_related"])
    taken_back = own.propose({**edits, "absent": {"covid_related": False}, "constants": {"dataset": None}})
    profile = load_profile(taken_back["toml"], "x.toml")
    assert (profile.constants, profile.absent) == ({}, [])


def test_place_that_is_no_leave_is_said_to_be_none() -> None:
    own = session({**HEAD, "leaves": TWO_LISTS["請假"], "log": [
        {"at": f"2021-06-{day:02d} 09:30", "who": f"u{day}", "what": "匯入"} for day in range(1, 20)
    ]})  # fmt: skip
    answer = own.propose({})
    log = place_of(answer, "log")
    assert place_of(answer, "leaves")["state"] == "records" and log["state"] == "" and not log["sure"]
    ignored = own.review({"places": {log["place"]: "ignored"}})
    assert place_of(ignored, "log")["state"] == "ignored" and place_of(ignored, "log")["sure"]
    assert load_profile(ignored["toml"], "x.toml").layout.ignored == [log["place"]]
    assert coverage(ignored)["elsewhere"] == []
    nothing = own.review({"places": {place["place"]: "ignored" for place in answer["places"]}})
    assert nothing["report"] is None and "至少選一處" in nothing["problems"][0]


def test_keys_that_are_data_can_be_said_to_be_none() -> None:
    own = session({**HEAD, "data": {str(number + 1): row for number, row in enumerate(TWO_LISTS["請假"])}})
    answer = own.propose({})
    [switch] = answer["maps"]
    assert (switch["title"], switch["count"], switch["on"], switch["fixed"]) == ("data", 8, True, False)
    assert place_of(answer, "data")["count"] == 8
    off = own.propose({"maps": {switch["place"]: False}})
    assert [each["on"] for each in off["maps"]] == [False]


def test_numbers_of_persons_are_never_names_of_keys() -> None:
    people = {IDS[number]: {"CNAME": "王小明", "rows": [leave(number, LEAVE="事假")]} for number in range(5)}
    own = session({**HEAD, "people": people})
    answer = own.propose({})
    [switch] = answer["maps"]
    assert switch["on"] and switch["fixed"]
    off = own.review({"maps": {switch["place"]: False}})
    assert not any(number in json.dumps([answer, off]) for number in IDS[:5])


def test_agency_and_month_come_from_the_files_name() -> None:
    own = session({"rows": TWO_LISTS["請假"]}, "376506200A_11006.json")
    answer = own.review({"constants": {"dataset": "monthly"}})
    assert [source_of(answer, field)["value"] for field in ("agency_code", "period")] == ["name", "name"]
    assert answer["file_name"]["preview"] == [("376506200A_11006.json", "機關代碼 376506200A、資料年月 11006")]
    assert coverage(answer)["complete"]
    wrong = own.propose({"file_name": "{agency_code}-{period}"})
    assert wrong["file_name"]["preview"] == [] and "檔名不是這個寫法" in wrong["file_name"]["problem"]
    assert "大括號" in own.propose({"file_name": "{period}_{agency_code"})["file_name"]["problem"]


def test_what_is_typed_beside_the_file_counts_for_this_time_only() -> None:
    own = session({"agency_code": "376506200A", "rows": TWO_LISTS["請假"]})
    answer = own.review({"given": {"period": "11006"}, "constants": {"dataset": "monthly"}})
    assert source_of(answer, "period")["value"] == "given" and coverage(answer)["complete"]
    assert answer["report"]["files"][0]["given"]["period"]["source"] == "set"
    assert "11006" not in answer["toml"]
    wrong = own.review({"given": {"period": "六月"}})
    assert "資料年月" in source_of(wrong, "period")["problem"] and not coverage(wrong)["complete"]


def test_person_without_an_id_is_told_by_a_number_of_the_house() -> None:
    rows = [{**leave(number, LEAVE="事假", COVID="N"), "IDNO": f"E{number % 3:04d}"} for number in range(8)]
    for row in rows:
        row["工號"] = row.pop("IDNO")
    own = session({**HEAD, "rows": rows})
    answer = own.propose({"columns": [{"at": "record/工號", "field": ""}]})
    person = source_of(answer, "person_id")
    assert not person["sure"] and person["value"] == ""
    [option] = [each for each in person["options"] if each.get("at") == "record/工號"]
    assert option["field"] == "person_number"
    told = own.review({"columns": [{"at": "record/工號", "field": "person_number"}], "constants": {"dataset": "monthly"}})
    assert coverage(told)["complete"] and told["report"]["files"][0]["person_count"] == 3


def test_template_is_read_as_it_is_typed_and_refused_with_a_reason() -> None:
    own = session({**HEAD, "rows": [{**leave(number, LEAVE="事假"), "SDATE": "06.07.2021"} for number in range(4)]})
    at = "record/SDATE"
    typed = own.propose({"columns": [{"at": at, "field": "start_date", "template": "MM.DD.YYYY"}]})
    assert column_of(typed, "SDATE")["preview"][0] == ["06.07.2021", "110 年 6 月 7 日"]
    assert column_of(typed, "SDATE")["asks"] == ""
    misread = column_of(own.propose({"columns": [{"at": at, "field": "start_date", "template": "YYYMMDD"}]}), "SDATE")
    assert misread["unread"] == ["06.07.2021"] and misread["preview"] == []
    refused = column_of(own.propose({"columns": [{"at": at, "field": "start_date", "template": "QQ"}]}), "SDATE")
    assert refused["template"] == "QQ" and refused["template_problem"]


def test_key_of_a_place_that_is_gone_waits_until_it_is_back() -> None:
    own = session(TWO_LISTS)
    said = {"columns": [{"at": "record/LEAVE", "required": False}]}
    gone = own.propose({**said, "places": {"/請假/*": "ignored"}})
    assert "LEAVE" not in [column["key"] for column in gone["columns"]]
    assert not column_of(own.propose(said), "LEAVE")["required"]


@pytest.mark.parametrize("edits", [{"columns": [{"at": "record/IDNO", "field": "nonsense"}]}], ids=["field"])
def test_what_the_page_cannot_say_is_its_bug(edits: Any) -> None:
    with pytest.raises(KeyError):
        session(TWO_LISTS).propose(edits)


def test_file_that_fits_the_profile_in_use_can_be_mapped_too() -> None:
    reference = built_in_profiles()["reference"]
    value = {**HEAD, "records": [{**leave(number, LEAVE="事假"), "start_date": "1100607"} for number in range(4)]}
    own = Session([PendingFile("a.json", InMemory(json.dumps(value).encode()))], Options(profile=reference))
    assert own.found and own.inspect()["start"] == ""


def test_a_moment_is_shown_whole_and_an_id_is_not() -> None:
    rows = [{"身分證字號": number, "姓名": "王小明", "假別": "休假", "起": "2021-06-07T08:00:00+08:00",
             "迄": "2021-06-07T17:00:00+08:00", "時數": 8} for number in IDS[:3]]  # fmt: skip
    columns = session({"rows": rows}).propose({})
    assert "2021-06-07T08:00:00+08:00" in column_of(columns, "起")["examples"]
    assert column_of(columns, "身分證字號")["examples"][0] == IDS[0][:6] + "****"
