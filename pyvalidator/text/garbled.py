"""Text that was once read in a wrong encoding and saved so (亂碼): what it was, where that can be worked out.

Each way of misreading is undone and the outcome judged. A real name must never be taken for garbled, whatever accents
it has: undone, its letters give no sequence of UTF-8, and no row of common ideographs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from pyvalidator.text.common_han import common_and_all

Encode = Callable[[str], bytes | None]

_MOST_ROUNDS = 3
#: What U+FFFD becomes when its UTF-8 bytes are read as Big5 or as GBK.
_REPLACEMENTS = ("嚙", "锟斤拷")
#: Letters of names in Latin script; beside them and ideographs, punctuation is what a text may have been.
_LATIN = "A-Za-z\u00c0-\u017f\u1ea0-\u1ef9"
_PUNCTUATION = "\u00a0-\u00bf\u2010-\u2027\u3000-\u303f\uff01-\uff5e"
#: What no word is written with; the dot stands between the parts of a name.
_SIGN = re.compile(f"[^\\x00-\\x7f{_LATIN}\u00b7]")
#: Signs of GBK that Big5's usual ideographs become when they are read as it, and that no text has between ideographs.
_ODD_IN_GBK = "[\u0391-\u03c9\u0410-\u0451\u2500-\u254b\u3105-\u3129\ue000-\uf8ff]"


def original(text: str) -> str | None:
    """What garbled text was; None where it is not garbled, or where that cannot be told."""
    return _undone(text, _MOST_ROUNDS)


def garbled(text: str) -> bool:
    """Whether text was read in a wrong encoding."""
    if text.isascii():
        return False
    lost = any(sign in text for sign in _REPLACEMENTS)
    return lost or _undone(text, _MOST_ROUNDS) is not None or _was_utf8_in_part(text)


def _undone(text: str, rounds: int) -> str | None:
    """What the text was before it was misread, at most so many times over."""
    if text.isascii() or not rounds:
        return None
    for encode in _utf8_readings():
        was = _decoded(encode(text), "utf-8")
        if was is None or was == text:
            continue
        if encode in _single_byte():
            if (before := _undone(was, rounds - 1)) is not None:
                return before
            if _is_words(was, text):
                return was
        elif _is_likelier(was, text):
            return was
    best = max(_double_byte_readings(text), default=None)
    return best[1] if best else None


def _double_byte_readings(text: str) -> Iterator[tuple[float, str]]:
    """What text may have been that was Big5 or GBK, and how much of it is common ideographs."""
    for encode in _single_byte():
        data = encode(text)
        # Where both are as likely, the one that is usual in Taiwan.
        for really, ahead in (("cp950", 0.2), ("gb18030", 0)):
            was = _decoded(data, really)
            if was is not None and _is_row_of_pairs(text, was):
                common, every = common_and_all(was)
                yield common / every + ahead, was
    if re.search(_ODD_IN_GBK, text):
        was = _decoded(_by_codec("gb18030")(text), "cp950")
        if was is not None and _is_likelier(was, text):
            yield 1, was


def _was_utf8_in_part(text: str) -> bool:
    """Whether most of the text was UTF-8 of ideographs, of which some bytes are lost."""
    rest = re.sub("[\ufffd?]", "", text)
    for encode in _utf8_readings():
        data = encode(rest)
        if data is None or data.isascii():
            continue
        was = data.decode("utf-8", "replace")
        common, lost = common_and_all(was)[0], was.count("\ufffd")
        if encode not in _single_byte():
            enough = common > 1 and lost == 1 and was.endswith("\ufffd")
        else:
            enough = common >= lost > 0 if "\ufffd" in text else common > max(1, lost)
        if enough:
            return True
    return False


# -- whether that can be ---------------------------------------------------------------------------------------------


def _is_words(was: str, text: str) -> bool:
    """Whether what was read as UTF-8 is something to read: its sequences come about by no accident."""
    common, every = common_and_all(was)
    if len(re.findall(f"[^\\x00-\\x7f{_LATIN}{_PUNCTUATION}]", was)) != every:
        return False
    return every > 2 or common * 2 >= every > 0 or (not every and _SIGN.search(text) is not None)


def _is_likelier(was: str, text: str) -> bool:
    """Whether ideographs are much more common ones than those that they were taken from."""
    common, every = common_and_all(was)
    now, now_every = common_and_all(text)
    return every > 1 and common * 4 >= every * 3 and now * every * 2 <= common * max(1, now_every)


def _is_row_of_pairs(text: str, was: str) -> bool:
    """Whether pairs of characters are ideographs for good.

    A letter with an accent and the letter behind it can be a pair as well. Signs among them, such as ¤ or ¶, are what
    no name has; nor has one four letters with accents in a row.
    """
    common, every = common_and_all(was)
    if not common or common * 2 < every or len(re.findall("[A-Za-z]", was)) > every:
        return False
    if _SIGN.search(text):
        return common > 1
    return common == every > 1 and re.search("[^\x00-\x7f]{4}", text) is not None


# -- the bytes again -------------------------------------------------------------------------------------------------


def _decoded(data: bytes | None, encoding: str) -> str | None:
    if data is None or data.isascii():
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _table(encoding: str) -> Encode:
    # Windows reads the bytes that its table leaves out as the control characters of Latin-1.
    table = {chr(byte): byte for byte in range(0x100 if encoding == "cp1252" else 0x80)}
    table.update({bytes((byte,)).decode(encoding, "ignore"): byte for byte in range(0x80, 0x100)})

    def encode(text: str) -> bytes | None:
        try:
            return bytes(map(table.__getitem__, text))
        except KeyError:
            return None

    return encode


@cache
def _by_codec(encoding: str) -> Encode:
    def encode(text: str) -> bytes | None:
        try:
            return text.encode(encoding)
        except UnicodeEncodeError:
            return None

    return encode


@cache
def _single_byte() -> tuple[Encode, ...]:
    return tuple(map(_table, _SINGLE_BYTE))


@cache
def _utf8_readings() -> tuple[Encode, ...]:
    return (*_single_byte(), _by_codec("cp950"), _by_codec("gb18030"))


# -- where it may be -------------------------------------------------------------------------------------------------

#: Latin-1 and CP1252 in one, Mac OS, and the code pages of the command prompt.
_SINGLE_BYTE = ("cp1252", "mac_roman", "cp437", "cp850")


def _high(encoding: str) -> str:
    return bytes(range(0x80, 0x100)).decode(encoding, "ignore")


def _first_of_utf8(encoding: str, leads: range, trails: range) -> str:
    """What the first two bytes of a character in UTF-8 are in a double-byte encoding."""
    return "".join(bytes((lead, trail)).decode(encoding, "ignore") for lead in leads for trail in trails)


#: Any character outside ASCII that garbled text begins with or has in it.
GARBLED_CHARS = "[{}]".format(
    re.escape(
        "".join(
            sorted(
                {
                    *"\u0080\u0081\u008d\u008f\u0090\u009d嚙锟", *_high("latin-1"), *"".join(map(_high, _SINGLE_BYTE)),
                    *_first_of_utf8("cp950", range(0xC2, 0xF5), range(0xA1, 0xC0)),
                    *_first_of_utf8("gb18030", range(0xC2, 0xF5), range(0x80, 0xC0)),
                }
            )
        )
    )
    + _ODD_IN_GBK[1:-1]
)  # fmt: skip
