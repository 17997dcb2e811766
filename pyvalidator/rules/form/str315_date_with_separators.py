"""日期的標點與規定不同。

年、月、日之間多了或少了斜線、連字號、點或「年月日」等字。

## 為什麼重要

日期的寫法要和版型完全相同，照同一份版型讀取的程式才讀得到。

## 怎麼修正

請廠商依版型的日期格式產製。參考版型是 7 碼數字，例如 1100607，中間沒有任何符號。
"""

from typing import Any

from pyvalidator.form.dates import read_date
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR315",
    owner="vendor",
    types="date",
    severity="error",
    since="1.0",
    order=43,
    message="{label}「{value}」的寫法與規定不同。",
    fix="請廠商依規定的格式產製{label}，符號、補 0 與位數都要相同。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    reading = read_date(value)
    return Fault(expected_value=reading.written(spec)) if reading else None


EXAMPLES = [
    Example("沒有符號的 7 碼日期", sample()),
    Example("加了斜線", sample(start_date="110/06/07"), fires_at="/records/0/start_date"),
    Example("加了年月日", sample(end_date="民國110年6月7日"), fires_at="/records/0/end_date"),
]
