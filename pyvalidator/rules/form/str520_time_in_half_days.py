"""時間寫成 12 小時制。

時間前後有「上午」「下午」或 AM、PM。這個欄位要填 24 小時制的時間。

## 為什麼重要

去掉「下午」兩個字，5 時 30 分就變成清晨。

## 怎麼修正

請廠商更正產製的時間格式：下午的時間加 12，例如下午 5 時 30 分是 1730。
"""

from typing import Any

from pyvalidator.form.clock import read_time
from pyvalidator.profile import field_values
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR520",
    owner="vendor",
    types="time",
    severity="error",
    since="1.0",
    order=41,
    message="{label}「{value}」是 12 小時制的寫法。",
    fix="請廠商以 24 小時制產製{label}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    reading = read_time(value)
    wanted = reading is not None and field_values.form(spec).twelve
    return Fault(expected_value=reading.written(spec)) if reading and reading.half_day and not wanted else None


EXAMPLES = [
    Example("24 小時制", sample()),
    Example("上午", sample(start_time="上午8:00"), fires_at="/records/0/start_time"),
    Example("PM", sample(end_time="5:00 PM"), fires_at="/records/0/end_time"),
]
