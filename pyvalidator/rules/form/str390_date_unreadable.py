"""日期看不懂。

內容不是規定的日期格式，也看不出是哪一天。

## 為什麼重要

沒有日期就無法判斷這筆差假屬於哪一個月、是否與其他紀錄重疊。

## 怎麼修正

請在差勤系統確認日期，並請廠商依版型的格式產製。參考版型是民國年 3 碼、月 2 碼、日 2 碼，例如 1100607。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR390",
    owner=("vendor", "unit"),
    types="date",
    severity="error",
    since="1.0",
    order=90,
    message="{label}「{value}」不是看得懂的日期。",
    fix="請廠商依規定的格式產製{label}；系統裡的日期就看不懂時，請單位承辦更正。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault()


EXAMPLES = [
    Example("7 碼日期", sample()),
    Example("8 碼但不是西元年", sample(start_date="11006077"), fires_at="/records/0/start_date"),
    Example("填成文字", sample(end_date="六月七日"), fires_at="/records/0/end_date"),
]
