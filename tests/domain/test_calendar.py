"""The bundled calendar against the package `holidays`, and the deadline against the letter and its table."""

from datetime import date, timedelta

import holidays
import pytest

from pyvalidator.domain.calendar import deadline_of, last_day_of, next_deadlines, official_calendar

CALENDAR = official_calendar()
#: 嘉義縣政府 110年6月29日府人考字第1100139574號函, and the next working day where the 20th is a day off.
MOVED = {
    "2021-03-20": "110 年 3 月 22 日", "2021-06-20": "110 年 6 月 21 日", "2021-09-20": "110 年 9 月 22 日",
    "2021-11-20": "110 年 11 月 22 日", "2022-02-20": "111 年 2 月 21 日", "2022-03-20": "111 年 3 月 21 日",
    "2022-08-20": "111 年 8 月 22 日", "2022-11-20": "111 年 11 月 21 日", "2023-01-20": "112 年 1 月 30 日",
    "2023-05-20": "112 年 5 月 22 日", "2023-08-20": "112 年 8 月 21 日", "2024-01-20": "113 年 1 月 22 日",
    "2024-04-20": "113 年 4 月 22 日", "2024-07-20": "113 年 7 月 22 日", "2024-10-20": "113 年 10 月 21 日",
    "2025-04-20": "114 年 4 月 21 日", "2025-07-20": "114 年 7 月 21 日", "2025-09-20": "114 年 9 月 22 日",
    "2025-12-20": "114 年 12 月 22 日", "2026-02-20": "115 年 2 月 23 日", "2026-06-20": "115 年 6 月 22 日",
    "2026-09-20": "115 年 9 月 21 日", "2026-12-20": "115 年 12 月 21 日", "2027-02-20": "116 年 2 月 22 日",
    "2027-03-20": "116 年 3 月 22 日", "2027-06-20": "116 年 6 月 21 日", "2027-11-20": "116 年 11 月 22 日",
}  # fmt: skip


@pytest.mark.parametrize("year", range(2020, 2028))
def test_every_day_agrees_with_holidays(year):
    theirs = holidays.Taiwan(years=year)
    make_up = {day for day in theirs.weekend_workdays if day.year == year}
    day = date(year, 1, 1)
    while day.year == year:
        off = (day.weekday() >= 5 and day not in make_up) or day in theirs
        assert CALENDAR.is_off(day) is (off and day not in make_up), f"{day}: data/calendar.toml disagrees"
        day += timedelta(days=1)


def test_days_outside_the_data_are_unknown():
    assert CALENDAR.is_off(date(2019, 12, 31)) is None
    assert CALENDAR.is_off(CALENDAR.last_day + timedelta(days=1)) is None
    assert CALENDAR.working_days(date(2019, 12, 31), date(2020, 1, 2)) is None
    assert CALENDAR.working_days(date(2027, 12, 31), date(2028, 1, 1)) is None
    assert CALENDAR.next_working_day(date(2027, 12, 31)) is None


def test_only_official_years_count_as_obtained():
    assert CALENDAR.obtained(date(2026, 12, 31))
    assert not CALENDAR.obtained(date(2027, 1, 1))
    assert not CALENDAR.obtained(date(2019, 12, 31))


def test_working_days_count_both_ends():
    assert CALENDAR.working_days(date(2021, 6, 7), date(2021, 6, 7)) == 1
    assert CALENDAR.working_days(date(2021, 6, 11), date(2021, 6, 15)) == 2
    assert CALENDAR.working_days(date(2021, 6, 12), date(2021, 6, 14)) == 0
    assert CALENDAR.working_days(date(2021, 6, 8), date(2021, 6, 7)) == 0
    assert CALENDAR.working_days(date(2020, 1, 1), CALENDAR.last_day) == sum((251, 249, 250, 249, 251, 247, 245, 244))


