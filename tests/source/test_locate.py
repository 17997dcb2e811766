"""Where a pointer stands, in the shapes that take different ways through the text."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pyvalidator.source import read_document

FLAT = {"agency": "x", "records": [{"id": f"人{index}", "days": index} for index in range(2000)], "count": 3}
NESTED = {"people": [{"id": index, "leaves": [{"days": day} for day in range(3)]} for index in range(300)]}
ROWS = {"rows": [[f"人{index}", index, "]["[: index % 3]] for index in range(500)]}
DEEP = {"people": [{"id": '"[{', "more": {"at": [[], {}]}, "leaves": [{"days": [1]}]} for _ in range(50)]}
#: One list in every object, and none of the brackets in a text; of UNEVEN, only the first text looks like one.
LEVELS = {"people": [{"id": index, "leaves": [{"in": {"days": day}} for day in range(index % 4)]} for index in range(80)]}
UNEVEN = {"people": [{"id": "{" * (index == 0), "leaves": [{"days": 1}] * (index % 3)} for index in range(80)]}
BRACES = {"records": [{"id": "{" * (index % 3), "days": index} for index in range(500)]}


def found_at(text: str, pointer: str, want_key: bool = False) -> str:
    document = read_document(text.encode())
    return document.text[document.locate([(pointer, want_key)])[pointer, want_key] :]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "value", [FLAT, NESTED, BRACES, DEEP, LEVELS, UNEVEN],
    ids=["flat", "nested", "braces", "deep", "levels", "uneven"],
)  # fmt: skip
@pytest.mark.parametrize("fault", ["", "tail", "middle"])
def test_every_record_is_found(value: dict[str, Any], indent: int | None, fault: str) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if fault == "tail":
        text = text[:-1].rstrip() + ",}"
    elif fault == "middle":
        at = text.index('"days"', len(text) // 2)
        text = text[:at] + text[at : at + 30].replace('"days"', "days", 1) + text[at + 30 :]
    document = read_document(text.encode())
    assert len(document.faults) == (1 if fault else 0)
    assert document.value == value
    (name,) = (key for key, child in value.items() if isinstance(child, list))
    targets = [(f"/{name}/{index}", False) for index in range(len(value[name]))]
    first = next(iter(value[name][0]))
    targets += [(f"/{name}/{index}/{first}", True) for index in range(0, len(value[name]), 7)]
    decoder = json.JSONDecoder()
    for (pointer, want_key), offset in document.locate(targets).items():
        index = int(pointer.split("/")[2])
        if want_key:
            assert document.text.startswith(f'"{first}"', offset)
        elif not fault:
            assert decoder.raw_decode(document.text, offset)[0] == value[name][index]
        else:
            assert document.text[offset] == "{"


@pytest.mark.parametrize("rows", [ROWS["rows"], [row[:2] for row in ROWS["rows"]]], ids=["brackets in texts", "flat"])
@pytest.mark.parametrize("indent", [None, 2])
def test_every_row_is_found(rows: list[list[Any]], indent: int | None) -> None:
    text = json.dumps({"columns": ["a", "b"], "rows": rows}, ensure_ascii=False, indent=indent)
    document = read_document(text.encode())
    targets = [(f"/rows/{index}", False) for index in range(len(rows))]
    places = document.locate(targets)
    assert [json.JSONDecoder().raw_decode(text, places[target])[0] for target in targets] == rows


def test_members_of_a_map_are_found() -> None:
    value = {"people": {f"A{index}": {"leaves": [{"days": "}"}, {"days": index}]} for index in range(99)}}
    assert found_at(json.dumps(value), "/people/A98/leaves/1/days") == "98}]}}}"


def test_members_behind_a_large_list_are_found() -> None:
    assert found_at(json.dumps(FLAT), "/count") == "3}"
    assert found_at(json.dumps(FLAT), "/count", want_key=True) == '"count": 3}'


def test_escaped_keys_and_pointers_are_resolved() -> None:
    assert found_at('{"a/b": {"~": {"\\u0063": 7}}}', "/a~1b/~0/c") == "7}}}"


@pytest.mark.parametrize(
    "pointer", ["/records/9", "/records/01", "/records/x", "/records/-", "/records/99999999999999999999"]
)
def test_pointer_that_the_value_lacks_is_placed_at_the_nearest_container(pointer: str) -> None:
    assert found_at('{"records": [1, 2]}', pointer) == "[1, 2]}"
    assert found_at('{"records": [1, 2,]}', pointer) == "[1, 2,]}"


def test_key_of_an_element_is_the_element() -> None:
    assert found_at("[1, 2]", "/1", want_key=True) == "2]"


def test_root_is_found_behind_blanks_and_words() -> None:
    assert found_at(" \n[1]", "") == "[1]"
    assert found_at('data = {"a": 1}', "") == '{"a": 1}'


def test_lines_of_objects_are_located_as_a_list() -> None:
    assert found_at('{"a": 1}\n{"a": 02}\n{"a": 3}', "/1/a") == '02}\n{"a": 3}'


KEYED = (
    '{"身分證": "A", "x\\"days": 1, "note": "{\\"days\\": 2}", "days" : 3, "\\u5929": 4, "}": 5,\r\n "喆𤋮": {"days": [{"days": 6}]},'
    '\n"last": "days", "days2":7}'
)


@pytest.mark.parametrize("copies", [1, 4000])
@pytest.mark.parametrize("end", ["", "\n"])
def test_places_found_in_the_bytes_are_those_in_the_text(copies: int, end: str) -> None:
    """Of a proper file nothing is decoded: keys beside rare characters, with escapes, and beside their own like."""
    text = "[" + f",{end}".join([KEYED] * copies) + "]"
    document = read_document(text.encode())
    assert document.faults == []
    tokens = [key.replace("~", "~0").replace("/", "~1") for key in document.value[0]]
    rows = sorted({0, copies // 2, copies - 1})
    pointers = ["", *(f"/{row}" for row in rows), *(f"/{row}/{token}" for row in rows for token in tokens)]
    pointers += [f"/{row}/喆𤋮/days/0/days" for row in rows]
    targets = [(pointer, want_key) for pointer in pointers for want_key in (False, True)]
    by_text = {target: document.place(offset) for target, offset in document.locate(targets).items()}
    assert document.places_of(targets) == by_text
    keys = {pointer: by_text[pointer, True] for pointer in pointers if pointer.count("/") > 1}
    assert len(set(keys.values())) == len(keys)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""])
def test_lines_cut_from_the_bytes_are_those_of_the_text(end: str) -> None:
    text = f"[{end}" + f",{end}".join(['{"喆𤋮": "é"}'] * 3000) + f"{end}]"
    document = read_document(text.encode())
    lines = text.split(end) if end else [text]
    assert document.lines(1, len(lines)) == lines
    last = ("/2999/喆𤋮", False)
    assert document.places_of([last])[last] == document.place(document.locate([last])[last])
