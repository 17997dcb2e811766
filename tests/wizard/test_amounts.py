"""Amounts in other units are recognised from what the clock times can hold, and are proposed with the reason."""

from __future__ import annotations

import json
from typing import Any

import pytest
from layouts import layout
from support import run_one

from pyvalidator.profile import Profile
from pyvalidator.samples import build_sample
from pyvalidator.wizard import Choice, Draft, draft_profile, propose, settle
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.form_controls import controls, set_control

_OTHERS = (
    "person_id=ID person_name=姓名 person_category=區分 job_title=職稱 leave_type=假別 start_date=起日 start_time=起時 "
    "end_date=迄日 end_time=迄時 covid_related=防疫 "
)
_HEADER = "agency_code=機關 period=年月 record_count=筆數"


def amounts(keys: str, unit: str | None, **forms: Any) -> Profile:
    """A layout with these keys for its amounts; `unit`: of the hours, and of the days where they share a key."""
    days, hours = (word.partition("=")[2] for word in keys.split())
    step = {"days": 0.0625, "hours": 0.5, "minutes": 30}[unit or "hours"]
    settings: dict[str, Any] = {"type": "number", "minimum": 0, "unit": unit, "step": step, **forms}
    if days == hours:
        both = {name: {**settings, "below": None} for name in ("days", "hours")}
    else:
        both = {"hours": {**settings, "below": 480 if unit == "minutes" else 8}}
    return layout("amounts", {"records": ["/rows/*"]}, header=_HEADER, record=_OTHERS + keys, forms=both)


#: name → layout, field of each key, unit of the last one.
CASES = {
    "hours-named": (amounts("days=leave_hours hours=leave_hours", "hours"), {"leave_hours": "amount"}),
    "hours-unnamed": (amounts("days=LV_Q hours=LV_Q", "hours"), {"LV_Q": "amount"}),
    "hours-text": (amounts("days=合計時數 hours=合計時數", "hours", as_text=True), {"合計時數": "amount"}),
    "minutes-total": (amounts("days=duration hours=duration", "minutes"), {"duration": "amount"}),
    "days-decimal": (amounts("days=天數 hours=天數", "days"), {"天數": "amount"}),
    "days-decimal-text": (amounts("days=qty hours=qty", "days", as_text=True), {"qty": "amount"}),
    "minutes-rest": (amounts("days=days hours=minutes", "minutes"), {"days": "days", "minutes": "hours"}),
    "minutes-rest-unnamed": (amounts("days=A1 hours=A2", "minutes"), {"A1": "days", "A2": "hours"}),
    "usual": (amounts("days=日數 hours=時數", None), {"日數": "days", "時數": "hours"}),
}  # fmt: skip
each = pytest.mark.parametrize("name", CASES)


def drafted(profile: Profile, seed: int = 3, **change: Any) -> tuple[Draft, dict[str, Choice]]:
    content = json.loads(build_sample(profile, period="11006", people=25, seed=seed).text)
    for number, record in enumerate(content["rows"]):
        record.update({key: value(record, number) for key, value in change.items()})
    draft = propose([content])
    assert draft is not None
    return draft, {choice.column.key: choice for choice in draft.choices}


@each
def test_unit_is_proposed_and_clean_files_stay_clean(name: str) -> None:
    profile, fields = CASES[name]
    draft, choices = drafted(profile)
    assert {key: choices[key].field for key in fields} == fields and draft.missing == ["dataset"]
    wanted, made = profile.by_name["hours"], draft_profile(draft).by_name["hours"]
    parts = ("unit", "step", "below", "as_text", "minimum")
    assert [getattr(made, part) for part in parts] == [getattr(wanted, part) for part in parts]
    for choice in draft.choices:
        if choice.codes:
            choice.codes = profile.codes(profile.by_name[choice.field or ""])
    for seed in (4, 5, 6):
        report = run_one(build_sample(profile, period="11006", people=20, seed=seed).text, profile=draft_profile(draft))
        assert [(entry.rule, entry.message) for entry in report.findings if entry.severity == "error"] == []


