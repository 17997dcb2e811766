"""What is written where there is no value, and what it means: proposed with what was seen, and never a finding."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from support import options
from test_readings import rows, usual
from test_written_forms import Leave, drafted

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check_file
from pyvalidator.profile import Profile
from pyvalidator.wizard import draft_profile, draft_toml
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.emptiness import is_nothing


def findings(content: Any, profile: Profile) -> list[tuple[str, str | None]]:
    report = check_file(Incoming("f.json", json.dumps(content).encode()), options(profile=profile)).report
    return [(entry.rule, entry.field) for entry in report.findings if entry.severity == "error"]


def test_words_that_mean_nothing() -> None:
    nothing = [None, "", "  ", "-", "N/A", "NULL", "無", "0000000", "0000/00/00", "0000-00-00 00:00:00"]
    assert all(map(is_nothing, nothing))
    assert not any(map(is_nothing, [0, False, "0", "0000", "00:00", "無薪假", "1100607"]))


@pytest.mark.parametrize("word", [None, "", "-", "NULL", "N/A"])
def test_a_field_that_is_sometimes_empty_can_be(word: Any) -> None:
    content = rows(lambda leave, number: {**usual(leave), "日數": leave.record["days"], "時數": leave.record["hours"],
                                          "單位": word if number % 3 else "民政課", "事由": word if number % 2 else "就醫"})  # fmt: skip
    draft, choices = drafted(content)
    assert choices["單位"].field == "unit" and choices["單位"].optional
    profile = draft_profile(draft)
    assert profile.missing == ["null" if word is None else word]
    assert "missing = " in draft_toml(draft)
    assert findings(content, profile) == []


@pytest.mark.parametrize("word", [None, "", "-"])
def test_hours_left_out_are_none(word: Any) -> None:
    content = rows(lambda leave, _: {**usual(leave), "日數": leave.record["days"] or word, "時數": leave.record["hours"] or word})
    draft, choices = drafted(content)
    assert (choices["日數"].field, choices["時數"].field) == ("days", "hours")
    assert choices["時數"].settings["default"] == 0 and choices["時數"].optional
    assert "當作 0" in choices["時數"].asks and not choices["時數"].certain
    assert findings(content, draft_profile(draft)) == []


def test_whole_days_need_no_times() -> None:
    def write(leave: Leave, _: int) -> dict[str, Any]:
        whole = leave.record["hours"] == 0
        return {**usual(leave), **({"起時": "", "迄時": ""} if whole else {}), "日數": leave.record["days"], "時數": leave.record["hours"]}

    content = rows(write)
    draft, choices = drafted(content)
    assert choices["起時"].optional and "整日" in choices["起時"].asks
    assert findings(content, draft_profile(draft)) == []


@pytest.mark.parametrize(("yes", "no"), [("Y", ""), ("是", "否"), ("1", "0"), (1, 0), ("Y", None), (True, False)])
def test_a_mark_may_be_written_or_left_empty(yes: Any, no: Any) -> None:
    content = rows(lambda leave, _: {**usual(leave), "日數": leave.record["days"], "時數": leave.record["hours"],
                                     "防疫": yes if leave.record["covid_related"] else no})  # fmt: skip
    content["資料"][0]["防疫"] = yes
    draft, choices = drafted(content)
    assert choices["防疫"].field == "covid_related"
    profile = draft_profile(draft)
    assert not [found for found in findings(content, profile) if found[1] == "防疫" and found[0].startswith("STR")]


def _mixed(write: Callable[[Any], Any]) -> Callable[[Leave, int], dict[str, Any]]:
    return lambda leave, number: {
        key: write(value) if number % 2 else value
        for key, value in {**usual(leave), "日數": leave.record["days"], "時數": leave.record["hours"]}.items()
    }


def test_text_and_number_of_one_value_are_one_form() -> None:
    content = rows(_mixed(lambda value: int(value) if isinstance(value, str) else str(value)))
    draft, choices = drafted(content)
    assert choices["起日"].settings.get("mixed") and choices["日數"].settings.get("mixed")
    assert findings(content, draft_profile(draft)) == []


def test_an_essential_field_that_some_records_lack_stays_required() -> None:
    content = rows(lambda leave, number: {**usual(leave), **({"起日": ""} if number == 3 else {})})
    draft, choices = drafted(content)
    assert not choices["起日"].optional and "請確認" in choices["起日"].asks and not choices["起日"].certain
    assert ("STR110", "起日") in findings(content, draft_profile(draft)) or findings(content, draft_profile(draft))


# -- who it is ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["員工代號", "empNo", "人事編號", "EMP_ID", "工號"])
def test_a_number_of_the_house_is_no_id_and_no_serial_number(key: str) -> None:
    people: dict[str, str] = {}

    def write(leave: Leave, number: int) -> dict[str, Any]:
        own = people.setdefault(leave.record["person_id"], f"{10800 + len(people)}")
        return {**usual(leave), key: own, "SEQ": number + 1, "單號": f"F{number:05d}"}

    _, choices = drafted(rows(write))
    assert choices[key].field == "person_number" and choices[key].certain
    assert choices["身分證字號"].field == "person_id"
    assert choices["SEQ"].field is None and choices["單號"].field is None


def test_a_number_of_the_house_identifies_where_there_is_no_id() -> None:
    people: dict[str, str] = {}

    def write(leave: Leave, _: int) -> dict[str, Any]:
        return {**usual(leave), "員工代號": people.setdefault(leave.record["person_id"], f"E{len(people):04d}")}

    content = rows(write)
    for row in content["資料"]:
        del row["身分證字號"]
    draft, choices = drafted(content)
    assert choices["員工代號"].field == "person_number"
    assert draft_profile(draft).identity == "person_number"


def test_what_comes_late_in_a_large_file_counts_too() -> None:
    """A form and an empty place may be seen first where no more distinct values are kept."""
    column = Column("record", "when", objects=1200)
    day = datetime(2021, 1, 11)
    column.fill(f"110/{(day + timedelta(minutes=number)):%H:%M:%S}/{number:04d}" for number in range(300))
    column.fill(["", None, "-", "110/6/7"])
    assert len(column.distinct) == column.limit
    assert {"", None, "-", "110/6/7"} <= set(column.samples)
    assert column.counted[""] == 1 and sum(column.counted.values()) == 304
