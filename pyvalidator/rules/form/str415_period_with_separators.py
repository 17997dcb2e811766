"""資料年月的寫法與規定不同。

年與月之間多了或少了斜線、連字號、點或「年月」等字，或月份沒有補 0。

## 為什麼重要

資料年月的寫法要和版型完全相同，才看得出檔案屬於哪一個月。

## 怎麼修正

請廠商依版型的格式產製。參考版型是民國年 3 碼加月 2 碼，例如 11006，中間沒有任何符號。
"""

from typing import Any

from pyvalidator.form.dates import read_period
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule


@form_rule(
    "STR415",
    owner="vendor",
    types="period",
    severity="error",
    since="1.0",
    order=42,
    message="{label}「{value}」的寫法與規定不同。",
    fix="請廠商依規定的格式產製{label}，符號、補 0 與位數都要相同。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    reading = read_period(value)
    return Fault(expected_value=reading.written(spec)) if reading else None


EXAMPLES = [
    Example("5 碼年月", document()),
    Example("加了斜線", document(period="110/06"), fires_at="/period"),
    Example("加了年月二字", document(period="110年6月"), fires_at="/period"),
]
