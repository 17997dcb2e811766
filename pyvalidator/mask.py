"""Hides identity numbers in everything that can be passed on."""

from __future__ import annotations

import re
from typing import Any

#: A national ID number, a new or an old 統一證號, wherever it stands in a text.
#: As a look-ahead, so that numbers which overlap in a run of digits are all found.
_ID = re.compile(r"(?=[A-Za-z][0-9A-Da-d][0-9]{8})")
_KEPT = 6
_LENGTH = 10


def mask_id(text: str) -> str:
    """The first 6 code points stay, each further one becomes `*`."""
    return text[:_KEPT] + "*" * (len(text) - _KEPT)


def mask_text(text: str) -> str:
    """Every ID number inside `text` masked."""
    starts = [found.start() for found in _ID.finditer(text)]
    if not starts:
        return text
    characters = list(text)
    for start in starts:
        characters[start + _KEPT : start + _LENGTH] = "*" * (_LENGTH - _KEPT)
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
        return mask_text(mask_id(value if isinstance(value, str) else str(value)))

    def text(self, value: Any) -> Any:
        """Any other value: texts are searched for ID numbers, lists and objects gone through."""
        if not self.on:
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
        for key in id_keys:
            line = re.sub(
                rf'("{re.escape(key)}"\s*[:：]\s*)("?)([^",}}\]]*)',
                lambda found: found[1] + found[2] + mask_id(found[3]),
                line,
            )
        return mask_text(line)
