"""數量小於下限。

數量低於版型的下限，通常是負數。

## 為什麼重要

請假的日數、時數不會是負的。系統以負數表示銷假或更正時，合計也會跟著算錯。

## 怎麼修正

銷假或更正，請單位承辦在差勤系統修改原來的假單；請廠商不要另外產製一筆負數。
"""

from typing import Any

from pyvalidator.form.amounts import steadied
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule, sample


@form_rule(
    "STR915",
    owner=("vendor", "unit"),
    types=("integer", "number"),
    severity="error",
    since="1.0",
    order=41,
    message="{label} {value} 太小，不可小於 {limit}{noise}。",
    fix="請廠商更正{label}的產製，不要以負數表示銷假；銷假時，請單位承辦修改原來的假單。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if isinstance(value, str) or spec.minimum is None or value >= spec.minimum:
        return None
    if steadied(value, 1) == spec.minimum:
        noise = "；差距極小，是電腦計算的誤差"
        return Fault(expected_value=spec.minimum, params={"limit": spec.minimum, "noise": noise})
    return Fault(expected=f"{spec.minimum} 以上", params={"limit": spec.minimum, "noise": ""})


EXAMPLES = [
    Example("時數為 0", sample(days=1, hours=0)),
    Example("負的時數", sample(hours=-4), fires_at="/records/0/hours"),
    Example("負的日數", sample(days=-1, hours=4), fires_at="/records/0/days"),
    Example("負的筆數", document(record_count=-1), fires_at="/record_count"),
]
