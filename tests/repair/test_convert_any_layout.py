"""`convert` between any two layouts: there and back is the same, and whatever a layout cannot say is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from support import run_one

from pyvalidator.profile import FieldSpec, Profile, built_in_profiles
from pyvalidator.profile.layout import Layout
from pyvalidator.repair.convert import Converted, ConvertError, convert_json
from pyvalidator.rule import document
from pyvalidator.samples import build_sample
from pyvalidator.source import read_document
from pyvalidator.table.table import Table

PROFILES = built_in_profiles()
REFERENCE = PROFILES["reference"]
PAIRS = [(source, target) for source in PROFILES for target in PROFILES if source != target]
#: What another layout counts or fills in by itself.
OWN = {"record_count", "format_version"}


@cache
def sample_of(profile: str) -> str:
    return build_sample(PROFILES[profile], seed=3, people=8).text


def table_of(text: str, profile: Profile) -> Table:
    read = read_document(text.encode())
    read.open_texts(profile.layout.embedded)
    return Table(profile, read.value)


def said(text: str, profile: Profile, names: set[str]) -> list[str]:
    """Every record as far as these fields, in a settled order."""
    table = table_of(text, profile)
    columns = [
        table.values(name) if table.has(name) else [table.header_value(name)] * len(table) for name in sorted(names)
    ]
    return sorted(map(repr, zip(*columns, strict=True)))


def shared(*profiles: Profile) -> set[str]:
    return set.intersection(*(set(profile.by_name) for profile in profiles)) - OWN


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_there_and_back_is_the_same_or_told(source: str, target: str) -> None:
    first, second, text = PROFILES[source], PROFILES[target], sample_of(source)
    try:
        there = convert_json(text.encode(), second, first)
    except ConvertError as error:
        assert error.problems
        return
    both = shared(first, second)
    assert said(there.text, second, both) == said(text, first, both)
    assert run_one(there.text, profile=second).counts.error == 0
    lost = {title(spec) for name, spec in first.by_name.items() if name not in second.by_name and name not in OWN}
    told = "".join(there.notes)
    table = table_of(text, first)
    for name, spec in first.by_name.items():
        if title(spec) in lost and any(value is not None for value in said_of(table, name)):
            assert f"「{title(spec)}」" in told
    try:
        back = convert_json(there.text.encode(), first, second)
    except ConvertError as error:
        assert lost, error.problems
        return
    assert said(back.text, first, both) == said(text, first, both)


def title(spec: FieldSpec) -> str:
    return spec.title if spec.key else REFERENCE.by_name[spec.name].title


def said_of(table: Table, name: str) -> list[Any]:
    return table.values(name) if table.has(name) else [table.header_value(name)]


def test_most_layouts_become_each_other() -> None:
    """So that the test above does not pass because everything is refused."""
    done = 0
    for source, target in PAIRS:
        try:
            convert_json(sample_of(source).encode(), PROFILES[target], PROFILES[source])
            done += 1
        except ConvertError:
            pass
    assert done > len(PAIRS) / 2


@pytest.mark.parametrize("target", ["example-tree", "example-by-id", "example-two-lists", "example-text"])
def test_a_file_of_a_gallery_layout_is_recognised(target: str) -> None:
    there = sample_of(target)
    known = convert_json(there.encode(), PROFILES["example-columns"]).text
    given = convert_json(there.encode(), PROFILES["example-columns"], PROFILES[target]).text
    assert known == given


def converted(records: list[Mapping[str, Any]], target: Profile) -> Converted:
    return convert_json(json.dumps(document(records)).encode(), target, REFERENCE)


@pytest.mark.parametrize(("change", "target", "says"), [
    ({"start_time": "0830", "end_time": "1030", "days": 0, "hours": 2}, "example-half-days", "寫不出"),
    ({"covid_related": True, "leave_type": "病假"}, "example-split", "因疫情請假註記"),
])  # fmt: skip
def test_what_a_layout_cannot_say_is_told(change: dict[str, Any], target: str, says: str) -> None:
    try:
        told = converted([change], PROFILES[target]).notes
    except ConvertError as error:
        told = error.problems
    assert any(says in one for one in told)


def test_two_records_under_one_key_are_not_lost() -> None:
    by_kind = replace(
        REFERENCE, id="by-kind", layout=Layout(persons="/people/*", records=["/people/*/leaves/*"]),
        fields=[replace(spec, key="*") if spec.name == "leave_type" else spec for spec in REFERENCE.fields],
    )  # fmt: skip
    by_kind = replace(by_kind, fields=[
        replace(spec, level="person") if spec.name in ("person_id", "person_name") else spec for spec in by_kind.fields
    ])  # fmt: skip
    one = {"start_date": "1100608", "end_date": "1100608"}
    assert converted([{}, {**one, "leave_type": "事假"}], by_kind).text.count('"事假"') == 1
    with pytest.raises(ConvertError, match="同一個鍵"):
        converted([{}, one], by_kind)


AT_MIDNIGHT = {"start_time": "1600", "end_date": "1100607", "end_time": "2400", "days": 0, "hours": 6}


@pytest.mark.parametrize("target", [name for name in PROFILES if name not in ("example-half-days", "example-nested")])
def test_an_end_at_24_is_the_same_moment_in_every_layout(target: str) -> None:
    """Where the layout has no 24:00, it is 00:00 of the next day; nobody has to change the file before."""
    there = converted([AT_MIDNIGHT], PROFILES[target]).text
    table = table_of(there, PROFILES[target])
    [day], [minutes] = table.values("end_date"), table.values("end_time")
    assert (day.day, minutes) in ((7, 1440), (8, 0))
    assert run_one(there, profile=PROFILES[target]).counts.error == 0


def test_a_cell_that_nothing_may_stand_in_is_told() -> None:
    rows = replace(REFERENCE, layout=Layout(records=["/rows/*"], columns="/columns"))
    with pytest.raises(ConvertError, match="「人員所屬機關代碼」沒有值"):
        converted([{}], rows)
    for profile in (rows, replace(rows, missing=["null"])):
        assert run_one(build_sample(profile, seed=3, people=8).text, profile=profile).status == "pass"
    said_so = replace(rows, missing=["null"])
    assert run_one(converted([{}], said_so).text, profile=said_so).status == "pass"


def test_a_constant_of_the_target_that_is_not_true_is_told() -> None:
    with pytest.raises(ConvertError, match="資料種類"):
        records = [{"covid_related": True, "start_date": "1090407", "end_date": "1090407"}]
        whole = document(records, period="10904", dataset="covid109")
        convert_json(json.dumps(whole).encode(), PROFILES["example-flat"], REFERENCE)


def test_keys_without_a_place_and_people_without_leave_are_told() -> None:
    nested = PROFILES["example-nested"]
    whole = json.loads(sample_of("example-nested"))
    whole["人員"].append({**whole["人員"][0], "身分證字號": "B120863158", "差假": []})
    whole["人員"][0]["差假"][0]["備註"] = "x"
    notes = convert_json(json.dumps(whole).encode(), PROFILES["example-rows"], nested).notes
    assert any("備註" in note for note in notes) and any("1 個底下沒有差假" in note for note in notes)
