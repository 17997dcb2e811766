"""日期寫成數字。

日期是沒有引號的數字。日期要用雙引號括住，否則民國 99 年以前的日期會失去開頭的 0。

## 為什麼重要

0991231 寫成數字會變成 991231；沒有補 0 就無法判斷是哪一天。

## 怎麼修正

請差勤系統廠商把日期改為以文字寫出。檔案曾用試算表編輯時，請改用重新產製的檔案。
"""

from typing import Any

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
    fix="請廠商以雙引號括住{label}，位數不足時在前面補 0。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if isinstance(value, str):
        return None
    fits = fitter(profile, spec)
    if fits(str(value)):
        return Fault(expected=f'"{value}"', params={"lost": ""})
    if fits(f"0{value}"):
        return Fault(expected=f'"0{value}"', params={"lost": "，並已遺失開頭的 0"})
    return Fault(params={"lost": ""})


EXAMPLES = [
    Example("日期是文字", sample()),
    Example("日期沒有引號", sample(start_date=1100607), fires_at="/records/0/start_date"),
    Example("產製日期遺失開頭的 0", document(generated_at=991231), fires_at="/generated_at"),
]
