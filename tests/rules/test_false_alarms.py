"""What is right in life is no complaint, and what lies just beside it is one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from probes import WANG
from support import run, run_one

from pyvalidator.domain.calendar import official_calendar
from pyvalidator.domain.days_off import DaysOffList, calendar_with
from pyvalidator.engine.examples import profile_text
from pyvalidator.profile import built_in_profiles, load_profile
from pyvalidator.rule import document, sample
from pyvalidator.samples import Row, build_draft
from pyvalidator.samples.planner import SampleLeave

Told = list[tuple[str, str | None]]


def told(content: Any, **given: Any) -> Told:
    """(rule, pointer) of every error and warning."""
    return [(entry.rule, entry.pointer) for entry in run_one(content, **given).findings if entry.severity != "info"]


def leave(kind: str, start: str, end: str, days: float, **more: Any) -> dict[str, Any]:
    """A file of one leave in June 110."""
    woman = {"person_id": "A234567893"} if kind in ("娩假", "流產假") else {}
    return sample(**woman, leave_type=kind, start_date=f"110{start}", end_date=f"110{end}", days=days, reason=..., **more)


_AMOUNT = "/records/0/days"
_START = "/records/0/start_date"


@pytest.mark.parametrize(("content", "found"), [
    # 公假 after an injury, of a contest, of an election; never more than the days themselves.
    (leave("公假", "0601", "0630", 30), []),
    (leave("公假", "0604", "0606", 3), []),
    (leave("公假", "0605", "0605", 1), []),
    (leave("公假", "0605", "0606", 2, hours=4), [("REC225", _AMOUNT)]),
    (leave("公傷病假", "0605", "0618", 14), []),
    (leave("延長病假", "0605", "0630", 26), []),
    # Workers' eight weeks and less, four weeks or one after a miscarriage, a stay in hospital.
    (leave("娩假", "0601", "0726", 56), []),
    (leave("娩假", "0605", "0730", 56), []),
    (leave("娩假", "0601", "0726", 50), [("REC230", _AMOUNT)]),
    (leave("流產假", "0605", "0702", 28), []),
    (leave("流產假", "0601", "0614", 14), [("REC230", _AMOUNT)]),
    (leave("普通傷病假", "0605", "0630", 26), []),
    (leave("普通傷病假", "0605", "0630", 25, hours=4), []),
    (leave("普通傷病假", "0605", "0606", 2), []),
    (leave("流產假", "0605", "0618", 14), [("REC340", _START)]),
    (leave("病假", "0601", "0630", 30), [("REC230", _AMOUNT)]),
    (leave("曠職", "0605", "0605", 1), [("REC340", _START)]),
    # Shifts: what lies between start and end by the clock.
    (leave("休假", "0607", "0608", 3, end_time="0800"), [("REC225", _AMOUNT)]),
    (leave("休假", "0607", "0608", 3, end_time="0730"), [("REC220", _AMOUNT)]),
    (leave("休假", "0607", "0608", 2, end_time="0800"), []),
])  # fmt: skip
def test_what_counts_days_off_or_is_a_shift(content: dict[str, Any], found: Told) -> None:
    assert [one for one in told(content) if one[0] not in ("REC540", "REC530")] == found


def test_more_than_eight_hours_a_day_says_how_much_is_usual() -> None:
    [entry] = run_one(leave("休假", "0607", "0608", 2, hours=1.5, end_time="0800")).findings
    assert entry.message == "請假 2 日 1.5 小時；以每個日曆天 8 小時計算，從開始到結束最多 2 日。"
    assert entry.expected == "不超過 2 日"


def test_days_off_taken_in_are_told_with_the_working_days() -> None:
    [entry] = run_one(leave("病假", "0604", "0607", 2, hours=0.5)).findings
    assert entry.message == "請假 2 日 0.5 小時，但起訖期間只有 2 個上班日。"
    assert entry.expected == "不超過 2 日"


_IDS = ("A123456789", "A234567893", "A800000014", "A900000016", "Q118101118", "Q198113354")
_SIXTH = {"person_id": _IDS[5], "person_name": "王大六"}


def _days(text: str) -> dict[str, Any]:
    return {"calendar": calendar_with(DaysOffList.read(text.encode()))}


def _saturdays(count: int, **more: Any) -> list[dict[str, Any]]:
    return [{"person_id": number, "person_name": f"王大{sign}", "start_date": "1100605", "end_date": "1100605", **more}
            for number, sign in list(zip(_IDS, "一二三四五六", strict=True))[:count]]  # fmt: skip


def test_many_leaves_on_days_off_are_told_once_with_the_way_out() -> None:
    four = run_one(document(_saturdays(4)))
    assert [entry.rule for entry in four.findings] == ["REC340"] * 4
    five = run_one(document([*_saturdays(4), {**_SIXTH, "start_date": "1100614", "end_date": "1100614"}]))
    [entry] = five.findings
    assert (entry.rule, entry.pointer, entry.folded) == ("FIL350", "/records", {"REC340": 5})
    assert entry.message.startswith("5 筆差假從放假日開始（星期六 4 筆、平日的放假日 1 筆；第 1、2、3、4、5 筆）；")
    assert "1100605,上班" in entry.fix
    assert {entry.params[name] for name in ("first", "first_record")} == {"/records/0", 1}
    twelve = run_one(document([{}, *_saturdays(6), *_saturdays(6, start_date="1100613", end_date="1100613")]))
    [entry] = [entry for entry in twelve.findings if entry.rule == "FIL350"]
    assert "（星期六 6 筆、星期日 6 筆；第 2、3、4、5、6、7、8、9、10、11 筆等）" in entry.message
    assert {entry.params[name] for name in ("first", "first_record")} == {"/records/1", 2}
    assert told(document(_saturdays(5)), **_days("日期,類別\n1100605,上班\n1100614,上班\n")) == []


@pytest.mark.parametrize(("staff", "found"), [
    ("公務人員", ["REC340"]), ("適用勞基法人員", []),
])  # fmt: skip
def test_who_has_days_off_counted_where_the_file_tells_the_class(staff: str, found: list[str]) -> None:
    """娩假 from a Saturday on, by the calendar."""
    draft = build_draft(built_in_profiles()["example-nested"], people=1, seed=3)
    eight_weeks = SampleLeave("娩假", date(2021, 6, 5), 480, date(2021, 7, 30), 1050, 56 * 16, False, None)
    draft.rows[:] = [Row(replace(WANG, id="A234567893", staff=staff), eight_weeks)]
    report = run_one(draft.write().text, profile=draft.profile)
    assert [entry.rule for entry in report.findings if entry.rule in ("REC340", "REC230", "FIL350")] == found


def test_who_works_on_days_off_takes_them_in_too() -> None:
    """A leave from Thursday to Saturday of an agency where five others have leave on Saturdays."""
    rows = [*_saturdays(5), {**_SIXTH, "start_date": "1100617", "end_date": "1100619", "days": 3}]
    [entry] = run_one(document(rows)).findings
    assert (entry.rule, entry.folded) == ("FIL350", {"REC340": 5, "REC230": 1})


def test_leave_on_a_typhoon_day_is_still_told_one_by_one() -> None:
    """Each of these has to be changed; no list of days makes them right."""
    rows = _saturdays(6, start_date="1100607", end_date="1100607")
    found = told(document(rows), **_days("日期,類別\n1100607,停班\n"))
    assert [rule for rule, _ in found] == ["REC340"] * 6
    storm = _days("日期,類別\n1100607,停班\n")
    [entry] = run_one(document(_saturdays(5, end_date="1100607", days=3)), **storm).findings
    assert entry.rule == "FIL350" and "（星期六 5 筆；" in entry.message
    rows = [*_saturdays(5), {**_SIXTH, "start_date": "1100607", "end_date": "1100607"}]
    assert told(document(rows), **storm) == [("FIL350", "/records"), ("REC340", "/records/5/start_date")]


def test_a_holiday_on_a_friday_is_no_day_of_the_week_end() -> None:
    """The day off for a New Year's Day on a Saturday."""
    rows = _saturdays(5, start_date="1101231", end_date="1101231")
    [entry] = run_one(document(rows, period="11012", generated_at="1110105"), today=date(2022, 1, 10)).findings
    assert "（平日的放假日 5 筆；" in entry.message


