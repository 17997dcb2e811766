"""日期或時間是電腦的時間戳記。

內容是從西元 1970 年算起的秒數或毫秒數，例如 1623024000 或 /Date(1623024000000)/。

## 為什麼重要

時間戳記是程式內部使用的數字，不是版型的日期；補 0 或加引號都不會變成日期。

## 怎麼修正

請差勤系統廠商把時間戳記換成臺灣時間的日期與時間，依版型的格式寫出。
"""

from typing import Any

from pyvalidator.form.dates import timestamp
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule, sample


@form_rule(
    "STR340",
    types=("date", "period", "time"),
    owner="vendor",
    severity="error",
    since="1.0",
    order=18,
    message="{label}「{value}」是電腦的時間戳記，換成臺灣時間是 {meaning}。",
    fix="請廠商改以臺灣時間、依規定的格式產製{label}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    reading = timestamp(value)
    return None if reading is None else Fault(expected_value=reading.written(spec), params={"meaning": reading.words})


EXAMPLES = [
    Example("7 碼日期", sample()),
    Example("秒數", sample(start_date=1623024000), fires_at="/records/0/start_date"),
    Example(".NET 的寫法", sample(end_date="/Date(1623024000000)/"), fires_at="/records/0/end_date"),
    Example("毫秒數", document(generated_at=1625443200000), fires_at="/generated_at"),
]
