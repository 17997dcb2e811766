"""Pointers → offsets in the text.

A sound text is walked with a small tokenizer, and only as far as a wanted pointer needs; the elements of a list of
flat records are found by counting braces. What was read token by token from a damaged text has its offsets noted.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from pyvalidator.runtime.caches import forgettable
from pyvalidator.source.fault import Faults
from pyvalidator.source.spans import ArraySpans, ObjectSpans, Spans
from pyvalidator.source.strings import read_key

Target = tuple[str, bool]
_TEXT = r'"(?:[^"\\]++|\\.)*+"'
#: A list or object with none in it, or with such as these in it, and once more.
_WHOLE = rf'[{{\[](?:[^"{{}}\[\]]++|{_TEXT})*+[}}\]]'
for _ in range(2):
    _WHOLE = rf'[{{\[](?:[^"{{}}\[\]]++|{_TEXT}|{_WHOLE})*+[}}\]]'
_TOKEN = re.compile(rf"{_WHOLE}|{_TEXT}|[{{}}\[\]]", re.DOTALL)
_SCALAR = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[^\s,\]}]+', re.DOTALL)
_COLON = re.compile(r"[ \t\n\r]*:[ \t\n\r]*")
_BETWEEN = re.compile(r"[\s,:]*")
_BRACKETS: dict[type, str] = {dict: "{", list: "["}
#: So many elements are passed one by one: no more of the text is then looked at.
_FEW = 16
_LEVEL = {"{": 1, "[": 1, "}": -1, "]": -1}


class _Wanted:
    """The targets as a tree: what is wanted here, and below each key or index."""

    __slots__ = ("below", "here")

    def __init__(self) -> None:
        self.here: list[Target] = []
        self.below: dict[str, _Wanted] = {}

    def all(self) -> Iterator[Target]:
        trees = [self]
        while trees:
            tree = trees.pop()
            yield from tree.here
            trees.extend(tree.below.values())


def locate(
    text: str, start: int, value: Any, spans: Spans | None, targets: Iterable[Target], *, narrow: bool = False
) -> dict[Target, int]:
    """Offsets of the targets (pointer, whether its key is wanted) in the JSON value that starts at `start`.

    A pointer that the value does not have is placed at the nearest container that it has. An element of an array has
    no key: then the element itself is meant.

    Args:
        narrow: each character of `text` is a byte of the file's UTF-8. Then there are no `spans`.
    """
    trees = {"": (wanted := _Wanted())}
    for target in targets:
        _tree(target[0], trees).here.append(target)
    found = dict.fromkeys(wanted.here, start)
    # (wanted tree, its container, offset, spans) of places still to be walked.
    work: list[tuple[_Wanted, Any, int, Spans | None]] = [(wanted, value, start, spans)]
    while work:
        tree, item, offset, known = work.pop()
        reached = set()
        for token, child_offset, key_offset, child_spans in _children(text, offset, item, known, tree.below, narrow):
            name = str(token)
            reached.add(name)
            child = tree.below[name]
            for target in child.here:
                found[target] = key_offset if target[1] else child_offset
            if child.below:
                work.append((child, item[token], child_offset, child_spans))
        for name in tree.below.keys() - reached:
            found.update(dict.fromkeys(tree.below[name].all(), offset))
    return found


def _tree(pointer: str, trees: dict[str, _Wanted]) -> _Wanted:
    """What is wanted at and below `pointer`; `trees` has what is known of others."""
    if pointer not in trees:
        above, _, token = pointer.rpartition("/")
        trees[pointer] = _tree(above, trees).below.setdefault(token.replace("~1", "/").replace("~0", "~"), _Wanted())
    return trees[pointer]


def _children(
    text: str, offset: int, item: Any, known: Spans | None, wanted: dict[str, _Wanted], narrow: bool
) -> Iterator[tuple[Any, int, int, Spans | None]]:
    """Key or index, offset, key's offset and spans of the wanted children of the container at `offset`."""
    if isinstance(item, dict):
        keys = {key for key in wanted if key in item}
        if isinstance(known, ObjectSpans):
            yield from _members_of_spans(text, known, keys)
        elif keys:
            yield from _members(text, offset, keys, narrow)
    elif isinstance(item, list):
        indices = sorted({int(key) for key in wanted if _is_index(key) and int(key) < len(item)})
        if isinstance(known, ArraySpans):
            yield from _elements_of_runs(text, item, known, indices)
        elif indices:
            first = _next_value(text, offset + 1)
            for index, place in _elements(text, first, len(text), item, indices):
                yield index, place, place, None


def _is_index(token: str) -> bool:
    return token.isascii() and token.isdigit() and len(token) < 19 and (token == "0" or token[0] != "0")


