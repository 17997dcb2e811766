"""人員區分代碼少了開頭的 0。

人員區分代碼是 2 碼文字，1 至 9 要寫成 01 至 09。

## 為什麼重要

代碼少一碼就對不到代碼表，該員的差假可能不被蒐集。

## 怎麼修正

請差勤系統廠商以文字寫出 2 碼代碼。檔案曾用試算表編輯時，請改用重新產製的檔案。
"""

import re
from typing import Any

from pyvalidator.form.other_notations import repaired
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR750",
    owner="vendor",
    reads="person_category",
    severity="error",
    since="1.0",
    order=20,
    message="{label}「{value}」不是 2 碼文字，{slip}。",
    fix="請廠商以加雙引號的 2 碼文字產製{label}，例如 01。",
    sources="嘉義縣政府110年6月29日府人考字第1100139574號函",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    text = str(value)
    if not re.fullmatch("[0-9]{1,2}", text):
        return None
    if isinstance(value, int):
        return Fault(expected_value=text.zfill(2), params={"slip": "而是沒有引號的數字"})
    fault = repaired(spec, value, "0" + value, profile)
    return fault and Fault(expected_value=fault.expected_value, params={"slip": "少了開頭的 0"})


EXAMPLES = [
    Example("2 碼文字", sample(person_category="09")),
    Example("1 碼文字", sample(person_category="1"), fires_at="/records/0/person_category"),
    Example("寫成數字", sample(person_category=1), fires_at="/records/0/person_category"),
]
