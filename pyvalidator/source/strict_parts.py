"""Reading sound parts of a damaged text with the fast parsers, so that one fault does not slow down a large file."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from typing import Any

from pyvalidator.source.strict import read_strict

_PIECE = 8192
_SMALLEST_RUN = 4096
_LARGEST_RUN = 1 << 22
_CONTAINER_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)
_LONE_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class PartReader:
    """Reads whole containers, or runs of array elements, where they are sound.

    A run is tried at sizes that grow while they succeed and shrink where they fail, so that what is read in vain is
    never more than a small multiple of the text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._run = _SMALLEST_RUN

    def read_run(
        self, start: int, depth: int, goes_on: Callable[[Any, str, int], bool]
    ) -> tuple[list[Any], int] | None:
        """Elements of an array from `start` on, and where the last one ends; None where they are not sound, or the last
        one only seems to end there (`goes_on`, given its value, the bracket around it and where it ends).

        A piece of text that starts with an element, ends with a closing brace and is an array's content by strict
        grammar is a run of whole elements: the grammar leaves no other reading.
        """
        if self._run < _SMALLEST_RUN:
            self._run += 256
            return None
        end = self._text.rfind("}", start, start + self._run) + 1
        if end <= start:
            self._run = 0
            return None
        try:
            values = read_strict(f"[{self._text[start:end]}]".encode(), depth + 1)
        except ValueError:
            values = []
        if not values or goes_on(values[-1], "[", end):
            self._run //= 4
            return None
        self._run = min(self._run * 4, _LARGEST_RUN)
        return values, end

    def read_container(self, start: int, depth: int) -> tuple[Any, int] | None:
        """The object or array at `start` and where it ends; None where it is not sound, or long."""
        piece = self._text[start : start + _PIECE]
        if piece.count("{") + piece.count("[") > depth:
            # The scanner recurses: it must not be given more brackets than levels. A short piece has fewer.
            piece = piece[: _PIECE // 8]
            if piece.count("{") + piece.count("[") > depth:
                return None
        try:
            value, length = _SCAN(piece, 0)
        except (ValueError, StopIteration):
            return None
        if _LONE_SURROGATE.search(piece, 0, length):
            return None
        return value, start + length


def skip_container(text: str, start: int) -> tuple[int, int]:
    """Where the container at `start` ends, however deep it is, and -1; if it never ends, the end of the text and the
    offset of the innermost bracket that is still open."""
    level = 0
    for match in _CONTAINER_TOKEN.finditer(text, start):
        level += _STEP.get(match[0], 0)
        if level == 0:
            return match.end(), -1
    # The last bracket by which the level rose to where it ended: a second pass, so as to keep no list of brackets.
    open_at_end, level, innermost = level, 0, start
    for match in _CONTAINER_TOKEN.finditer(text, start):
        step = _STEP.get(match[0], 0)
        level += step
        if step > 0 and level == open_at_end:
            innermost = match.start()
    return len(text), innermost


_STEP = {"{": 1, "[": 1, "}": -1, "]": -1}


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("equal keys")
    return found


def _finite(token: str) -> float:
    number = float(token)
    if not math.isfinite(number):
        raise ValueError("infinite number")
    return number


def _refuse(token: str) -> None:
    raise ValueError(token)


_SCAN = json.JSONDecoder(object_pairs_hook=_unique, parse_float=_finite, parse_constant=_refuse).scan_once  # type: ignore[attr-defined]
