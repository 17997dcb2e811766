"""是非值寫成其他文字。

內容是「是」「否」、Y、N、V 等文字。這個欄位要填是非值。

## 為什麼重要

每個系統對「是」的寫法不同，統一用是非值才不會誤判。

## 怎麼修正

請差勤系統廠商在產製時把「是」改為寫出 true、「否」改為寫出 false，都不加引號。
"""

from typing import Any

from pyvalidator.form.other_notations import halfwidth, write_boolean
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample

_WORDS = {
    True: ("y", "yes", "t", "v", "1", "是", "有", "ˇ", "✓", "√", "○"),
    False: ("n", "no", "f", "x", "0", "否", "無", "非", "-", "×"),
}


@form_rule(
    "STR955",
    owner="vendor",
    types="boolean",
    severity="error",
    since="1.0",
    order=21,
    message="{label}「{value}」是文字，應該是是非值。",
    fix="請廠商依規定的寫法產製{label}：因疫情請假為「是」，其餘為「否」。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    word = halfwidth(value).strip().lower() if isinstance(value, str) else ""
    for meaning, words in _WORDS.items():
        if word in words:
            return Fault(expected_value=write_boolean(spec, meaning))
    return None


EXAMPLES = [
    Example("是非值", sample()),
    Example("填 Y", sample(covid_related="Y"), fires_at="/records/0/covid_related"),
    Example("填「否」", sample(covid_related="否"), fires_at="/records/0/covid_related"),
]
