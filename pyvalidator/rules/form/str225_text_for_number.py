"""數字欄位寫成文字。

這個欄位要填沒有引號的數字，檔案裡卻是文字，而且看不出是哪一個數字。

## 為什麼重要

日數、時數、筆數要用來計算與核對，文字無法計算。

## 怎麼修正

請差勤系統廠商把這個欄位改為以數字寫出（不加雙引號）；數量為 0 時寫 0，不要寫「無」或「-」。
"""

from typing import Any

from pyvalidator.form.amounts import read_numbers
from pyvalidator.form.clock import read_time
from pyvalidator.form.dates import read_date, read_period
from pyvalidator.profile import field_values
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR225",
    owner="vendor",
    types=("integer", "number", "choice", "date", "period", "time"),
    severity="error",
    since="1.0",
    order=29,
    message="{label}應該是數字，檔案裡卻是文字「{value}」。",
    fix="請廠商以不加引號的數字產製{label}，例如 0 或 1。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not isinstance(value, str) or field_values.takes_text(spec):
        return None
    if spec.type in ("date", "period", "time"):
        reading = read_time(value) if spec.type == "time" else read_period(value) or read_date(value)
        return Fault(expected_value=reading.written(spec) if reading else None)
    numbers = read_numbers(value) if spec.as_number else []
    return Fault(expected_value=numbers[0] if len(numbers) == 1 else None)


EXAMPLES = [
    Example("數字沒有引號", sample()),
    Example("時數填成「無」", sample(hours="無"), fires_at="/records/0/hours"),
    Example("日數填成符號", sample(days="-"), fires_at="/records/0/days"),
]
