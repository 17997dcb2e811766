"""數字後面加了單位。

數字欄位的內容帶有「天」「日」「小時」「筆」等單位。

## 為什麼重要

帶有單位就是文字，無法計算。單位已由欄位決定，不必再寫。

## 怎麼修正

請差勤系統廠商只寫數字。合在一起的「1 日 4 小時」請分開填在日數與時數欄位。
"""

import re
from typing import Any

from pyvalidator.form.other_notations import halfwidth
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR905",
    owner="vendor",
    types=("integer", "number"),
    severity="error",
    since="1.0",
    order=21,
    message="{label}「{value}」帶有單位，應該只填數字。",
    fix="請廠商只以數字產製{label}，不加引號與單位。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    with_unit = r"\s*[0-9.]+\s*(?:天|日|小時|時|鐘頭|分鐘?|筆|人|h|hr|hrs|hours?|days?)\s*[0-9.]*.{0,4}"
    is_text = isinstance(value, str) and not spec.as_text
    return Fault() if is_text and re.fullmatch(with_unit, halfwidth(value)) else None


EXAMPLES = [
    Example("只有數字", sample()),
    Example("日數加了「天」", sample(days="1天"), fires_at="/records/0/days"),
    Example("時數加了「小時」", sample(days=0, hours="8 小時"), fires_at="/records/0/hours"),
]
