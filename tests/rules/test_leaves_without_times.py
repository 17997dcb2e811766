"""Leaves that say their days and no times of day: what their days alone can tell, and what counts as not checked."""

from __future__ import annotations

from typing import Any

import pytest
from support import run_one

from pyvalidator.engine.examples import profile_text, profile_with
from pyvalidator.profile import Profile, load_profile
from pyvalidator.report.model import FileReport
from pyvalidator.rule import document

#: Times may be left out; an empty text is none.
OPTIONAL = load_profile(
    profile_with(start_time='required = false\nmissing = [""]', end_time='required = false\nmissing = [""]')(), "p.toml"
)
#: Nobody writes times.
DAYS_ONLY = load_profile(profile_text("start_time", "end_time", more='absent = ["start_time", "end_time"]')(), "p.toml")
NO_TIMES: dict[str, Any] = {"start_time": "", "end_time": ""}


def day(start: str, end: str | None = None, **more: Any) -> dict[str, Any]:
    """A leave of whole days of June 110 without times."""
    return {**NO_TIMES, "start_date": f"11006{start}", "end_date": f"11006{end or start}", "days": 1, "hours": 0, **more}


def timed(start: str, begin: str = "0800", end: str = "1200", **more: Any) -> dict[str, Any]:
    times = {"start_time": begin, "end_time": end}
    return {"start_date": f"11006{start}", "end_date": f"11006{start}", "days": 0, "hours": 4, **times, **more}


def checked(*records: dict[str, Any], profile: Profile = OPTIONAL) -> FileReport:
    if profile is DAYS_ONLY:
        records = tuple({**record, "start_time": ..., "end_time": ...} for record in records)
    return run_one(document(records), profile=profile)


def found(report: FileReport) -> list[tuple[str, str | None]]:
    return [(entry.rule, entry.pointer) for entry in report.findings if entry.severity == "error"]


def passed_over(report: FileReport, rule: str) -> int:
    return sum(entry.count for entry in report.not_checked if entry.rule == rule)


each_profile = pytest.mark.parametrize("profile", [OPTIONAL, DAYS_ONLY], ids=["optional", "none"])


@each_profile
@pytest.mark.parametrize(("records", "errors"), [
    ([day("07"), day("08")], []),
    ([day("07"), day("07", leave_type="事假")], [("PER130", "/records/1")]),
    ([day("07", "09", days=3), day("08", leave_type="事假")], [("PER130", "/records/1")]),
    ([day("18", "21", days=2), day("22")], []),
    # Friday to Monday without its week-end, and a Saturday.
    ([day("18", "21", days=2), day("19", leave_type="事假")], []),
    ([day("18", "21", days=4, leave_type="公差"), day("19", leave_type="公假")], [("PER130", "/records/1")]),
    ([day("07"), day("07")], [("PER110", "/records/1")]),
    ([day("07"), day("07", reason="複診")], [("PER120", "/records/1")]),
    ([day("07", days=4)], [("REC220", "/records/0/days")]),
    ([day("07", days=3)], []),
    ([day("07", "08", days=2)], []),
    ([day("08", "07")], [("REC110", "/records/0/end_date")]),
    ([{**day("07"), "start_date": "1100507", "end_date": "1100507"}], [("REC310", "/records/0/start_date")]),
])  # fmt: skip
def test_whole_days_are_judged_by_their_days(
    records: list[dict[str, Any]], errors: list[tuple[str, str]], profile: Profile
) -> None:
    report = checked(*records, profile=profile)
    assert found(report) == errors
    assert passed_over(report, "PER130") == 0 and not any(entry.reason == "incident" for entry in report.not_checked)


@pytest.mark.parametrize(("records", "undecided"), [
    ([day("07", days=0, hours=4), day("07", days=0, hours=4, leave_type="事假")], 2),
    ([day("07"), day("07", days=0, hours=4, leave_type="事假")], 2),
    ([day("07"), timed("07", leave_type="事假")], 1),
    ([day("07"), timed("08", leave_type="事假")], 0),
    ([timed("07"), timed("07", "1300", "1700", leave_type="事假")], 0),
])  # fmt: skip
def test_what_nobody_can_tell_counts_as_not_checked(records: list[dict[str, Any]], undecided: int) -> None:
    report = checked(*records)
    assert found(report) == [] and passed_over(report, "PER130") == undecided


def test_more_than_a_day_is_told_without_times() -> None:
    report = checked(day("07"), day("07", days=0, hours=4, leave_type="事假"))
    assert [(entry.rule, entry.pointer) for entry in report.findings] == [("PER140", "/records/1")]


def test_rules_on_times_say_how_many_they_passed_over() -> None:
    report = checked(day("07"), day("08"), timed("09"))
    assert found(report) == []
    assert {rule: passed_over(report, rule) for rule in ("REC120", "REC220", "REC310", "PER130")} == {
        "REC120": 2, "REC220": 0, "REC310": 0, "PER130": 0,
    }  # fmt: skip


def test_an_unreadable_time_is_no_absent_one() -> None:
    report = checked({**day("07", days=2), "start_time": "x"})
    assert found(report) == [("STR590", "/records/0/start_time")]
    assert passed_over(report, "REC220") == 1


def test_a_start_alone_lies_outside_the_month() -> None:
    profile = load_profile(profile_text("end_date", "start_time", "end_time")(), "p.toml")
    without = {"end_date": ..., "start_time": ..., "end_time": ...}
    inside = run_one(document([without]), profile=profile)
    outside = run_one(document([{**without, "start_date": "1100701"}]), profile=profile)
    before = run_one(document([{**without, "start_date": "1100531"}]), profile=profile)
    assert found(inside) == found(before) == [], "what begins before the month may reach into it"
    assert found(outside) == [("REC310", "/records/0/start_date")]
