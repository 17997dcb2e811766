"""數字不是真實的日期或時刻。

版型說日期或時間寫成數字（1100607、830），這個數字的位數對，卻沒有這一天或這個時刻，或有兩種讀法：8 可能是 8 時，也可能是
0 時 8 分。

## 為什麼重要

數字沒有開頭的 0，位數少的就分不出時與分；讀不出時間的差假無法與日數、時數核對。

## 怎麼修正

請對照假單確認日期與時間。時間請差勤系統廠商改以加雙引號的四碼文字產製，例如 "0800"，開頭的 0 才不會遺失。
"""

from dataclasses import replace

from pyvalidator.engine.examples import profile_with
from pyvalidator.form.clock import numbered_times, two_readings
from pyvalidator.form.dates import digits_of
from pyvalidator.profile import field_values
from pyvalidator.rule import Context, Example, Fault, sample, value_rule

_KINDS = {"date": "日期", "period": "年月", "time": "時刻"}


@value_rule(
    "COD225",
    owner=("unit", "vendor"),
    types=("date", "period", "time"),
    raw=True,
    severity="error",
    since="1.0",
    message="{label} {value} 不是真實的{kind}{doubt}。",
    fix="請單位承辦在差勤系統確認{label}；系統裡沒有錯時，請廠商更正產製的寫法。",
)
def check(value: str | float, context: Context) -> Fault | None:
    spec = context.own
    if isinstance(value, str) or field_values.canonical(context.profile, spec, value) is not None:
        return None
    if spec.type != "time" and (
        field_values.written_day(spec, value) is not None or context.profile.same_key[spec.name]
    ):
        # Told by the rules on days that are not real, or at the time that stands in the same value.
        return None
    shown = replace(spec, as_number=False)
    fault = two_readings(numbered_times(digits_of(value) or "", shown)) if spec.type == "time" else Fault()
    fault.expected_value = None
    fault.params = {"doubt": "", **fault.params, "kind": _KINDS[spec.type]}
    return fault


_NUMBERS = {"profile": profile_with(start_time='format = "HHMM"\nas_number = true')}

EXAMPLES = [
    Example("時間是文字", sample()),
    Example("800 是 8 時", sample(start_time=800), options=_NUMBERS),
    Example("8 有兩種讀法", sample(start_time=8), fires_at="/records/0/start_time", options=_NUMBERS),
    Example("沒有 8 時 75 分", sample(start_time=875), fires_at="/records/0/start_time", options=_NUMBERS),
]
