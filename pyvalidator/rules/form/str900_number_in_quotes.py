"""數字加了引號。

數字欄位的內容是用引號括住的數字，或全形數字。

## 為什麼重要

加了引號就是文字，無法計算日數、時數與筆數。

## 怎麼修正

請差勤系統廠商把這個欄位改為以數字寫出（不加雙引號）。
"""

from typing import Any

from pyvalidator.domain.amounts import UNIT_MINUTES
from pyvalidator.form.amounts import counted, read_numbers, told, whole_amount
from pyvalidator.profile import field_values
from pyvalidator.profile.fit import fitter
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule, sample


@form_rule(
    "STR900",
    owner="vendor",
    types=("integer", "number"),
    severity="error",
    since="1.0",
    order=20,
    message="{label}「{value}」是加了引號的文字，應該是數字{doubt}。",
    fix="請廠商以不加引號的半形數字產製{label}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not isinstance(value, str) or field_values.takes_text(spec):
        return None
    numbers = read_numbers(value)
    if not numbers:
        return None
    fitting = [number for number in numbers if fitter(profile, spec)(number)]
    if len(fitting) > 1:
        named = "，也可能是 ".join(map(str, fitting))
        return Fault(expected="或".join(map(str, fitting)), params={"doubt": f"，可能是 {named}"})
    if not fitting and len(numbers) == 1 and spec.name in UNIT_MINUTES and not spec.format and numbers[0] > 0:
        readings = counted(spec, numbers[0])
        if len(readings) == 1:
            return whole_amount(profile, spec, readings[0][1], doubt="")
        return Fault(expected=told(readings) if readings else None, params={"doubt": ""})
    return Fault(expected_value=fitting[0] if fitting else None, params={"doubt": ""})


EXAMPLES = [
    Example("數字沒有引號", sample()),
    Example("日數加了引號", sample(days="1"), fires_at="/records/0/days"),
    Example("時數是全形數字", sample(days=0, hours="４"), fires_at="/records/0/hours"),
    Example("小數點寫成逗號", sample(days=0, hours="4,5", end_time="1230"), fires_at="/records/0/hours"),
    Example("筆數加了引號", document(record_count="1"), fires_at="/record_count"),
]
