"""Hides identity numbers in everything that can be passed on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from pyvalidator.domain.person_ids import HouseNumber
from pyvalidator.runtime.caches import forgettable

_LETTERS, _DIGITS, _FIRST = "A-Za-zＡ-Ｚａ-ｚ", "0-9０-９", "A-Da-dＡ-Ｄａ-ｄ"
_PATTERN = f"[{_LETTERS}][{_DIGITS}{_FIRST}][{_DIGITS}]{{8}}"
#: A national ID number, a new or an old 統一證號, wherever it stands in a text, in full-width characters too.
#: As a look-ahead, so that numbers which overlap in a run of digits are all found.
ID_NUMBER = re.compile(f"(?={_PATTERN})")
ONE_NUMBER = re.compile(_PATTERN)
#: The same with a few digits too many or too few, as a key of an object may be.
_NEARLY = re.compile("[A-Za-z][0-9A-Da-d][0-9]{6,9}")
KEPT = 6
ID_LENGTH = 10
#: Length of the pieces by which what is hidden of a value is found again in other texts.
_PIECE = 4


def mask_id(text: str) -> str:
    """The first 6 code points stay, each further one becomes `*`."""
    return text[:KEPT] + "*" * (len(text) - KEPT)


def mask_text(text: str) -> str:
    """Every ID number inside `text` masked."""
    # Most texts hold no number, and to ask at each of their places takes long.
    if ONE_NUMBER.search(text) is None:
        return text
    return starred(text, [(found.start() + KEPT, found.start() + ID_LENGTH) for found in ID_NUMBER.finditer(text)])


@forgettable(4096)
def mask_key(text: str) -> str:
    """A key or code: masked whole where it is a number, or would be with a digit more or less and without signs."""
    nearly = len(text) > KEPT and _NEARLY.fullmatch(plain(text)) is not None
    return mask_id(text) if nearly else mask_text(text)


def starred(text: str, spans: list[tuple[int, int]]) -> str:
    """`text`, each character in one of the spans a `*`."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = "*" * len(characters[start:end])
    return "".join(characters)


def plain(text: str) -> str:
    """Letters and digits of a number, as it would be without spaces, signs and full-width characters."""
    usual = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return re.sub("[^0-9A-Z]", "", usual.upper())


def hide(text: str, value: str) -> str:
    """`text` without what is hidden of the ID `value`: the value itself, its proper form, and pieces of either."""
    if len(value) <= KEPT:
        return text
    spans: list[tuple[int, int]] = []
    for form, kept in {(value, KEPT), (plain(value), len(plain(value[:KEPT])))}:
        # Of a text that is a piece of the value, however short, the place in the value is known.
        at = form.rfind(text) if len(text) > 1 else -1
        spans += [(max(0, kept - at), len(text))] if at >= 0 else []
        if kept < len(form):
            spans += [(start + kept, start + len(form)) for start in _starts(text, form)]
        for piece in _pieces(form, kept):
            spans += [(start, start + len(piece)) for start in _starts(text, piece)]
    return starred(text, spans) if spans else text


def _starts(text: str, piece: str) -> Iterator[int]:
    """Where a piece begins in a text, overlapping ones too. Python would keep a pattern made of it."""
    start = text.find(piece)
    while start >= 0:
        yield start
        start = text.find(piece, start + 1)


def _pieces(form: str, kept: int) -> set[str]:
    """By which a hidden end is known. One that also stands in front would show there what is hidden."""
    size = min(_PIECE, len(form) - kept)
    if size < _PIECE - 1:
        return set()
    pieces = {form[start : start + size] for start in range(kept, len(form) - size + 1)}
    return {piece for piece in pieces if piece not in form[:kept] and any(map(str.isalnum, piece))}


class Masker:
    """Masks what goes into a report, or passes it on where masking is off.

    Args:
        on: False only by the user's explicit choice.
    """

    def __init__(self, on: bool = True) -> None:
        self.on = on

    def id(self, value: Any) -> Any:
        """The value of a person_id field. A number is an ID that lost its quotes and is masked as text."""
        if isinstance(value, HouseNumber):
            return self.text(str(value))
        if not self.on or value is None or isinstance(value, bool):
            return value
        if isinstance(value, list | tuple):
            return [self.id(item) for item in value]
        if isinstance(value, dict):
            return {mask_id(key): self.id(item) for key, item in value.items()}
        masked = mask_text(mask_id(str(value)))
        return value if masked == str(value) else masked

    def text(self, value: Any) -> Any:
        """Any other value: texts are searched for ID numbers, lists and objects gone through."""
        if not self.on or value is None:
            return value
        if isinstance(value, str):
            return mask_text(value)
        if isinstance(value, list | tuple):
            return [self.text(item) for item in value]
        if isinstance(value, dict):
            return {self.key(key): self.param(key, item) for key, item in value.items()}
        return value

    def key(self, key: Any) -> Any:
        """A key of an object, which may be a number that is badly written."""
        return self.text(mask_key(key) if self.on and isinstance(key, str) else key)

    def param(self, name: str, value: Any) -> Any:
        """A message parameter: one whose name ends in `person_id` is an ID whatever it looks like."""
        if name == "key":
            return self.key(value)
        return self.id(value) if name.endswith("person_id") else self.text(value)
