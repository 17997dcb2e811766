"""機關代碼用了小寫字母。

機關代碼的英文字母都是大寫。

## 為什麼重要

平臺以機關代碼稽核報送情形（縣府函說明）；大小寫不同，程式比對時就是另一個代碼。

## 怎麼修正

請在差勤系統的機關基本資料把代碼改成大寫後重新產製。
"""

from typing import Any

from pyvalidator.form.other_notations import repaired
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule


@form_rule(
    "STR600",
    owner=("personnel", "vendor"),
    types="agency_code",
    severity="error",
    since="1.0",
    order=40,
    message="{label}「{value}」含有小寫字母。",
    fix="請人事單位在差勤系統把{label}的英文字母改成大寫，再重新產製。",
    sources="行政院所屬中央及地方機關代碼（資料集7307）",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return repaired(spec, value, value.upper(), profile)


EXAMPLES = [
    Example("大寫字母", document()),
    Example("最後一碼是小寫", document(agency_code="376506200a"), fires_at="/agency_code"),
]
