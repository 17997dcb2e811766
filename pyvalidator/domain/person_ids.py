"""國民身分證統一編號 and 外來人口統一證號: the check digit of all three forms, and what else they tell of a person."""

from __future__ import annotations

import re
import unicodedata

#: 國民身分證統一編號, 外來人口統一證號 new form (8, 9) and old form (A–D): facts of the numbering, not a check digit.
PERSON_ID = "[A-Z][1289A-D][0-9]{8}"

#: The value of each letter (國民身分證統一編號編碼規則), in alphabetical order from A.
_LETTERS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33),
        strict=True,
    )
)
_FORM = re.compile(PERSON_ID)
#: What the first letter adds: the tens of its value once, the ones nine times.
_FIRST = {ord(letter): value // 10 + value % 10 * 9 for letter, value in _LETTERS.items()}
#: What the second character counts as: a digit as itself, a letter (old 統一證號) as the last digit of its value.
_SECOND = {ord(letter): value % 10 for letter, value in _LETTERS.items()}
_SECOND |= {ord(digit): int(digit) for digit in "0123456789"}
#: The weights of the other eight, 7 to 1 and 1, times the code of the digit 0.
_ZEROS = ord("0") * (7 + 6 + 5 + 4 + 3 + 2 + 1 + 1)


def checksum_is_right(person_id: str) -> bool:
    """Whether the check digit agrees; False for a text that is no ID number at all.

    The first letter stands for its value's two digits. In an old 統一證號 the second letter stands for the last digit
    of its value; the new form is computed like a national ID.
    """
    if _FORM.fullmatch(person_id) is None:
        return False
    # Every person of a large file comes by here: written out, it takes a third of the time of a loop.
    first, second, a, b, c, d, e, f, g, h = person_id.encode()
    rest = 7 * a + 6 * b + 5 * c + 4 * d + 3 * e + 2 * f + g + h - _ZEROS
    return (_FIRST[first] + 8 * _SECOND[second] + rest) % 10 == 0


#: 外來人口統一證號 before and after 110/1/2.
_OLD_FORM = re.compile("[A-Z][A-D][0-9]{8}")
_NEW_FORM = re.compile("[A-Z][89][0-9]{8}")
#: The second character tells the sex: 1 and 8, A and C of men, 2 and 9, B and D of women.
_MEN = frozenset("18AC")


def is_mans(person_id: str) -> bool:
    """Whether an ID number, of any of the three forms, was given to a man; False also for a text that is none."""
    return _FORM.fullmatch(person_id) is not None and person_id[1] in _MEN


def old_or_new_form(person_id: str) -> str | None:
    """`old` or `new` of a 統一證號; None of any other number."""
    if _OLD_FORM.fullmatch(person_id):
        return "old"
    return "new" if _NEW_FORM.fullmatch(person_id) else None


def name_and_sex(name: str | None, person_id: str) -> tuple[str, bool] | None:
    """What a foreigner keeps when the number changes, for comparison: SANTOS, Maria is Maria Santos. None: no name."""
    words = sorted(re.findall(r"\w+", unicodedata.normalize("NFKC", name or "").casefold()))
    return (" ".join(words), is_mans(person_id)) if words else None


class HouseNumber(str):
    """A number by which one agency, or one file, calls a person (員工代號): elsewhere it is another person's.

    It is no identity number, and not masked as one.

    Args:
        scope: the agency's code, or the file's name.
    """

    scope: str

    def __new__(cls, number: str, scope: str) -> HouseNumber:
        made = super().__new__(cls, number)
        made.scope = scope
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        return str(self), self.scope

    def __eq__(self, other: object) -> bool:
        return isinstance(other, HouseNumber) and str(self) == str(other) and self.scope == other.scope

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((str(self), self.scope))

    def __str__(self) -> str:
        return str.__str__(self)
