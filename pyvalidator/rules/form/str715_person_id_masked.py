"""身分證字號被遮罩。

身分證字號的一部分是星號、叉號或圓圈。報送的檔案需要完整的身分證字號。

## 為什麼重要

遮罩後的身分證字號無法對應到人員，該員的差假等於沒有報送。

## 怎麼修正

請在差勤系統的產製設定關閉個人資料遮罩後重新產製，並依個人資料保護規定保管檔案。
"""

import re
from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR715",
    owner="vendor",
    types="person_id",
    severity="error",
    since="1.0",
    order=42,
    message="{label}「{value}」的一部分被遮罩，不是完整的身分證字號。",
    fix="請廠商關閉{label}的遮罩，再重新產製。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault() if re.fullmatch("[A-Za-z0-9]*(?:[*＊●○〇◯※?#•]+|[xX×]{2,})[A-Za-z0-9]*", value) else None


EXAMPLES = [
    Example("完整的身分證字號", sample()),
    Example("後四碼是星號", sample(person_id="A12345****"), fires_at="/records/0/person_id"),
    Example("中間是圓圈", sample(person_id="A12○○○○789"), fires_at="/records/0/person_id"),
]