def test_a_users_days_are_laid_over():
    own = CALENDAR.with_days(off=[date(2021, 6, 8)], typhoon=[date(2021, 6, 9)])
    assert own.is_off(date(2021, 6, 8)) and own.is_off(date(2021, 6, 9))
    assert own.typhoon == {date(2021, 6, 9)}
    assert own.working_days(date(2021, 6, 7), date(2021, 6, 11)) == 3
    assert CALENDAR.is_off(date(2021, 6, 8)) is False


@pytest.mark.parametrize(
    ("period", "dataset", "due"),
    [
        ((2021, 6), "monthly", "2021-07-20"),
        ((2021, 5), "monthly", "2021-08-20"),
        ((2021, 1), "monthly", "2021-08-20"),
        ((2020, 12), "monthly", "2021-01-20"),
        ((2021, 12), "monthly", "2022-01-20"),
        ((2020, 3), "covid109", "2021-08-20"),
        ((2021, 6), "covid109", "2021-08-20"),
        ((2023, 4), "monthly", "2023-05-20"),
    ],
)
def test_deadline_is_the_20th_and_never_moved(period, dataset, due):
    deadline = deadline_of(date(*period, 1), dataset, date(2021, 7, 1), CALENDAR)
    assert deadline.date == date.fromisoformat(due)
    assert deadline.days_left == (date.fromisoformat(due) - date(2021, 7, 1)).days


@pytest.mark.parametrize(("today", "status", "left"), [("2021-07-19", "upcoming", 1), ("2021-07-20", "due", 0),
                                                       ("2021-07-21", "overdue", -1)])  # fmt: skip
def test_deadline_status(today, status, left):
    deadline = deadline_of(date(2021, 6, 1), "monthly", date.fromisoformat(today), CALENDAR)
    assert (deadline.status, deadline.days_left, deadline.note) == (status, left, None)


@pytest.mark.parametrize(("period", "dataset"), [(None, "monthly"), (date(2021, 6, 1), None),
                                                 (date(9999, 12, 1), "monthly")])  # fmt: skip
def test_deadline_without_a_month_is_not_applicable(period, dataset):
    deadline = deadline_of(period, dataset, date(2021, 7, 1), CALENDAR)
    assert (deadline.date, deadline.status, deadline.days_left, deadline.note) == (None, "not_applicable", None, None)


def test_the_note_names_the_next_working_day_where_the_20th_is_a_day_off():
    seen = {}
    for year in range(2021, 2028):
        for month in range(1, 13):
            due = date(year, month, 20)
            before = last_day_of(date(year - (month == 1), (month - 2) % 12 + 1, 1)).replace(day=1)
            if date(2021, 1, 1) <= before <= date(2021, 5, 1):
                note = deadline_of(before, "monthly", due, CALENDAR).note
                assert note is None
                note = deadline_of(before, "monthly", due, CALENDAR.with_days(off=[date(2021, 8, 20)])).note
                assert note is not None and "110 年 8 月 23 日" in note
            elif (note := deadline_of(before, "monthly", due, CALENDAR).note) is not None:
                seen[due.isoformat()] = note
                assert "沒有說遇放假日可以順延" in note and "未公告" not in note
                assert ("本工具未取得" in note) == (year == 2027)
    assert set(seen) == {day for day in MOVED if day not in ("2021-03-20", "2021-06-20")}
    assert all(MOVED[day] in note for day, note in seen.items())


@pytest.mark.parametrize(("today", "first"), [
    (date(2021, 7, 20), (date(2021, 6, 1), "due", 0)),
    (date(2021, 7, 21), (date(2021, 7, 1), "upcoming", 30)),
    (date(2022, 1, 5), (date(2021, 12, 1), "upcoming", 15)),
])  # fmt: skip
def test_next_deadlines_begin_with_the_one_not_yet_past(today: date, first: tuple[date, str, int]) -> None:
    (month, due), *rest = next_deadlines(today, official_calendar(), 3)
    assert (month, due.status, due.days_left) == first
    assert [each.date.month for _, each in rest if each.date] == [(month.month + n) % 12 + 1 for n in (1, 2)]
