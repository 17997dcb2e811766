"""數量寫成文字說明。

數字欄位的內容帶有「天」「日」「小時」「筆」等單位，或寫成 4:30、PT4H30M 這類時間長度。

## 為什麼重要

帶有單位就是文字，無法計算。單位已由欄位決定，不必再寫。

## 怎麼修正

請差勤系統廠商只寫數字。合在一起的「1 日 4 小時」請分開填在日數與時數欄位。
"""

import re
from typing import Any

from pyvalidator.domain.amounts import UNIT_MINUTES
from pyvalidator.form.amounts import read_amount, read_numbers, whole_amount
from pyvalidator.form.other_notations import halfwidth
from pyvalidator.profile import field_values
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR905",
    owner="vendor",
    types=("integer", "number"),
    severity="error",
    since="1.0",
    order=21,
    message="{label}「{value}」不是數字，帶有單位或寫成時間長度。",
    fix="請廠商只以數字產製{label}，不加單位；日與時分開產製。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not isinstance(value, str) or field_values.in_words(spec):
        return None
    minutes = read_amount(value) if spec.name in UNIT_MINUTES else None
    if minutes is not None:
        return whole_amount(profile, spec, minutes)
    found = re.fullmatch(r"\s*([0-9.,]+)\s*(?:天|日|小時|時|鐘頭|分鐘?|筆|人|人次|h|hr|hrs|hours?|days?)(.{0,8})", halfwidth(value))
    if found is None or field_values.takes_text(spec):
        return None
    # Behind other words the number may mean something else.
    numbers = [] if found[2].strip() or spec.name in UNIT_MINUTES else read_numbers(found[1])
    return Fault(expected_value=numbers[0] if len(numbers) == 1 else None)


EXAMPLES = [
    Example("只有數字", sample()),
    Example("日數加了「天」", sample(days="1天"), fires_at="/records/0/days"),
    Example("半日", sample(days=0, hours="半日", end_time="1200"), fires_at="/records/0/hours"),
    Example("時與分", sample(days=0, hours="4:30", end_time="1230"), fires_at="/records/0/hours"),
    Example("時數加了「小時」", sample(days=0, hours="8 小時"), fires_at="/records/0/hours"),
]
