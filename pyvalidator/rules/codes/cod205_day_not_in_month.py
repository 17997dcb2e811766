"""該月沒有這一天。

日是 00，或超過該月的天數，例如 6 月 31 日。

## 為什麼重要

沒有這一天，就算不出請假的日數，也無法判斷是否與其他紀錄重疊。

## 怎麼修正

請在差勤系統更正日期。4、6、9、11 月只有 30 天，2 月有 28 天（閏年 29 天）。
"""

from pyvalidator.form.dates import written_parts
from pyvalidator.rule import Context, Example, Fault, sample, value_rule


@value_rule(
    "COD205",
    owner=("unit", "vendor"),
    types="date",
    raw=True,
    severity="error",
    since="1.0",
    message="{label}「{value}」不存在：{month} 月沒有 {day} 日。",
    fix="請單位承辦在差勤系統更正{label}（這個月是 1 至 {last} 日）；系統裡沒有錯時，請廠商修正產製程式。",
)
def check(value: str | float, context: Context) -> Fault | None:
    parts = written_parts(context.own, value)
    if parts is None or not parts.year_is_real or not parts.month_is_real or parts.day_is_real or parts.is_february_29:
        return None
    return Fault(params={"month": parts.month, "day": parts.day, "last": parts.last_day})


EXAMPLES = [
    Example("30 日", sample(start_date="1100630", end_date="1100630")),
    Example("6 月 31 日", sample(start_date="1100631"), fires_at="/records/0/start_date"),
    Example("2 月 30 日", sample(start_date="1100230"), fires_at="/records/0/start_date"),
    Example("0 日", sample(end_date="1100600"), fires_at="/records/0/end_date"),
]
