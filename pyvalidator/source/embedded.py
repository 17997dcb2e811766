"""JSON that is written as a text inside JSON: read, put in the text's place, and found again in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from typing import Any, Generic, Protocol, TypeVar

from pyvalidator.source.notations import BACKSLASHES, Reread
from pyvalidator.source.pointers import escape, tokens_of

_LITERAL = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)


class Inner(Protocol):
    """What was read of a text."""

    value: Any


D = TypeVar("D", bound=Inner)
#: Reads texts, and what is in them at some patterns; None for one that holds neither an object nor a list.
Read = Callable[[list[str], list[str]], list[D | None]]


class Embedded(Generic[D]):
    """One text that holds JSON.

    Args:
        pointer: where the text stands.
        inner: what was read of it.
    """

    def __init__(self, pointer: str, inner: D) -> None:
        self.pointer = pointer
        self.inner = inner
        self._reread: Reread | None = None

    def places(self, text: str, start: int, offsets: Iterable[int]) -> dict[int, int]:
        """Offset in the inner text → offset in `text`, where the literal begins at `start`."""
        wanted = list(offsets)
        if self._reread is None:
            literal = _LITERAL.match(text, start)
            if literal is None:
                # A damaged literal: what is in it is told at its beginning.
                return dict.fromkeys(wanted, start)
            self._reread = Reread(text, start + 1, literal.end() - 1, BACKSLASHES)
        return self._reread.places(wanted)


def opened(value: Any, patterns: Collection[str], read: Read[D]) -> tuple[Any, list[Embedded[D]]]:
    """The value with what the texts at `patterns` hold in their places, and each text that was opened.

    Args:
        patterns: pointers with `*` for every element or member; they may lead through a text that is opened.
        read: reads texts, and opens the texts in them at the patterns that it is given.
    """
    found: list[Embedded[D]] = []
    for pattern in patterns:
        if not any(pattern.startswith(f"{other}/") for other in patterns):
            below = [other.removeprefix(pattern) for other in patterns if other.startswith(f"{pattern}/")]
            value = _replaced(value, tokens_of(pattern), "", below, read, found)
    return value, found


def _replaced(
    value: Any, tokens: tuple[str, ...], pointer: str, below: list[str], read: Read[D], found: list[Embedded[D]]
) -> Any:
    """The value, copied along the way to what is replaced in it."""
    if not tokens:
        return _inside(value, read([value], below)[0] if isinstance(value, str) else None, pointer, below, read, found)
    keys = list(_keys(value, tokens[0]))
    if len(tokens) == 1:
        # All texts of a list are read at once.
        texts = iter(read([value[key] for key in keys if isinstance(value[key], str)], below))
    copy: Any = None
    for key in keys:
        item, place = value[key], f"{pointer}/{escape(str(key))}"
        if len(tokens) > 1:
            new = _replaced(item, tokens[1:], place, below, read, found)
        else:
            new = _inside(item, next(texts) if isinstance(item, str) else None, place, below, read, found)
        if new is not item:
            copy = copy or (dict(value) if isinstance(value, dict) else list(value))
            copy[key] = new
    return value if copy is None else copy


def _inside(
    value: Any, inner: D | None, pointer: str, below: list[str], read: Read[D], found: list[Embedded[D]]
) -> Any:
    """What stands at the end of a pattern: what was read of a text, else the value with what is inside it opened."""
    if inner is not None:
        found.append(Embedded(pointer, inner))
        return inner.value
    if isinstance(value, str):
        return value
    inside, texts = opened(value, below, read)
    found += [Embedded(pointer + text.pointer, text.inner) for text in texts]
    return inside


def _keys(value: Any, token: str) -> Iterable[Any]:
    if isinstance(value, dict):
        return value if token == "*" else filter(value.__contains__, [token])
    if not isinstance(value, list):
        return ()
    if token == "*":
        return range(len(value))
    return [int(token)] if token.isdecimal() and int(token) < len(value) else ()


def text_around(pointer: str, texts: dict[str, Embedded[D]]) -> Embedded[D] | None:
    """The text into which a pointer leads, or at which it ends; None where it stays outside of all."""
    above = ""
    for token in pointer.split("/")[1:]:
        above += f"/{token}"
        if above in texts:
            return texts[above]
    return None
