"""欄位是空白。

欄位雖然存在，內容卻是空字串，或只有空格、全形空格、換行等看不見的字元。

## 為什麼重要

必填欄位空白等於沒有填；只有空白字元的內容在畫面上看不出來，最容易漏掉。

## 怎麼修正

在差勤系統補登資料後重新產製。選填欄位沒有內容時，請廠商整個省略。
"""

import re
from typing import Any

from pyvalidator.profile import notations
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR215",
    owner=("personnel", "unit", "vendor"),
    severity="error",
    since="1.0",
    order=13,
    message="{label}是空白。",
    fix="請人事單位或單位承辦在差勤系統補登{label}後重新產製{or_omit}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    blank = isinstance(value, str) and re.search(notations.NOT_BLANK, value) is None
    if not blank or (spec.blank and spec.type == "text"):
        return None
    return Fault(params={"or_omit": "" if spec.required else "；沒有內容時，請廠商整個省略這個欄位"})


EXAMPLES = [
    Example("必填欄位有內容", sample()),
    Example("選填的事由可以是空字串", sample(reason="")),
    Example("職稱是空字串", sample(job_title=""), fires_at="/records/0/job_title"),
    Example("姓名只有全形空格", sample(person_name="\u3000\u3000"), fires_at="/records/0/person_name"),
    Example("開始日期是空字串", sample(start_date=""), fires_at="/records/0/start_date"),
]