def test_ten_are_named_and_no_more_are_meant() -> None:
    rows = [*_saturdays(5), *_saturdays(5, start_date="1100606", end_date="1100606")]
    [entry] = run_one(document(rows)).findings
    assert "8、9、10 筆）" in entry.message


def test_a_roster_makes_no_shorter_last_week_of_a_month() -> None:
    """Every day of June is worked by somebody; the last leave is on the 24th, the fifth working day from the end."""
    days = [day for day in range(1, 25) if day not in (5, 6, 12, 13, 14, 19, 20)]
    rows = [{"start_date": f"11006{day:02d}", "end_date": f"11006{day:02d}", "start_time": start, "end_time": end,
             "days": 0, "hours": 4}
            for day in days for start, end in (("0800", "1200"), ("1300", "1700"))]  # fmt: skip
    every_day = _days("日期,類別\n" + "".join(f"11006{day:02d},上班\n" for day in range(1, 31)))
    assert told(document(rows), **every_day) == []
    assert told(document(rows[:-2]), **every_day) == [("FIL510", "/records")]
    # What the user has off besides makes the week a longer one.
    off = _days("日期,類別\n1100628,放假\n1100629,放假\n")
    assert told(document(rows[:-4]), **off) == []
    # Of a year that only the user's list has, the list alone counts.
    later = {"calendar": official_calendar().obtained_to(date(2029, 12, 31)), "today": date(2031, 3, 1)}
    rows = [{**row, **{name: f"118{row[name][3:]}" for name in ("start_date", "end_date")}} for row in rows]
    found = told(document(rows, period="11806", generated_at="1180705"), **later)
    assert ("FIL510", "/records") in found


