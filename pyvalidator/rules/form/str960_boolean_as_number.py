"""是非值寫成數字。

內容是 1、0 或其他數字。這個欄位要填是非值。

## 為什麼重要

1 在多數系統是「是」，在有些系統卻是代碼，只看檔案無法判斷。

## 怎麼修正

請差勤系統廠商把 1 改為寫出 true、0 改為寫出 false。
"""

from typing import Any

from pyvalidator.form.other_notations import write_boolean
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR960",
    owner="vendor",
    types="boolean",
    severity="error",
    since="1.0",
    order=22,
    message="{label} {value} 是數字，應該是是非值。",
    fix="請廠商依規定的寫法產製{label}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if isinstance(value, str | bool):
        return None
    return Fault(expected_value=write_boolean(spec, value == 1) if value in (0, 1) else None)


EXAMPLES = [
    Example("是非值", sample()),
    Example("填 0", sample(covid_related=0), fires_at="/records/0/covid_related"),
    Example("填 1", sample(covid_related=1), fires_at="/records/0/covid_related"),
]
