"""時間的秒數與規定不同。

只要時與分的欄位連秒也寫進去了，或要寫到秒的欄位只有時與分。

## 為什麼重要

位數不符時，照版型就讀不到時間。

## 怎麼修正

請差勤系統廠商更正產製格式。參考版型只要時與分，例如 0800。
"""

from typing import Any

from pyvalidator.form.clock import read_time
from pyvalidator.profile import field_values
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR525",
    owner="vendor",
    types="time",
    severity="error",
    since="1.0",
    order=42,
    message="{label}「{value}」{slip}秒數。",
    fix="請廠商依規定的格式產製{label}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    reading = read_time(value)
    wanted = field_values.form(spec).has_seconds
    if reading is None or reading.seconds == wanted:
        return None
    return Fault(expected_value=reading.written(spec), params={"slip": "少了" if wanted else "多了"})


EXAMPLES = [
    Example("只有時與分", sample()),
    Example("6 碼時間", sample(start_time="080000"), fires_at="/records/0/start_time"),
    Example("冒號與秒數", sample(end_time="17:00:00"), fires_at="/records/0/end_time"),
]
