"""Months of agencies of many kinds are clean: what a person of practice finds right is no error and no question."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import product

import pytest
from real_months import AGENCIES, months_of
from support import run

from pyvalidator.domain.calendar import official_calendar
from pyvalidator.domain.days_off import DaysOffList, calendar_with

TODAY = date(2026, 11, 30)
#: 109 is the year of COVID-19 data.
YEARS = (range(2020, 2022), range(2022, 2024), range(2024, 2027))
#: Every agency with some of the years every day, so that each of the years has agencies of several kinds.
CASES = [
    pytest.param(kind, years, number, marks=[] if number % 3 == number // 3 % 3 else pytest.mark.long,
                 id=f"{kind}-{years[0]}")
    for number, (kind, years) in enumerate(product(AGENCIES, YEARS))
]  # fmt: skip
#: What shifts bring along: more than eight hours a day, and leave on days off, told once where there is much of it.
OF_SHIFTS = {"REC225", "PER140", "FIL350", "REC340", "REC230"}
SHIFTS = ("cleaning", "hospital", "health", "fire")


def test_there_are_months_enough() -> None:
    every_day = [case.values for case in CASES if not case.marks]
    assert {kind for kind, _, _ in every_day} == set(AGENCIES)
    files = [file for case in every_day for file in months_of(AGENCIES[case[0]], case[1], case[2]).values()]
    assert len(files) >= 200
    assert len({record["leave_type"] for file in files for record in file["records"]}) >= 30


@pytest.mark.parametrize(("kind", "years", "seed"), CASES)
def test_real_months_raise_no_question(kind: str, years: range, seed: int) -> None:
    report = run(months_of(AGENCIES[kind], years, seed), today=TODAY, mask=False)
    assert report.incidents == []
    allowed = OF_SHIFTS if kind in SHIFTS else set()
    told = [
        (file.name, entry.rule, entry.message, entry.record)
        for file in report.files for entry in file.findings if entry.severity != "info" and entry.rule not in allowed
    ]  # fmt: skip
    assert told == []
    assert [(entry.rule, entry.message) for entry in report.batch.findings if entry.severity != "info"] == []
    for file in report.files:
        assert not any(entry.severity == "error" for entry in file.findings)
        on_days_off = Counter(entry.rule for entry in file.findings)
        assert on_days_off["FIL350"] <= 1
        assert on_days_off["REC340"] < (1 if on_days_off["FIL350"] else 5)


@pytest.mark.parametrize("kind", ["hospital", "health"])
def test_a_shift_agency_that_gives_its_days_is_asked_nothing_about_them(kind: str) -> None:
    """All days off are worked by somebody; the office beside the shifts has them off as ever."""
    days = [date(2024, 1, 1) + timedelta(days=step) for step in range(3 * 366)]
    worked = "".join(f"{day:%Y-%m-%d},上班\n" for day in days if official_calendar().is_off(day))
    given = calendar_with(DaysOffList.read(f"日期,類別\n{worked}".encode()))
    report = run(months_of(AGENCIES[kind], range(2024, 2026), 7), today=TODAY, mask=False, calendar=given)
    told = {entry.rule for file in report.files for entry in file.findings if entry.severity != "info"}
    assert told <= {"REC225", "PER140"}
