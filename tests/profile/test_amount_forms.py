"""Amounts of leave in words, as days before and hours behind a point, and as days with decimals."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyvalidator.profile.amount_forms import ROUNDED_DAYS, AmountForm, amount_form, rounded_days

DAY, HOUR = 480, 60


@pytest.mark.parametrize(("format", "value", "minutes"), [
    ("D日H時", "3日", 3 * DAY), ("D日H時", "4時", 4 * HOUR), ("D日H時", "1日4時", DAY + 240), ("D日H時", "1日 4時", DAY + 240),
    ("D日H時", "1 日 4 時", DAY + 240), ("D日H時", "3.5時", 210), ("D日H時", "0日3.5時", 210), ("D日H時", "1.5日", 720),
    ("D日H時", "", None), ("D日H時", "4時1日", None), ("D日H時", "1日4", None), ("D日H時", "日時", None), ("D日H時", 4, None),
    ("D日H時", "1天4時", None), ("D天H小時M分", "1天4小時30分", DAY + 270), ("D天H小時M分", "30分", 30), ("D天H小時M分", "1天30分", DAY + 30),
    ("D天H小時M分", "4小時 30分", 270), ("H時M分", "4時30分", 270), ("D日", "1.5日", 720), ("H:MM", "4:30", 270), ("H:MM", "12:00", 720),
    ("H:MM", "4", None), ("D.H", 1.4, DAY + 240), ("D.H", 0.35, 210), ("D.H", 1, DAY), ("D.H", 3.0, 3 * DAY), ("D.H", 1.1, DAY + HOUR),
    ("D.H", "1.10", DAY + HOUR), ("D.H", 0.75, 450), ("D.H", 0.05, 30), ("D.H", 0.8, None), ("D.H", 2.9, None), ("D.H", -1, None),
    ("D H M", "0 0 30", 30), ("D H M", "1 3.5 0", DAY + 210), ("D H M", "1 4", None), ("D H M", "1 x 0", None), ("H M", "12 30", 750),
    ("D.H", 0.1 + 0.2, 3 * HOUR), ("D.H", 0, 0),
])  # fmt: skip
def test_an_amount_is_read(format: str, value: Any, minutes: int | None) -> None:
    assert amount_form(format).minutes(value) == minutes


@pytest.mark.parametrize(("format", "minutes", "written"), [
    ("D日H時", DAY, "1日"), ("D日H時", 210, "3.5時"), ("D日H時", DAY + 210, "1日3.5時"), ("D日H時", 0, "0時"),
    ("D天H小時M分", DAY + 270, "1天4小時30分"), ("D天H小時M分", DAY + 30, "1天30分"), ("H:MM", 270, "4:30"), ("H:MM", 5, "0:05"),
    ("D H M", DAY + 270, "1 4 30"), ("D H M", 0, "0 0 0"), ("H M", 750, "12 30"), ("D.H", 210, 0.35), ("D.H", DAY + 240, 1.4), ("D.H", DAY, 1),
])  # fmt: skip
def test_an_amount_is_written(format: str, minutes: int, written: Any) -> None:
    assert amount_form(format).write(minutes) == written


@given(st.sampled_from(("D日H時", "D天H小時M分", "H時M分", "H:MM", "D.H", "D日", "D日 H時", "D H M", "H M")), st.integers(0, 200))
def test_half_hours_are_read_as_they_are_written(format: str, half_hours: int) -> None:
    form = amount_form(format)
    assert form.minutes(form.write(half_hours * 30)) == half_hours * 30


@pytest.mark.parametrize("format", ["日", "H時D日", "D日D時", "DH", "第D日", "D日H", "D  H", "D HM", ""])
def test_what_cannot_be_a_format_is_said(format: str) -> None:
    good = format == "D日H"
    assert ("不能作為請假長度的格式" in AmountForm(format).fault) != good


@pytest.mark.parametrize(("value", "minutes"), [
    (0.44, 210), (0.06, 30), (0.13, 60), (0.19, 90), (0.25, 120), (0.31, 150), (0.38, 180), (0.5, 240), (0.56, 270), (0.63, 300),
    (0.69, 330), (0.75, 360), (0.81, 390), (0.88, 420), (0.94, 450), (1.06, 510), (1, 480), (2.0, 960), (0.0625, 30), (0.4375, 210),
    ("0.44", 210), ("0.50", 240), (0.3333, 160), (0, 0), (0.1 + 0.2, 120),
])  # fmt: skip
def test_days_with_decimals_are_as_exact_as_they_are_written(value: Any, minutes: int) -> None:
    assert rounded_days(value) == minutes


@given(st.integers(1, 200), st.integers(1, 4))
def test_rounding_never_claims_more_half_hours_than_were_rounded(half_hours: int, decimals: int) -> None:
    assert rounded_days(round(half_hours * 30 / DAY, decimals)) <= half_hours * 30


@given(st.integers(1, 4000), st.integers(2, 4))
def test_other_minutes_are_no_more_than_a_hundredth_of_a_day_too_many(minutes: int, decimals: int) -> None:
    assert rounded_days(round(minutes / DAY, decimals)) <= minutes + ROUNDED_DAYS
