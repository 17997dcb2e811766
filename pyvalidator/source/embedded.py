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
#: Reads a text and what is in it at some patterns; None where it holds neither an object nor a list.
Read = Callable[[str, list[str]], D | None]


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
        read: reads a text, and opens the texts in it at the patterns that it is given.
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
        if not isinstance(value, str):
            inside, texts = opened(value, below, read)
            found += [Embedded(pointer + text.pointer, text.inner) for text in texts]
            return inside
        inner = read(value, below)
        if inner is None:
            return value
        found.append(Embedded(pointer, inner))
        return inner.value
    copy: Any = None
    for key in _keys(value, tokens[0]):
        new = _replaced(value[key], tokens[1:], f"{pointer}/{escape(str(key))}", below, read, found)
        if new is not value[key]:
            copy = copy or (dict(value) if isinstance(value, dict) else list(value))
            copy[key] = new
    return value if copy is None else copy


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
