"""時數不是半小時的倍數。

時數以半小時為單位，只能是 0.5、1、1.5 等。

## 為什麼重要

單位不同的時數加總後會有零頭，無法和日數換算。

## 怎麼修正

請廠商依貴機關的規定進位到半小時再產製；以分鐘換算的小數（例如 0.33）也一樣。
"""

from fractions import Fraction
from typing import Any

from pyvalidator.domain.amounts import UNIT_MINUTES
from pyvalidator.form.amounts import steadied, whole_amount
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR925",
    owner=("vendor", "unit"),
    types=("integer", "number"),
    severity="error",
    folds_under="FIL710",
    since="1.0",
    order=43,
    message="{label} {value} 不是 {step} 的倍數{noise}。",
    fix="請廠商以 {step} 的倍數產製{label}；假單登錯時，請單位承辦更正。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if isinstance(value, str) or spec.step is None or Fraction(value) % Fraction(spec.step) == 0:
        return None
    near = steadied(value, spec.step)
    if near is not None:
        params = {"step": spec.step, "noise": "；差距極小，是電腦計算的誤差"}
        if spec.name in UNIT_MINUTES:
            return whole_amount(profile, spec, near * UNIT_MINUTES[spec.unit or spec.name], **params)
        return Fault(expected_value=near, params=params)
    return Fault(expected=f"{spec.step} 的倍數", params={"step": spec.step, "noise": ""})


EXAMPLES = [
    Example("半小時", sample(days=0, hours=0.5)),
    Example("四分之一小時", sample(days=0, hours=3.25), fires_at="/records/0/hours"),
    Example("電腦計算的誤差", sample(days=0, hours=3.9999999999999996, end_time="1200"), fires_at="/records/0/hours"),
    Example("由分鐘換算的小數", sample(days=0, hours=0.33), fires_at="/records/0/hours"),
]
