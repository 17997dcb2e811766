"""Amounts of a whole file in another unit are one finding, which says of each record what is right."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from probes import REFERENCE
from support import run, run_one

from pyvalidator.report.model import Entry
from pyvalidator.rule import document, sample
from pyvalidator.samples.people import finish_id
from pyvalidator.source.pointers import tokens_of

#: Start, end, days that the leave reaches over, minutes claimed: as a month of a town office has them.
LEAVES = [
    ("0800", "1200", 1, 240), ("0800", "1730", 1, 480), ("1330", "1730", 1, 240), ("0900", "1200", 1, 180),
    ("1000", "1530", 1, 240), ("0800", "1730", 2, 960), ("0800", "1200", 2, 720), ("1330", "1530", 1, 120),
    ("0830", "1700", 1, 450), ("1330", "1400", 1, 30), ("1400", "1730", 1, 210), ("0800", "1000", 1, 120),
    ("0730", "1730", 1, 480), ("0800", "1730", 3, 1440),
]  # fmt: skip


def file(write: Callable[[int], dict[str, Any]], leaves: list[tuple[str, str, int, int]] = LEAVES) -> dict[str, Any]:
    """A leave each of as many persons, its amount as `write` makes it from minutes."""
    records = []
    for number, (start, end, days, minutes) in enumerate(leaves):
        first = date(2021, 6, 7) + timedelta(days=number % 3 + number // len(LEAVES) * 21)
        dates = [f"110{day:%m%d}" for day in (first, first + timedelta(days=days - 1))]
        records.append({
            "person_id": finish_id(f"A1{number:02d}45678"), "person_name": f"王{chr(0x4E00 + number)}",
            "start_date": dates[0], "end_date": dates[1], "start_time": start, "end_time": end, **write(minutes),
        })  # fmt: skip
    return document(records)


def of_two(days: Callable[[int], Any], hours: Callable[[int], Any]) -> Callable[[int], dict[str, Any]]:
    return lambda minutes: {"days": days(minutes), "hours": hours(minutes)}


def number(value: float) -> float | int:
    return int(value) if value == int(value) else value


RIGHT = of_two(lambda m: m // 480, lambda m: number(m % 480 / 60))
UNITS: dict[str, tuple[str, Callable[[int], dict[str, Any]]]] = {
    "days hold hours": ("日數填的是時數", of_two(lambda m: number(m / 60), lambda m: 0)),
    "both hold hours": ("日數填的是時數", of_two(lambda m: number(m / 60), lambda m: number(m / 60))),
    "days hold minutes": ("日數填的是分鐘數", of_two(lambda m: m, lambda m: 0)),
    "days and hours swapped": ("日數與時數對調", of_two(lambda m: number(m % 480 / 60), lambda m: m // 480)),
    "days with decimals": ("日數帶有小數", of_two(lambda m: number(m / 480), lambda m: 0)),
    "days with decimals in quotes": ("日數帶有小數", of_two(lambda m: str(m / 480), lambda m: "0")),
    "days with decimals beside the rest": (
        "日數帶有小數", of_two(lambda m: number(m / 480), lambda m: number(m % 480 / 60)),
    ),
    "days with decimals beside minutes": ("日數帶有小數", of_two(lambda m: number(m / 480), lambda m: m)),
    "days dot hours beside the rest": (
        "日數以小數點後的數字表示時數", of_two(lambda m: number(m // 480 + m % 480 / 600), lambda m: number(m % 480 / 60)),
    ),
    "days dot hours": ("小數點後的數字表示時數", of_two(lambda m: number(m // 480 + m % 480 / 600), lambda m: 0)),
    "hours hold all": ("總時數", of_two(lambda m: 0, lambda m: number(m / 60))),
    "days with two decimals": ("日數帶有小數", of_two(lambda m: round(m / 480, 2), lambda m: 0)),
    "days with decimals beside the hours": ("日數帶有小數", of_two(lambda m: m / 480, lambda m: number(m % 480 / 60))),
    "hours hold the days too": ("總時數", of_two(lambda m: m // 480, lambda m: number(m / 60))),
    "hours hold minutes": ("時數填的是分鐘數", of_two(lambda m: m // 480, lambda m: m % 480)),
    "hours hold all minutes": ("總分鐘數", of_two(lambda m: m // 480, lambda m: m)),
    "hours hold days": ("時數填的是日數", of_two(lambda m: 0, lambda m: m / 480)),
    "hours dot minutes": ("小數點後的數字表示分鐘", of_two(lambda m: m // 480, lambda m: m % 480 // 60 + m % 60 / 100)),
}  # fmt: skip
HALF_HOURS = [("0830", "1200", 1, 210), ("1330", "1700", 1, 210), ("0830", "1000", 1, 90), ("1500", "1730", 1, 150),
              ("0830", "1100", 1, 150), ("0800", "0930", 1, 90), ("1330", "1600", 1, 150)]  # fmt: skip


def corrected(content: dict[str, Any], entry: Entry) -> dict[str, Any]:
    changed = copy.deepcopy(content)
    for right in entry.params["expected_values"]:
        _, row, key = tokens_of(right["pointer"])
        changed["records"][int(row)][key] = right["expected_value"]
    return changed


def amounts(content: dict[str, Any]) -> list[tuple[Any, Any]]:
    return [(record["days"], record["hours"]) for record in content["records"]]


def test_proper_amounts_are_in_no_other_unit() -> None:
    assert run_one(file(RIGHT)).findings == []


@pytest.mark.parametrize("name", UNITS)
def test_one_finding_and_the_right_value_of_each_record(name: str) -> None:
    words, write = UNITS[name]
    leaves = HALF_HOURS if "minutes" in name and "dot" in name else LEAVES
    content = file(write, leaves)
    report = run({"f.json": content})
    found = [entry for entry in report.files[0].findings if entry.rule != "STR900"]
    assert [entry.rule for entry in found] == ["FIL710"], found
    [entry] = found
    assert (entry.pointer, entry.severity, entry.owner) == ("/records", "error", ["vendor"])
    assert words in entry.message and entry.field == ("days" if words.startswith("日數") or name == "days dot hours" else "hours")
    assert amounts(corrected(content, entry))[: len(leaves)] == amounts(file(RIGHT, leaves)) or "quotes" in name
    again = [other for other in run_one(corrected(content, entry)).findings if other.rule != "STR900"]
    assert again == []
    assert report.batch.findings == [], "amounts that are misread are summed up nowhere"


def test_what_a_reading_does_not_explain_stays() -> None:
    """Of many records one claims more than its time, in whatever unit."""
    content = file(UNITS["hours hold minutes"][1], LEAVES + LEAVES)
    content["records"].append({**content["records"][0], "person_id": finish_id("B12345678"), "person_name": "陳",
                               "hours": 300, "start_date": "1100611", "end_date": "1100611"})
    content["record_count"] += 1
    found = run_one(content).findings
    assert sorted(entry.rule for entry in found) == ["FIL710", "STR920"]
    assert [entry.pointer for entry in found if entry.rule == "STR920"] == ["/records/28/hours"]


@pytest.mark.parametrize("write", [
    of_two(lambda m: m // 480, lambda m: 240 if m == 210 else number(m % 480 / 60)),
    of_two(lambda m: 5, lambda m: 0),
], ids=["one record in minutes", "always five days"])  # fmt: skip
def test_what_no_reading_explains_is_told_of_each_record(write: Callable[[int], dict[str, Any]]) -> None:
    found = {entry.rule for entry in run_one(file(write)).findings}
    assert found and "FIL710" not in found


def test_four_records_are_too_few() -> None:
    found = [entry.rule for entry in run_one(file(UNITS["hours hold minutes"][1], LEAVES[:4])).findings]
    assert "FIL710" not in found and "STR920" in found


@pytest.mark.parametrize(("unit", "written", "words"), [
    ("hours", lambda m: m, "分鐘數"), ("minutes", lambda m: number(m / 60), "時數"), ("hours", lambda m: m / 480, "日數"),
    ("days", lambda m: number(m / 60), "時數"),
])  # fmt: skip
def test_an_amount_in_one_key(unit: str, written: Callable[[int], Any], words: str) -> None:
    own = {"unit": unit, "key": "total", "type": "number", "below": None, "step": None, "maximum": None}
    fields = [
        replace(spec, **own) if spec.name in ("days", "hours") else spec for spec in REFERENCE.fields
    ]
    profile = replace(REFERENCE, fields=fields)
    content = file(lambda minutes: {"days": ..., "hours": ..., "total": written(minutes)})
    [entry] = run_one(content, profile=profile).findings
    assert (entry.rule, entry.field, words in entry.message) == ("FIL710", "total", True)
    assert run_one(corrected(content, entry), profile=profile).findings == []


def test_a_spreadsheets_length_of_time_is_a_part_of_24_hours() -> None:
    short = [leave for leave in LEAVES if leave[2] == 1]
    for name, write in (
        ("日數", of_two(lambda m: round(m / 1440, 4), lambda m: 0)),
        ("時數", of_two(lambda m: 0, lambda m: m / 1440)),
    ):
        entry = next(one for one in run_one(file(write, short)).findings if one.rule == "FIL710")
        assert f"{name}填的是試算表的時間長度" in entry.message
        right = {one["pointer"]: one["expected_value"] for one in entry.params["expected_values"]}
        assert right["/records/0/hours"] == 4 and right["/records/1/days"] == 1


def test_a_number_in_quotes_has_the_readings_of_the_number() -> None:
    told = {(key, value): run_one(sample(**{"days": 0, "hours": 0, key: value})).findings[0].expected
            for key, value in (("hours", "240"), ("days", "0.5"), ("days", "1.4"))}  # fmt: skip
    assert told == {
        ("hours", "240"): "以小時計是 30 日；以分鐘計是 4 小時", ("days", "0.5"): "小數以日計是 4 小時；小數以時計是 5 小時",
        ("days", "1.4"): "1 日 4 小時",
    }  # fmt: skip
    assert run_one(sample(days=0, hours=8.000000000000002)).findings[0].expected == "1 日"
