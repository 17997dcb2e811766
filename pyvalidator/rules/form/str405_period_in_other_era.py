"""資料年月的紀年與規定不同。

該填民國年月的地方寫成西元年月，或該填西元年月的地方寫成民國年月。

## 為什麼重要

資料年月決定整個檔案屬於哪一個月，紀年不同就成了另一個年份。

## 怎麼修正

民國年等於西元年減 1911，例如 2021 年 6 月是 11006。請廠商更正產製的年月格式。
"""

from typing import Any

from pyvalidator.form.dates import other_era, read_period
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule


@form_rule(
    "STR405",
    owner="vendor",
    types="period",
    severity="error",
    since="1.0",
    order=40,
    message="{label}「{value}」的年份是{found}，這個欄位要填{wanted}。",
    fix="請廠商把{label}的年份換算成{wanted}後，依規定的格式產製。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return other_era(spec, read_period(value))


EXAMPLES = [
    Example("民國年月", document()),
    Example("西元年月 6 碼", document(period="202106"), fires_at="/period"),
    Example("西元年月加連字號", document(period="2021-06"), fires_at="/period"),
]
