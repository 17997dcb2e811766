"""Lines and columns in texts of any length and with any line ends."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyvalidator.source import read_document
from pyvalidator.source.lines import LineIndex

unhurried = settings(deadline=None)


def naive_place(text: str, offset: int) -> tuple[int, int]:
    ends = [match.end() for match in re.finditer(r"\r\n|\r|\n", text) if match.end() <= offset]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1


@unhurried
@given(st.text(alphabet="a\r\n\t王😀", max_size=40))
def test_places_and_lines_agree_with_a_naive_count(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        assert index.place(offset) == naive_place(text, offset)
    assert index.places(range(len(text) + 1)) == {at: naive_place(text, at) for at in range(len(text) + 1)}
    in_bytes = {len(text[:at].encode()): at for at in range(len(text) + 1)}
    found = LineIndex(text.encode()).places(in_bytes)
    assert found == {offset: naive_place(text, at) for offset, at in in_bytes.items()}
    lines = re.split(r"\r\n|\r|\n", text)
    assert index.lines(1, len(lines)) == lines
    assert index.lines(2, 3) == lines[1:3]
    assert index.lines(len(lines) + 1, len(lines) + 5) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", ""])
@pytest.mark.parametrize("width", [7, 32_766, 32_767, 32_768, 100_000])
def test_lines_across_chunks(end: str, width: int) -> None:
    text = ("x" * width + end) * 5
    index = LineIndex(text)
    offsets = sorted({offset for near in range(0, len(text) + 1, width) for offset in range(near - 3, near + 4)})
    for offset in offsets:
        if 0 <= offset <= len(text):
            assert index.place(offset) == naive_place(text, offset)
    lines = re.split(r"\r\n|\r|\n", text)
    for line in range(1, len(lines) + 1):
        assert index.lines(line, line) == [lines[line - 1]]


def test_many_places_at_once() -> None:
    text = json.dumps([{"a": 1, "b": [2]}] * 300, indent=1)
    document = read_document(text.encode())
    offsets = list(range(0, len(text), 13))
    assert document.places(offsets) == {offset: naive_place(text, offset) for offset in offsets}
