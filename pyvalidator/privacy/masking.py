"""Hides identity numbers in everything that can be passed on."""

from __future__ import annotations

import re
from typing import Any

from pyvalidator.runtime.caches import forgettable

#: A national ID number, a new or an old 統一證號, wherever it stands in a text.
#: As a look-ahead, so that numbers which overlap in a run of digits are all found.
ID_NUMBER = re.compile(r"(?=[A-Za-z][0-9A-Da-d][0-9]{8})")
_ONE = re.compile("[A-Za-z][0-9A-Da-d][0-9]{8}")
_KEPT = 6
ID_LENGTH = 10


def mask_id(text: str) -> str:
    """The first 6 code points stay, each further one becomes `*`."""
    return text[:_KEPT] + "*" * (len(text) - _KEPT)


def mask_text(text: str) -> str:
    """Every ID number inside `text` masked."""
    # Most texts hold no number, and to ask at each of their places takes long.
    if _ONE.search(text) is None:
        return text
    starts = [found.start() for found in ID_NUMBER.finditer(text)]
    characters = list(text)
    for start in starts:
        characters[start + _KEPT : start + ID_LENGTH] = "*" * (ID_LENGTH - _KEPT)
    return "".join(characters)


class Masker:
    """Masks what goes into a report, or passes it on where masking is off.

    Args:
        on: False only by the user's explicit choice.
    """

    def __init__(self, on: bool = True) -> None:
        self.on = on

    def id(self, value: Any) -> Any:
        """The value of a person_id field. A number is an ID that lost its quotes and is masked as text."""
        if not self.on or value is None or isinstance(value, bool):
            return value
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
            return {self.text(key): self.param(key, item) for key, item in value.items()}
        return value

    def param(self, name: str, value: Any) -> Any:
        """A message parameter: one whose name ends in `person_id` is an ID whatever it looks like."""
        return self.id(value) if name.endswith("person_id") else self.text(value)

    def excerpt(self, line: str, id_keys: list[str]) -> str:
        """A line of the file: ID numbers, and whatever is written as the value of one of `id_keys`."""
        if not self.on:
            return line
        return mask_text(_written_value(tuple(id_keys)).sub(lambda found: found[1] + mask_id(found[2]), line))

    def found(self, params: dict[str, Any], before: str, id_keys: list[str]) -> dict[str, Any]:
        """The pieces of text that a syntax fault quotes, as IDs where the fault lies in the value of one of `id_keys`.

        Args:
            before: the text in front of the fault.
        """
        begun = _begun_value(tuple(id_keys)).search(before) if self.on else None
        if begun is None:
            return params
        return {
            name: _mask_piece(item, begun[1]) if isinstance(item, str) else item for name, item in params.items()
        }  # fmt: skip


def _mask_piece(text: str, before: str) -> str:
    """A piece of a value of which `before` stands in front of the fault: the piece begins with it, or follows it."""
    if len(text) < 2 or text.startswith(("U+", "\\")):
        return text  # a sign, the number of a character, an escape: nothing of an ID worth hiding
    kept = _KEPT if text.startswith(before) else max(0, _KEPT - len(before))
    return text[:kept] + "*" * (len(text) - kept)


_OPENER, _CLOSER = "[\"'“”‘＂「]", "[\"'“”’＂」]"


@forgettable(256)
def _written_value(keys: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a member with one of these keys, however badly it is written: what precedes the value, and the value.

    A quote ends the value only where the structure goes on behind it.
    """
    quoted = rf"(?<={_OPENER})[^\r\n]*?(?={_CLOSER}\s*(?:[,}}\]，｝］]|$)|[\r\n]|$)"
    return re.compile(rf"({_member(keys)}{_OPENER}?)({quoted}|[^\",}}\]\r\n]*)", re.MULTILINE)


@forgettable(256)
def _begun_value(keys: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a text that ends inside the value of a member with one of these keys; the group is what stands of it."""
    return re.compile(rf"{_member(keys)}{_OPENER}?([^,{{}}\[\]\r\n]*)\Z")


def _member(keys: tuple[str, ...]) -> str:
    names = "|".join(map(re.escape, keys)) or "(?!)"
    return rf"{_OPENER}?(?:{names}){_CLOSER}?\s*[:：=]\s*"