@pytest.mark.parametrize(("name", "said"), [
    ("hours-unnamed", "整個長度以小時計，與起訖時間相符"),
    ("minutes-total", "整個長度以分鐘計，與起訖時間相符"),
    ("days-decimal", "整個長度以日計，與起訖時間相符"),
    ("minutes-rest", "不足 1 日的部分以分鐘計，與起訖時間相符"),
])  # fmt: skip
def test_reason_says_the_unit_and_how_it_was_found(name: str, said: str) -> None:
    profile, fields = CASES[name]
    _, choices = drafted(profile)
    assert choices[list(fields)[-1]].reason == said


def test_a_total_beside_what_it_repeats_is_mapped_once() -> None:
    """Some systems write the same amount in days and in hours: both are whole, and one of them is enough."""
    draft, choices = drafted(amounts("days=請假時數 hours=請假時數", "hours"), 請假天數=lambda record, _: record["請假時數"] / 8)
    assert (choices["請假時數"].field, choices["請假天數"].field) in {("amount", None), (None, "amount")}
    assert draft.missing == ["dataset"]


def test_numbers_that_have_nothing_to_do_with_the_time_are_left_alone() -> None:
    _, choices = drafted(amounts("days=LV_Q hours=LV_Q", "hours"), 序號=lambda _, number: number + 1, 附件數=lambda *_: 0)
    assert choices["LV_Q"].field == "amount"
    assert choices["序號"].field is None and choices["附件數"].field is None


def test_some_unreadable_times_do_not_hide_the_unit() -> None:
    broken = {"起日": lambda record, number: record["起日"] if number % 9 else "？"}
    _, choices = drafted(amounts("days=LV_Q hours=LV_Q", "minutes"), **broken)
    assert choices["LV_Q"].reason.startswith("整個長度以分鐘計")


@pytest.mark.parametrize(("unit", "key"), [("hours", "請假時數"), ("days", "totalDays"), ("minutes", "leave_minutes")])
def test_days_alone_tell_the_unit_with_the_name(unit: str, key: str) -> None:
    """Without times of day, an amount is known by the days that it spans, and by its key."""
    profile = amounts(f"days={key} hours={key}", unit)
    content = json.loads(build_sample(profile, period="11006", people=25, seed=3).text)
    for record in content["rows"]:
        del record["起時"], record["迄時"]
    draft = propose([content])
    assert draft is not None
    [choice] = [choice for choice in draft.choices if choice.column.key == key]
    assert (choice.field, choice.settings["unit"]) == ("amount", unit)
    assert draft.missing == ["dataset", "start_time", "end_time"]


@pytest.mark.parametrize(("key", "value", "unit"), [
    ("days", 1, "days"), ("leaveHours", 4.5, "hours"), ("請假分鐘", 240, "minutes"), ("X1", 240, "minutes"),
    ("X1", 0.25, "days"), ("X1", 4, "hours"),
])  # fmt: skip
def test_unit_of_what_the_user_calls_the_amount(key: str, value: float, unit: str) -> None:

    column = Column("record", key)
    column.fill([value])
    choice = Choice(column, field="amount")
    settle(choice)
    assert choice.settings["unit"] == unit


def test_the_user_chooses_another_unit_and_keeps_the_writing() -> None:
    profile, _ = CASES["hours-text"]
    _, choices = drafted(profile)
    choice = choices["合計時數"]
    unit = next(control for control in controls(choice) if control.name == "unit")
    assert (unit.value, [value for value, _ in unit.options]) == ("hours", ["days", "hours", "minutes"])
    set_control(choice, "unit", "minutes")
    assert choice.settings["unit"] == "minutes" and choice.settings["as_text"]
    set_control(choice, "unit", "weeks")
    assert choice.settings["unit"] == "minutes"
    _, choices = drafted(CASES["usual"][0])
    [unit] = [control for control in controls(choices["時數"]) if control.name == "unit"]
    assert (unit.value, [value for value, _ in unit.options]) == ("hours", ["hours", "minutes"])
    set_control(choices["時數"], "unit", "minutes")
    assert (choices["時數"].settings["unit"], choices["時數"].settings["below"]) == ("minutes", 480)
    set_control(choices["時數"], "unit", "hours")
    assert "unit" not in choices["時數"].settings and choices["時數"].settings["below"] == 8
    assert [control.name for control in controls(choices["日數"])] == ["written"]
