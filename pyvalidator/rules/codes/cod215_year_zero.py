"""年份是 0。

日期或年月的年份是 000。民國沒有 0 年；有些系統以 0000000 表示沒有日期。

## 為什麼重要

沒有真實的日期，就無法判斷這筆差假屬於哪一個月。

## 怎麼修正

請在差勤系統補登日期後重新產製。
"""

from pyvalidator.form.dates import written_parts
from pyvalidator.rule import Context, Example, Fault, document, sample, value_rule


@value_rule(
    "COD215",
    owner=("vendor", "unit"),
    types=("date", "period"),
    raw=True,
    severity="error",
    since="1.0",
    message="{label}「{value}」的年份是 0，沒有這一年。",
    fix="請廠商不要以 0 代替沒有的{label}；系統裡沒有日期時，請單位承辦補登後重新產製。",
)
def check(value: str | float, context: Context) -> Fault | None:
    parts = written_parts(context.own, value)
    return Fault() if parts and not parts.year_is_real else None


EXAMPLES = [
    Example("真實的年份", sample()),
    Example("以 0 表示沒有日期", sample(end_date="0000000"), fires_at="/records/0/end_date"),
    Example("資料年月的年份是 0", document(period="00006"), fires_at="/period"),
]
