"""欄位的值是 null。

null 表示「沒有值」，任何欄位都不接受。選填欄位沒有內容時，請整個省略；必填欄位必須有內容。

## 為什麼重要

null 和空白、0、「沒有這個欄位」意義都不同，只看檔案無法判斷該如何解讀。

## 怎麼修正

請廠商寫出欄位的值；系統裡沒有值時，請在差勤系統補登後重新產製。選填欄位出現 null 時，請廠商改為沒有值就不寫出該欄位。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR200",
    owner=("vendor", "personnel"),
    severity="error",
    since="1.0",
    order=10,
    message="{label}的值是 null（沒有值）。",
    fix="請廠商產製{label}的內容，不要寫成 null{or_omit}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if value is not None:
        return None
    return Fault(params={"or_omit": "" if spec.required else "；沒有內容時，整個省略這個欄位"})


EXAMPLES = [
    Example("有值", sample()),
    Example("選填欄位省略", sample(unit=...)),
    Example("選填欄位寫成 null", sample(unit=None), fires_at="/records/0/unit"),
    Example("必填欄位寫成 null", sample(start_time=None), fires_at="/records/0/start_time"),
]
