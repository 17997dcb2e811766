"""時間寫成數字。

時間是沒有引號的數字。時間要用雙引號括住，否則上午的時間會失去開頭的 0：0800 會變成 800。

## 為什麼重要

失去開頭的 0 以後，位數就不符規定；0800 這種寫法在 JSON 裡也不是正確的數字。

## 怎麼修正

請差勤系統廠商把時間改為以文字寫出，例如 "0800"。檔案曾用試算表編輯時，請改用重新產製的檔案。
"""

from typing import Any

from pyvalidator.form.other_notations import read_time
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR500",
    owner="vendor",
    types="time",
    severity="error",
    since="1.0",
    order=20,
    message="{label}寫成數字 {value}，應該是加雙引號的文字。",
    fix="請廠商以雙引號括住{label}，不足 4 碼時在前面補 0。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if isinstance(value, str):
        return None
    reading = read_time(f"{value:04d}") if isinstance(value, int) and 0 <= value <= 2400 else None
    written = reading.written(spec) if reading else None
    return Fault(expected=f'"{written}"' if written else None)


EXAMPLES = [
    Example("時間是文字", sample()),
    Example("遺失開頭的 0", sample(start_time=800), fires_at="/records/0/start_time"),
    Example("下午的時間沒有引號", sample(end_time=1700), fires_at="/records/0/end_time"),
]
