"""身分證字號的第二碼不對。

第二碼表示性別與身分：1、2 是國民，8、9 是新式統一證號，英文字母 A 至 D 是舊式統一證號。

## 為什麼重要

沒有這種身分證字號，認不出是哪一位同仁的差假。

## 怎麼修正

請對照人事資料，在差勤系統更正，並確認不是填成員工編號或其他代號。
"""

import re
from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR730",
    owner="personnel",
    types="person_id",
    severity="error",
    since="1.0",
    order=46,
    message="{label}「{value}」的第二碼不是 1、2、8、9 或 A 至 D。",
    fix="請人事單位對照人事資料，在差勤系統更正{label}。",
    sources=["國民身分證統一編號編碼規則", "外來人口統一證號編碼規則"],
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault() if re.fullmatch("[A-Z][0-9A-Z][0-9]{8}", value) else None


EXAMPLES = [
    Example("第二碼是 2", sample(person_id="A234567893")),
    Example("第二碼是 9", sample(person_id="A900000016")),
    Example("第二碼是 3", sample(person_id="A323456789"), fires_at="/records/0/person_id"),
    Example("第二碼是 E", sample(person_id="AE23456789"), fires_at="/records/0/person_id"),
]
