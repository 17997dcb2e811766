"""日期的月份不是 01 至 12。

日期的月份是 00，或大於 12。

## 為什麼重要

沒有這個月份，就無法判斷這筆差假屬於哪一個月。

## 怎麼修正

請在差勤系統更正日期。常見原因是月與日的位置對調，例如 7 月 13 日寫成 1307。
"""

from pyvalidator.form.dates import written_parts
from pyvalidator.rule import Context, Example, Fault, document, sample, value_rule


@value_rule(
    "COD200",
    owner=("unit", "vendor"),
    types=("date", "period"),
    raw=True,
    severity="error",
    since="1.0",
    message="{label}「{value}」的月份是 {month}，沒有這個月份。",
    fix="請單位承辦在差勤系統更正{label}的月份（01 至 12）；系統裡沒有錯時，請廠商確認產製時月與日沒有對調。",
)
def check(value: str | float, context: Context) -> Fault | None:
    parts = written_parts(context.own, value)
    if parts is None or not parts.year_is_real or parts.month_is_real:
        return None
    return Fault(params={"month": f"{parts.month:02d}"})


EXAMPLES = [
    Example("真實的日期", sample()),
    Example("13 月", sample(start_date="1101307"), fires_at="/records/0/start_date"),
    Example("00 月", sample(end_date="1100007"), fires_at="/records/0/end_date"),
    Example("產製日期是 13 月", document(generated_at="1101305"), fires_at="/generated_at"),
]