def _members(text: str, offset: int, keys: set[str], narrow: bool) -> Iterator[tuple[str, int, int, None]]:
    # Before the first brace behind its own, a quoted key with a colon can only be this object's member.
    braces = [brace for brace in (text.find("{", offset + 1), text.find("}", offset + 1)) if brace >= 0]
    for key in sorted(keys):
        if member := _plain_member(text, offset, min(braces, default=offset), key, narrow):
            keys.discard(key)
            yield key, member[1], member[0], None
    position = offset + 1
    while keys:
        key_offset = _next_value(text, position)
        key, end = scanstring(text, key_offset + 1, True)
        if narrow and not key.isascii():
            key = json.loads(text[key_offset:end].encode("latin-1"))
        position = _next_value(text, end)
        if key in keys:
            keys.discard(key)
            yield key, position, key_offset, None
        if keys:
            position = _skip(text, position)


def _plain_member(text: str, start: int, end: int, key: str, narrow: bool) -> tuple[int, int] | None:
    """Offsets of a key and its value, if the key is written with no more escapes than it needs."""
    written = _as_written(key, narrow)
    position = text.find(written, start, end)
    while position >= 0:
        # A quote behind a backslash stands inside a text, and only a key has a colon behind it.
        colon = _COLON.match(text, position + len(written))
        if colon and text[position - 1] != "\\":
            return position, colon.end()
        position = text.find(written, position + 1, end)
    return None


@forgettable(1024)
def _as_written(key: str, narrow: bool) -> str:
    written = json.dumps(key, ensure_ascii=False)
    return written.encode("utf-8", "surrogatepass").decode("latin-1") if narrow else written


def _members_of_spans(text: str, known: ObjectSpans, keys: set[str]) -> Iterator[tuple[str, int, int, Spans | None]]:
    ignored = Faults()
    # From the end: of equal keys, the last one holds.
    for at in range(len(known.offsets) - 2, -1, -2):
        key_offset, offset = known.offsets[at], known.offsets[at + 1]
        key = read_key(text, key_offset, ignored)
        if key and key.value in keys:
            keys.discard(key.value)
            yield key.value, offset, key_offset, known.children.get(offset)


def _elements_of_runs(
    text: str, item: list[Any], known: ArraySpans, indices: list[int]
) -> Iterator[tuple[int, int, int, Spans | None]]:
    by_run: dict[int, list[int]] = {}
    for index in indices:
        by_run.setdefault(bisect_right(known.firsts, index) - 1, []).append(index)
    ends = [*known.firsts[1:], len(item)]
    for run, own in by_run.items():
        start, end, spans = known.runs[run]
        for index, place in _elements(text, start, end, item[known.firsts[run] : ends[run]], own, known.firsts[run]):
            yield index, place, place, spans


def _elements(
    text: str, start: int, end: int, items: list[Any], indices: list[int], first: int = 0
) -> Iterator[tuple[int, int]]:
    """Offsets of some of `items`, all the elements from `start` to `end` at most, which count from `first`."""
    bracket, own = _brackets(text, start, end, items) if items and indices[-1] - first > _FEW else ("", None)
    position, at = start, first
    for index in indices:
        if bracket:
            for _ in range(index - at if own is None else sum(own[at - first : index - first])):
                position = text.find(bracket, position + 1)
        else:
            for _ in range(index - at):
                position = _next_value(text, _skip(text, position))
        at = index
        yield index, position


def _brackets(text: str, start: int, end: int, items: list[Any]) -> tuple[str, list[int] | None]:
    """The bracket that each of `items` begins with, and how many of these each has; None: one. "": nobody can tell.

    Each object or list has its bracket: where there are no more of them than these, none stands in a text.
    """
    types = set(map(type, items))
    kind = types.pop()
    if types or kind not in _BRACKETS:
        return "", None
    count = text.count(_BRACKETS[kind], start, end)
    if count == len(items):
        return _BRACKETS[kind], None
    own = [_count_inside(item, kind) for item in items]
    return (_BRACKETS[kind], own) if count == sum(own) else ("", None)


def _count_inside(item: Any, kind: type) -> int:
    """How many objects, or lists, there are in one, itself included."""
    found, open_ones = 0, [item]
    while open_ones:
        one = open_ones.pop()
        found += type(one) is kind
        inside = one.values() if type(one) is dict else one
        if not _BRACKETS.keys().isdisjoint(map(type, inside)):
            open_ones += [child for child in inside if type(child) in _BRACKETS]
    return found


def _next_value(text: str, position: int) -> int:
    match = _BETWEEN.match(text, position)
    return match.end() if match else position


def _skip(text: str, position: int) -> int:
    """Behind the sound value at `position`."""
    if text[position] not in "{[":
        match = _SCALAR.match(text, position)
        return match.end() if match else position + 1
    level = 0
    for token in _TOKEN.finditer(text, position):
        level += _LEVEL.get(token[0], 0)
        if level == 0:
            return token.end()
    return len(text)
