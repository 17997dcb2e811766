"""平年沒有 2 月 29 日。

2 月 29 日只有閏年才有。民國年加 1911 換成西元年，能被 4 整除的是閏年，例如 109 年、113 年。

## 為什麼重要

沒有這一天，就算不出請假的日數，也無法判斷是否與其他紀錄重疊。

## 怎麼修正

請在差勤系統更正日期，多半是 2 月 28 日或 3 月 1 日。
"""

from pyvalidator.form.dates import written_parts
from pyvalidator.rule import Context, Example, Fault, document, sample, value_rule

LEAP_DAY = document(
    [{"start_date": "1090229", "end_date": "1090229", "covid_related": True, "days": 0, "hours": 4}],
    period="10902", dataset="covid109",
)  # fmt: skip


@value_rule(
    "COD210",
    owner=("unit", "vendor"),
    types="date",
    raw=True,
    severity="error",
    since="1.0",
    message="{label}「{value}」不存在：{year} 年是平年，2 月只有 28 天。",
    fix="請單位承辦在差勤系統更正{label}，並確認年份沒有打錯；系統裡沒有錯時，請廠商修正產製程式。",
)
def check(value: str | float, context: Context) -> Fault | None:
    parts = written_parts(context.own, value)
    if parts is None or not parts.year_is_real or parts.day_is_real or not parts.is_february_29:
        return None
    return Fault(params={"year": parts.written_year})


EXAMPLES = [
    Example("109 年是閏年", LEAP_DAY),
    Example("110 年是平年", sample(start_date="1100229"), fires_at="/records/0/start_date"),
]
