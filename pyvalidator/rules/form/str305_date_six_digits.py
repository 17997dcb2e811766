"""日期少一碼。

日期只有 6 碼。民國 99 年以前的年份要在前面補 0；月、日不足兩位數時也要補 0。

## 為什麼重要

少一碼的日期無法判斷是哪一天：110607 可能是 110 年 6 月 7 日，也可能是其他日期。

## 怎麼修正

請廠商以 7 碼產製：民國年 3 碼、月 2 碼、日 2 碼，例如 0991231、1100607。
"""

import re
from typing import Any

from pyvalidator.form.dates import lost_zero
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR305",
    owner="vendor",
    types="date",
    severity="error",
    since="1.0",
    order=40,
    message="{label}「{value}」只有 6 碼{lost}。",
    fix="請廠商產製 7 碼日期：民國年 3 碼、月 2 碼、日 2 碼，不足的在前面補 0。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if spec.format != "YYYMMDD" or not re.fullmatch("[0-9]{6}", value):
        return None
    whole = lost_zero(value, spec.format)
    return Fault(expected_value=whole, params={"lost": "，疑似遺失開頭的 0" if whole else "，少了一碼"})


EXAMPLES = [
    Example("7 碼日期", sample()),
    Example("遺失開頭的 0", sample(end_date="991231"), fires_at="/records/0/end_date"),
    Example("月份少了 0", sample(start_date="110607"), fires_at="/records/0/start_date"),
]
