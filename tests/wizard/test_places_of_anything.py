"""Whatever a file holds, its places are looked for without a crash, and with twice the work for twice the size."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from any_layouts import HEADER, LEAVES, text
from hypothesis import given, settings
from hypothesis import strategies as st
from support import run_one

from pyvalidator.privacy.masking import ONE_NUMBER
from pyvalidator.samples import build_sample
from pyvalidator.wizard import draft_profile, draft_toml, propose
from pyvalidator.wizard.bounded_read import first_part
from pyvalidator.wizard.find_layout import find_layout

_WORDS = st.sampled_from([
    "A123456789", "2021-06-07", "1100607", "病假", "持假", "1", "10801", "leaves", "*", "", "~/", "records", "header",
    "王小明", "民政課", "[1]", "{", '{"a": [{"b": 1}]}', "person", "date", "11006", "第1欄",
])  # fmt: skip
_VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), _WORDS, st.text(max_size=5),
    st.builds(dict, st.fixed_dictionaries({"id": st.just("A123456789"), "from": st.just("1100607"), "kind": _WORDS})),
)  # fmt: skip
ANYTHING = st.recursive(
    _VALUES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(_WORDS, inner, max_size=4), inner.map(text),
        st.lists(st.lists(_VALUES, min_size=3, max_size=3), max_size=3),
    ),
    max_leaves=40,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(ANYTHING, min_size=1, max_size=2))
def test_any_values_give_a_profile_or_none(values: list[Any]) -> None:
    draft = propose(values)
    if draft is not None:
        draft_profile(draft)
        assert ONE_NUMBER.search(draft_toml(draft)) is None
        # What is proposed to be declared can be.
        suggested = draft.suggested
        draft.absent |= suggested.absent
        draft.constants |= suggested.constants
        draft.place_constants |= suggested.place_constants
        draft_profile(draft)


@pytest.mark.parametrize("inside", ["", "people", "data/people"])
@pytest.mark.parametrize("in_text", [False, True])
def test_totals_may_stand_beside_persons_in_a_map(inside: str, in_text: bool) -> None:
    """What is no person among the members of a map has a place of its own."""
    leave = {"from": "1100607", "to": "1100607", "kind": "病假", "days": 1, "hours": 0}
    persons = {id: {"name": name, "leaves": [leave]} for id, name in (("A123456789", "王小明"), ("F131104093", "林大同"))}
    value: Any = {**persons, "total": 2, "made": "1100701"}
    if in_text and inside:
        value = json.dumps(value, ensure_ascii=False)
    for key in reversed(inside.split("/") if inside else []):
        value = {key: value}
    value |= {"agency": "376506200A", "ym": "11006"}
    draft = propose([value])
    assert draft is not None
    profile = draft_profile(draft)
    assert (profile.by_name["record_count"].key, profile.by_name["generated_at"].key) == ("total", "made")
    report = run_one(value, profile=profile)
    assert (report.record_count, report.person_count) == (2, 2)
    assert {entry.rule for entry in report.findings} <= {"STR171"}
    again = build_sample(profile, people=3, seed=1).text
    assert run_one(again, profile=profile).person_count == 3


def test_what_is_too_deep_or_too_wide_ends() -> None:
    deep: Any = {"rows": LEAVES}
    for _ in range(5000):
        deep = {"a": deep}
    assert find_layout(deep) is None
    assert find_layout("[" * 100_000) is None
    wide = {f"key {number}": {f"other {inner}": inner for inner in range(30)} for number in range(3000)}
    find_layout({**HEADER, "rows": LEAVES, "wide": wide})


def _calls(work: Callable[[], object]) -> int:
    """How many functions of Python are called."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def _records(size: int) -> list[dict[str, Any]]:
    # Words that were asked about before are remembered: each record has its own.
    return [{**LEAVES[number % len(LEAVES)], "reason": f"{number} of {size}"} for number in range(size)]


@pytest.mark.parametrize("make", [
    lambda size: {"rows": _records(size)},
    lambda size: {"rows": {str(number): each for number, each in enumerate(_records(size), 1)}},
    lambda size: {"people": {str(10_000 + 7 * number): {"leaves": [each]} for number, each in enumerate(_records(size))}},
    lambda size: {"people": {f"A1{number:08d}": [each] for number, each in enumerate(_records(size))}},
    lambda size: {"columns": list(LEAVES[0]), "rows": [list(each.values()) for each in _records(size)]},
    lambda size: {"d": text({"rows": _records(size)})},
    lambda size: {f"list {number}": [each] for number, each in enumerate(_records(size // 8))},
], ids=["list", "serials", "house-numbers", "persons", "rows", "text", "many-lists"])  # fmt: skip
def test_twice_the_size_is_twice_the_work(make: Callable[[int], dict[str, Any]]) -> None:
    small, large = (_calls(partial(find_layout, {**HEADER, **make(size)})) for size in (800, 1600))
    assert large < 2.4 * small


def test_a_text_that_is_cut_off_is_looked_at_once() -> None:
    data = json.dumps({"d": text({"rows": _records(20_000)})}).encode()
    assert first_part(data, 1_000_000) == b""
    rows = json.dumps({"a": _records(2000)}).encode()
    assert json.loads(first_part(rows, 100_000))["a"]
