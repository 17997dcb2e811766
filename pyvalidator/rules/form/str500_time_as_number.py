"""時間寫成數字。

時間是沒有引號的數字。時間要用雙引號括住，否則上午的時間會失去開頭的 0：0800 會變成 800。

## 為什麼重要

失去開頭的 0 以後，位數就不符規定；0800 這種寫法在 JSON 裡也不是正確的數字。

## 怎麼修正

請差勤系統廠商把時間改為以文字寫出，例如 "0800"。檔案曾用試算表編輯時，請改用重新產製的檔案。
"""

from typing import Any

from pyvalidator.form.clock import numbered_times, two_readings
from pyvalidator.form.dates import digits_of
from pyvalidator.profile import field_values
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR500",
    owner="vendor",
    types="time",
    severity="error",
    since="1.0",
    order=20,
    message="{label}寫成數字 {value}，應該是加雙引號的文字{doubt}。",
    fix="請廠商確認是幾時幾分，依規定的格式產製{label}，並以雙引號括住。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if isinstance(value, str) or field_values.takes_number(spec):
        return None
    readings = numbered_times(digits_of(value) or "", spec)
    return two_readings(readings)


EXAMPLES = [
    Example("時間是文字", sample()),
    Example("遺失開頭的 0", sample(start_time=800), fires_at="/records/0/start_time"),
    Example("只有 8，可能是 8 時，也可能是 8 分", sample(start_time=8), fires_at="/records/0/start_time"),
    Example("下午的時間沒有引號", sample(end_time=1700), fires_at="/records/0/end_time"),
]
