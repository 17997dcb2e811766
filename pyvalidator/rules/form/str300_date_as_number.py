"""日期寫成數字。

日期是沒有引號的數字。日期要用雙引號括住，否則民國 99 年以前的日期會失去開頭的 0。

## 為什麼重要

0991231 寫成數字會變成 991231；沒有補 0 就無法判斷是哪一天。

## 怎麼修正

請差勤系統廠商把日期改為以文字寫出。檔案曾用試算表編輯時，請改用重新產製的檔案。
"""

from typing import Any

from pyvalidator.form.dates import digits_of, lost_zero, read_date
from pyvalidator.profile import field_values
from pyvalidator.profile.fit import fitter
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule, sample


@form_rule(
    "STR300",
    owner="vendor",
    types="date",
    severity="error",
    since="1.0",
    order=20,
    message="{label}寫成數字 {value}，應該是加雙引號的文字{lost}。",
    fix="請廠商依規定的格式產製{label}，並以雙引號括住{todo}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if isinstance(value, str) or field_values.takes_number(spec):
        return None
    digits = digits_of(value) or ""
    if fitter(profile, spec)(digits):
        return Fault(expected_value=digits, params={"lost": "", "todo": ""})
    if whole := lost_zero(digits, spec.format or ""):
        return Fault(expected_value=whole, params={"lost": "，並已遺失開頭的 0", "todo": "，位數不足時在前面補 0"})
    reading = read_date(digits)
    right = reading.written(spec) if reading else None
    return Fault(expected_value=right, params={"lost": "", "todo": "；請先確認是哪一天" if right is None else ""})


EXAMPLES = [
    Example("日期是文字", sample()),
    Example("日期沒有引號", sample(start_date=1100607), fires_at="/records/0/start_date"),
    Example("西元 8 碼的數字", sample(start_date=20210607), fires_at="/records/0/start_date"),
    Example("產製日期遺失開頭的 0", document(generated_at=991231), fires_at="/generated_at"),
]
