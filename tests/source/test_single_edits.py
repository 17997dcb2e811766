"""Every single-character slip of a small file is told at the place that the contract names."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from first_impossible import first_impossible

from pyvalidator.source import read_document

VALUE = {"a": "王x", "records": [{"b": 1.5, "c": True}, {"d": [], "e": None, "n": -12}], "z": "q\\é\t"}
COMPACT, INDENTED = (json.dumps(VALUE, ensure_ascii=False, indent=indent) for indent in (None, 1))

#: Faults that have a place of their own: the comma, the opener.
OWN_PLACE = ("trailing_comma", "unclosed_string", "unclosed_bracket", "leading_text")


def edits(text: str) -> Iterator[str]:
    """Each character left out, doubled by each of these, or replaced by it."""
    for at in range(len(text) + 1):
        yield text[:at] + text[at + 1 :]
        for character in '"{]:,0a \n':
            yield text[:at] + character + text[at:]
            yield text[:at] + character + text[at + 1 :]


@pytest.mark.parametrize("text", [COMPACT, INDENTED])
def test_every_slip_is_told_at_its_place(text: str) -> None:
    for edited in edits(text):
        place = first_impossible(edited)
        faults = [fault for fault in read_document(edited.encode()).faults if fault.code != "duplicate_key"]
        if place is None:
            assert not faults, edited
        elif place not in [fault.offset for fault in faults]:
            assert faults and faults[0].code in OWN_PLACE and faults[0].offset <= place, (edited, place, faults)


@pytest.mark.parametrize("text", [COMPACT, INDENTED])
def test_a_text_that_breaks_off_has_one_fault_at_the_innermost_opener(text: str) -> None:
    for length in range(1, len(text)):
        (fault,) = read_document(text[:length].encode()).faults
        assert fault.offset == innermost_opener(text[:length]), text[:length]


def innermost_opener(begun: str) -> int:
    """Offset of the string, else of the bracket, that is still open at the end of the text."""
    opened: list[int] = []
    in_string = escaped = False
    for at, character in enumerate(begun):
        if in_string:
            if character == '"' and not escaped:
                in_string = False
                opened.pop()
            escaped = character == "\\" and not escaped
        elif character in '"{[':
            opened.append(at)
            in_string = character == '"'
        elif character in "}]":
            opened.pop()
    return opened[-1]


@pytest.mark.parametrize(
    ("text", "place"),
    [("[1]", None), ("[1", 2), ('{"a":1,}', 7), ('{"a" 1}', 5), ('["\\u00g0"]', 6), ("[-]", 2), ("[01]", 2), ("nul", 3),
     ("[1.e1]", 3), ('["\x01"]', 2), ("[]]", 2), ('{"a":tru}', 8), ("", 0), ("[1e5, 1E+1, -0.1]", None)],
)  # fmt: skip
def test_the_oracle_itself(text: str, place: int | None) -> None:
    assert first_impossible(text) == place
