"""「這一筆該登哪一種假」 agrees with the checker, names its letters, and answers every day once."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from datetime import date, timedelta

import pytest
from support import ROOT, run_one

from pages.leave_choices import Choice, choices
from pyvalidator.domain.leave_kinds import leave_kinds
from pyvalidator.domain.sources import measures
from pyvalidator.rule import document

ROWS = [pytest.param(choice, id=f"{choice.case}-{choice.first}") for choice in choices()]
#: The kinds page says that nothing was found that still applies after this day.
LAST_OF_ALL = measures()["輕症病假"].last or date.max
_FIRST_YEAR = 2020


def month(day: date) -> str:
    return f"{day.year - 1911}{day:%m}"


def roc(day: date) -> str:
    return month(day) + f"{day:%d}"


@pytest.mark.parametrize("choice", ROWS)
def test_checker_accepts_what_the_table_says(choice: Choice) -> None:
    first, last = choice.first or date(2020, 1, 30), choice.last or LAST_OF_ALL
    for kind in choice.leave:
        if kind == "any":
            continue
        assert kind in leave_kinds()
        for day in {first, last}:
            record = {"start_date": roc(day), "end_date": roc(day), "leave_type": kind, "covid_related": True}
            dataset = "covid109" if day.year == _FIRST_YEAR else "monthly"
            made = roc(day + timedelta(days=40))
            report = run_one(
                document([record], period=month(day), generated_at=made, dataset=dataset), today=day + timedelta(days=50)
            )
            assert [entry.rule for entry in report.findings if entry.severity == "error"] == [], (kind, day)


@pytest.mark.parametrize("choice", ROWS)
def test_row_stays_within_the_time_of_its_kind(choice: Choice) -> None:
    for kind in choice.leave:
        known = leave_kinds().get(kind)
        if known and known.first_certain and choice.first:
            assert choice.first >= known.first
        if known and known.last_certain:
            assert choice.last is None or choice.last <= known.last


def test_no_day_has_two_answers() -> None:
    rows = defaultdict(list)
    for choice in choices():
        rows[choice.case].append((choice.first or date.min, choice.last or date.max))
    for case, spans in rows.items():
        spans.sort()
        assert all(one[1] < other[0] for one, other in itertools.pairwise(spans)), case


def test_every_letter_is_collected_with_its_source() -> None:
    collected = (ROOT / "docs" / "develop" / "sources.md").read_text("utf-8")
    for choice in choices():
        for number in re.findall(r"字第 (\d+) 號", choice.basis):
            assert number in collected, f"collect it in docs/develop/sources.md: {number}"
