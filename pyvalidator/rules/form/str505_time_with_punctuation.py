"""時間的標點與規定不同。

時與分之間多了或少了冒號、點，或「時」「分」等字。

## 為什麼重要

時間的寫法要和版型完全相同，照同一份版型讀取的程式才讀得到。

## 怎麼修正

請廠商依版型的時間格式產製。參考版型是 24 小時制的 4 碼數字，例如 0800、1730，中間沒有冒號。
"""

from typing import Any

from pyvalidator.form.clock import read_time
from pyvalidator.profile import field_values
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR505",
    owner="vendor",
    types="time",
    severity="error",
    since="1.0",
    order=44,
    message="{label}「{value}」的寫法與規定不同。",
    fix="請廠商依規定的格式產製{label}，符號、補 0 與位數都要相同。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    reading = read_time(value)
    wants_signs = not field_values.form(spec).only_digits
    return Fault(expected_value=reading.written(spec)) if reading and (reading.punctuated or wants_signs) else None


EXAMPLES = [
    Example("4 碼時間", sample()),
    Example("加了冒號", sample(start_time="08:00"), fires_at="/records/0/start_time"),
    Example("沒有補 0", sample(start_time="8:30"), fires_at="/records/0/start_time"),
    Example("寫成中文", sample(end_time="17時00分"), fires_at="/records/0/end_time"),
]
