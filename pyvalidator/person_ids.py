"""國民身分證統一編號 and 外來人口統一證號: the check digit of all three forms."""

from __future__ import annotations

import re

from pyvalidator.profile import forms

#: The value of each letter (國民身分證統一編號編碼規則), in alphabetical order from A.
_LETTERS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33),
        strict=True,
    )
)
_WEIGHTS = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)


def checksum_is_right(person_id: str) -> bool:
    """Whether the check digit agrees; False for a text that is no ID number at all.

    The first letter stands for its value's two digits. In an old 統一證號 the second letter stands for the last digit
    of its value; the new form is computed like a national ID.
    """
    if not re.fullmatch(forms.PERSON_ID, person_id):
        return False
    first, second = _LETTERS[person_id[0]], person_id[1]
    digits = [first // 10, first % 10, _LETTERS[second] % 10 if second in _LETTERS else int(second)]
    digits += map(int, person_id[2:])
    return sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 10 == 0
