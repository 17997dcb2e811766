"""內容不符合欄位的規定。

內容的字元或長度和版型對這個欄位的規定不同，而且看不出是哪一種常見的筆誤。

## 為什麼重要

不符合規定的內容無法對應到代碼表或人員資料。

## 怎麼修正

請廠商對照欄位說明與代碼表，更正產製的內容。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR295",
    owner="vendor",
    severity="error",
    since="1.0",
    order=99,
    message="{label}「{value}」不符合規定。",
    fix="請廠商依欄位說明更正{label}的產製。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault()


EXAMPLES = [
    Example("符合規定", sample()),
    Example("代碼夾雜中文", sample(person_category="正式"), fires_at="/records/0/person_category"),
]
