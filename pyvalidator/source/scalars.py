"""Reading one number or word that is not, or not properly, JSON's."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Any

from pyvalidator.source.fault import Faults, shorten
from pyvalidator.source.strings import ends_string

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
LITERALS = {"true": True, "false": False, "null": None}
LONGEST_INTEGER = 4300
"""Digits that Python turns into an int without an extra switch (sys.int_info.default_max_str_digits)."""

# Everything up to what can end a value: structure (half- or full-width), a quote, white space, a comment; 08:30 is one.
_TOKEN = re.compile(r"(?:(?!//|/\*)[^\s,:\[\]{}\"，：［］｛｝＂；;#]|(?<=[0-9]):(?=[0-9]))+")
# A sentence without quotes goes on over blanks and colons, to the end of the line at most.
_BARE_TEXT = re.compile(r"[^,\[\]{}\"，［］｛｝＂；;\r\n]+")
_NUMBER_PREFIX = re.compile(r"-?(?:(?:0|[1-9][0-9]*)(?:\.(?:[0-9]+(?:[eE](?:[+-]?[0-9]*)?)?)?|[eE](?:[+-]?[0-9]*)?)?)?")
_NUMBER_LIKE = re.compile(r"[+-]?(?=[0-9.])[0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]*)?")
_WORDS = {
    "nan": ("nan_number", None), "infinity": ("nan_number", None), "inf": ("nan_number", None),
    "true": ("wrong_literal", True), "false": ("wrong_literal", False), "null": ("wrong_literal", None),
    "none": ("wrong_literal", None), "undefined": ("wrong_literal", None), "nil": ("wrong_literal", None),
}  # fmt: skip


def read_scalar(text: str, start: int, faults: Faults) -> tuple[Any, int]:
    """The value at `start`, which is neither bracket nor quote, and where it ends.

    A fault lies at the first character after which the text cannot become JSON. The value is guessed: a number whose
    leading zero says that it is a code or a date stays text.
    """
    match = _TOKEN.match(text, start)
    end = match.end() if match else start + 1
    token = text[start:end]
    if text.startswith('"', end) and ends_string(text, end + 1):
        # A text that lacks its opening quote only, and looks like a number or a word.
        faults.add("unquoted_text", _deviation(text, start, end), found=shorten(token))
        return token, end + 1
    if token in LITERALS:
        return LITERALS[token], end
    if NUMBER.fullmatch(token):
        return _number(token, start, faults), end
    narrow = unicodedata.normalize("NFKC", token)
    if narrow != token and (NUMBER.fullmatch(narrow) or narrow.isdecimal()):
        faults.add("fullwidth_digit", _deviation(text, start, end), found=shorten(token), right=shorten(narrow))
        return _guess(narrow), end
    code, value = _WORDS.get(token.lstrip("+-").lower(), ("", None))
    if code:
        place = _deviation(text, start, end)
        faults.add(code, place, found=token, right={True: "true", False: "false", None: "null"}[value])
        return value, end
    literal = next((name for name in LITERALS if name.startswith(token)), "")
    if literal:
        faults.add("wrong_literal", end, found=token, right=literal)
        return LITERALS[literal], end
    if _NUMBER_LIKE.fullmatch(token):
        faults.add(_number_fault(token), _deviation(text, start, end), found=shorten(token))
        return _guess(token), end
    if re.fullmatch(r"[+-]?0[xX][0-9a-fA-F]+", token):
        faults.add("hex_number", _deviation(text, start, end), found=shorten(token))
        return token, end
    bare = _BARE_TEXT.match(text, start)
    written = bare[0].rstrip() if bare else token
    faults.add("unquoted_text", _deviation(text, start, end), found=shorten(written))
    end = max(start + len(written), end)
    lacks_opening_quote = text.startswith('"', end) and ends_string(text, end + 1)
    return written, end + 1 if lacks_opening_quote else end


def _number(token: str, start: int, faults: Faults) -> int | float | None:
    if token.lstrip("-").isdigit():
        if len(token) <= LONGEST_INTEGER:
            return int(token)
    elif math.isfinite(number := float(token)):
        return number
    faults.add("huge_number", start, found=shorten(token))
    return None


def _number_fault(token: str) -> str:
    digits = token.lstrip("+-")
    if token.startswith("+"):
        return "plus_sign"
    if digits.startswith("0") and digits[1:2].isdigit():
        return "leading_zero"
    return "bad_decimal_point" if digits.startswith(".") or re.search(r"\.(?![0-9])", digits) else "bad_number"


def _guess(token: str) -> Any:
    """What was meant by a token that is nearly a number: a number, or text where a leading zero must be kept."""
    digits = token.lstrip("+-")
    if digits[:1] == "0" and digits[1:2].isdigit():
        return token
    if digits.isdigit() and len(digits) <= LONGEST_INTEGER:
        return int(token)
    try:
        number = float(token)
    except ValueError:
        return token
    return number if math.isfinite(number) else token


def _deviation(text: str, start: int, end: int) -> int:
    """The first character of text[start:end], or the one after it, that no JSON value can have there."""
    for literal in LITERALS:
        if text.startswith(literal[0], start):
            length = 1
            while length < len(literal) and text.startswith(literal[length], start + length):
                length += 1
            return start + length
    match = _NUMBER_PREFIX.match(text, start, end)
    assert match is not None
    return match.end()
