"""是非值加了引號。

內容是用引號括住的 "true" 或 "false"。是非值不加引號。

## 為什麼重要

加了引號就是文字；有些程式會把任何文字都當成「是」，"false" 反而變成「是」。

## 怎麼修正

請差勤系統廠商改為寫出沒有引號的 true 或 false（小寫）。
"""

from typing import Any

from pyvalidator.form.other_notations import halfwidth, write_boolean
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR950",
    owner="vendor",
    types="boolean",
    severity="error",
    since="1.0",
    order=20,
    message="{label}「{value}」是加了引號的文字，應該是是非值。",
    fix="請廠商依規定的寫法產製{label}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    word = halfwidth(value).strip().lower() if isinstance(value, str) else ""
    if word not in ("true", "false"):
        return None
    return Fault(expected_value=write_boolean(spec, word == "true"))


EXAMPLES = [
    Example("沒有引號", sample(covid_related=True, reason="居家隔離")),
    Example("加了引號", sample(covid_related="false"), fires_at="/records/0/covid_related"),
    Example("字首大寫", sample(covid_related="True"), fires_at="/records/0/covid_related"),
]