@pytest.mark.parametrize("unread", [{"days": "x"}, {"leave_type": "怪假"}, {"end_date": "x"}, {"start_date": None}])
def test_what_cannot_be_read_counts_neither_way(unread: dict[str, Any]) -> None:
    for others in (4, 5):
        report = run({"f.json": document([*_saturdays(others), {**_SIXTH, "start_date": "1100605", **unread}])})
        assert report.incidents == []
        assert [entry.rule for entry in report.files[0].findings].count("FIL350") == others - 4


def test_leaves_written_day_by_day_are_no_many_leaves() -> None:
    """Two long leaves until the week before the last, as 26 records: a quiet week of few people, no missing part."""
    days = [f"110060{day}" if day < 10 else f"11006{day}" for day in (1, 2, 3, 4, 7, 8, 9, 10, 11, 15, 16, 17, 18)]
    people = ({}, {"person_id": "A234567893", "person_name": "陳美玲"})
    rows = [{**person, "start_date": day, "end_date": day} for person in people for day in days]
    assert told(document(rows)) == []
    rows = [{**row, "start_time": time, "end_time": end, "days": 0, "hours": 4}
            for row in rows for time, end in (("0800", "1200"), ("1300", "1700"))]  # fmt: skip
    assert told(document(rows)) == [("FIL510", "/records")]


@pytest.mark.parametrize(("code", "name", "found"), [
    ("376801200A", "水上鄉民代表會", ["COD320"]), ("376506200A", "某代表會", ["COD320"]),
    ("376530000A", "嘉義縣民雄鄉民代表會", ["COD320"]), ("376530000A", "屏東縣東港鎮民代表會", []),
    ("376550000A", "花蓮縣新城鄉民代表會", []), ("376800000A", "嘉義縣議會", []),
])  # fmt: skip
def test_councils_are_told_where_the_letter_binds(code: str, name: str, found: list[str]) -> None:
    rules = [rule for rule, _ in told(document(agency_code=code, agency_name=name))]
    assert [rule for rule in rules if rule == "COD320"] == found


@pytest.mark.parametrize(("hours", "end"), [(0.25, "0815"), (3.75, "1145"), (7.75, "1645"), (1.25, "0915")])
def test_quarters_of_an_hour_are_right_where_the_profile_has_them(hours: float, end: str) -> None:
    profile = load_profile(profile_text("quarters")().replace("step = 0.5", "step = 0.25"), "quarters.toml")
    assert told(sample(days=0, hours=hours, end_time=end), profile=profile) == []
