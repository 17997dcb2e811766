"""The user's own days off, typhoon days and working days: read from a CSV, and what changes with them."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from support import places, run, run_one

from pyvalidator.domain.calendar import HoursOff, official_calendar
from pyvalidator.domain.csv_kinds import kind_of_csv
from pyvalidator.domain.csv_lists import ListFileError
from pyvalidator.domain.days_off import DaysOffList, calendar_with
from pyvalidator.report.render import render
from pyvalidator.rule import document, sample

OWN = "日期,類別,名稱\n1100608,停班,颱風\n110/6/9,放假,校慶補假\n2021-06-12,上班,校慶\n"


def _official(first: date, last: date) -> str:
    rows = ["西元日期,星期,是否放假,備註"]
    for step in range((last - first).days + 1):
        day = first + timedelta(days=step)
        rows.append(f"{day:%Y%m%d},{'一二三四五六日'[day.weekday()]},{2 if day.weekday() >= 5 else 0},")
    return "\n".join(rows)


def _with(text: str) -> dict:
    return {"calendar": calendar_with(DaysOffList.read(text.encode()))}


def test_each_kind_of_day_is_laid_over_the_bundled_calendar() -> None:
    calendar = calendar_with(DaysOffList.read(OWN.encode()))
    assert [calendar.is_off(date(2021, 6, day)) for day in (7, 8, 9, 12, 13)] == [False, True, True, False, True]
    assert calendar.typhoon == {date(2021, 6, 8)}
    assert calendar.working_days(date(2021, 6, 7), date(2021, 6, 12)) == 4
    assert calendar_with(None) is official_calendar()


@pytest.mark.parametrize(
    "written",
    ["1100608", "110/6/8", "110/06/08", "110-6-8", "110.6.8", "20210608", "2021/6/8", "2021-06-08", "110年6月8日"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp950"])
def test_dates_in_the_usual_forms_and_encodings_are_read(written: str, encoding: str) -> None:
    data = f"名稱;類別;日期\n颱風;停班;{written}\n".encode(encoding)
    assert kind_of_csv(data) == "days"
    assert DaysOffList.read(data).days == {date(2021, 6, 8): "typhoon"}


def test_leave_on_a_given_day_off_is_asked_about() -> None:
    on_tuesday = sample(start_date="1100608", end_date="1100608")
    assert places(run_one(on_tuesday)) == []
    assert places(run_one(on_tuesday, **_with(OWN))) == [("REC340", "/records/0/start_date")]


def test_suspended_work_is_right_on_a_typhoon_day_only() -> None:
    for day, found in (("1100608", []), ("1100609", [("REC340", "/records/0/start_date")])):
        suspended = sample(leave_type="停班登記", start_date=day, end_date=day, reason="颱風")
        assert places(run_one(suspended, **_with(OWN))) == found


HALF = "日期,類別,時段\n1100608,停班,下午\n1100609,放假,08:00~12:00\n"


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("", None), ("全日", None), ("00:00-24:00", None), ("上午", (0, 720)), ("下午", (720, 1440)),
        ("14:00-17:30", (840, 1050)), ("1400-1730", (840, 1050)), ("14：00 ～ 24：00", (840, 1440)), ("8:00至12:00", (480, 720)),
    ],
)  # fmt: skip
def test_a_part_of_a_day_is_read_in_the_usual_writings(written: str, part: tuple[int, int] | None) -> None:
    given = DaysOffList.read(f"日期,類別,時段\n1100608,停班,{written}\n".encode())
    day = date(2021, 6, 8)
    assert given.days == ({day: "typhoon"} if part is None else {})
    assert [(one.day, one.start, one.end, one.typhoon) for one in given.hours_off] == ([] if part is None else [(day, *part, True)])
    assert given.count == 1


def test_a_part_of_a_day_that_is_off_leaves_a_working_day_of_fewer_hours() -> None:
    calendar = _with(HALF)["calendar"]
    tuesday, wednesday, friday = date(2021, 6, 8), date(2021, 6, 9), date(2021, 6, 11)
    assert not calendar.is_off(tuesday) and calendar.working_days(tuesday, friday) == 4
    assert calendar.working_minutes(tuesday, tuesday) == calendar.working_minutes(wednesday, wednesday) == 240
    assert calendar.working_minutes(tuesday, friday) == 3 * 480
    assert calendar.working_minutes(friday, tuesday) == 0
    assert calendar.working_minutes(date(1999, 1, 1), tuesday) is None
    # Nobody knows when an agency's afternoon begins: an hour less is taken as off where that is possible.
    assert [HoursOff(tuesday, start, 1440, False).unworked for start in (720, 780, 840, 1020)] == [240, 240, 180, 0]
    assert HoursOff(tuesday, 0, 720, False).unworked == 240


def test_a_part_of_a_day_off_takes_nothing_from_a_day_off() -> None:
    saturday = calendar_with(DaysOffList.read("日期,類別,時段\n1100612,停班,下午\n".encode()))
    assert saturday.working_minutes(date(2021, 6, 12), date(2021, 6, 14)) == 0
    assert saturday.working_minutes(date(2021, 6, 11), date(2021, 6, 15)) == 2 * 480


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, ["REC345"]), ({"end_time": "1200", "days": 0, "hours": 4}, []),
        ({"start_time": "1330", "end_time": "1730", "days": 0, "hours": 4}, ["REC345"]),
        ({"start_time": "1000", "end_time": "1730", "days": 0, "hours": 2}, []),
        ({"start_time": "1000", "end_time": "1730", "days": 0, "hours": 2.5}, ["REC345"]),
        ({"start_time": "1330", "end_time": "1730", "days": 0, "hours": 4, "leave_type": "停班登記"}, []),
        ({"leave_type": "公差"}, []), ({"start_time": "1800", "end_time": "2000", "days": 0, "hours": 2}, ["REC345"]),
        # Longer leave is compared with the working hours of its days.
        ({"start_date": "1100607", "days": 1, "hours": 4}, []),
        ({"start_date": "1100607", "days": 2, "hours": 0}, ["REC230"]),
        ({"start_date": "1100607", "days": 1, "hours": 4.5}, ["REC230"]),
        ({"end_date": "1100611", "days": 3}, []), ({"end_date": "1100611", "days": 4}, ["REC230"]),
        ({"start_date": "1100609", "end_date": "1100609"}, ["REC345"]),
        ({"start_date": "1100609", "end_date": "1100609", "end_time": "1200", "days": 0, "hours": 4,
          "leave_type": "停班登記"}, ["REC345"]),
        ({"start_date": "1100609", "end_date": "1100609", "start_time": "1330", "end_time": "1730", "days": 0, "hours": 4}, []),
        ({"start_time": "1700", "end_date": "1100609", "end_time": "0200", "days": 1}, []),
    ],
)  # fmt: skip
def test_leave_on_a_day_of_which_a_part_is_off(changes: dict, found: list[str]) -> None:
    tuesday = {"start_date": "1100608", "end_date": "1100608", **changes}
    report = run_one(sample(**tuesday), **_with(HALF))
    assert [entry.rule for entry in report.findings] == found
    assert all(entry.pointer == "/records/0/start_date" for entry in report.findings if entry.rule == "REC345")
    assert not {"REC230", "REC345"} & {entry.rule for entry in run_one(sample(**tuesday)).findings}


def test_a_given_working_saturday_is_no_day_off() -> None:
    saturday = sample(start_date="1100612", end_date="1100612")
    assert places(run_one(saturday)) == [("REC340", "/records/0/start_date")]
    assert places(run_one(saturday, **_with(OWN))) == []


def test_a_whole_official_year_counts_as_obtained() -> None:
    bundled = official_calendar()
    first = bundled.last_obtained + timedelta(days=1)
    longer = calendar_with(DaysOffList.read(_official(first, date(first.year + 1, 12, 31)).encode("cp950")))
    assert longer.obtained(date(first.year + 1, 12, 31))
    # New Year's Day is a Friday on which this made-up calendar works.
    assert bundled.is_off(first) is True and longer.is_off(first) is False
    assert longer.is_off(date(first.year + 1, 1, 1)) is True, "a Saturday behind the bundled data"


def test_part_of_a_year_is_not_taken_for_its_announcement() -> None:
    first = official_calendar().last_obtained + timedelta(days=1)
    for last in (first, date(first.year, 12, 30), date(first.year + 1, 6, 30)):
        calendar = calendar_with(DaysOffList.read(_official(first, last).encode()))
        assert calendar.obtained(date(first.year, 12, 31)) == (last.year > first.year)
        assert not calendar.obtained(last) or last.year == first.year


def test_a_month_behind_every_calendar_says_so_and_leaves_its_days_unchecked() -> None:
    late = document([{"start_date": "1180105", "end_date": "1180105"}], period="11801", generated_at="1180205")
    report = run_one(late, today=date(2029, 3, 1))
    assert ("FIL610", "/period") in places(report)
    assert {"REC230", "REC240", "REC340"} <= {entry.rule for entry in report.not_checked if entry.reason == "calendar"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("日期,名稱\n1100608,颱風\n", "沒有「類別」或「是否放假」欄"),
        ("日期,類別\n", "沒有任何日期"),
        ("日期,類別\n1100631,停班\n", "第 2 列「1100631」不是日期"),
        ("日期,類別\n\n,停班\n", "第 3 列沒有日期"),
        ("日期,類別\n1100608,半天\n", "第 2 列的類別「半天」不明"),
        ("西元日期,是否放假\n20210608,1\n", "第 2 列的是否放假「1」不明"),
        ("日期,類別\n1100608,停班\n110/6/8,上班\n", "第 3 列的日期已在第 2 列出現"),
        ("日期,類別,時段\n1100608,停班,上午\n110/6/8,停班,下午\n", "第 3 列的日期已在第 2 列出現，類別或時段"),
        ("日期,類別,時段\n1100608,停班,傍晚\n", "第 2 列的時段「傍晚」不明"),
        ("日期,類別,時段\n1100608,停班,17:30-13:30\n", "第 2 列的時段"),
        ("日期,類別,時段\n1100608,停班,13:60-17:30\n", "第 2 列的時段"),
        ("日期,類別,時段\n1100608,停班,13:30-24:30\n", "第 2 列的時段"),
        ("日期,類別,時段\n1100612,上班,上午\n", "第 2 列是上班日，不可填時段"),
        ("代碼,名稱\n1,2\n", "沒有「日期」、「西元日期」欄"),
    ],
)
def test_a_faulty_list_says_what_and_where(text: str, words: str) -> None:
    with pytest.raises(ListFileError, match=words) as caught:
        DaysOffList.read(text.encode(), "days.csv")
    assert str(caught.value).startswith("days.csv：")


def test_the_same_day_twice_alike_is_once() -> None:
    assert len(DaysOffList.read("日期,類別\n1100608,停班\n110/6/8,颱風\n".encode()).days) == 1


@pytest.mark.parametrize("kind", ["text", "html"])
def test_the_report_says_which_days_were_given(kind: str) -> None:
    given = DaysOffList.read((HALF + "1100610,停班,\n").encode(), "A123456789.csv")
    report = run({"f.json": sample()}, calendar=calendar_with(given))
    assert report.days_off is not None and (report.days_off.name, report.days_off.days) == ("A12345****.csv", 3)
    assert "A12345****.csv（3 天）" in render(report, kind).decode()
    assert json.loads(report.to_json())["days_off"] == {"name": "A12345****.csv", "days": 3}
    bare = run({"f.json": sample()})
    assert bare.days_off is None and "放假日曆" not in render(bare, kind).decode()
