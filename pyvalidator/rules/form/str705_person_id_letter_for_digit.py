"""身分證字號把數字打成英文字母。

數字的位置出現英文字母：O 看起來像 0，I 和 l 像 1，Z 像 2，S 像 5，B 像 8。換成數字後就符合身分證字號的格式。

## 為什麼重要

身分證字號錯一碼就不是該員的號碼，整月的差假都認不出是他的。

## 怎麼修正

請對照人事資料，在差勤系統用數字重新輸入身分證字號。資料若由掃描或文字辨識而來，請一併檢查其他人員。
"""

from typing import Any

from pyvalidator.form.other_notations import repaired
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample

_DIGITS = str.maketrans("OoQDIlZSB", "000011258")


@form_rule(
    "STR705",
    owner="personnel",
    types="person_id",
    severity="error",
    since="1.0",
    order=41,
    message="{label}「{value}」在數字的位置有英文字母，疑為把數字打成形狀相近的字母。",
    fix="請人事單位對照人事資料，在差勤系統用數字重新輸入{label}。",
    sources="國民身分證統一編號編碼規則",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    # The second character of an old 統一證號 is a letter; every later one is a digit.
    return repaired(spec, value, value[:2] + value[2:].translate(_DIGITS), profile) or repaired(
        spec, value, value[:1] + value[1:].translate(_DIGITS), profile
    )


EXAMPLES = [
    Example("數字都是數字", sample()),
    Example("舊式統一證號的第二碼是字母", sample(person_id="AC01234567")),
    Example("0 打成字母 O", sample(person_id="A8OOOOOO14"), fires_at="/records/0/person_id"),
    Example("1 打成小寫 l", sample(person_id="Al23456789"), fires_at="/records/0/person_id"),
]
