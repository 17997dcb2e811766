"""日期、時間或代碼把數字打成英文字母。

英文字母 O 看起來像數字 0，小寫 l 和大寫 I 像數字 1。換成數字後，內容就符合規定。

## 為什麼重要

這些欄位只接受數字；字母和數字在畫面上幾乎一樣，電腦卻視為不同的內容。

## 怎麼修正

在差勤系統用數字重新輸入後重新產製。資料若由掃描或文字辨識而來，請一併檢查其他欄位。
"""

from typing import Any

from pyvalidator.form.other_notations import repaired
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample

_DIGITS = str.maketrans("OoIl", "0011")


@form_rule(
    "STR240",
    owner=("unit", "vendor"),
    types=("date", "period", "time", "digits"),
    severity="error",
    since="1.0",
    order=32,
    message="{label}「{value}」裡有英文字母，疑為數字 0 或 1 之誤。",
    fix="請單位承辦在差勤系統用數字重新輸入{label}；系統裡沒有錯時，請廠商修正產製程式。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return repaired(spec, value, value.translate(_DIGITS), profile)


EXAMPLES = [
    Example("全部是數字", sample()),
    Example("0 打成字母 O", sample(start_date="11OO607"), fires_at="/records/0/start_date"),
    Example("1 打成小寫 l", sample(person_category="0l"), fires_at="/records/0/person_category"),
]
