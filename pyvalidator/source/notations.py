"""Texts in which characters are written in another way, read back, with the place of each character in the original."""

from __future__ import annotations

import html
import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple
from urllib.parse import unquote, unquote_plus

_CHUNK = 1 << 13
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "'": "'"}


class Notation(NamedTuple):
    """How characters are written.

    Attributes:
        written: matches one of them as it is written; never with a comma in it.
        read: what a match stands for.
        quick: reads a piece of text at once; None where it cannot be certain.
    """

    written: re.Pattern[str]
    read: Callable[[re.Match[str]], str]
    quick: Callable[[str], str | None] = lambda piece: None

    def read_all(self, piece: str) -> str:
        """What a piece of text stands for."""
        text = self.quick(piece)
        return self.written.sub(self.read, piece) if text is None else text


def _escape(found: re.Match[str]) -> str:
    if len(found[0]) == 4:
        return chr(int(found[0][2:], 16))
    return _ESCAPES[found[0][1]] if len(found[0]) == 2 else str(json.loads(f'"{found[0]}"'))


def _as_json(piece: str) -> str | None:
    """What a piece of a JSON text stands for; None where it is none, or holds half of a surrogate pair."""
    try:
        text = str(json.loads(f'"{piece}"', strict=False))
    except ValueError:
        return None
    return None if _HALF_PAIR.search(text) else text


_HALF_PAIR = re.compile("[\ud800-\udfff]")

#: JSON's escapes, and those of ASCII by two digits (\\x22). Half of a surrogate pair stays as it is written: it stands
#: for nothing.
BACKSLASHES = Notation(
    re.compile(
        r"\\(?:[\"\\/bfnrt']|x[0-7][0-9a-fA-F]|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    ),
    _escape,
    _as_json,
)
ENTITIES = Notation(
    re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"),
    lambda found: html.unescape(found[0]),
)
DOUBLED_QUOTES = Notation(re.compile('""'), lambda found: '"')
#: A character's bytes in UTF-8, or one byte that begins none.
_PERCENT = "%[CD][0-9A-F]%[89AB][0-9A-F]|%E[0-9A-F](?:%[89AB][0-9A-F]){2}|%F[0-7](?:%[89AB][0-9A-F]){3}|%[0-9A-F]{2}"
PERCENT = Notation(re.compile(_PERCENT, re.IGNORECASE), lambda found: unquote(found[0]))
#: As forms are sent: a space is a plus sign.
FORM = Notation(re.compile(rf"\+|{_PERCENT}", re.IGNORECASE), lambda found: unquote_plus(found[0]))


class Reread:
    """A piece of a text read by a notation.

    Only every 8,192th character's place is kept: what lies between is counted again when it is asked for.

    Attributes:
        text: what it reads.
    """

    def __init__(self, source: str, start: int, end: int, notation: Notation) -> None:
        self._source, self._notation = source, notation
        self._starts, self._own_starts = [start], [0]
        pieces: list[str] = []
        while start < end:
            stop = source.find(",", start + _CHUNK, end) + 1 or end
            pieces.append(notation.read_all(source[start:stop]))
            start = stop
            self._starts.append(start)
            self._own_starts.append(self._own_starts[-1] + len(pieces[-1]))
        self.text = "".join(pieces)

    def places(self, offsets: Iterable[int]) -> dict[int, int]:
        """Offset in `text` → offset in the source of what was read there."""
        found: dict[int, int] = {}
        last = max(0, len(self._own_starts) - 2)
        for chunk, group in groupby(
            sorted(set(offsets)), key=lambda offset: min(last, bisect_right(self._own_starts, offset) - 1)
        ):
            found.update(self._places_in(chunk, group))
        return found

    def _places_in(self, chunk: int, offsets: Iterable[int]) -> Iterable[tuple[int, int]]:
        at, own = self._starts[chunk], self._own_starts[chunk]
        tokens = self._notation.written.finditer(self._source, at, self._starts[min(chunk + 1, len(self._starts) - 1)])
        token = next(tokens, None)
        for offset in offsets:
            while token is not None and own + token.start() - at < offset:
                behind = own + token.start() - at + len(self._notation.read(token))
                if behind > offset:
                    break
                at, own = token.end(), behind
                token = next(tokens, None)
            within = token is not None and own + token.start() - at < offset
            yield offset, token.start() if within and token is not None else at + offset - own
