"""資料年月寫成數字。

資料年月是沒有引號的數字。年月要用雙引號括住，否則民國 99 年以前的年月會失去開頭的 0。

## 為什麼重要

資料年月決定整個檔案屬於哪一個月，型態和版型不同，照版型就讀不到。

## 怎麼修正

請差勤系統廠商把資料年月改為以文字寫出，例如 "11006"。
"""

from typing import Any

from pyvalidator.form.dates import digits_of, four_digit_period, read_date, read_period
from pyvalidator.profile import field_values
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule


@form_rule(
    "STR400",
    owner="vendor",
    types="period",
    severity="error",
    since="1.0",
    order=20,
    message="{label}寫成數字 {value}，應該是加雙引號的文字。",
    fix="請廠商依規定的格式產製{label}，並以雙引號括住；位數不足時在前面補 0。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if isinstance(value, str) or field_values.takes_number(spec):
        return None
    digits = digits_of(value) or ""
    if len(digits) == 4 and spec.format == "YYYMM":
        return Fault(expected_value=four_digit_period(digits))
    reading = read_period(digits) or read_date(digits)
    return Fault(expected_value=reading.written(spec) if reading else None)


EXAMPLES = [
    Example("資料年月是文字", document()),
    Example("西元年月的數字", document(period=202106), fires_at="/period"),
    Example("資料年月沒有引號", document(period=11006), fires_at="/period"),
]
