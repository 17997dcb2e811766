"""時間欄位含有日期。

時間欄位裡連日期也寫進去了。日期另有欄位。

## 為什麼重要

時間欄位只能有時間；多出的日期會使整個欄位無法讀取。

## 怎麼修正

請差勤系統廠商把日期與時間分開寫到各自的欄位。1899-12-30 是試算表替只有時間的資料加上的日期，請廠商一併去除。
"""

from typing import Any

from pyvalidator.form.dates import read_date
from pyvalidator.profile import notations
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR535",
    types="time",
    owner="vendor",
    severity="error",
    since="1.0",
    order=39,
    message="{label}「{value}」除了時間還有日期。",
    fix="請廠商只在{label}產製時間，日期產製到日期欄位。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    reading = None if notations.is_moment(spec.format) else read_date(value)
    return Fault(expected_value=reading.written(spec)) if reading and reading.timed else None


EXAMPLES = [
    Example("只有時間", sample()),
    Example("時間前面有日期", sample(start_time="2021-06-07 08:00:00"), fires_at="/records/0/start_time"),
    Example("試算表多出的日期", sample(end_time="1899-12-30T17:00:00"), fires_at="/records/0/end_time"),
]
