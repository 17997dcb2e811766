"""日期欄位含有時間。

日期欄位裡連時間也寫進去了。時間另有欄位。

## 為什麼重要

日期欄位只能有日期；多出的時間會使整個欄位無法讀取。

## 怎麼修正

請差勤系統廠商把日期與時間分開寫到各自的欄位。
"""

from typing import Any

from pyvalidator.form.dates import read_date
from pyvalidator.profile import notations
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule, sample


@form_rule(
    "STR320",
    owner="vendor",
    types="date",
    severity="error",
    since="1.0",
    order=41,
    message="{label}「{value}」除了日期還有時間。",
    fix="請廠商在{label}只寫日期，時間寫到時間欄位。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    reading = None if notations.is_moment(spec.format) else read_date(value)
    return Fault(expected_value=reading.written(spec)) if reading and reading.timed else None


EXAMPLES = [
    Example("只有日期", sample()),
    Example("日期後面接著時間", sample(start_date="11006070800"), fires_at="/records/0/start_date"),
    Example("系統的時間戳記", document(generated_at="2021-07-05T09:30:00+08:00"), fires_at="/generated_at"),
]
