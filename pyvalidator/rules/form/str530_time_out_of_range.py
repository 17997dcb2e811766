"""沒有這個時刻。

時超過 23，或分超過 59。

## 為什麼重要

沒有這個時刻，就算不出這筆差假有多少小時，也無法判斷是否與其他紀錄重疊。

## 怎麼修正

請在差勤系統確認時間後重新產製。時數（例如 8.5 小時）不要填在時間欄位。
"""

import re
from typing import Any

from pyvalidator.form.clock import read_time
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR530",
    owner=("unit", "vendor"),
    types="time",
    severity="error",
    since="1.0",
    order=46,
    message="{label}「{value}」不是一天之內的時刻。",
    fix="請單位承辦在差勤系統更正{label}（時是 00 至 23，分是 00 至 59）；系統裡沒有錯時，請廠商修正產製程式。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault() if re.fullmatch("[0-9]{1,2}(?::?[0-9]{2}){1,2}", value) and read_time(value) is None else None


EXAMPLES = [
    Example("一天的最後一分鐘", sample(start_time="1600", end_time="2359")),
    Example("25 時", sample(end_time="2500"), fires_at="/records/0/end_time"),
    Example("60 分", sample(start_time="0860"), fires_at="/records/0/start_time"),
    Example("結束時間超過 24 時", sample(end_time="2430"), fires_at="/records/0/end_time"),
]
