"""國民身分證統一編號 and 外來人口統一證號: what the check formula says.

Form: one letter, then 1 or 2 (nationals), 8 or 9 (new 統一證號, from 110/1/2) or A–D (old 統一證號), then 8 digits.
"""

from __future__ import annotations

import re

#: Value of each letter in the check formula (國民身分證統一編號編碼規則).
LETTER_VALUES = {
    "A": 10, "B": 11, "C": 12, "D": 13, "E": 14, "F": 15, "G": 16, "H": 17, "I": 34, "J": 18, "K": 19, "L": 20, "M": 21,
    "N": 22, "O": 35, "P": 23, "Q": 24, "R": 25, "S": 26, "T": 27, "U": 28, "V": 29, "W": 32, "X": 30, "Y": 31, "Z": 33,
}  # fmt: skip
_WEIGHTS = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)
_FORM = re.compile("[A-Z][1289A-D][0-9]{8}")


def checksum_is_right(person_id: str) -> bool:
    """Whether a text is an ID number whose check digit is right; False also where it has not the form."""
    if _FORM.fullmatch(person_id) is None:
        return False
    second = person_id[1]
    value = LETTER_VALUES[person_id[0]]
    digits = [value // 10, value % 10, LETTER_VALUES.get(second, 0) % 10 if second.isalpha() else int(second)]
    digits += map(int, person_id[2:])
    return sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 10 == 0
