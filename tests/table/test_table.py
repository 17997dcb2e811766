"""Columns over every layout a profile can describe."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.profile.load import profile_of
from pyvalidator.rule import document, sample
from pyvalidator.source.pointers import MISSING
from pyvalidator.table.column import distinct_keys
from pyvalidator.table.table import Table


def profile(layout: dict[str, Any], fields: list[dict[str, Any]]) -> Profile:
    return profile_of({"id": "t", "version": "1", "title": "t", "status": "assumption", "source": "t",
                                   "layout": layout, "fields": fields})  # fmt: skip


ID = {"name": "person_id", "key": "ID", "title": "證號", "type": "person_id", "level": "person"}
START = {"name": "start_date", "key": "B", "title": "起", "type": "date", "format": "YYYY-MM-DD"}
CODE = {"name": "agency_code", "key": "ORG", "title": "機關", "type": "agency_code"}


def test_flat_records_under_an_array() -> None:
    table = Table(built_in_profiles()["reference"], document([{}, {"days": 2}]))
    assert len(table) == 2
    assert table.values("days") == [1, 2]
    assert table.values("start_date") == [date(2021, 6, 7)] * 2
    assert table.pointer("days", 1) == "/records/1/days"
    assert table.header_value("period") == date(2021, 6, 1)
    assert table.header_raw("system_name") == "差勤系統 3.2"


def test_records_nested_below_persons_repeat_the_person() -> None:
    layout = {"header": "/head", "persons": "/people/*", "records": ["/people/*/leave/*", "/people/*/trips/*"]}
    value = {"people": [
        {"ID": "A123456789", "leave": [{"B": "2021-06-07"}], "trips": []},
        {"ID": "B123456780", "leave": [], "trips": [{"B": "2021-06-08"}, {"B": "2021-13-08"}]},
    ]}  # fmt: skip
    table = Table(profile(layout, [ID, START]), value)
    assert table.raw("person_id") == ["A123456789", "B123456780", "B123456780"]
    assert table.values("start_date") == [date(2021, 6, 7), date(2021, 6, 8), None]
    assert table.pointer("start_date", 2) == "/people/1/trips/1/B"
    assert table.pointer("person_id", 2) == "/people/1/ID"
    assert table.person_count == 2


def test_root_list_takes_the_header_from_the_first_record() -> None:
    table = Table(profile({"records": ["/*"]}, [CODE, {**START, "key": "a/b"}]), [{"ORG": "376506200A", "a/b": "2021-06-07"}])
    assert table.header_value("agency_code") == "376506200A"
    assert table.pointer("start_date", 0) == "/0/a~1b"


def test_single_object_is_one_record() -> None:
    table = Table(profile({"records": [""]}, [CODE]), {"ORG": "376506200A"})
    assert len(table) == 1
    assert table.pointer("agency_code", 0) == "/ORG"


def test_what_does_not_fit_the_layout_is_a_misfit() -> None:
    reference = built_in_profiles()["reference"]
    assert [misfit.found for misfit in Table(reference, {}).misfits] == [MISSING]
    assert [misfit.pointer for misfit in Table(reference, {"records": {}}).misfits] == ["/records"]
    table = Table(reference, {"records": [1, {}]})
    assert table.records.broken == {0}
    assert len(table) == 2


def test_refused_values_are_hidden_from_rules() -> None:
    table = Table(built_in_profiles()["reference"], sample(days=True))
    table.refuse("days", set(distinct_keys(table.raw("days"))))
    assert table.values("days") == [None]
    assert table.readable_raw("days") == [None]


def test_true_is_not_one() -> None:
    assert len(set(distinct_keys([True, 1, 1.0, [], {}]))) == 4
    assert distinct_keys(["a", MISSING]) == ["a", MISSING]


MANY_PERSONS = """
from pyvalidator.profile import built_in_profiles
from pyvalidator.table.table import Table
table = Table(built_in_profiles()["example-nested"], {"人員": [{"差假": [{}]}] * 200_000})
print(sum(table.row_of("person", index) == index for index in range(200_000)))
"""


def test_first_records_of_many_persons_are_found() -> None:
    """A watchdog, not a stopwatch: to look through the records for each person takes minutes."""
    command = [sys.executable, "-X", "utf8", "-c", MANY_PERSONS]
    assert subprocess.run(command, timeout=60, capture_output=True, text=True, check=True).stdout == "200000\n"


def test_person_without_records_has_no_first() -> None:
    table = Table(built_in_profiles()["example-nested"], {"人員": [{"差假": []}, {"差假": [{}, {}]}]})
    assert [table.row_of("person", index) for index in (0, 1)] == [None, 0]
