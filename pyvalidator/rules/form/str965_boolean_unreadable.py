"""是非值看不懂。

內容看不出是「是」還是「否」。

## 為什麼重要

無法判斷是否因疫情請假，就無法歸入防疫資料。

## 怎麼修正

請廠商產製沒有引號的 true（是）或 false（否）。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR965",
    owner="vendor",
    types="boolean",
    severity="error",
    since="1.0",
    order=90,
    message="{label}「{value}」看不出是「是」還是「否」。",
    fix="請廠商依規定的寫法產製{label}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault()


EXAMPLES = [
    Example("是非值", sample()),
    Example("填成說明文字", sample(covid_related="居家檢疫"), fires_at="/records/0/covid_related"),
]
