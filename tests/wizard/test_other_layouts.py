"""Layouts as other systems plausibly write them: a clerk at the wizard gets a profile with at most three corrections,
under which a clean file is clean and whole, and every fault is told at its place."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import other_parts  # noqa: F401  (their layouts)
import other_programs  # noqa: F401  (their layouts)
import other_structures
import other_values  # noqa: F401  (their layouts)
import pytest
from clerk import Knows, at_the_wizard, checked, is_at
from other_layouts import CANNOT, LAYOUTS
from other_leaves import Leave, leaves_of, with_faults

from pyvalidator.profile import built_in_profiles
from pyvalidator.samples import build_sample

_MOST_CORRECTIONS = 3
_KNOWN = {
    "a_longer_log_beside": Knows(ignored=("/操作紀錄/*",)),
    "leaves_and_trips": Knows(
        records=("/leaves/*", "/trips/*"), constants={"/trips/*": {"leave_type": "公差"}}
    ),
    "overtime_beside_each_persons_leaves": Knows(ignored=("/people/*/overtime/*",)),
    "days_alone": Knows(readings={"days": "days"}),
    "slots_of_half_days": Knows(readings={"DAYS": "days"}),
}
#: Leaves of these are whole or half days.
_HALF_DAYS = {"slots_of_half_days", "days_alone"}


@pytest.fixture(scope="module")
def leaves() -> list[Leave]:
    sample = build_sample(built_in_profiles()["reference"], period="11006", people=120, seed=5)
    return leaves_of(json.loads(sample.text))


def leaves_for(name: str, leaves: list[Leave]) -> list[Leave]:
    """Those of the first 30 people, or the whole and half days of all."""
    if name in _HALF_DAYS:
        short = timedelta(hours=6)
        return [
            one for one in leaves if one.minutes % 480 == 0 or (one.minutes == 240 and one.end - one.start < short)
        ]
    people = {*list(dict.fromkeys(one.id for one in leaves))[:30]}
    return [one for one in leaves if one.id in people]


def at(finding: dict[str, Any], place: str | None) -> bool:
    """Of two records that meet, the later one in the file is told, and the other named."""
    return is_at(finding, place) or (place is not None and finding["params"].get("first") == place)


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_is_described_read_and_honestly_judged(name: str, leaves: list[Leave]) -> None:
    own = leaves_for(name, leaves)
    clean = LAYOUTS[name](own)
    knows = _KNOWN.get(name, Knows())
    if name == "codes_for_kinds":
        knows = Knows(codes=other_structures.codes_of(own))
    profile, corrections = at_the_wizard(clean.document, clean.name, knows)
    assert len(corrections) <= _MOST_CORRECTIONS, corrections
    file = checked(profile, clean.text, clean.name)
    assert file["coverage"]["complete"], file["coverage"]
    assert file["counts"]["error"] == 0, [(one["pointer"], one["message"]) for one in file["findings"]]
    assert (file["record_count"], file["person_count"]) == (len(own), len({one.id for one in own}))

    made = with_faults(own)
    faulty = LAYOUTS[name](made.leaves)
    found = checked(profile, faulty.text, faulty.name)["findings"]
    for fault, (rules, index) in made.faults.items():
        if fault not in CANNOT[name]:
            place = faulty.places[index]
            told = [one for one in found if one["rule"] in rules and at(one, place)]
            assert told, (fault, place, [(one["rule"], one["pointer"], one["message"]) for one in found])
