"""身分證字號用了小寫字母。

身分證字號和統一證號的英文字母都是大寫。

## 為什麼重要

身分證字號的第一碼是大寫字母；大小寫不同，程式比對時就是另一個號碼。

## 怎麼修正

請在差勤系統的人員基本資料把字母改成大寫後重新產製。
"""

from typing import Any

from pyvalidator.form.other_notations import repaired
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR700",
    owner=("personnel", "vendor"),
    types="person_id",
    severity="error",
    since="1.0",
    order=40,
    message="{label}「{value}」含有小寫字母。",
    fix="請人事單位在差勤系統把{label}的英文字母改成大寫，再重新產製。",
    sources="國民身分證統一編號編碼規則",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return repaired(spec, value, value.upper(), profile)


EXAMPLES = [
    Example("大寫字母", sample()),
    Example("小寫字母", sample(person_id="a123456789"), fires_at="/records/0/person_id"),
    Example("舊式統一證號的小寫字母", sample(person_id="Ac01234567"), fires_at="/records/0/person_id"),
]
