"""An independent oracle: the first character after which a text cannot become valid JSON (RFC 8259)."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_NUMBER_BEGUN = re.compile(r"-?(?:(?:0|[1-9][0-9]*)(?:\.(?:[0-9]+(?:[eE](?:[+-]?[0-9]*)?)?)?|[eE](?:[+-]?[0-9]*)?)?)?")
_STRING_BEGUN = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*')
_ESCAPE_BEGUN = re.compile(r"\\(?:u[0-9a-fA-F]{0,3})?")
_SPACE = re.compile(r"[ \t\r\n]*")
_PAIR = {"{": "}", "[": "]"}


def first_impossible(text: str) -> int | None:
    """Its offset; the length of the text where only an end is missing; None where the text is valid."""
    at, open_brackets, state = 0, [], "value"
    while True:
        match = _SPACE.match(text, at)
        assert match is not None
        at = match.end()
        if at == len(text):
            return None if state == "end" else at
        character = text[at]
        inner = open_brackets[-1] if open_brackets else ""
        after = "comma" if open_brackets else "end"
        if character in "}]" and state in ("comma", "first") and _PAIR.get(inner) == character:
            open_brackets.pop()
            at, state = at + 1, "comma" if open_brackets else "end"
        elif state == "comma" and character == ",":
            at, state = at + 1, "key" if inner == "{" else "value"
        elif state == "colon" and character == ":":
            at, state = at + 1, "value"
        elif (state == "key" or (state == "first" and inner == "{")) and character == '"':
            at, whole = _scalar(text, at)
            if not whole:
                return at
            state = "colon"
        elif state == "value" or (state == "first" and inner == "["):
            if character in _PAIR:
                open_brackets.append(character)
                at, state = at + 1, "first"
                continue
            at, whole = _scalar(text, at)
            if not whole:
                return at
            state = after
        else:
            return at


def _scalar(text: str, start: int) -> tuple[int, bool]:
    """Where it ends, or the first impossible character; whether it is whole."""
    if text[start] == '"':
        match = _STRING_BEGUN.match(text, start)
        assert match is not None
        if text.startswith('"', match.end()):
            return match.end() + 1, True
        escape = _ESCAPE_BEGUN.match(text, match.end())
        return (escape.end() if escape else match.end()), False
    for word in ("true", "false", "null"):
        if text[start] == word[0]:
            same = next((n for n, letter in enumerate(word) if text[start + n : start + n + 1] != letter), len(word))
            return start + same, same == len(word)
    begun = _NUMBER_BEGUN.match(text, start)
    assert begun is not None
    whole = _NUMBER.fullmatch(text, start, begun.end())
    return begun.end(), whole is not None
