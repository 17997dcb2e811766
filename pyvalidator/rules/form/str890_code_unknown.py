"""代碼不在清單中。

這個欄位只接受版型列出的代碼，檔案裡的內容不在清單中。

## 為什麼重要

不認得的代碼無法歸類，相關的檢查也無法進行。

## 怎麼修正

請廠商對照欄位說明，以清單中的代碼產製；大小寫也要相同。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule
from pyvalidator.text.nearest import nearest


@form_rule(
    "STR890",
    owner=("vendor", "personnel"),
    types="choice",
    severity="error",
    since="1.0",
    order=90,
    message="{label}「{value}」不在清單中{proposal}。",
    fix="請廠商以清單中的{label}產製；系統裡就填錯時，請人事單位更正。",
    fix_if_new="請開啟對照精靈，放入這個檔案和這份版型，填上這個代碼的意思，再存成新的一版；填錯的，請人事單位更正。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    codes = profile.codes(spec)
    near = None if spec.as_number else nearest(value, codes)
    return Fault(expected_value=near, params={"proposal": f"，最接近的是「{near}」" if near else ""})


EXAMPLES = [
    Example("每月差假資料", document()),
    Example("大小寫不同", document(dataset="Monthly"), fires_at="/dataset"),
    Example("沒有這種資料", document(dataset="overtime"), fires_at="/dataset"),
]
