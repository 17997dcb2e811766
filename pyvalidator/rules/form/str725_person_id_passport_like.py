"""身分證字號像是護照號碼。

內容是 9 碼數字，或 1 至 2 個英文字母加 7 碼數字，像護照號碼，不是身分證字號或統一證號。

## 為什麼重要

身分證字號或統一證號用來認出是哪一位同仁；護照號碼會換發，認不出是同一人。

## 怎麼修正

請查明該員的身分證字號或居留證上的統一證號，填入差勤系統的人員基本資料。還沒有統一證號的外籍人員，請向平臺承辦單位確認報送方式。
"""

import re
from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR725",
    owner="personnel",
    types="person_id",
    severity="error",
    since="1.0",
    order=44,
    message="{label}「{value}」像是護照號碼。",
    fix="請人事單位在差勤系統改填該員的身分證字號或居留證上的統一證號。",
    sources="國民身分證統一編號編碼規則",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault() if re.fullmatch("[0-9]{9}|[A-Z]{1,2}[0-9]{7}", value) else None


EXAMPLES = [
    Example("身分證字號", sample()),
    Example("新式統一證號", sample(person_id="A800000014")),
    Example("9 碼數字", sample(person_id="312345678"), fires_at="/records/0/person_id"),
    Example("2 個字母加 7 碼數字", sample(person_id="TR1234567"), fires_at="/records/0/person_id"),
]
