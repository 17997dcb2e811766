"""Codes that a file writes as JSON numbers: `as_number` of a `choice`."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support import accepted, profile_text, run_one, said

from pyvalidator.profile import ProfileError, built_in_profiles, load_profile
from pyvalidator.repair.convert import convert_json
from pyvalidator.samples import build_sample

REFERENCE = built_in_profiles()["reference"]
_TEXT = profile_text("reference")
_HEAD, _, _TABLE = _TEXT.partition("[tables.leave_type]\n")
TEXT = (
    _HEAD.replace('table = "leave_type"\n', 'table = "leave_type"\nas_number = true\n').replace('"reference"', '"numbers"')
    + "[tables.leave_type]\n"
    + "".join(f'"{number}" = "{name}"\n' for number, name in enumerate(REFERENCE.tables["leave_type"].values()))
)
PROFILE = load_profile(TEXT, "numbers.toml")


def document(code: Any) -> dict[str, Any]:
    content = json.loads(build_sample(PROFILE, period="11006", people=1, seed=3).text)
    return {**content, "record_count": 1, "records": [{**content["records"][0], "leave_type": code}]}


@pytest.mark.parametrize("seed", range(4))
def test_samples_are_clean_and_their_faults_are_found(seed: int) -> None:
    clean = build_sample(PROFILE, period="11006", people=15, seed=seed).text
    assert all(isinstance(record["leave_type"], int) for record in json.loads(clean)["records"])
    assert said(run_one(clean, profile=PROFILE)) == []
    sample = build_sample(PROFILE, period="11006", people=15, seed=seed, faults=8)
    found = {(entry.rule, entry.pointer) for entry in run_one(sample.text, profile=PROFILE).findings}
    assert {(fault["rule"], fault["pointer"]) for fault in sample.faults} <= found


def test_conversion_there_and_back_changes_nothing() -> None:
    there = build_sample(REFERENCE, period="11006", people=10, seed=5).text
    moved = convert_json(there.encode(), PROFILE, REFERENCE).text
    assert json.loads(convert_json(moved.encode(), REFERENCE, PROFILE).text) == json.loads(there)


@pytest.mark.parametrize(("code", "rule", "said"), [
    (999, "STR800", "清單中沒有假別「999」"), (1.5, "STR800", "清單中沒有假別「1.5」"),
    ("1", "STR225", "假別應該是數字，檔案裡卻是文字「1」。"), (None, "STR200", ""), (True, "STR210", ""), ([1], "STR205", ""),
])  # fmt: skip
def test_what_is_no_such_number_is_told_once(code: Any, rule: str, said: str) -> None:
    [entry] = [entry for entry in run_one(document(code), profile=PROFILE).findings if entry.pointer.endswith("leave_type")]
    assert entry.rule == rule and entry.message.startswith(said)


@pytest.mark.parametrize("code", [0, 1, 1.0, 1.5, 999, -1, "1", True, False, None])
def test_schema_model_and_form_agree(code: Any) -> None:
    assert len(accepted(PROFILE, document(code))) == 1


@pytest.mark.parametrize(("change", "said"), [
    (('"1" = ', '"01" = '), "代碼「01」不是整數"),
    (('name = "days"', 'as_number = true\nname = "days"'), "只有代碼（choice）、日期、年月與時間可以指定 as_number"),
])  # fmt: skip
def test_a_table_that_cannot_be_numbers_is_told_with_its_line(change: tuple[str, str], said: str) -> None:
    with pytest.raises(ProfileError) as caught:
        load_profile(TEXT.replace(*change, 1), "numbers.toml")
    assert said in caught.value.problems[0] and caught.value.problems[0].startswith("第 ")
