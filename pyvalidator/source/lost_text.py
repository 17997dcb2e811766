"""Chinese lost from a whole file: a program on its way put a sign such as ? in the place of each ideograph."""

from __future__ import annotations

import re

from pyvalidator.runtime.caches import forgettable

#: Where all is lost, the beginning shows it: only then is the rest looked at.
_HEAD = 1 << 16
_FEWEST = 4
#: What stands where ideographs were; 嚙 and 锟斤拷 are what U+FFFD becomes when it is misread once more.
_SIGNS = (
    "??", "\ufffd", "嚙", "锟斤拷", "ï¿½", "？？", "□□", "〓〓", "\x1a\x1a",
    r"\ufffd\ufffd", r"\uFFFD\uFFFD", r"\u001a\u001a", r"\u001A\u001A",
)  # fmt: skip
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*+)"(\s*:)?', re.DOTALL)
_LOST = re.compile("|".join(map(re.escape, _SIGNS)))
#: An ideograph, written as such or as an escape.
_IDEOGRAPH = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|\\u[4-9][0-9a-fA-F]{3}")


def may_be_lost(data: bytes, encoding: str, *, whole: bool = False) -> bool:
    """Whether a file is worth a look, told at nearly no cost. `whole`: not by its beginning alone."""
    head = data if whole else data[:_HEAD]
    return any(map(head.__contains__, _signs(encoding)))


@forgettable(32)
def _signs(encoding: str) -> list[bytes]:
    return [sign.encode(encoding, "ignore") for sign in _SIGNS]


def first_loss(text: str) -> tuple[int, str] | None:
    """Where the first of the signs stands, and which it is, in a text that has lost all its ideographs; else None."""
    first, count = None, 0
    for found in _TEXT.finditer(text):
        lost = _LOST.search(found[1])
        if lost is not None:
            count += 1
            first = first or (found.start(1) + lost.start(), _shown(lost[0]))
        elif found[2] is None and _IDEOGRAPH.search(found[1]):
            return None
    return first if count >= _FEWEST else None


def _shown(sign: str) -> str:
    """A sign as it is told: the character that an escape stands for, one of a pair."""
    character = chr(int(sign[2:6], 16)) if sign.startswith("\\u") else sign
    return "U+001A" if character[0] == "\x1a" else character[:1] if len(set(character)) == 1 else character
