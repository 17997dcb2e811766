"""資料年月的月份不是 01 至 12。

年月的最後兩碼是月份，只能是 01 到 12。

## 為什麼重要

沒有這個月份，整個檔案無法歸到任何一個月。

## 怎麼修正

請以正確的資料年月重新產製。常見原因是年與月的位置對調，或只寫了 4 碼。
"""

from typing import Any

from pyvalidator.form.dates import read_period
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule


@form_rule(
    "STR410",
    owner=("personnel", "vendor"),
    types="period",
    severity="error",
    since="1.0",
    order=41,
    message="{label}「{value}」的月份是 {month}，沒有這個月份。",
    fix="請人事單位以正確的{label}（月份是 01 至 12）重新產製；仍然如此時，請廠商修正產製程式。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    reading = read_period(value)
    return Fault(params={"month": f"{reading.month:02d}"}) if reading and not 1 <= reading.month <= 12 else None


DECEMBER = document([{"start_date": "1101206", "end_date": "1101206"}], period="11012", generated_at="1110105")

EXAMPLES = [
    Example("12 月", DECEMBER, today="2022-01-10"),
    Example("13 月", document(period="11013"), fires_at="/period"),
    Example("0 月", document(period="11000"), fires_at="/period"),
]
