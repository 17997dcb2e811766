"""日期或時間不是臺灣時間。

內容最後有 Z 或 +00:00 等時區，表示這是世界標準時間或其他時區的時間，不是臺灣時間。臺灣時間比世界標準時間早 8 小時。

## 為什麼重要

臺灣的 6 月 7 日 0 時，世界標準時間是 6 月 6 日 16 時；只去掉後面的字，日期就早了一天。

## 怎麼修正

請差勤系統廠商以臺灣時間產製。程式把日期轉成文字時，不要用會換算成世界標準時間的函式（例如 JavaScript 的 toISOString）。
"""

from typing import Any

from pyvalidator.form.clock import read_time
from pyvalidator.form.dates import read_date
from pyvalidator.profile import field_values
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule, sample


@form_rule(
    "STR330",
    types=("date", "period", "time"),
    owner="vendor",
    severity="error",
    since="1.0",
    order=19,
    message="{label}「{value}」是{zone}，不是臺灣時間{here}。",
    fix="請廠商改以臺灣時間、依規定的格式產製{label}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not isinstance(value, str) or field_values.form(spec).zoned:
        return None
    moment = read_date(value)
    reading = moment or (read_time(value) if spec.type == "time" else None)
    if reading is None or not reading.zone:
        return None
    here = f"；換成臺灣時間是 {moment.words}" if moment is not None and moment.words else ""
    return Fault(expected_value=reading.written(spec), params={"zone": reading.zone, "here": here})


EXAMPLES = [
    Example("沒有時區", sample()),
    Example("臺灣時區", document(generated_at="2021-07-05T09:30:00+08:00")),
    Example("世界標準時間", sample(start_date="2021-06-06T16:00:00.000Z"), fires_at="/records/0/start_date"),
    Example("日本時間", sample(end_date="2021-06-08T00:30:00+09:00"), fires_at="/records/0/end_date"),
    Example("時間的後面有 Z", sample(start_time="00:00:00Z"), fires_at="/records/0/start_time"),
]
