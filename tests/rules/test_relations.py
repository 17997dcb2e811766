"""The boundaries that the contract of the report draws between and inside records, through the whole pipeline."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from support import run, run_one

from pyvalidator.domain.calendar import official_calendar
from pyvalidator.engine.examples import profile_text
from pyvalidator.profile import load_profile
from pyvalidator.report.model import Entry
from pyvalidator.rule import document, sample

TUESDAY = {"start_date": "1100608", "end_date": "1100608"}
MORNING = {"end_time": "1200", "days": 0, "hours": 4}


def found(content: Any, **changes: Any) -> list[tuple[str, str, str | None]]:
    """(severity, rule, pointer) of every finding that is more than an information."""
    entries = run_one(content, **changes).findings
    return [(entry.severity, entry.rule, entry.pointer) for entry in entries if entry.severity != "info"]


def the_one(content: Any, **changes: Any) -> Entry:
    entries = [entry for entry in run_one(content, **changes).findings if entry.severity != "info"]
    assert len(entries) == 1, [(entry.rule, entry.pointer) for entry in entries]
    return entries[0]


# -- start and end ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"end_date": "1100606"}, ("error", "REC110", "/records/0/end_date")),
        ({"end_time": "0800"}, ("error", "REC120", "/records/0/end_time")),
        ({"end_time": "0759"}, ("error", "REC120", "/records/0/end_time")),
        ({"end_date": "1100606", "days": 0}, ("error", "REC110", "/records/0/end_date")),
        ({"end_time": "0700", "days": 99}, ("error", "REC120", "/records/0/end_time")),
        ({"end_date": "1100505", "end_time": "0700"}, ("error", "REC110", "/records/0/end_date")),
    ],
)
def test_an_end_that_is_not_after_the_start_says_nothing_of_the_amount(changes, expected):
    assert found(sample(**changes)) == [expected]


@pytest.mark.parametrize(
    "changes",
    [
        {"end_time": "0801", "days": 0, "hours": 0.5, "start_time": "0731"},
        {"start_time": "1600", "end_time": "2400"},
        {"start_time": "1600", "end_date": "1100608", "end_time": "0000"},
        {"start_time": "2359", "end_date": "1100608", "end_time": "0759", "days": 0, "hours": 7.5},
    ],
)
def test_an_end_after_the_start_is_right(changes):
    assert found(sample(**changes)) == []


# -- amount ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "usual", "clock"),
    [
        ({"start_time": "0800", "end_time": "1200"}, 4, 4),
        ({"start_time": "0800", "end_time": "1600"}, 8, 8),
        ({"start_time": "0800", "end_time": "2000"}, 8, 12),
        ({"start_time": "0000", "end_time": "2400"}, 8, 24),
        ({"end_date": "1100608", "end_time": "0000"}, 8, 16),
        ({"end_date": "1100608", "end_time": "0400"}, 12, 20),
        ({"start_time": "2000", "end_date": "1100608", "end_time": "2000"}, 12, 24),
        ({"start_time": "2200", "end_date": "1100610", "end_time": "0100"}, 19, 51),
    ],
)
def test_more_than_eight_hours_a_day_is_asked_and_more_than_the_clock_time_is_wrong(changes, usual, clock):
    def told(hours: float) -> list[tuple[str, str, str | None]]:
        days, rest = divmod(hours, 8)
        return found(sample(**changes, days=int(days), hours=rest))

    def place(hours: float) -> str:
        return "/records/0/days" if hours >= 8 else "/records/0/hours"

    assert told(usual) == []
    if usual < clock:
        assert told(usual + 0.5) == [("warning", "REC225", place(usual + 0.5))]
        assert told(clock) == [("warning", "REC225", place(clock))]
    assert told(clock + 0.5) == [("error", "REC220", place(clock + 0.5))]


def test_no_amount_stands_at_the_hours():
    assert found(sample(days=0, hours=0)) == [("error", "REC210", "/records/0/hours")]
    assert found(sample(days=0, hours=0.0)) == [("error", "REC210", "/records/0/hours")]


@pytest.mark.parametrize("kind", ["延長病假", "公差", "公出", "曠職"])
def test_kinds_that_count_days_off_are_not_compared_with_working_days(kind):
    weekend = {"start_date": "1100611", "end_date": "1100615", "days": 5, "leave_type": kind}
    assert found(sample(**weekend)) == []
    assert found(sample(**{**weekend, "leave_type": "休假"})) == [("warning", "REC230", "/records/0/days")]


def test_a_users_days_off_count_like_the_calendars():
    local = official_calendar().with_days(off=[date(2021, 6, 7)])
    assert found(sample(), calendar=local) == [("warning", "REC340", "/records/0/start_date")]


def test_work_suspended_is_right_on_a_typhoon_day_only():
    storm = official_calendar().with_days(typhoon=[date(2021, 6, 7)])
    assert found(sample(leave_type="停班登記"), calendar=storm) == []
    assert found(sample(), calendar=storm) == [("warning", "REC340", "/records/0/start_date")]
    saturday = sample(leave_type="停班登記", start_date="1100605", end_date="1100605")
    assert found(saturday, calendar=storm) == [("warning", "REC340", "/records/0/start_date")]


def test_a_day_off_that_is_not_claimed_is_right():
    assert found(sample(start_date="1100605", end_date="1100607")) == []
    assert found(sample(start_date="1100605", end_date="1100607", days=2)) == [
        ("warning", "REC340", "/records/0/start_date")
    ]


def test_days_outside_the_calendar_are_counted_as_not_checked():
    report = run_one(
        document([{"start_date": "1170105", "end_date": "1170105"}], period="11701", generated_at="1170205"),
        today=date(2028, 2, 10),
    )
    reasons = {entry.rule: (entry.reason, entry.count) for entry in report.not_checked}
    assert reasons["REC340"] == reasons["REC230"] == ("calendar", 1)


# -- month -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "inside"),
    [
        ({"start_date": "1100630", "end_date": "1100701", "days": 2}, True),
        ({"start_date": "1100630", "start_time": "2359", "end_date": "1100701", "days": 1}, True),
        ({"start_date": "1100531", "end_date": "1100601", "end_time": "0001", "days": 1}, True),
        ({"start_date": "1100531", "end_date": "1100601", "end_time": "0000", "days": 1}, False),
        ({"start_date": "1100531", "end_date": "1100701", "days": 22}, True),
        ({"start_date": "1100701", "start_time": "0000", "end_date": "1100701"}, False),
        ({"start_date": "1100531", "end_date": "1100531"}, False),
    ],
)
def test_a_monthly_record_overlaps_its_month(changes, inside):
    assert found(sample(**changes)) == ([] if inside else [("error", "REC310", "/records/0/start_date")])


@pytest.mark.parametrize(
    ("start", "end", "days", "inside"),
    [
        ("1090331", "1090401", 2, True), ("1090302", "1090302", 1, True), ("1090228", "1090302", 1, False),
        ("1090401", "1090401", 1, False), ("1100303", "1100303", 1, False),
    ],
)  # fmt: skip
def test_a_covid_record_starts_in_its_month(start, end, days, inside):
    record = {"start_date": start, "end_date": end, "days": days, "covid_related": True, "reason": "自主健康管理"}
    report = found(document([record], period="10903", dataset="covid109"))
    assert report == ([] if inside else [("error", "REC320", "/records/0/start_date")])


def test_outside_the_month_is_said_once():
    future_saturday = the_one(sample(start_date="1100724", end_date="1100724"))
    assert (future_saturday.rule, future_saturday.folded) == ("REC310", {"REC330": 1, "REC340": 1})


# -- header ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ({"record_count": 2}, ("error", "FIL110", "/record_count")),
        ({"record_count": 0}, ("error", "FIL110", "/record_count")),
        ({"generated_at": "1100531"}, ("error", "FIL310", "/generated_at")),
    ],
)
def test_the_header_is_compared_with_the_file(header, expected):
    assert found(document([{}], **header)) == [expected]


def test_an_integer_may_be_written_with_a_fraction_of_zero():
    assert found(document([{}], record_count=1.0)) == []


@pytest.mark.parametrize(
    ("dataset", "period", "day", "expected"),
    [
        ("monthly", "11001", "1100104", []),
        ("monthly", "10912", "1091207", [("error", "FIL210", "/period")]),
        ("covid109", "10912", "1091207", []),
        ("covid109", "11001", "1100104", [("error", "FIL220", "/period")]),
        ("covid109", "10812", "1081202", [("error", "FIL220", "/period")]),
    ],
)
def test_the_month_fits_the_dataset(dataset, period, day, expected):
    record = {"start_date": day, "end_date": day, "covid_related": dataset == "covid109", "reason": "自主健康管理"}
    assert found(document([record], dataset=dataset, period=period)) == expected


def test_no_records_is_a_warning_at_the_array():
    assert found(document([])) == [("warning", "FIL120", "/records")]
    assert found(document([], record_count=3)) == [("error", "FIL110", "/record_count")]


def test_each_other_agency_is_told_once_with_its_number_of_records():
    own, other, third = "376506200A", "376506211I", "376506222E"
    codes = [own, other, other, ..., third, other]
    rows = [{"agency_code": code, "start_date": f"110060{day}", "end_date": f"110060{day}"}
            for day, code in zip("123478", codes, strict=True)]  # fmt: skip
    entries = [entry for entry in run_one(document(rows)).findings if entry.severity == "error"]
    assert [(entry.pointer, entry.params["count"]) for entry in entries] == [
        ("/records/1/agency_code", 3), ("/records/4/agency_code", 1)
    ]  # fmt: skip


# -- between records -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        ({}, {}, "PER110"),
        ({"days": 1}, {"days": 1.0}, "PER110"),
        ({"reason": ...}, {"reason": ...}, "PER110"),
        ({}, {"reason": "複診"}, "PER120"),
        ({"reason": ...}, {}, "PER120"),
        ({}, {"unit": "社會課"}, "PER130"),
        ({}, {"covid_related": True}, "PER130"),
    ],
)
def test_equal_records(first, second, rule):
    entry = the_one(document([first, second]))
    assert (entry.rule, entry.severity, entry.pointer) == (rule, "error", "/records/1")
    assert entry.params["first"] == "/records/0"
    assert not {"PER110", "PER120", "PER130"} & entry.folded.keys(), "a copy is not also an overlap"


def test_key_order_is_irrelevant_to_equality():
    record = document([{}])["records"][0]
    entry = the_one({**document([{}, {}]), "records": [record, dict(reversed(record.items()))]})
    assert entry.rule == "PER110"


EXTRA = load_profile(
    profile_text()() + '\n[[fields]]\nname = "mark"\ntitle = "註記"\ntype = "text"\nkey = "mark"\nlevel = "record"\n',
    "p.toml",
)


@pytest.mark.parametrize(("marks", "rule"), [
    (["1", "2", "1", "2", "3"], "PER110"), (["a-1", "a-2", "a-3", "a-4", "a-5"], "PER110"),
    ([f"/leave/{number}?v=W/\"{number}\"" for number in range(5)], "PER110"),
    ([f"2021-07-01T08:00:0{number}+08:00" for number in range(5)], "PER110"),
    (["臺北", "高雄", "臺中", "臺南", "屏東"], "PER130"), (["1", "3", "1", "2", "4"], "PER130"),
])  # fmt: skip
def test_what_numbers_the_records_tells_no_copies_apart(marks, rule):
    days = [{"start_date": day, "end_date": day} for day in ("1100601", "1100602", "1100603", "1100607", "1100607")]
    rows = [{**day, "mark": mark} for day, mark in zip(days, marks, strict=True)]
    entry = the_one(document(rows), profile=EXTRA)
    assert (entry.rule, entry.pointer, entry.params["first"]) == (rule, "/records/4", "/records/3")


def test_a_third_copy_names_the_first():
    entries = run_one(document([{}, TUESDAY, {}, {}])).findings
    assert [(entry.rule, entry.pointer, entry.params["first"]) for entry in entries] == [
        ("PER110", "/records/2", "/records/0"), ("PER110", "/records/3", "/records/0")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        (MORNING, {**MORNING, "start_time": "1200", "end_time": "1600"}, False),
        (MORNING, {**MORNING, "start_time": "1159", "end_time": "1559"}, True),
        ({**MORNING, "start_time": "1200", "end_time": "1600"}, MORNING, False),
        ({**MORNING, "start_time": "1159", "end_time": "1559"}, MORNING, True),
        ({"start_time": "1600", "end_time": "2400"}, {**TUESDAY, "start_time": "0000", "end_time": "0800"}, False),
        ({"start_time": "1600", "end_date": "1100608", "end_time": "0000"},
         {**TUESDAY, "start_time": "0000", "end_time": "0800"}, False),
        ({"end_date": "1100609", "days": 3}, {**TUESDAY, "leave_type": "公假"}, True),
        ({"person_id": "A234567893", "person_name": "陳美玲"}, {"leave_type": "公假"}, False),
    ],
)  # fmt: skip
def test_overlap_is_half_open(first, second, overlap):
    expected = [("error", "PER130", "/records/1")] if overlap else []
    assert found(document([first, second])) == expected


def test_overlap_stands_at_the_later_record_whatever_begins_first():
    whole = {"end_date": "1100610", "days": 4}
    wednesday = {"start_date": "1100609", "end_date": "1100609", "leave_type": "公出"}
    rows = [whole, {**TUESDAY, "leave_type": "公假"}, wednesday]
    entries = run_one(document(rows)).findings
    assert [(entry.rule, entry.pointer, entry.params["first"]) for entry in entries] == [
        ("PER130", "/records/1", "/records/0"), ("PER130", "/records/2", "/records/0")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("second", "over"),
    [
        ({"start_time": "1300", "end_time": "1700", "days": 0, "hours": 4}, False),
        ({"start_time": "1300", "end_time": "1730", "days": 0, "hours": 4.5}, True),
        ({"start_time": "1300", "end_date": "1100608", "end_time": "1700", "days": 1, "hours": 4}, False),
        ({"start_time": "1200", "end_date": "1100608", "end_time": "1700", "days": 2, "hours": 0}, True),
    ],
)
def test_eight_hours_a_day_over_several_records(second, over):
    rows = [MORNING, {"leave_type": "事假", **second}]
    expected = [("warning", "PER140", "/records/1")] if over else []
    assert found(document(rows)) == expected


def test_a_weekend_inside_a_trip_may_hold_some_of_its_hours():
    trip = {"leave_type": "公差", "start_date": "1100611", "end_date": "1100614", "end_time": "1700", "days": 3}
    evening = {"start_date": "1100611", "end_date": "1100611", "start_time": "0700", "end_time": "0800",
               "days": 0, "hours": 1}  # fmt: skip
    assert found(document([evening, trip])) == []
    assert found(document([evening, {**trip, "days": 4}])) == [("warning", "PER140", "/records/1")]


@pytest.mark.parametrize(
    ("field", "value", "rule"), [("person_name", "王曉明", "PER210"), ("person_category", "02", "PER220")]
)
def test_a_differing_name_or_category_is_told_once_at_the_field(field, value, rule):
    days = [{"start_date": f"110060{day}", "end_date": f"110060{day}"} for day in (7, 8, 9)]
    entry = the_one(document([days[0], {**days[1], field: value}, {**days[2], field: value}]))
    assert (entry.rule, entry.severity, entry.pointer) == (rule, "warning", f"/records/1/{field}")
    assert entry.params["first"] == "/records/0"


def test_similar_numbers_reveal_no_digit():
    report = run({"f.json": document([{}, {**TUESDAY, "person_id": "A123456798"}])})
    [entry] = report.files[0].findings
    assert (entry.rule, entry.severity, entry.pointer) == ("PER230", "warning", "/records/1/person_id")
    assert not any(hidden in report.to_json() for hidden in ("123456789", "123456798", "6789", "6798"))


def test_a_damaged_text_says_nothing_of_its_figures():
    text = '{"format_version": "1.0", "agency_code": "376506200A", "agency_name": "水上鄉公所", "period": "11006", ' \
           '"dataset": "monthly", "generated_at": "1100705", "record_count": 3, "records": ['  # fmt: skip
    report = run_one(text)
    assert not {"FIL110", "FIL120"} & {entry.rule for entry in report.findings}


@pytest.mark.parametrize("field", ["start_date", "end_time", "days", "person_id", "leave_type", "covid_related"])
def test_an_unreadable_value_silences_only_the_rules_that_need_it(field):
    report = run_one(document([{"start_date": "1100609", "end_date": "1100609", field: None}, {}, {}]))
    assert [entry.rule for entry in report.findings if entry.rule.startswith("PER")] == ["PER110"]
    assert {"REC210"} - {entry.rule for entry in report.not_checked} == (set() if field == "days" else {"REC210"})


@pytest.mark.parametrize(("today", "later"), [(date(2021, 6, 28), False), (date(2021, 6, 27), True)])
def test_what_begins_after_today_is_asked_about(today, later):
    expected = [("warning", "REC330", "/records/0/start_date")] if later else []
    assert found(sample(start_date="1100628", end_date="1100628"), today=today) == expected
