"""Amounts against the office hours that a file's own leaves show: what is asked about, and what life explains."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from support import run_one

from pyvalidator.rule import document

#: Opening, closing, and the end of the morning and the begin of the afternoon, as offices have them.
OFFICES = [
    ("0800", "1700", "1200", "1300"), ("0800", "1730", "1200", "1330"), ("0830", "1730", "1230", "1330"),
    ("0830", "1730", "1200", "1300"), ("0730", "1630", "1130", "1230"), ("0900", "1800", "1200", "1300"),
]  # fmt: skip
#: Working days of April 111 (2022).
_DAYS = [f"11104{day:02d}" for day in (1, 6, 7, 8, 11, 12, 13, 14, 15, 18, 19, 20, 21, 22, 25, 26, 27, 28, 29)]


def leave(day: str, begin: str, end: str, *, to: str | None = None, days: int = 0, hours: float = 0, kind: str = "休假",
          **more: Any) -> dict[str, Any]:  # fmt: skip
    return {"leave_type": kind, "start_date": day, "start_time": begin, "end_date": to or day, "end_time": end,
            "days": days, "hours": hours, "reason": ..., **more}  # fmt: skip


def usual(office: tuple[str, str, str, str]) -> list[dict[str, Any]]:
    """What other leaves of the file show: whole days, a morning."""
    opens, closes, noon, _ = office
    return [
        leave("1110401", opens, closes, days=1), leave("1110406", opens, closes, to="1110407", days=2, kind="喪假"),
        leave("1110411", opens, closes, days=1, kind="病假"), leave("1110412", opens, noon, hours=_hours(opens, noon), kind="事假"),
    ]  # fmt: skip


def _minutes(time: str) -> int:
    return int(time[:2]) * 60 + int(time[2:])


def _hours(begin: str, end: str) -> float:
    return (_minutes(end) - _minutes(begin)) / 60


def found(*records: dict[str, Any], period: str = "11104", made: str = "1110505", **header: Any) -> list[tuple[str, str]]:
    report = run_one(document(list(records), period=period, generated_at=made, **header), today=date(2026, 11, 30))
    assert all(entry.reason != "incident" for entry in report.not_checked)
    return [(entry.rule, entry.severity) for entry in report.findings]


each_office = pytest.mark.parametrize("office", OFFICES, ids=["-".join(office[:2]) for office in OFFICES])


@each_office
def test_what_the_hours_do_not_hold_is_asked_about(office: tuple[str, str, str, str]) -> None:
    opens, closes, noon, again = office
    for record, rule in [
        (leave("1110420", opens, closes, hours=4), "REC240"),
        (leave("1110420", opens, closes, hours=4, kind="公假"), "REC240"),
        (leave("1110420", opens, closes, hours=1), "REC240"),
        (leave("1110420", opens, closes, to="1110421", days=1), "REC240"),
        (leave("1110420", opens, closes, to="1110422", days=2), "REC240"),
        (leave("1110422", opens, closes, to="1110425", days=1), "REC240"),
        (leave("1110420", again, noon, to="1110422", days=2), None),
        (leave("1110420", again, noon, to="1110422", days=1, hours=4), "REC240"),
        (leave("1110420", again, noon, to="1110422", days=1), "REC240"),
        (leave("1110420", again, noon, to="1110421", days=2), "REC235"),
        (leave("1110420", again, closes, to="1110421", days=2), "REC235"),
        (leave("1110420", opens, noon, to="1110421", days=2), "REC235"),
        (leave("1110420", opens, noon, to="1110422", days=3), "REC235"),
        (leave("1110422", again, noon, to="1110425", days=2), "REC235"),
    ]:  # fmt: skip
        assert found(record, *usual(office)) == ([(rule, "warning")] if rule else []), record


@each_office
def test_what_life_explains_is_not_asked_about(office: tuple[str, str, str, str]) -> None:
    opens, closes, noon, again = office
    late, later = f"{_minutes(opens) // 60 + 1:02d}{opens[2:]}", f"{_minutes(closes) // 60 + 1:02d}{closes[2:]}"
    for record in [
        leave("1110420", late, later, days=1), leave("1110420", opens, noon, hours=_hours(opens, noon)),
        leave("1110420", again, closes, hours=_hours(again, closes)),
        leave("1110420", again, noon, to="1110421", days=1), leave("1110420", late, noon, to="1110421", days=1, hours=4),
        leave("1110422", opens, closes, to="1110425", days=2), leave("1110420", "1000", "1500", hours=4),
        leave("1110420", "1000", "1530", hours=4), leave("1110420", "1000", "1500", hours=5),
        # Every morning of a week, and an hour on each of them.
        leave("1110418", "0800", "1200", to="1110422", days=2, hours=4),
        leave("1110418", "1600", "1700", to="1110422", hours=5),
        leave("1110420", opens, closes, hours=2, kind="公出"), leave("1110420", opens, closes, to="1110422", days=1, kind="公差"),
        leave("1110413", opens, closes, to="1110429", days=2, kind="公假"), leave("1110420", opens, closes, hours=7),
        leave("1110420", "0000", "2400", days=1), leave("1110420", "0000", "2400", to="1110421", days=2),
    ]:  # fmt: skip
        assert found(record, *usual(office)) == [], record


def test_half_days_at_both_ends_are_told_with_what_they_hold() -> None:
    office = usual(OFFICES[0])
    record = leave("1110420", "1330", "1200", to="1110421", days=1, hours=4)
    report = run_one(document([record, *office], period="11104", generated_at="1110505"), today=date(2026, 11, 30))
    [entry] = report.findings
    assert (entry.rule, entry.expected) == ("REC235", "約 7.5 小時")
    assert "請假 1 日 4 小時" in entry.message and "（0800 至 1700）約 7.5 小時" in entry.message
    # Up to an hour at both ends is flexible; of leave whose days off may count, and of travel, nobody can tell.
    assert found(leave("1110420", "1330", "1200", to="1110421", days=1, hours=1.5), *office) == []
    assert found(leave("1110420", "1330", "1200", to="1110421", days=1, hours=2), *office) == [("REC235", "warning")]
    for kind, monday, told in (("公假", False, True), ("公假", True, False), ("公差", False, False), ("休假", True, True)):
        first, last = ("1110422", "1110425") if monday else ("1110420", "1110421")
        record = leave(first, "1330", "1200", to=last, days=2, kind=kind)
        assert found(record, *office) == ([("REC235", "warning")] if told else []), (kind, monday)


def test_a_few_leaves_show_no_hours() -> None:
    half = leave("1110420", "0800", "1700", hours=4)
    whole = [leave("1110401", "0800", "1700", days=1), leave("1110411", "0830", "1900", days=1)]
    assert found(half) == found(half, whole[0]) == found(half, *whole) == []
    # A trip at the same hours shows them too.
    assert found(half, whole[0], leave("1110408", "0800", "1700", days=1, kind="公差")) == [("REC240", "warning")]


SHIFTS = [("0800", "1600"), ("1600", "2400"), ("0000", "0800")]


def test_shifts_show_no_hours() -> None:
    days = iter(_DAYS)
    shifts = [leave(next(days), *SHIFTS[number % 3], days=1) for number in range(12)]
    assert found(*shifts, leave("1110427", "0800", "1600", hours=4), leave("1110428", "1600", "0800", to="1110429", days=2)) == []


def test_a_roster_shows_no_hours() -> None:
    """Where Saturdays are taken as leave, the days of the week are not the calendar's."""
    others = [leave(day, "0800", "1700", days=1) for day in ("1110401", "1110406", "1110409", "1110416")]
    two = leave("1110419", "0800", "1700", to="1110421", days=2)
    assert "REC240" not in {rule for rule, _ in found(two, *others)}
    dawn = [leave(day, "0600", "1500", days=1) for day in ("1110401", "1110406", "1110407", "1110408")]
    assert found(two | {"start_time": "0600", "end_time": "1500"}, *dawn) == []


