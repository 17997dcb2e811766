"""Places in a text found the slow and obvious way, to judge the checker's own by."""

from __future__ import annotations

from json.decoder import JSONDecoder, scanstring

_DECODER = JSONDecoder()


def offsets(text: str) -> dict[tuple[str, bool], int]:
    """(pointer, whether the key is meant) → offset of the value's or the key's first character, for proper JSON."""
    found: dict[tuple[str, bool], int] = {}
    _walk(text, _skip(text, 0), "", found)
    return found


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1; LF, CRLF and lone CR end a line."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _walk(text: str, at: int, pointer: str, found: dict[tuple[str, bool], int]) -> int:
    found[pointer, False] = at
    if text[at] not in "{[":
        return _DECODER.raw_decode(text, at)[1]
    close = {"{": "}", "[": "]"}[text[at]]
    is_object = text[at] == "{"
    at = _skip(text, at + 1)
    index = 0
    while text[at] != close:
        if is_object:
            key, end = scanstring(text, at + 1)
            token = key.replace("~", "~0").replace("/", "~1")
            found[f"{pointer}/{token}", True] = at
            at = _skip(text, _skip(text, end) + 1)
        else:
            token = str(index)
        at = _skip(text, _walk(text, at, f"{pointer}/{token}", found))
        index += 1
        if text[at] == ",":
            at = _skip(text, at + 1)
    return at + 1


def _skip(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\n", "\r", "\t"):
        at += 1
    return at
