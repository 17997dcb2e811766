"""Layouts of the folder that the environment variable PYVALIDATOR_CASES names: its README says what is right for each."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from clerk import Knows, at_the_wizard, checked, is_at

from pyvalidator.wizard import propose

CASES = Path(os.environ.get("PYVALIDATOR_CASES") or "missing") / "layouts"

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="set PYVALIDATOR_CASES to the folder of the cases")

_MOST_CORRECTIONS = 3
NAMES = sorted(file.name.removesuffix(".expect.json") for file in CASES.glob("*.expect.json"))
#: Alone, with at most one answer.
SINGLE = ["B1_data_wrapper_only", "C1_meta_errors_empty_list", "D1_optional_null", "D4_null_for_zero",
          "D9_fullday_no_times", "L03_iso_plus8.clean", "L09b_amount_day_dot_hour.clean"]  # fmt: skip


def read(name: str) -> tuple[str, Any, str]:
    """Text, value and file name of a case."""
    file = CASES / f"{name}.json"
    text = file.read_text(encoding="utf-8")
    return text, json.loads(text), file.name


@pytest.mark.parametrize("name", NAMES)
def test_clean_file_is_clean_and_faults_are_told_at_their_place(name: str) -> None:
    expect = json.loads((CASES / f"{name}.expect.json").read_text(encoding="utf-8"))
    text, value, file_name = read(f"{name}.clean")
    profile, corrections = at_the_wizard(value, file_name, Knows(codes=expect["codes"]))
    assert len(corrections) <= _MOST_CORRECTIONS, corrections
    file = checked(profile, text, file_name)
    assert file["coverage"]["complete"], file["coverage"]
    assert file["counts"]["error"] == 0, [(one["pointer"], one["message"]) for one in file["findings"]]
    assert (file["record_count"], file["person_count"]) == (expect["records"], expect["persons"])
    text, _, file_name = read(f"{name}.faulty")
    found = checked(profile, text, file_name)["findings"]
    for fault, told in expect["faults"].items():
        at_place = [one for one in found if one["rule"] in told["rules"] and is_at(one, told["at"])]
        assert at_place, (fault, told, [(one["rule"], one["pointer"], one["message"]) for one in found])


@pytest.mark.parametrize("name", SINGLE)
def test_source_file_is_clean_under_its_own_profile(name: str) -> None:
    text, value, file_name = read(name)
    profile, corrections = at_the_wizard(value, file_name, Knows())
    assert len(corrections) <= 1, corrections
    file = checked(profile, text, file_name)
    assert file["counts"]["error"] == 0, [(one["pointer"], one["message"]) for one in file["findings"]]
    assert file["coverage"]["complete"], file["coverage"]


def test_amount_of_days_and_hours_is_judged_by_its_reading() -> None:
    _, value, file_name = read("L09b_amount_day_dot_hour.clean")
    profile, _ = at_the_wizard(value, file_name, Knows(readings={"日時數": "D.H"}))
    text, _, name = read("L09b_five_hours_in_an_afternoon")
    found = checked(profile, text, name)["findings"]
    assert [one for one in found if one["severity"] == "error" and one["pointer"].startswith("/差假明細/7")]


def test_leaves_in_another_list_are_not_passed_over() -> None:
    text, value, name = read("P1_one_trip_in_other_list")
    profile, _ = at_the_wizard({**value, "公差": []}, name, Knows())
    file = checked(profile, text, name)
    assert not file["coverage"]["complete"]
    assert file["coverage"]["elsewhere"] == [{"pointer": "/公差/*", "count": 1}]


def test_a_log_is_asked_about() -> None:
    _, value, name = read("C5_log_bigger_than_leaves")
    draft = propose([value], names=[name])
    assert draft is not None
    assert draft.shape.layout.records == ["/leaves/*"]
    assert draft.suggested.ignored == ["/log/*"]


def test_official_kinds_are_known_before_they_are_seen() -> None:
    _, value, name = read("L03_iso_plus8.clean")
    profile, _ = at_the_wizard(value, name, Knows())
    text, _, name = read("M2_month2_three_official_kinds")
    assert checked(profile, text, name)["counts"]["error"] == 0


def test_layout_that_a_vendor_changed_is_one_finding() -> None:
    _, value, name = read("L02_oracle_upper.clean")
    codes = json.loads((CASES / "L02_oracle_upper.expect.json").read_text(encoding="utf-8"))["codes"] if (
        CASES / "L02_oracle_upper.expect.json").is_file() else {}  # fmt: skip
    profile, _ = at_the_wizard(value, name, Knows(codes=codes))
    text, _, name = read("J_L02_vendor_changed")
    [told] = checked(profile, text, name)["findings"]
    assert told["pointer"] == ""
