"""機關代碼有其他字元。

機關代碼只由數字和大寫英文字母組成。

## 為什麼重要

多了其他字元就對不到機關。

## 怎麼修正

請對照人事總處的機關代碼檔，更正差勤系統的機關基本資料。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule


@form_rule(
    "STR690",
    owner=("personnel", "vendor"),
    types="agency_code",
    severity="error",
    since="1.0",
    order=90,
    message="{label}「{value}」含有數字與大寫英文字母以外的字元。",
    fix="請人事單位對照人事總處的機關代碼檔，在差勤系統更正{label}。",
    sources="行政院所屬中央及地方機關代碼（資料集7307）",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault()


EXAMPLES = [
    Example("數字與大寫字母", document()),
    Example("夾雜問號", document(agency_code="37650620?A"), fires_at="/agency_code"),
]
