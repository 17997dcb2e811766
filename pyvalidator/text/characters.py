"""Characters in texts that will not show or compare as meant: private use, compatibility, invisible, lost."""

from __future__ import annotations

import re
import unicodedata

# The patterns stand here as texts: most files have none of these signs, and to compile them takes as long as to check
# a small file.

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

PRIVATE_CHARS = "[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"

#: Compatibility ideographs and radicals. Twelve characters of the block are ordinary (unified) ideographs:
#: The Unicode Standard, chapter 18.1, "CJK Compatibility Ideographs".
COMPATIBILITY_CHARS = "[\uf900-\ufaff\U0002f800-\U0002fa1f\u2e80-\u2fdf]"
_UNIFIED = set("\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29")

CONTROL_CHARS = "[\u0000-\u001f\u007f-\u009f\ufff9-\ufffb\ufffe\uffff]"

#: Characters without width: joiners, direction marks, soft hyphen, fillers, byte order mark.
INVISIBLE_CHARS = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]"
)
VARIATION_CHARS = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"

#: What conversions leave where a character was: the replacement character, 〓, numeric references, and an empty box
#: within a word (before a word it may be a box to tick, unless the word is as short as a name).
_LOST = f"\ufffd|〓|(?<=[{_CJK}])□|^□(?=[{_CJK}]{{1,3}}$)|&#(?:x[0-9A-Fa-f]{{2,6}}|[0-9]{{2,7}});"
LOST_CHARS = "[\ufffd〓□&]"
_QUESTION_INSIDE = f"(?<=[{_CJK}])\\?+(?=[{_CJK}])"

FULLWIDTH_CHARS = "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
SPACES = "[ \u00a0\u3000]"

#: The first UTF-8 byte of most ideographs, read as Latin-1.
_LEADS = "[\u00e3-\u00e9\u00f0]"

#: UTF-8 that was read as Big5 has, as its first character outside ASCII, one whose two Big5 bytes begin a character in
#: UTF-8: a lead byte from C2 on, and a continuation.
_AS_BIG5 = bytes(byte for lead in range(0xC2, 0xF5) for trail in range(0xA1, 0xC0) for byte in (lead, trail))
GARBLED_CHARS = f"[\u00e3-\u00e9\u00f0嚙锟{_AS_BIG5.decode('cp950', 'ignore')}]"

#: What U+FFFD becomes when its UTF-8 bytes are read as Big5 or as GBK.
_GARBLED_REPLACEMENTS = ("嚙", "锟斤拷")


def private_use(text: str) -> list[str]:
    """Characters of the private use areas (造字)."""
    return _distinct(re.findall(PRIVATE_CHARS, text))


def compatibility(text: str) -> list[str]:
    """CJK compatibility ideographs and radicals, which have an ordinary twin of another code point."""
    return _distinct(found for found in re.findall(COMPATIBILITY_CHARS, text) if found not in _UNIFIED)


def ordinary(text: str) -> str:
    """`text` with each compatibility character as its ordinary twin."""
    return "".join(unicodedata.normalize("NFKC", char) if compatibility(char) else char for char in text)


def controls(text: str) -> list[str]:
    """Control characters and code points that are no characters; none in text that is garbled as a whole."""
    found = re.findall(CONTROL_CHARS, text)
    return _distinct(found) if found and not garbled(text) else []


def invisible(text: str) -> list[str]:
    """Characters without width."""
    return _distinct(re.findall(INVISIBLE_CHARS, text))


def variation_selectors(text: str) -> list[str]:
    """Variation selectors, which ask for another shape of the character before them."""
    return _distinct(re.findall(VARIATION_CHARS, text))


def lost(text: str) -> list[str]:
    """Signs that a conversion put in place of characters it did not know. Question marks are judged apart."""
    return _distinct(re.findall(_LOST, text))


def question_inside(text: str) -> bool:
    """Whether question marks stand between two ideographs, as no sentence writes them."""
    return re.search(_QUESTION_INSIDE, text) is not None


def garbled(text: str) -> bool:
    """Whether the text was read in a wrong encoding: UTF-8 taken for Latin-1, CP1252 or Big5."""
    if text.isascii():
        return False
    encodings = ("latin-1", "cp1252", "cp950") if re.search(_LEADS, text) else ("cp950",)
    return any(sign in text for sign in _GARBLED_REPLACEMENTS) or any(_rereads(text, name) for name in encodings)


def _rereads(text: str, encoding: str) -> bool:
    try:
        reread = text.encode(encoding).decode("utf-8")
    except UnicodeError:
        return False
    return re.search(f"[{_CJK}]", reread) is not None


def decomposed(text: str) -> bool:
    """Whether letters and their marks are stored apart (not NFC), compatibility characters left aside."""
    return not unicodedata.is_normalized("NFC", text) and not unicodedata.is_normalized("NFC", ordinary(text))


def fullwidth(text: str) -> list[str]:
    """Full-width letters and digits."""
    return _distinct(re.findall(FULLWIDTH_CHARS, text))


def spaced_name(text: str) -> str | None:
    """A short Chinese name without the spaces that were put between its characters; None where there are none.

    Longer names keep theirs: indigenous and foreign names are written in parts.
    """
    joined = re.sub(SPACES, "", text.strip())
    is_short = re.fullmatch(f"[{_CJK}]{{2,4}}", joined) is not None
    return joined if is_short and joined != text.strip() else None


def code_points(characters: list[str]) -> str:
    """`U+E000、U+F900` for messages."""
    return "、".join(f"U+{ord(character):04X}" for character in characters)


def _distinct(found: object) -> list[str]:
    return list(dict.fromkeys(found))  # type: ignore[call-overload]
