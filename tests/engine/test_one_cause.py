"""A fault that every record has is told once, of the file; what fewer have, or each person by itself, is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support import only, places, run_one

from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.rule import document
from pyvalidator.samples import build_draft

REFERENCE = built_in_profiles()["reference"]
DAYS = ("01", "02", "03", "04", "07", "08")


def days(count: int = 6, **changes: Any) -> dict[str, Any]:
    """A file of so many one-day leaves, each with these changes."""
    return document([{"start_date": f"11006{day}", "end_date": f"11006{day}", **changes} for day in DAYS[:count]])


@pytest.mark.parametrize(
    ("changes", "rule", "key", "example"),
    [
        ({"job_title": ...}, "STR110", "job_title", None),
        ({"note": "x"}, "STR120", "note", "x"),
        ({"start_time": "08:00"}, "STR505", "start_time", "08:00"),
        ({"days": "1"}, "STR900", "days", "1"),
        ({"covid_related": "N"}, "STR955", "covid_related", "N"),
        ({"start_time": "０８００"}, "STR230", "start_time", "０８００"),
        ({"leave_type": "03"}, "STR800", "leave_type", "03"),
        ({"person_name": " 王小明 "}, "COD540", "person_name", " 王小明 "),
        ({"unit": None}, "STR200", "unit", None),
        ({"person_id": "a123456789"}, "STR700", "person_id", "a12345****"),
    ],
)
def test_a_fault_of_all_records_is_one_finding(changes: dict[str, Any], rule: str, key: str, example: Any) -> None:
    entry = only(run_one(days(**changes)))
    assert (entry.rule, entry.pointer, entry.field, entry.folded) == (rule, "/records", key, {rule: 6})
    assert (entry.value, entry.person, entry.record, entry.expected_value) == (None, None, None, None)
    assert entry.owner == ["vendor"]
    assert entry.params["count"] == 6 and entry.params["example"] == example
    assert entry.params["first"].startswith("/records/0") and "全部 6 筆" in entry.message
    assert "123456789" not in f"{entry}"


def test_each_date_in_the_other_era_is_one_finding_with_an_example() -> None:
    report = run_one(document([{"start_date": f"2021-06-{day}", "end_date": f"11006{day}"} for day in DAYS]))
    entry = only(report)
    assert (entry.rule, report.counts.error) == ("STR310", 1)
    assert (entry.params["example"], entry.params["example_expected"]) == ("2021-06-01", "1100601")
    assert "應為：1100601" in entry.message


def test_of_fewer_than_five_records_each_is_told() -> None:
    assert len(run_one(days(4, start_time="08:00")).findings) == 4


def test_of_all_but_one_each_is_told() -> None:
    content = days(start_time="08:00")
    content["records"][3]["start_time"] = "0800"
    assert len(run_one(content).findings) == 5


def test_a_field_that_some_leave_out_is_at_fault_in_all_that_have_it() -> None:
    content = days(unit="民政課" * 20)
    del content["records"][2]["unit"]
    entry = only(run_one(content))
    assert (entry.rule, entry.folded) == ("STR260", {"STR260": 5})


@pytest.mark.parametrize("changes", [{"person_id": "A123456788"}, {"start_time": "0700", "days": 3}])
def test_what_people_enter_is_told_at_each_record(changes: dict[str, Any]) -> None:
    entries = run_one(days(**changes)).findings
    assert len(entries) == 6 and all(entry.pointer != "/records" for entry in entries)


def test_a_follow_on_that_was_folded_counts_as_at_fault() -> None:
    """One record of six has its time end before it starts, too: its amount is folded under that."""
    content = days(days=0, hours=0)
    content["records"][2]["end_date"] = "1100501"
    found = {entry.rule: entry for entry in run_one(content).findings}
    assert found["REC210"].pointer == "/records" and found["REC210"].folded["REC210"] == 5


def test_a_rule_that_is_off_is_not_told_of_all_either() -> None:
    profile = replace(REFERENCE, severity={"STR115": "off"})
    assert sorted(places(run_one(days(job_title=..., jobTitle="課員"), profile=profile))) == [
        ("STR110", "/records"), ("STR120", "/records"),
    ]  # fmt: skip


# -- keys under another name -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "key", "value"),
    [
        ("person_name", "personName", "王小明"), ("person_name", "PERSON_NAME", "王小明"), ("person_name", "姓名", "王小明"),
        ("job_title", "job_tilte", "課員"), ("job_title", "position", "課員"), ("start_time", "from", "0800"),
        ("days", "Days ", 1),
    ],
)
def test_a_key_that_all_spell_in_another_way_is_one_finding(wanted: str, key: str, value: Any) -> None:
    entry = only(run_one(days(**{wanted: ..., key: value})))
    assert (entry.rule, entry.pointer, entry.field) == ("STR115", "/records", wanted)
    assert entry.folded == {"STR110": 6, "STR120": 6}
    assert (entry.params["found"], entry.params["wanted"]) == ([key], [wanted])
    assert key in entry.message and wanted in entry.message


def test_several_renamed_keys_are_one_finding_and_one_too_many_another() -> None:
    names = {"job_title": ..., "jobTitle": "課員", "person_name": ..., "PersonName": "王小明", "備註二": "x"}
    found = {entry.rule: entry for entry in run_one(days(**names)).findings}
    assert set(found) == {"STR115", "STR120"}
    assert found["STR115"].params["wanted"] == ["person_name", "job_title"]
    assert found["STR115"].folded == {"STR110": 12, "STR120": 12}
    assert found["STR120"].params["key"] == "備註二"


def test_a_key_too_many_is_no_other_name_for_one_that_it_does_not_fit() -> None:
    rules = {entry.rule for entry in run_one(days(start_time=..., leave_reason="頭痛", serial=7)).findings}
    assert rules == {"STR110", "STR120"}


# -- persons with records --------------------------------------------------------------------------------------------


def nested() -> tuple[Profile, Any]:
    profile = built_in_profiles()["example-nested"]
    return profile, build_draft(profile, people=8, seed=3)


def test_a_fault_of_all_persons_is_one_finding_at_the_list_of_persons() -> None:
    profile, draft = nested()
    for row in draft.rows:
        row.raw["person_category"] = None
    entry = only(run_one(draft.write().text, profile=profile))
    persons = len({row.person.id for row in draft.rows})
    assert (entry.rule, entry.pointer, entry.folded) == ("STR200", "/人員", {"STR200": persons})
    assert f"全部 {persons} 人" in entry.message


def test_a_fault_of_all_records_below_persons_is_one_finding() -> None:
    profile, draft = nested()
    for row in draft.rows:
        row.raw["leave_type"] = None
    entry = only(run_one(draft.write().text, profile=profile))
    assert (entry.rule, entry.folded) == ("STR200", {"STR200": len(draft.rows)})


def test_no_cap_is_needed_for_what_is_told_once() -> None:
    report = run_one(days(start_time="08:00"), max_per_rule=1)
    assert report.truncated == {} and len(report.findings) == 1


def records(count: int, **of_row: Any) -> dict[str, Any]:
    """A file of so many leaves. `of_row`: for a key, what it is in the record of each number."""
    rows = [{key: value(row) for key, value in of_row.items()} for row in range(count)]
    return document([{"start_date": f"11006{DAYS[row]}", "end_date": f"11006{DAYS[row]}", **rows[row]} for row in range(count)])


@pytest.mark.parametrize("empty", [None, ""])
def test_a_value_that_nearly_all_lack_is_told_of_each(empty: str | None) -> None:
    report = run_one(records(6, job_title=lambda row: "課員" if row == 3 else empty))
    assert [pointer for _, pointer in places(report)] == [f"/records/{row}/job_title" for row in (0, 1, 2, 4, 5)]


def test_a_fault_of_the_few_values_that_a_field_has_is_told_of_each() -> None:
    report = run_one(records(6, unit=lambda row: None if row < 2 else ...))
    assert places(report) == [("STR200", "/records/0/unit"), ("STR200", "/records/1/unit")]


def test_a_list_of_blank_rows_only_is_one_finding() -> None:
    entry = only(run_one(document([], records=[None] * 6, record_count=6)))
    assert (entry.rule, entry.pointer, entry.folded) == ("STR160", "/records", {"STR160": 6})
