"""身分證字號的格式不對。

內容不是身分證字號，也不是新式或舊式的統一證號，例如員工編號、帳號或姓名。

## 為什麼重要

身分證字號用來認出是哪一位同仁，填成別的內容就認不出來。

## 怎麼修正

請確認產製的欄位沒有錯位，並對照人事資料，在差勤系統填入身分證字號：1 個大寫英文字母加 9 碼數字（舊式統一證號是 2 個字母加 8 碼數字）。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR790",
    owner="personnel",
    types="person_id",
    severity="error",
    since="1.0",
    order=90,
    message="{label}「{value}」不是身分證字號或統一證號的格式。",
    fix="請人事單位對照人事資料，在差勤系統填入正確的{label}。",
    sources=["國民身分證統一編號編碼規則", "外來人口統一證號編碼規則"],
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault()


EXAMPLES = [
    Example("舊式統一證號", sample(person_id="AD30900116")),
    Example("填成姓名", sample(person_id="王小明"), fires_at="/records/0/person_id"),
    Example("填成員工帳號", sample(person_id="wang.xm"), fires_at="/records/0/person_id"),
]
