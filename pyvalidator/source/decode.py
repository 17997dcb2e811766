"""Bytes → text: UTF-8 as it must be, and whatever else a file turns out to be written in."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from pyvalidator.source.fault import Faults

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its first two bytes are the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# JSON begins with two ASCII characters: where its first four bytes are zero tells the width (RFC 4627, section 3).
_ZEROS: dict[tuple[bool, ...], str] = {
    (False, True, True, True): "utf-32-le",
    (True, True, True, False): "utf-32-be",
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
}
_BAD_BYTES = re.compile("[\udc80-\udcff]+")
_SAMPLE = 1 << 15
_REPLACEMENT = "\ufffd"


class Decoded(NamedTuple):
    encoding: str
    text: str
    start: int
    """Where the JSON begins: behind the BOM."""
    lossy: bool
    """Some bytes could not be read: each of them stands as U+FFFD in the text."""


def detect_encoding(data: bytes) -> tuple[str, int]:
    """Name of the Unicode encoding, and the length of the BOM in characters: 0 or 1."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name, 1
    return _ZEROS.get(tuple(byte == 0 for byte in data[:4]), "utf-8"), 0


def decode(data: bytes, faults: Faults) -> Decoded:
    """The text of `data`; whatever is not UTF-8 without BOM is added to `faults`. Never raises."""
    encoding, start = detect_encoding(data)
    if encoding != "utf-8":
        text = data.decode(encoding, "replace")
        faults.add(encoding[:6].replace("-", ""), 0, encoding=encoding.upper(), bom=bool(start))
        return Decoded(encoding, text, start, _REPLACEMENT in text)
    if start:
        faults.add("utf8_bom", 0)
    try:
        return Decoded("utf-8", data.decode(), start, False)
    except UnicodeDecodeError as error:
        bad = error.start
        # Bytes that end inside a character were cut off, whatever else they could be.
        cut_off = error.reason == "unexpected end of data"
    if not cut_off and _is_big5(data, bad):
        faults.add("big5_text", len(data[:bad].decode("cp950", _USER_CHARACTERS)))
        return Decoded("cp950", data.decode("cp950", _USER_CHARACTERS), start, False)
    return Decoded("utf-8", _decode_around_bad_bytes(data, faults), start, True)


def _decode_around_bad_bytes(data: bytes, faults: Faults) -> str:
    text = data.decode("utf-8", "surrogateescape")
    for run in _BAD_BYTES.finditer(text):
        shown = " ".join(f"{ord(byte) - 0xDC00:02X}" for byte in run[0][:4])
        faults.add("invalid_bytes", run.start(), found=shown)
    return _BAD_BYTES.sub(lambda run: _REPLACEMENT * len(run[0]), text)


def _is_big5(data: bytes, bad: int) -> bool:
    """Whether bytes that are not UTF-8 from `bad` on are Big5, by how much of a piece each of the two can read."""
    around = data[max(0, bad - _SAMPLE) : bad + _SAMPLE].decode("utf-8", "replace")
    unread_as_utf8 = around.count(_REPLACEMENT)
    read_as_utf8 = sum(1 for character in around if character > "\x7f") - unread_as_utf8
    if read_as_utf8 >= unread_as_utf8:
        return False
    piece = data[bad : bad + _SAMPLE].decode("cp950", _USER_CHARACTERS)
    unread_as_big5 = piece.count(_REPLACEMENT)
    read_as_big5 = sum(1 for character in piece if character > "\x7f") - unread_as_big5
    return unread_as_big5 * 20 <= read_as_big5


# Characters that agencies made themselves (造字): Microsoft's table puts these Big5 rows, 157 characters each, into
# Unicode's private area. Python's cp950 leaves them out, so that names would lose characters.
_USER_ROWS = ((0xFA, 0xFE, 0xE000), (0x8E, 0xA0, 0xE311), (0x81, 0x8D, 0xEEB8))


def _user_character(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    pair = error.object[error.start : error.start + 2]
    if len(pair) == 2:
        lead, trail = pair
        column = trail - 0x40 if 0x40 <= trail <= 0x7E else trail - 0x62 if 0xA1 <= trail <= 0xFE else -1
        for first, last, base in _USER_ROWS:
            if first <= lead <= last and column >= 0:
                return chr(base + (lead - first) * 157 + column), error.start + 2
    return _REPLACEMENT, error.start + 1


_USER_CHARACTERS = "pyvalidator.big5-user-characters"
codecs.register_error(_USER_CHARACTERS, _user_character)
