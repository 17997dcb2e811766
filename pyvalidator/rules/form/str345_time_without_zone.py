"""日期或時間沒有時區。

版型說這個欄位寫有時區（例如 +08:00 或 Z），這個值卻沒有，看不出是哪裡的時間。

## 為什麼重要

同一個欄位裡，有的是世界標準時間、有的是臺灣時間時，少了時區就會差 8 小時，日期也可能差一天。程式不會替您假設。

## 怎麼修正

請差勤系統廠商每一筆都寫出時區；整個檔案本來就沒有時區時，是版型說錯了：版型的 format 不要有 Z。
"""

from typing import Any

from pyvalidator.engine.examples import profile_with
from pyvalidator.form.clock import read_time
from pyvalidator.form.dates import read_date
from pyvalidator.profile import field_values
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule, sample


@form_rule(
    "STR345",
    types=("date", "period", "time"),
    owner="vendor",
    severity="error",
    since="1.0",
    order=37,
    message="{label}「{value}」沒有時區，看不出是哪裡的時間。",
    fix="請廠商在{label}寫出時區（例如 +08:00）；本來就沒有時區時，版型的 format 不要有 Z。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not isinstance(value, str) or not field_values.form(spec).zoned:
        return None
    moment = read_date(value)
    timed = moment if moment is not None and moment.timed else read_time(value) if spec.type == "time" else None
    return Fault() if timed is not None and not timed.placed else None


_ZONED = {"profile": profile_with(generated_at='format = "YYYY-MM-DDTHH:mm:SSZ"')}

EXAMPLES = [
    Example("版型沒有時區", sample()),
    Example("有時區", document(generated_at="2021-07-05T01:30:00Z"), options=_ZONED),
    Example("沒有時區", document(generated_at="2021-07-05T09:30:00"), fires_at="/generated_at", options=_ZONED),
]
