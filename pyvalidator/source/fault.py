"""What the reader says when a text is not proper JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from pyvalidator.privacy.masking import ID_LENGTH, ID_NUMBER
from pyvalidator.source.pointers import moved_below

FAULT_LIMIT = 100_000
"""Faults kept per file. More are counted, not kept: a generator's slip repeats itself in every record."""


class SyntaxFault(NamedTuple):
    """One fault of the text.

    Attributes:
        code: the `fault_code` of a syntax rule, e.g. `trailing_comma`.
        offset: code point offset in `Document.text`; its length means one past the last character.
        params: values for the message; short pieces of the text at most.
        pointer: RFC 6901 pointer of the member; only `duplicate_key` and `huge_number` have one.
    """

    code: str
    offset: int
    params: dict[str, Any] = {}
    pointer: str = ""


class Faults:
    """Collects faults, keeping the first `FAULT_LIMIT` and the true number of each code."""

    def __init__(self) -> None:
        self.kept: list[SyntaxFault] = []
        self.counts: Counter[str] = Counter()
        self.total = 0

    def add(self, code: str, offset: int, pointer: str = "", **params: Any) -> None:
        self.counts[code] += 1
        self.total += 1
        if len(self.kept) < FAULT_LIMIT:
            self.kept.append(SyntaxFault(code, offset, params, pointer))

    def add_all(self, faults: Iterable[SyntaxFault]) -> None:
        for code, offset, params, pointer in faults:
            self.add(code, offset, pointer, **params)

    def drop_from(self, offset: int) -> None:
        """Forgets the latest faults that lie at or behind `offset`."""
        while self.kept and self.kept[-1].offset >= offset:
            self.counts[self.kept.pop().code] -= 1
            self.total -= 1

    def rename(self, code: str, better: str, **params: Any) -> None:
        """Calls the one fault of this code by another."""
        at = next((index for index, fault in enumerate(self.kept) if fault.code == code), None)
        if at is not None:
            self.kept[at] = self.kept[at]._replace(code=better, params=params)
            self.counts[code] -= 1
            self.counts[better] += 1

    def move_below(self, place: str, pointer: str = "") -> None:
        """Puts what was read at `pointer` into a new container, in which it stands at `place`."""
        self.kept = [
            fault._replace(pointer=moved_below(place, pointer, fault.pointer)) if fault.pointer else fault
            for fault in self.kept
        ]

    def moved(self, places: Callable[[Iterable[int]], dict[int, int]]) -> Faults:
        """The same at the places that `places` gives for theirs."""
        at = places(fault.offset for fault in self.kept)
        self.kept = [fault._replace(offset=at[fault.offset]) for fault in self.kept]
        return self

    def extend(self, other: Faults) -> None:
        self.kept += other.kept
        self.counts += other.counts
        self.total += other.total


class _Unreadable:
    def __repr__(self) -> str:
        return "UNREADABLE"

    def __bool__(self) -> bool:
        return False


UNREADABLE: Any = _Unreadable()
"""The value of a document from which no JSON value could be had (JSON's null is None)."""


def shorten(text: str, limit: int = 20) -> str:
    """`text` for a message: one line, at most `limit` characters."""
    start = cut(text, limit)
    shown = "".join(character if character.isprintable() else f"U+{ord(character):04X}" for character in start)
    return shown if len(text) <= limit else shown + "…"


def cut(text: str, limit: int) -> str:
    """The first `limit` characters at most. An ID number is left out whole: of a part of one, masking knows nothing."""
    if len(text) <= limit:
        return text
    numbers = ID_NUMBER.finditer(text, max(0, limit - ID_LENGTH + 1), limit + ID_LENGTH)
    return text[: next((number.start() for number in numbers if number.start() < limit), limit)]