def test_a_shift_of_twelve_or_of_twenty_four_hours_is_let_be_beside_an_office() -> None:
    office = usual(OFFICES[0]) * 1 + [leave(day, "0800", "1700", days=1) for day in _DAYS[8:11]]
    for record in [
        leave("1110425", "0800", "0800", to="1110426", days=1), leave("1110425", "0800", "0800", to="1110427", days=2),
        leave("1110425", "0800", "2000", days=1), leave("1110425", "2000", "0800", to="1110426", days=1),
        leave("1110425", "1600", "0800", to="1110426", days=2), leave("1110425", "0700", "1500", days=1),
    ]:  # fmt: skip
        assert found(record, *office) == [], record


@pytest.mark.parametrize(("days", "told"), [(5, []), (4, []), (3, []), (2, []), (1, ["REC240"])])
def test_days_of_a_storm_are_not_missed(days: int, told: list[str]) -> None:
    """Of a week in July up to three days may have been storms."""
    week = leave("1130722", "0800", "1700", to="1130726", days=days)
    others = [leave(f"113070{day}", "0800", "1700", days=1) for day in (2, 3, 4)]
    report = found(week, *others, period="11307", made="1130805")
    assert [rule for rule, _ in report] == told


def test_a_day_that_another_took_as_a_whole_was_no_storm() -> None:
    two = leave("1130722", "0800", "1700", to="1130723", days=1)
    others = [leave(f"113070{day}", "0800", "1700", days=1) for day in (2, 3, 4)]
    there = [leave(f"113072{day}", "0800", "1700", days=1, person_id="A234567893", person_name="陳美玲") for day in (2, 3)]
    assert found(two, *others, period="11307", made="1130805") == []
    assert found(two, *others, there[0], period="11307", made="1130805") == []
    assert found(two, *others, *there, period="11307", made="1130805") == [("REC240", "warning")]


