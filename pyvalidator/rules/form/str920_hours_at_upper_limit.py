"""時數達到 1 日以上。

滿 8 小時就是 1 日，要進位到日數；時數欄位只填不足 1 日的部分。

## 為什麼重要

同樣的差假可以有兩種寫法時，日數的統計就會不一致。

## 怎麼修正

請廠商這樣產製：8 小時是日數 1、時數 0；12 小時是日數 1、時數 4。時數若是分鐘（例如 240），請換算成小時。

## 依據

公務人員請假規則：請假得以時計，以 8 小時為 1 日。
"""

from typing import Any

from pyvalidator.form.amounts import told, too_many_hours
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR920",
    owner="vendor",
    types=("integer", "number"),
    severity="error",
    folds_under="FIL710",
    since="1.0",
    order=42,
    message="{label} {value} 太大，必須小於 {limit}。",
    fix="請廠商確認單位是小時，把滿 8 小時的部分進位為 1 日，{label}只寫不足 1 日的部分。",
    sources="公務人員請假規則",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if isinstance(value, str) or spec.below is None or value < spec.below:
        return None
    counted = spec.name == "hours" and spec.unit is None and value < 10_000
    expected = told(too_many_hours(value)) if counted else f"小於 {spec.below}"
    return Fault(expected=expected, params={"limit": spec.below})


EXAMPLES = [
    Example("不足 1 日的最大值", sample(days=0, hours=7.5)),
    Example("8 小時", sample(days=0, hours=8), fires_at="/records/0/hours"),
    Example("以分鐘填寫", sample(days=0, hours=240), fires_at="/records/0/hours"),
]
