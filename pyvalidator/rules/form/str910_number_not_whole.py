"""應為整數的數量有小數。

日數、筆數只能是整數。不足 1 日的部分，請換算成時數填在時數欄位。

## 為什麼重要

0.5 日究竟是幾小時，依機關的上班時間而不同；統一以 8 小時為 1 日換算才能核對。

## 怎麼修正

請廠商這樣產製：半日是日數 0、時數 4；1 日半是日數 1、時數 4。

## 依據

公務人員請假規則：請假得以時計，以 8 小時為 1 日。
"""

from typing import Any

from pyvalidator.form.amounts import decimal_days, steadied, told
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR910",
    owner="vendor",
    types="integer",
    severity="error",
    folds_under="FIL710",
    since="1.0",
    order=40,
    message="{label} {value} 有小數，應該是整數{noise}。",
    fix="請廠商以整數產製{label}{rest}。",
    sources="公務人員請假規則",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not isinstance(value, float) or value % 1 == 0:
        return None
    near = steadied(value, 1)
    if near is not None:
        return Fault(expected_value=near, params={"noise": "；差距極小，是電腦計算的誤差", "rest": f" {near}"})
    if spec.name != "days":
        return Fault(params={"noise": "", "rest": ""})
    readings = decimal_days(value) if 0 < value < 10_000 else []
    rest = "；不足 1 日的部分請換算成時數（8 小時為 1 日）"
    return Fault(expected=told(readings) if readings else None, params={"noise": "", "rest": rest})


EXAMPLES = [
    Example("整數", sample()),
    Example("寫成 1.0 也是整數", sample(days=1.0)),
    Example("半日寫在日數", sample(days=0.5, hours=0), fires_at="/records/0/days"),
]
