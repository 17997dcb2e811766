"""Strict reading at full speed: bytes that hold proper JSON, and nothing else.

The value comes from pydantic_core's parser, which keeps the last of equal keys and reads 1e400 as infinity without
a word. Both are found by counting, at the speed of `bytes.count`; only where the counts leave a doubt is more done.
"""

from __future__ import annotations

import json
import math
from itertools import count
from typing import Any

from pydantic_core import from_json

from pyvalidator.runtime.gc_control import paused_gc
from pyvalidator.runtime.memory import require_memory
from pyvalidator.source.lost_text import may_be_lost

MAX_DEPTH = 100
"""Levels of objects and arrays that are read. The reference profile has 3; pydantic_core gives up at 200."""

_CHUNK = 1 << 20
_LONGEST_HINT = 256
# Digits become 0, both letters of an exponent e: numbers that may be infinite can then be found by plain searches.
_NUMBER_LETTERS = bytes(
    ord("0") if chr(byte).isdigit() and byte < 128 else byte | 32 if byte in b"eE" else byte if byte in b"+" else 32
    for byte in range(256)
)
# A number is infinite from 1e309 on: an exponent of three digits, or (with two) more than 200 digits before the dot.
_HUGE_HINTS = (b"0e000", b"0e+000", b"0" * 200)


def read_strict(data: bytes, max_depth: int = MAX_DEPTH) -> Any:
    """The JSON value that `data` (UTF-8, no BOM) holds.

    Raises:
        ValueError: anything is wrong: syntax, encoding, equal keys in one object, an infinite number, too deep.
        MemoryError: the values do not fit into the computer's memory.
    """
    require_memory(data)
    with paused_gc():
        value = from_json(data, allow_inf_nan=False)
        keys, depth = _count_keys(value, data.count(b"{") + data.count(b"["))
        if depth > max_depth:
            raise ValueError("too deep")
        # Every member has a colon, and a quote before it: as many as there are keys means that no key came twice.
        if keys != _colons(data) and keys != _key_ends(data):
            json.loads(data, object_pairs_hook=_refuse_equal_keys)
        if _may_hold_infinity(data) and _holds_infinity(value):
            raise ValueError("infinite number")
    return value


def read_together(texts: list[str]) -> list[Any] | None:
    """The values of many texts, read in one pass; None where one of them needs a closer look.

    Between each two stands a number that is in none of them. Where every second value is that number, what stands
    between is one text, and one whole value: a text that breaks off and one that goes on are not taken for a value.
    """
    whole = ",".join(texts)
    mark = next(number for number in count(10**9) if str(number) not in whole)
    try:
        data = f"[{f',{mark},'.join(texts)}]".encode()
        values = read_strict(data, MAX_DEPTH + 1)
    except ValueError:
        return None
    marks = values[1::2]
    fits = len(values) == 2 * len(texts) - 1 and all(type(one) is int and one == mark for one in marks)
    return values[::2] if fits and not may_be_lost(data, "utf-8", whole=True) else None


def _colons(data: bytes) -> int:
    """The colons, those in texts too, but for those in JSON inside a text: there the quote before them is escaped."""
    # Most files have no backslash. One that is escaped itself may be the end of a key.
    escaped = b"\\" in data and b'\\\\":' not in data
    return data.count(b":") - (data.count(rb'\":') if escaped else 0)


def _key_ends(data: bytes) -> int:
    """The colons behind a quote, with blanks between them or none; those in texts too."""
    found, last = 0, b""
    for start in range(0, len(data), _CHUNK):
        part = last + data[start : start + _CHUNK].translate(None, b" \t\n\r\f\v")
        found += part.count(b'":')
        last = part[-1:]
    return found


def _count_keys(value: Any, brackets: int) -> tuple[int, int]:
    """Number of keys and of levels. `brackets`, an upper bound for the containers, tells when no more can follow."""
    keys = depth = seen = 0
    level = [value] if isinstance(value, (dict, list)) else []
    while level:
        depth += 1
        seen += len(level)
        only_objects = set(map(type, level)) == {dict}
        keys += sum(map(len, level if only_objects else (item for item in level if type(item) is dict)))
        if seen == brackets:
            break
        level = [child for container in level for child in _containers_in(container)]
    return keys, depth


def _containers_in(container: dict[str, Any] | list[Any]) -> Any:
    inside = children(container)
    types = set(map(type, inside))
    if types <= {dict, list}:
        return inside
    return [child for child in inside if type(child) in (dict, list)] if types & {dict, list} else ()


def children(container: dict[str, Any] | list[Any]) -> Any:
    return container.values() if type(container) is dict else container


def _refuse_equal_keys(pairs: list[tuple[str, Any]]) -> None:
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("equal keys")


def _may_hold_infinity(data: bytes) -> bool:
    for start in range(0, len(data), _CHUNK):
        letters = data[start : start + _CHUNK + _LONGEST_HINT].translate(_NUMBER_LETTERS)
        if any(map(letters.__contains__, _HUGE_HINTS)):
            return True
    return False


def _holds_infinity(value: Any) -> bool:
    level = [value]
    while level:
        if any(type(item) is float and not math.isfinite(item) for item in level):
            return True
        level = [child for item in level if type(item) in (dict, list) for child in children(item)]
    return False
