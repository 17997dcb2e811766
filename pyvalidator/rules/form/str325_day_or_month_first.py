"""日期分不出月與日。

年份寫在最後，前面兩個數字都不超過 12：06/07/2021 可能是 6 月 7 日，也可能是 7 月 6 日。

## 為什麼重要

月與日猜錯，差假就落在別的月份；電腦無法替您判斷。

## 怎麼修正

請差勤系統廠商依版型的日期格式產製。參考版型是民國年 3 碼、月 2 碼、日 2 碼，例如 1100607。
"""

from typing import Any

from pyvalidator.form.dates import year_last
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR325",
    types="date",
    owner=("unit", "vendor"),
    severity="error",
    since="1.0",
    order=38,
    message="{label}「{value}」分不出月與日，可能是 {one}，也可能是 {other}。",
    fix="請單位承辦對照請假單確認是哪一天；請廠商依規定的格式產製{label}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    readings = year_last(value)
    if len(readings) != 2:
        return None
    one, other = (reading.words for reading in readings)
    return Fault(
        expected="或".join(reading.written(spec) or reading.words for reading in readings),
        params={"one": one, "other": other},
    )


EXAMPLES = [
    Example("7 碼日期", sample()),
    Example("只有一種讀法", sample(start_date="2021/06/07", end_date="06/30/2021")),
    Example("6 月 7 日或 7 月 6 日", sample(start_date="06/07/2021"), fires_at="/records/0/start_date"),
]
