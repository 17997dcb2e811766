"""資料年月看不懂。

內容不是規定的年月格式，也看不出是哪一個月。

## 為什麼重要

沒有資料年月，就無法判斷紀錄是否屬於這個月，也無法計算報送期限。

## 怎麼修正

請廠商依版型產製資料年月。參考版型是民國年 3 碼加月 2 碼，例如 11006。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule


@form_rule(
    "STR490",
    owner=("vendor", "personnel"),
    types="period",
    severity="error",
    since="1.0",
    order=90,
    message="{label}「{value}」不是看得懂的年月。",
    fix="請廠商依規定的格式產製{label}；選錯月份時，請人事單位重新產製。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault()


EXAMPLES = [
    Example("5 碼年月", document()),
    Example("填成文字", document(period="六月份"), fires_at="/period"),
]
