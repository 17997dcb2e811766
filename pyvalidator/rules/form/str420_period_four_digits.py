"""資料年月少一碼。

資料年月只有 4 碼。民國年不足 3 位數、月份不足 2 位數時，都要在前面補 0。

## 為什麼重要

1106 可能是 110 年 6 月少了一個 0，也可能是 11 年 6 月，電腦無法替您判斷。

## 怎麼修正

請廠商以 5 碼產製：民國年 3 碼、月 2 碼，例如 11006。
"""

import re
from typing import Any

from pyvalidator.form.dates import four_digit_period
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule


@form_rule(
    "STR420",
    owner="vendor",
    types="period",
    severity="error",
    since="1.0",
    order=43,
    message="{label}「{value}」只有 4 碼，少了一碼。",
    fix="請廠商以民國年 3 碼、月 2 碼產製{label}，不足的在前面補 0。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if spec.format != "YYYMM" or not re.fullmatch("[0-9]{4}", value):
        return None
    return Fault(expected_value=four_digit_period(value))


EXAMPLES = [
    Example("5 碼年月", document()),
    Example("月份少了 0", document(period="1106"), fires_at="/period"),
]
