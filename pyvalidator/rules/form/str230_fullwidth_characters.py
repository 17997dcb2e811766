"""代碼或日期用了全形字。

這個欄位只接受半形的數字與英文字母，檔案裡有全形字（例如「１１００６０７」）。

## 為什麼重要

全形數字和半形數字是不同的字元，看起來相似，程式比對時卻不相同。

## 怎麼修正

請差勤系統廠商在產製時轉為半形；系統裡就是全形時，請以半形重新輸入後重新產製。
"""

from typing import Any

from pyvalidator.form.other_notations import halfwidth, repaired
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR230",
    owner=("vendor", "personnel"),
    types=("date", "period", "time", "digits", "agency_code", "person_id", "choice", "integer", "number"),
    severity="error",
    since="1.0",
    order=30,
    message="{label}「{value}」含有全形字。",
    fix="請廠商以半形數字與英文字母產製{label}；系統裡就是全形時，請人事單位更正。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    narrow = halfwidth(value) if isinstance(value, str) else value
    return repaired(spec, value, narrow.strip(), profile) if narrow != value else None


EXAMPLES = [
    Example("半形數字", sample()),
    Example("開始日期是全形數字", sample(start_date="１１００６０７"), fires_at="/records/0/start_date"),
    Example("身分證字號含全形字母", sample(person_id="Ａ123456789"), fires_at="/records/0/person_id"),
    Example("時間前有全形空格", sample(start_time="\u30000800"), fires_at="/records/0/start_time"),
]
