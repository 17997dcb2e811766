"""開始時間寫成 24 時。

24 時只能當結束時間。從半夜 12 時開始的差假，開始時間是次日的 00 時。

## 為什麼重要

同一個時刻有兩種寫法時，開始日期就差了一天。

## 怎麼修正

請廠商把開始日期產製成次日，開始時間產製成 0000。
"""

from typing import Any

from pyvalidator.form.clock import read_time
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR515",
    owner="vendor",
    types="time",
    severity="error",
    since="1.0",
    order=40,
    message="{label}「{value}」是 24 時，這個欄位不可填 24 時。",
    fix="請廠商把{label}寫成次日的 00 時，日期也寫成次日。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    reading = read_time(value)
    return Fault() if reading and reading.minutes == 24 * 60 and not spec.end_of_day else None


EXAMPLES = [
    Example("結束時間可以是 2400", sample(start_time="1600", end_time="2400")),
    Example("開始時間是 2400", sample(start_date="1100606", start_time="2400"), fires_at="/records/0/start_time"),
]
