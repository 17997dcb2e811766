"""時間看不懂。

內容不是規定的時間格式，也看不出是幾時幾分。

## 為什麼重要

沒有時間就算不出時數，也無法判斷是否與其他紀錄重疊。

## 怎麼修正

請在差勤系統確認時間，並請廠商依版型的格式產製。參考版型是 24 小時制的 4 碼數字，例如 0800。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR590",
    owner=("vendor", "unit"),
    types="time",
    severity="error",
    since="1.0",
    order=90,
    message="{label}「{value}」不是看得懂的時間。",
    fix="請廠商依規定的格式產製{label}；系統裡的時間就看不懂時，請單位承辦更正。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault()


EXAMPLES = [
    Example("4 碼時間", sample()),
    Example("填成文字", sample(start_time="上班"), fires_at="/records/0/start_time"),
]
