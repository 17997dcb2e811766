"""身分證字號夾雜符號。

拿掉連字號、點、括號等符號後，內容就符合身分證字號的格式。

## 為什麼重要

多了符號就是不同的內容，無法對應到人員。

## 怎麼修正

請在差勤系統的人員基本資料刪除符號後重新產製。
"""

import re
from typing import Any

from pyvalidator.form.other_notations import repaired
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR720",
    owner=("personnel", "vendor"),
    types="person_id",
    severity="error",
    since="1.0",
    order=43,
    message="{label}「{value}」夾雜符號。",
    fix="請人事單位在差勤系統刪除{label}裡的符號，再重新產製。",
    sources="國民身分證統一編號編碼規則",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return repaired(spec, value, re.sub(r"[^0-9A-Za-z]", "", value), profile)


EXAMPLES = [
    Example("沒有符號", sample()),
    Example("字母後有連字號", sample(person_id="A-123456789"), fires_at="/records/0/person_id"),
    Example("前面有單引號", sample(person_id="'A123456789"), fires_at="/records/0/person_id"),
]
