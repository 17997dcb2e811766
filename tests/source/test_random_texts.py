"""Random values and random damage: nothing crashes, and a fault is reported exactly where strict JSON refuses."""

from __future__ import annotations

import json
import os
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pyvalidator.source import UNREADABLE, Document, read_document

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS, inner, max_size=5), max_leaves=25
)
STYLES = st.sampled_from([{"indent": 2}, {"separators": (",", ":")}, {"ensure_ascii": False, "indent": "\t"}])
RECORDS = st.lists(st.fixed_dictionaries({"id": TEXTS, "days": st.integers(0, 9), "mark": st.booleans()}), max_size=6)
FILES = st.fixed_dictionaries({"agency": TEXTS, "records": RECORDS, "count": st.integers()})
PIECES = st.sampled_from([*"{}[],:\"'\\/#-+.e0 \n\t１，：“”", "null", "NaN", "//", "/*", '"a":', "{}", "\\u", "\ufeff"])

# PYVALIDATOR_FUZZ: how many examples of each test, for a long run.
unhurried = settings(
    deadline=None, max_examples=int(os.environ.get("PYVALIDATOR_FUZZ", "300")), suppress_health_check=list(HealthCheck)
)


def strictly_valid(text: str) -> bool:
    def refuse(token: str) -> None:
        raise ValueError(token)

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) != len(pairs):
            raise ValueError("equal keys")
        return dict(pairs)

    try:
        value = json.loads(text, parse_constant=refuse, object_pairs_hook=unique)
        json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return False
    return not (isinstance(value, str) and value.lstrip()[:1] in ("{", "["))


def pointers(value: Any, prefix: str = "") -> list[str]:
    found = [prefix]
    if isinstance(value, dict):
        for key, child in value.items():
            found += pointers(child, f"{prefix}/{key.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list):
        for index, child in enumerate(value):
            found += pointers(child, f"{prefix}/{index}")
    return found


def resolve(value: Any, pointer: str) -> Any:
    for token in pointer.split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        value = value[int(token)] if isinstance(value, list) else value[token]
    return value


def check_places(document: Document) -> None:
    """What stands at a located offset is what the pointer names: decoded from there, it is the value or the key."""
    every = pointers(document.value)
    found = document.locate([(pointer, want_key) for pointer in every for want_key in (False, True)])
    decoder = json.JSONDecoder()
    for pointer in every:
        assert decoder.raw_decode(document.text, found[pointer, False])[0] == resolve(document.value, pointer)
        parent, _, token = pointer.rpartition("/")
        if pointer and isinstance(resolve(document.value, parent), dict):
            key, end = decoder.raw_decode(document.text, found[pointer, True])
            assert key == token.replace("~1", "/").replace("~0", "~")
            assert document.text[end:].lstrip(" \t\r\n").startswith(":")
        else:
            assert found[pointer, True] == found[pointer, False]


@unhurried
@given(VALUES, STYLES)
def test_sound_text_is_read_and_located(value: Any, style: dict[str, Any]) -> None:
    document = read_document(json.dumps(value, **style).encode())
    if not isinstance(value, str):
        # Where each text is made of such signs alone, they may have been ideographs.
        assert {fault.code for fault in document.faults} <= {"chinese_lost"}
    assert document.value == value
    check_places(document)


@unhurried
@given(RECORDS, STYLES, st.sampled_from(["[%s,]", "[0,%s,,1]", "{'a':%s}", "[%s", '{"a":1,"a":%s}', "%s // x"]))
def test_damaged_text_is_located_wherever_it_was_read(records: Any, style: dict[str, Any], frame: str) -> None:
    document = read_document((frame % json.dumps(records, **style)).encode())
    assert document.faults
    if document.value is UNREADABLE:
        return
    at = {"[0": "/1", "[": "/0", "{": "/a"}.get(frame[:2].rstrip("%'\""), "")
    every = [pointer for pointer in pointers(document.value) if pointer.startswith(at)]
    decoder = json.JSONDecoder(strict=False)
    for (pointer, _), offset in document.locate([(pointer, False) for pointer in every]).items():
        if pointer != "":
            assert decoder.raw_decode(document.text, offset)[0] == resolve(document.value, pointer)


@unhurried
@given(FILES, STYLES, st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3), PIECES), min_size=1, max_size=3))
def test_any_damage_is_reported_and_nothing_else(value: Any, style: dict[str, Any], edits: Any) -> None:
    text = json.dumps(value, **style)
    for where, deleted, inserted in edits:
        at = int(where * len(text))
        text = text[:at] + inserted + text[at + deleted :]
    document = read_document(text.encode())
    assert bool(document.faults) == (not strictly_valid(text)), text
    for fault in document.faults:
        assert 0 <= fault.offset <= len(document.text)
        assert document.place(fault.offset)[0] >= 1
    for start, end in document.skipped:
        assert 0 <= start < end <= len(document.text)
    if document.value is not UNREADABLE:
        json.dumps(document.value, allow_nan=False, ensure_ascii=False).encode()
        every = pointers(document.value)
        assert document.damaged <= set(every)
        assert all(0 <= offset < len(document.text) for offset in document.locate((p, True) for p in every).values())


@unhurried
@given(st.lists(PIECES | TEXTS, max_size=40).map("".join))
def test_any_text_is_survived(text: str) -> None:
    document = read_document(text.encode())
    assert bool(document.faults) == (not strictly_valid(text)), text


@unhurried
@given(st.binary(max_size=60) | st.binary(max_size=40).map(lambda noise: b'{"a": "' + noise + b'"}'))
def test_any_bytes_are_survived(data: bytes) -> None:
    document = read_document(data)
    assert document.faults or document.value is not UNREADABLE
    assert all(0 <= fault.offset <= len(document.text) for fault in document.faults)
    json.dumps(None if document.value is UNREADABLE else document.value, ensure_ascii=False).encode()
