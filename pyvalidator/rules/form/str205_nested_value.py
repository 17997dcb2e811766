"""欄位的值是清單或物件。

這個欄位應該只有一個值，檔案裡卻是用方括號括住的清單，或用大括號括住的物件。

## 為什麼重要

一個欄位只能有一個值；放進清單或物件後，照版型就讀不到內容。

## 怎麼修正

請差勤系統廠商改為直接寫出值。一筆差假跨多個假別或多段時間時，請分成多筆紀錄，不要把多個值放在同一個欄位。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample
from pyvalidator.text.json_types import type_word


@form_rule(
    "STR205",
    owner="vendor",
    severity="error",
    since="1.0",
    order=11,
    message="{label}應該只有一個值，檔案裡卻是{found}。",
    fix="請廠商直接產製{label}的值，不要用方括號或大括號括住。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not isinstance(value, list | dict):
        return None
    only = value[0] if isinstance(value, list) and len(value) == 1 else None
    right = only if isinstance(only, str | int | float) else None
    return Fault(expected_value=right, params={"found": type_word(value)})


EXAMPLES = [
    Example("一個值", sample()),
    Example("假別放進清單", sample(leave_type=["病假"]), fires_at="/records/0/leave_type"),
    Example("姓名拆成物件", sample(person_name={"姓": "王", "名": "小明"}), fires_at="/records/0/person_name"),
]