def test_schools_and_make_up_saturdays_have_days_of_their_own() -> None:
    school = {"agency_name": "水上國民小學", "agency_code": "376509801Y"}
    two = leave("1110420", "0800", "1600", to="1110421", days=1)
    others = [leave(day, "0800", "1700", days=1) for day in ("1110401", "1110406", "1110407")]
    assert found(two, *others, **school) == []
    assert found(leave("1110418", "0800", "1700", to="1110421", days=2), *others, **school) == [("REC240", "warning")]
    # 111/1/22 is a make-up Saturday.
    january = [leave(f"111010{day}", "0800", "1700", days=1) for day in (4, 5, 6)]
    assert found(leave("1110121", "0800", "1700", to="1110122", days=1), *january, period="11101", made="1110205") == []


@each_office
def test_only_the_lunch_break_is_asked_about(office: tuple[str, str, str, str]) -> None:
    opens, closes, noon, again = office
    lunch = leave("1110420", noon, again, hours=_hours(noon, again))
    halves = _hours(opens, noon) == _hours(again, closes) == 4
    assert found(lunch, *usual(office)) == ([("REC250", "warning")] if halves else [])
    assert found(lunch | {"leave_type": "公假"}, *usual(office)) == []
    # Somebody works at noon.
    over = leave("1110421", "1100", "1500", hours=4)
    assert found(lunch, over, *usual(office)) == []


def test_of_a_long_break_the_first_hour_is_sure() -> None:
    office = usual(OFFICES[1])
    for begin, end, told in (("1230", "1330", True), ("1200", "1230", True), ("1259", "1329", True), ("1300", "1330", False)):
        assert found(leave("1110420", begin, end, hours=0.5), *office) == ([("REC250", "warning")] if told else [])
    assert found(leave("1110420", "1200", "1300", hours=1)) == []
    assert "REC250" not in {rule for rule, _ in found(leave("1110420", "1200", "1300", to="1110421", days=1), *office)}


def test_less_is_asked_about_from_two_hours_on() -> None:
    office = usual(OFFICES[0])
    for hours, told in ((6, True), (6.5, False)):
        assert found(leave("1110420", "0800", "1700", hours=hours), *office) == ([("REC240", "warning")] if told else [])
    # A 公假 of a week and more may stand for single days of it.
    for last, told in (("1110420", True), ("1110421", False)):
        record = leave("1110414", "0800", "1700", to=last, days=2, kind="公假")
        assert found(record, *office) == ([("REC240", "warning")] if told else [])


@pytest.mark.parametrize(("begin", "end", "told"), [
    ("0800", "0800", False), ("1700", "1200", False), ("0900", "0830", False), ("1659", "1659", False),
    ("0900", "1700", True), ("0900", "0831", True),
])  # fmt: skip
def test_where_shifts_may_be_far_less_is_asked_about(begin: str, end: str, told: bool) -> None:
    """Four days with a third of their hours: of those who change at the same time, or at night, every third shift."""
    record = leave("1110418", begin, end, to="1110421", days=1, hours=2)
    assert found(record) == ([("REC240", "warning")] if told else [])
    assert found(record | {"days": 0, "hours": 4}) == [("REC240", "warning")]
