"""數字加了引號。

數字欄位的內容是用引號括住的數字，或全形數字。

## 為什麼重要

加了引號就是文字，無法計算日數、時數與筆數。

## 怎麼修正

請差勤系統廠商把這個欄位改為以數字寫出（不加雙引號）。
"""

import re
from decimal import Decimal
from typing import Any

from pyvalidator.form.other_notations import halfwidth
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule, sample


@form_rule(
    "STR900",
    owner="vendor",
    types=("integer", "number"),
    severity="error",
    since="1.0",
    order=20,
    message="{label}「{value}」是加了引號的文字，應該是數字。",
    fix="請廠商以不加引號的半形數字產製{label}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not isinstance(value, str) or spec.as_text:
        return None
    text = halfwidth(value).strip().replace(",", "")
    if not re.fullmatch(r"[+-]?[0-9]{1,20}(?:\.[0-9]{1,20})?", text):
        return None
    return Fault(expected=f"{Decimal(text).normalize():f}")


EXAMPLES = [
    Example("數字沒有引號", sample()),
    Example("日數加了引號", sample(days="1"), fires_at="/records/0/days"),
    Example("時數是全形數字", sample(days=0, hours="４"), fires_at="/records/0/hours"),
    Example("筆數加了引號", document(record_count="1"), fires_at="/record_count"),
]
