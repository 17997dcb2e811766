"""Samples: the same everywhere, true to any layout, their faults exactly where they say."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import naive
import pytest
from cases import LATER
from support import options

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check
from pyvalidator.profile import Profile, built_in_profiles
from pyvalidator.samples import SampleError, build_draft, build_sample, people
from pyvalidator.samples.faults import INJECTORS
from pyvalidator.table.table import Table

REFERENCE = built_in_profiles()["reference"]
GOLDEN = Path(__file__).parent / "golden"
PROFILES = tuple(built_in_profiles())
FAULTY = [("11001", "monthly", 20), ("11008", "monthly", 30), ("11510", "monthly", 12), ("10904", "covid109", 6)]
#: Every layout with each of these that it is for.
OF_LAYOUTS = [
    (profile, *asked) for profile in PROFILES for asked in FAULTY
    if built_in_profiles()[profile].constants.get("dataset", asked[1]) == asked[1]
]  # fmt: skip


def with_layout(**layout: Any) -> Profile:
    """The reference profile with its things elsewhere."""
    return replace(REFERENCE, layout=replace(REFERENCE.layout, **layout))


@pytest.mark.parametrize("profile", PROFILES)
def test_the_same_arguments_give_the_same_bytes_everywhere(profile: str) -> None:
    """A difference means that files of an earlier version can no longer be made."""
    sample = build_sample(built_in_profiles()[profile], people=5, seed=7, faults=5)
    again = (
        "the same arguments give another sample than before. Not meant: undo it. Meant: say so in CHANGELOG.md, and write "
        f"the file again: .venv/bin/pyvalidator sample --profile {profile} --people 5 --seed 7 --faults 5 "
        f"--output tests/samples/golden/{profile}.json"
    )
    assert sample.text == (GOLDEN / f"{profile}.json").read_text("utf-8"), again
    told = [json.loads(line) for line in (GOLDEN / f"{profile}.json.faults.jsonl").read_text("utf-8").splitlines()]
    assert sample.faults == told, again


def test_another_seed_agency_or_month_gives_another_file() -> None:
    changes: list[dict[str, Any]] = [{}, {"seed": 2}, {"agency": "376506211I"}, {"period": "11007"}, {"people": 31}]
    assert len({build_sample(REFERENCE, **change).text for change in changes}) == len(changes)


def test_a_months_staff_is_the_next_months() -> None:
    months = [build_draft(REFERENCE, period=period, people=10) for period in ("11006", "11007")]
    june, july = ({row.person for row in draft.rows} for draft in months)
    assert june == july


@pytest.mark.parametrize(("profile", "period", "dataset", "count"), OF_LAYOUTS)
@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.long), pytest.param(3, marks=pytest.mark.long)])
def test_each_fault_is_found_where_the_sample_says(
    profile: str, period: str, dataset: str, count: int, seed: int
) -> None:
    layout = built_in_profiles()[profile]
    sample = build_sample(layout, period=period, dataset=dataset, seed=seed, faults=count)
    # Unmasked: an identity number may be a key.
    seen = options(profile=layout, today=LATER, mask=False)
    report = check([Incoming("f.json", sample.text.encode())], seen).files[0]
    found = [{"rule": entry.rule, "pointer": entry.pointer, "line": entry.line, "column": entry.column}
             for entry in report.findings]  # fmt: skip
    assert found == sample.faults
    assert len(found) == count
    if layout.layout.embedded:
        return
    offsets = naive.offsets(sample.text)
    for fault in sample.faults:
        # A member of a map is told at its key, and is the only place that is one by itself.
        by_key = layout.by_name["person_id"].key == "*" and fault["rule"] == "COD105"
        at_key = by_key or fault["rule"] == "STR120"
        assert (fault["line"], fault["column"]) == naive.place(sample.text, offsets[fault["pointer"], at_key])


def test_every_kind_of_fault_gets_its_turn() -> None:
    seen = set()
    for seed in range(1, 9):
        for period, dataset, count in FAULTY:
            sample = build_sample(REFERENCE, period=period, dataset=dataset, seed=seed, faults=count)
            seen |= {fault["rule"] for fault in sample.faults}
    assert seen == {injector.rule for injector in INJECTORS}


@pytest.mark.parametrize(
    "layout",
    [
        {"records": ["/data/list/*"]},
        {"header": "/head/file", "records": ["/body/*"]},
        {"header": "/檔頭", "records": ["/請假/*", "/公差/*", "/其他/*"]},
        {"records": ["/units/*/records/*"]},
    ],
)
def test_other_layouts_are_written_and_read_alike(layout: dict[str, Any]) -> None:
    profile = with_layout(**layout)
    draft = build_draft(profile, people=10)
    written = draft.write()
    report = check([Incoming("f.json", written.text.encode())], options(profile=profile, today=LATER)).files[0]
    assert (report.findings, report.record_count, report.person_count) == ([], len(draft.rows), 10)
    table = Table(profile, json.loads(written.text))
    assert [table.pointer("days", row) for row in range(len(table))] == [
        written.pointer("days", row) for row in written.order
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"agency": "376506200a"}, "機關代碼"),
        ({"period": "11013"}, "資料年月"),
        ({"period": "10906"}, "covid109"),
        ({"period": "11006", "dataset": "covid109"}, "covid109"),
        ({"period": "10806", "dataset": "covid109"}, "太早"),
        ({"dataset": "overtime"}, "資料種類"),
        ({"people": 0}, "人數"),
        ({"profile": built_in_profiles()["example-flat"], "dataset": "covid109"}, "monthly"),
        ({"people": 1, "faults": 50}, "最多"),
    ],
)
def test_what_cannot_be_made_is_named(arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(SampleError, match=words):
        build_sample(**{"profile": REFERENCE, **arguments})


def test_no_two_people_of_a_sample_share_an_identity_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """With few numbers to draw from, as with the 82,200 people of the largest samples among millions."""

    def few_numbers(rng: Random, form: str, woman: bool) -> str:
        return people.finish_id(f"A1{rng.randrange(2000) * 4999:07d}")

    monkeypatch.setattr(people, "_id", few_numbers)
    staff = people.make_people(1, "376506200A", 300)
    assert len({person.id for person in staff}) == 300


@pytest.mark.parametrize("profile", PROFILES)
def test_a_clean_sample_of_any_layout_has_nothing_to_find(profile: str) -> None:
    layout = built_in_profiles()[profile]
    for seed in (1, 2, 3):
        draft = build_draft(layout, people=15, seed=seed)
        written = draft.write()
        report = check([Incoming("f.json", written.text.encode())], options(profile=layout, today=LATER)).files[0]
        assert report.findings == []
        assert (report.record_count, written.left_out) == (len(draft.rows), [])
        assert report.coverage is not None and report.coverage.complete


def test_what_a_layout_cannot_say_is_not_in_its_samples() -> None:
    half_days = {row.leave.half_hours % 8 for row in build_draft(built_in_profiles()["example-half-days"]).rows}
    assert half_days == {0}
    assert {row.leave.half_hours % 8 for row in build_draft(REFERENCE).rows} > half_days
