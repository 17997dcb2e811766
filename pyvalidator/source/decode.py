"""Bytes → text: UTF-8 as it must be, and whatever else a file turns out to be written in."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from pyvalidator.source.fault import Faults
from pyvalidator.text.common_han import common_and_all

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
_IDEOGRAPHS_IN_UTF8 = re.compile(rb"[\xe3-\xe9][\x80-\xbf]{2}|\xf0[\xa0-\xb3][\x80-\xbf]{2}")
_ABOVE_ASCII = re.compile(rb"[\x80-\xff]")
_SAMPLE = 1 << 15
_REPLACEMENT = "\ufffd"
_USER_CHARACTERS = "pyvalidator.big5-user-characters"
#: Encodings that files come in beside Unicode's, the usual one first: fault code, and how bytes outside it are read.
_LEGACY = {
    "cp950": ("big5_text", _USER_CHARACTERS),
    "gb18030": ("gbk_text", "replace"),
    "cp932": ("other_encoding", "replace"),
}
_NAMES = {"cp950": "Big5", "gb18030": "GBK（GB18030）", "cp932": "Shift_JIS"}
#: By how much more of the characters have to be common ones for an encoding to be the one beyond doubt.
_SURE = 0.25


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
    readings = [] if cut_off else _readings(data, bad)
    if readings:
        near = [reading.encoding for reading in readings if reading.share > readings[0].share - _SURE]
        # Of encodings that read equally well, the one that is usual in Taiwan.
        encoding = min(near, key=list(_LEGACY).index)
        code, errors = _LEGACY[encoding]
        others = "、".join(_NAMES[other] for other in near if other != encoding)
        doubt = f"；也可能是 {others}，中文太少，無法確定" if others else ""
        own = data.rfind(b'"', 0, bad) + 1
        before, _ = _by_pieces(data[:own], encoding, errors)
        offset = len(before) + len(data[own:bad].decode(encoding, errors))
        text, mixed = _by_pieces(data, encoding, errors)
        doubt += "；有一部分卻是 UTF-8，是兩種編碼混在一起" if mixed else ""
        faults.add(code, offset, encoding=_NAMES[encoding], doubt=doubt)
        return Decoded(encoding, text, start, _REPLACEMENT in text)
    return Decoded("utf-8", _decode_around_bad_bytes(data, faults), start, True)


def _by_pieces(data: bytes, encoding: str, errors: str) -> tuple[str, bool]:
    """Text in `encoding`, and whether some strings are in UTF-8 for good: a program's own words around those of a
    database. A quotation mark is no part of a character in any of the encodings."""
    if not _IDEOGRAPHS_IN_UTF8.search(data):
        return data.decode(encoding, errors), False
    # Most strings come again and again, and are looked at once.
    pieces = data.split(b'"')
    own = {piece: text for piece in set(pieces) if not piece.isascii() and (text := _as_utf8(piece)) is not None}
    if not own:
        return data.decode(encoding, errors), False
    read = {piece: own[piece] if piece in own else piece.decode(encoding, errors) for piece in set(pieces)}
    return '"'.join([read[piece] for piece in pieces]), True


def _as_utf8(data: bytes) -> str | None:
    """The text of a string that is UTF-8 with ideographs, no less usual ones than in another encoding; else None."""
    if not _IDEOGRAPHS_IN_UTF8.search(data):
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    common, every = common_and_all(text)
    for encoding in ("cp950", "gb18030"):
        other, all_others = common_and_all(data.decode(encoding, "replace"))
        if other * every > common * all_others:
            return None
    return text


def _others(data: bytes) -> bytes:
    """Bytes without the strings that are UTF-8."""
    return b'"'.join(piece for piece in data.split(b'"') if _as_utf8(piece) is None)


def _decode_around_bad_bytes(data: bytes, faults: Faults) -> str:
    text = data.decode("utf-8", "surrogateescape")
    for run in _BAD_BYTES.finditer(text):
        shown = " ".join(f"{ord(byte) - 0xDC00:02X}" for byte in run[0][:4])
        faults.add("invalid_bytes", run.start(), found=shown)
    return _BAD_BYTES.sub(lambda run: _REPLACEMENT * len(run[0]), text)


class _Reading(NamedTuple):
    """How well bytes read in one encoding. `share` of the characters read are such as these files are written with."""

    encoding: str
    share: float


def _readings(data: bytes, bad: int) -> list[_Reading]:
    """The encodings in which bytes that are not UTF-8 from `bad` on can be read, the most plausible first."""
    # Strings in UTF-8 say nothing of the others.
    around = _others(data[max(0, bad - _SAMPLE) : bad + _SAMPLE]).decode("utf-8", "replace")
    # Bytes of another encoding are UTF-8 here and there, but what they read is no ideograph.
    if common_and_all(around)[1] >= around.count(_REPLACEMENT):
        return []
    first = _ABOVE_ASCII.search(data)
    start = max(bad - _SAMPLE, first.start() if first else bad)
    readings = []
    whole = data[start : bad + _SAMPLE]
    sample = _others(whole)
    # A few bytes that are amiss in a file of UTF-8 must not pass for another encoding.
    mixed = len(sample) < len(whole)
    for encoding, (_, errors) in _LEGACY.items():
        piece = sample.decode(encoding, errors)
        unread = piece.count(_REPLACEMENT)
        read = sum(1 for character in piece if character > "\x7f") - unread
        common, _ = common_and_all(piece)
        common += len(re.findall("[\u3041-\u30fa]", piece)) if encoding == "cp932" else 0
        # The sample may end within a character.
        usual = encoding != "cp932" and not unread and common > 1 and common * 2 > read if mixed else common
        if usual and (unread - 1) * 20 <= read:
            readings.append(_Reading(encoding, common / (read + unread)))
    return sorted(readings, key=lambda reading: -reading.share)


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


codecs.register_error(_USER_CHARACTERS, _user_character)
