"""Characters in texts that will not show or compare as meant: private use, compatibility, invisible, lost."""

from __future__ import annotations

import re
import unicodedata

from pyvalidator.text.garbled import garbled

# The patterns stand here as texts: most files have none of these signs, and to compile them takes as long as to check
# a small file.

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

PRIVATE_CHARS = "[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"

#: Compatibility ideographs and radicals. Twelve characters of the block are ordinary (unified) ideographs:
#: The Unicode Standard, chapter 18.1, "CJK Compatibility Ideographs".
COMPATIBILITY_CHARS = "[\uf900-\ufaff\U0002f800-\U0002fa1f\u2e80-\u2fdf]"
_UNIFIED = set("\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29")

#: Ranges of code points, written out so that every version of Python and of the browser's tables gives the same answer.
Ranges = tuple[tuple[int, int], ...]

_CONTROLS: Ranges = (
    (0x0000, 0x001F), (0x007F, 0x009F), (0xFDD0, 0xFDEF), (0xFFF9, 0xFFFB), (0xFFFE, 0xFFFF),
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0x10000, 0x110000, 0x10000)),
)  # fmt: skip
#: Spaces that texts are rightly written with.
_SPACES: Ranges = ((0x0020, 0x0020), (0x00A0, 0x00A0), (0x3000, 0x3000))
#: Every other character of which nothing shows: format characters (Cf), separators (Zs, Zl, Zp), what is ignorable by
#: default (DerivedCoreProperties.txt, Default_Ignorable_Code_Point) and blank glyphs. Unicode 17.
INVISIBLE: Ranges = (
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x0600, 0x0605), (0x061C, 0x061C), (0x06DD, 0x06DD), (0x070F, 0x070F),
    (0x0890, 0x0891), (0x08E2, 0x08E2), (0x115F, 0x1160), (0x1680, 0x1680), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x2000, 0x200F), (0x2028, 0x202F), (0x205F, 0x206F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0xFFFC, 0xFFFC), (0x110BD, 0x110BD), (0x110CD, 0x110CD),
    (0x13430, 0x1343F), (0x16FE4, 0x16FE4), (0x1BCA0, 0x1BCA3), (0x1D159, 0x1D159), (0x1D173, 0x1D17A),
    (0xE0000, 0xE00FF), (0xE01F0, 0xE0FFF),
)  # fmt: skip
#: They ask for another shape of the character before them; names may have them.
_VARIATIONS: Ranges = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
#: Of the invisible ones, those that stand where a space should: their place is kept.
_WIDE = "[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3164\uffa0]+"


def _inside(ranges: Ranges) -> str:
    """Ranges as the inside of a character class."""
    return "".join(re.escape(chr(first)) + "-" + re.escape(chr(last)) for first, last in ranges)


CONTROL_CHARS = f"[{_inside(_CONTROLS)}]"
INVISIBLE_CHARS = f"[{_inside(INVISIBLE)}]"
VARIATION_CHARS = f"[{_inside(_VARIATIONS)}]"
SPACES = f"[{_inside(_SPACES)}]"
#: Nothing of these belongs into a code, a number or a key.
UNSEEN_CHARS = f"[{_inside((*_CONTROLS, *_SPACES, *INVISIBLE, *_VARIATIONS))}]"
#: What stands between the parts of a JSON text like a space, and is none of its four.
ODD_SPACE_CHARS = f"[\x0b\x0c\x1a\x85{_inside(((0xA0, 0xA0), (0x3000, 0x3000), *INVISIBLE))}]"

#: What conversions leave where a character was: the replacement character, 〓, numeric references, and an empty box
#: within a word (before a word it may be a box to tick, unless the word is as short as a name).
_LOST = f"\ufffd|〓|(?<=[{_CJK}])□|^□(?=[{_CJK}]{{1,3}}$)|&#(?:x[0-9A-Fa-f]{{2,6}}|[0-9]{{2,7}});"
LOST_CHARS = "[\ufffd〓□&]"
_QUESTION_INSIDE = f"(?<=[{_CJK}])\\?+(?=[{_CJK}])"

FULLWIDTH_CHARS = "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"


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
    """Characters of which nothing shows."""
    return _distinct(re.findall(INVISIBLE_CHARS, text))


def without_invisible(text: str) -> str:
    """`text` without the invisible characters; those as wide as a space become one."""
    return re.sub(INVISIBLE_CHARS, "", re.sub(_WIDE, " ", text)).strip()


def without_unseen(text: str) -> str:
    """`text` as codes and keys are written: without spaces, control and invisible characters, variation selectors."""
    return re.sub(UNSEEN_CHARS, "", text)


def unseen(text: str) -> list[str]:
    """What `without_unseen` takes away."""
    return _distinct(re.findall(UNSEEN_CHARS, text))


def variation_selectors(text: str) -> list[str]:
    """Variation selectors, which ask for another shape of the character before them."""
    return _distinct(re.findall(VARIATION_CHARS, text))


def lost(text: str) -> list[str]:
    """Signs that a conversion put in place of characters it did not know. Question marks are judged apart."""
    return _distinct(re.findall(_LOST, text))


def question_inside(text: str) -> bool:
    """Whether question marks stand between two ideographs, as no sentence writes them."""
    return re.search(_QUESTION_INSIDE, text) is not None


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
