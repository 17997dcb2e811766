"""文字欄位寫成數字。

這個欄位要用雙引號括住，檔案裡卻是沒有引號的數字。代碼、身分證字號、姓名等即使全由數字組成，也是文字。

## 為什麼重要

數字會失去開頭的 0，位數過多時還會被四捨五入，代碼就對不上了。

## 怎麼修正

請差勤系統廠商把這個欄位改為以文字寫出（加上雙引號）。檔案曾用試算表編輯時，請改用重新產製的檔案。
"""

from typing import Any

from pyvalidator.form.dates import digits_of
from pyvalidator.profile import field_values
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR220",
    owner="vendor",
    types=("text", "agency_code", "person_id", "date", "period", "time", "choice", "digits", "integer", "number"),
    severity="error",
    since="1.0",
    order=29,
    message="{label}應該是文字，檔案裡卻是數字 {value}（沒有加雙引號）。",
    fix="請廠商以雙引號括住{label}，並確認開頭的 0 沒有遺失。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if isinstance(value, str) or field_values.takes_number(spec):
        return None
    digits = digits_of(value)
    # A fixed number of digits tells how many zeros are lost.
    whole = digits.zfill(spec.max_length or 0) if digits and spec.type == "digits" else digits
    return Fault(expected_value=whole or (str(value) if abs(value) < 2**53 else None))


EXAMPLES = [
    Example("文字都有引號", sample()),
    Example("事由寫成數字", sample(reason=119), fires_at="/records/0/reason"),
    Example("身分證字號寫成數字", sample(person_id=123456789), fires_at="/records/0/person_id"),
]
