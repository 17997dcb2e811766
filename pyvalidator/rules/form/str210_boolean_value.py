"""欄位的值是 true 或 false。

這個欄位要填文字或數字，檔案裡卻是沒有引號的 true 或 false。

## 為什麼重要

true 和 false 是 JSON 的是非值，不能代表日期、代碼、姓名或數量。

## 怎麼修正

請差勤系統廠商檢查欄位對應是否錯位（例如把「因疫情請假註記」的內容寫到別的欄位）。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR210",
    owner="vendor",
    severity="error",
    since="1.0",
    order=12,
    message="{label}不能是 {value}（是非值）。",
    fix="請廠商確認產製的欄位沒有錯位，並產製正確的{label}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault() if isinstance(value, bool) and spec.type != "boolean" else None


EXAMPLES = [
    Example("文字與數字各在其位", sample()),
    Example("事由欄位出現 true", sample(reason=True), fires_at="/records/0/reason"),
    Example("時數欄位出現 false", sample(hours=False), fires_at="/records/0/hours"),
]
