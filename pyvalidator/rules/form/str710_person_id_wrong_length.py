"""身分證字號的長度不對。

身分證字號和統一證號都是 10 碼，這裡多了或少了。

## 為什麼重要

身分證字號多一碼或少一碼就不是該員的號碼，整月的差假都認不出是他的。

## 怎麼修正

請對照人事資料，在差勤系統更正。只有數字時，多半少了開頭的英文字母。
"""

import re
from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR710",
    owner="personnel",
    types="person_id",
    severity="error",
    since="1.0",
    order=45,
    message="{label}「{value}」有 {length} 碼，應該是 10 碼。",
    fix="請人事單位對照人事資料，在差勤系統更正{label}。",
    sources="國民身分證統一編號編碼規則",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if len(value) == 10 or not re.fullmatch("[A-Za-z]{0,2}[0-9]+", value):
        return None
    return Fault(params={"length": len(value)})


EXAMPLES = [
    Example("10 碼", sample()),
    Example("少一碼", sample(person_id="A12345678"), fires_at="/records/0/person_id"),
    Example("多一碼", sample(person_id="A1234567890"), fires_at="/records/0/person_id"),
    Example("少了開頭的字母", sample(person_id="12345678"), fires_at="/records/0/person_id"),
]
