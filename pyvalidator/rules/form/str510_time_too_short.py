"""時間少了開頭的 0。

時間的位數不足。上午 10 時以前的時間要在前面補 0。

## 為什麼重要

830 可以是上午 8 時 30 分，也可能是 18 時 30 分少打一碼，電腦無法替您判斷。

## 怎麼修正

請廠商以 4 碼產製：時 2 碼、分 2 碼，例如 0830。
"""

import re
from typing import Any

from pyvalidator.form.clock import numbered_times, two_readings
from pyvalidator.profile import field_values
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR510",
    owner="vendor",
    types="time",
    severity="error",
    since="1.0",
    order=45,
    message="{label}「{value}」只有 {length} 碼，疑似遺失開頭的 0{doubt}。",
    fix="請廠商確認是幾時幾分，並依規定的位數把{label}補 0。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not re.fullmatch("[0-9]{1,9}", value) or len(value) >= field_values.form(spec).lengths[0]:
        return None
    fault = two_readings(numbered_times(value, spec))
    fault.params["length"] = len(value)
    return fault


EXAMPLES = [
    Example("4 碼時間", sample()),
    Example("3 碼時間", sample(start_time="800"), fires_at="/records/0/start_time"),
    Example("只有小時", sample(end_time="17"), fires_at="/records/0/end_time"),
]
