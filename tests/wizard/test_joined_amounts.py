"""A leave's length in keys of its own for days, hours and minutes: what is proposed for it, and what is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support import options

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check_file
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.profile.model import published_schema
from pyvalidator.repair.convert import convert_json
from pyvalidator.samples import build_sample
from pyvalidator.wizard import Choice, Draft, draft_profile, propose
from pyvalidator.wizard.corrections import correct, place_of

_REFERENCE = built_in_profiles()["reference"]


def document(length: Callable[[int], dict[str, Any]]) -> dict[str, Any]:
    """The reference sample with other keys for the length; `length`: minutes → keys."""
    content: dict[str, Any] = json.loads(build_sample(_REFERENCE, period="11006", people=25, seed=5).text)
    for record in content["records"]:
        minutes = round((record.pop("days") * 8 + record.pop("hours")) * 60)
        record |= length(minutes)
    return content


def in_three(*keys: str) -> Callable[[int], dict[str, Any]]:
    return lambda minutes: dict(zip(keys, (minutes // 480, minutes % 480 // 60, minutes % 60), strict=True))


def proposed(content: dict[str, Any]) -> tuple[Draft, dict[str, Choice]]:
    draft = propose([content])
    assert draft is not None
    return draft, {choice.column.key: choice for choice in draft.choices}


def errors(profile: Profile, content: Any) -> list[str]:
    report = check_file(Incoming("f.json", json.dumps(content).encode()), options(profile=profile)).report
    return [f"{one.rule} {one.pointer}" for one in report.findings if one.severity == "error"]


@pytest.mark.parametrize("keys", [
    ("ldays", "lhours", "lmins"), ("日", "時", "分"), ("天數", "時數", "分鐘"), ("LV_D", "LV_H", "LV_M"), ("請假日", "請假時", "請假分"),
    ("days", "hours", "q7"),
])  # fmt: skip
def test_three_keys_are_one_amount(keys: tuple[str, ...]) -> None:
    draft, choices = proposed(document(in_three(*keys)))
    first = choices[keys[0]]
    assert first.settings == {"type": "number", "format": "D H M", "more_keys": list(keys[1:])}
    assert first.field == "amount" and first.certain and "與起訖時間相符" in first.reason
    assert [choices[key].joined_to for key in keys[1:]] == [first, first]
    profile = draft_profile(draft)
    for seed in (5, 8):
        assert errors(profile, document(in_three(*keys))) == [], seed


def test_minutes_that_were_always_nothing_are_part_of_it_by_their_name() -> None:
    _, choices = proposed(document(lambda minutes: {"日數": minutes // 480, "時數": minutes % 480 / 60, "分數": 0}))
    assert choices["日數"].settings["more_keys"] == ["時數", "分數"]


@pytest.mark.parametrize("other", [
    lambda minutes: {"total_mins": minutes}, lambda minutes: {"rest_mins": minutes % 60}, lambda minutes: {"flag": 0},
    lambda minutes: {"q7": minutes % 7},
])  # fmt: skip
def test_what_says_the_same_again_or_nothing_is_no_part(other: Callable[[int], dict[str, Any]]) -> None:
    """Hours are whole here, or hold the minutes already."""
    both = document(lambda minutes: {"days": minutes // 480, "hours": minutes % 480 / 60, **other(minutes)})
    _, choices = proposed(both)
    assert all("more_keys" not in choice.settings for choice in choices.values())


def test_length_is_written_as_it_is_read() -> None:
    profile = draft_profile(proposed(document(in_three("ldays", "lhours", "lmins")))[0])
    made = json.loads(build_sample(profile, period="11006", people=20, seed=2).text)
    assert {type(record[key]) for record in made["records"] for key in ("ldays", "lhours", "lmins")} == {int}
    assert any(record["lmins"] == 30 for record in document(in_three("ldays", "lhours", "lmins"))["records"])
    assert errors(profile, made) == []
    reference = build_sample(_REFERENCE, period="11006", people=25, seed=5).text.encode()
    there = convert_json(reference, profile, _REFERENCE)
    assert errors(profile, json.loads(there.text)) == []
    back = convert_json(there.text.encode(), _REFERENCE, profile)
    lengths = [(one["days"], one["hours"]) for one in json.loads(back.text)["records"]]
    assert lengths == [(one["days"], one["hours"]) for one in json.loads(reference)["records"]]
    judge = Draft202012Validator(published_schema(profile))
    assert not list(judge.iter_errors(made))


def test_a_part_that_is_left_out_is_nothing_and_all_of_them_are_missing() -> None:
    content = document(in_three("ldays", "lhours", "lmins"))
    profile = draft_profile(proposed(content)[0])
    row = next(index for index, one in enumerate(content["records"]) if one["ldays"] == one["lmins"] == 0)
    del content["records"][row]["ldays"], content["records"][row]["lmins"]
    assert errors(profile, content) == []
    assert not list(Draft202012Validator(published_schema(profile)).iter_errors(content))
    del content["records"][row]["lhours"]
    [told] = [each for each in errors(profile, content) if each.startswith("STR")]
    assert told.endswith(f"/records/{row}")


def test_half_an_hour_is_no_empty_leave_and_a_long_one_is_told() -> None:
    content = document(in_three("ldays", "lhours", "lmins"))
    profile = draft_profile(proposed(content)[0])
    row = next(index for index, one in enumerate(content["records"]) if one["ldays"] == 0)
    content["records"][row] |= {"ldays": 0, "lhours": 0, "lmins": 0}
    assert [each.split()[0] for each in errors(profile, content)] == ["REC210"]
    content["records"][row] |= {"ldays": 9}
    assert any(each.startswith("REC") for each in errors(profile, content))


def test_a_person_can_take_the_keys_apart() -> None:
    draft, choices = proposed(document(in_three("ldays", "lhours", "lmins")))
    correct(draft, {"columns": [{"at": place_of(choices["ldays"]), "field": "days"}]})
    assert "more_keys" not in choices["ldays"].settings and choices["lmins"].joined_to is None
