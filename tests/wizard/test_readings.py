"""What can be read in more than one way is shown with what decides, or asked; nothing is chosen in silence."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from test_written_forms import _KEPT, Leave, drafted

from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import build_sample
from pyvalidator.wizard import Choice, Draft, draft_profile
from pyvalidator.wizard.readings import preview, set_reading, set_template, template_problem

_REFERENCE = built_in_profiles()["reference"]


def rows(write: Callable[[Leave, int], dict[str, Any]], period: str | None = "11006") -> Any:
    """A file whose records have, beside who and what, the keys that `write` makes of a leave and its number."""
    document = json.loads(build_sample(_REFERENCE, period="11006", people=20, seed=3).text)
    made = [
        {**{key: record[name] for name, key in _KEPT.items()}, **write(Leave(record), number)}
        for number, record in enumerate(document["records"])
    ]  # fmt: skip
    return {**({"資料年月": period} if period else {}), "資料": made}


def usual(leave: Leave) -> dict[str, Any]:
    return {"起日": leave.record["start_date"], "起時": leave.record["start_time"], "迄日": leave.record["end_date"],
            "迄時": leave.record["end_time"]}  # fmt: skip


def days_only(day: str, other: str) -> Callable[[Leave, int], dict[str, Any]]:
    """Only days up to the 12th, so that each date can be of two days."""
    return lambda leave, number: {"起日": day.format(number % 12 + 1), "迄日": other.format(number % 12 + 1)}


def test_day_and_month_are_told_apart_by_the_files_month() -> None:
    _, choices = drafted(rows(days_only("{:02d}/06/2021", "{:02d}/06/2021")))
    start = choices["起日"]
    assert start.settings["format"] == "DD/MM/YYYY"
    assert [reading.name for reading in start.readings] == ["DD/MM/YYYY", "MM/DD/YYYY"]
    assert not start.readings[0].against and "合理" in start.readings[1].against


def test_day_and_month_that_nothing_tells_apart_are_asked() -> None:
    draft, choices = drafted(rows(days_only("{:02d}/06/2021", "{:02d}/06/2021"), period=None))
    start = choices["起日"]
    assert len(start.readings) == 2 and not any(reading.against for reading in start.readings)
    assert not start.certain
    written, read = start.readings[1].examples[0]
    assert "/06/2021" in written and read.startswith("110 年")
    other = start.readings[1]
    set_reading(start, other.name)
    assert start.settings["format"] == other.name and start.readings[0] is other
    assert draft_profile(draft).by_name["start_date"].format == other.name
    set_reading(start, "no such reading")
    assert start.settings["format"] == other.name


@pytest.mark.parametrize("is_utc", [True, False])
def test_a_sign_of_utc_is_believed_where_people_are_awake(is_utc: bool) -> None:
    from test_written_forms import utc

    def write(leave: Leave, _: int) -> dict[str, Any]:
        return leave.both(utc if is_utc else lambda at: at.strftime("%Y-%m-%dT%H:%M:%S.000Z"), "startAt", "endAt")

    _, choices = drafted(rows(write))
    wanted = "YYYY-MM-DDTHH:mm:SS.fZ" if is_utc else "YYYY-MM-DDTHH:mm:SS.f[Z]"
    assert choices["startAt"].settings["format"] == wanted
    assert choices["startAt"].readings[1].against


def amounts(key: str, write: Callable[[float], Any], *, timed: bool = True) -> tuple[Draft, Choice]:
    def row(leave: Leave, _: int) -> dict[str, Any]:
        when = usual(leave) if timed else {"起日": leave.record["start_date"], "迄日": leave.record["end_date"]}
        return {**when, key: write(leave.hours)}

    draft, choices = drafted(rows(row))
    return draft, choices[key]


def day_dot_hour(hours: float) -> float:
    return round(hours // 8 + hours % 8 / 10, 3)


def in_words(hours: float) -> str:
    return (f"{hours // 8:g}日" if hours >= 8 else "") + (f"{hours % 8:g}時" if hours % 8 else "")


@pytest.mark.parametrize(("key", "write", "settings"), [
    ("日時數", day_dot_hour, {"format": "D.H"}),
    ("Q", day_dot_hour, {"format": "D.H"}),
    ("請假日時數", in_words, {"format": "D日H時"}),
    ("請假日時數", lambda hours: f"{hours:g}小時", {"format": "H小時"}),
    ("長度", lambda hours: f"{int(hours):02d}:{int(hours % 1 * 60):02d}", {"format": "H:MM"}),
    ("天數", lambda hours: round(hours / 8, 2), {"unit": "days"}),
    ("總時數", lambda hours: hours, {"unit": "hours"}),
    ("長度", lambda hours: int(hours * 60), {"unit": "minutes"}),
    ("總時數", lambda hours: f"{hours:.1f}", {"unit": "hours", "as_text": True}),
])  # fmt: skip
def test_amounts_are_read_as_the_clock_says(key: str, write: Callable[[float], Any], settings: dict[str, Any]) -> None:
    draft, choice = amounts(key, write)
    assert choice.field == "amount"
    assert {name: choice.settings.get(name) for name in settings} == settings
    assert draft_profile(draft).same_key["days"]


def test_the_amounts_that_decide_are_shown() -> None:
    _, choice = amounts("日時數", day_dot_hour)
    shown = {reading.name: reading for reading in choice.readings}
    assert next(iter(shown)) == "D.H" and "days" in shown
    assert shown["days"].against and not shown["D.H"].against
    assert any("（" in read and "–" in read for _, read in shown["D.H"].examples)


def test_amounts_without_times_are_asked() -> None:
    _, choice = amounts("Q1", day_dot_hour, timed=False)
    if choice.field == "amount":
        assert not choice.certain and len(choice.readings) > 1


def test_a_template_can_be_typed_and_tried() -> None:
    draft, choices = drafted(rows(lambda leave, _: usual(leave)))
    start = choices["起日"]
    assert all(read for _, read in preview(start))
    assert all(read is None for _, read in preview(start, "YYYY-MM-DD"))
    assert "日" in template_problem(start, "YYY/MM") and template_problem(start, "YYYMMDD") == ""
    assert set_template(start, "YYY/MM") and start.settings["format"] == "YYYMMDD"
    assert set_template(start, "YYY/MM/DD") == "" and draft_profile(draft).by_name["start_date"].format == "YYY/MM/DD"
    assert template_problem(choices["姓名"], "YYY") and preview(choices["姓名"]) == []


def test_a_second_way_of_writing_is_told() -> None:
    def write(leave: Leave, number: int) -> dict[str, Any]:
        day = leave.record["start_date"]
        return {**usual(leave), "起日": day if number % 4 else f"{day[:3]}/{day[3:5]}/{day[5:]}"}

    _, choices = drafted(rows(write))
    assert choices["起日"].settings["format"] == "YYYMMDD"
    assert "讀得出" in choices["起日"].asks and not choices["起日"].certain
