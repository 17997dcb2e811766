"""日期的紀年與規定不同。

該填民國年的日期寫成西元年，或該填西元年的日期寫成民國年。

## 為什麼重要

紀年不同的日期會被解讀成別的年份，或完全無法讀取。

## 怎麼修正

民國年等於西元年減 1911，例如 2021 年是民國 110 年。每一筆都如此時，請廠商更正產製的日期格式。
"""

from typing import Any

from pyvalidator.form.dates import other_era, read_date
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule, sample


@form_rule(
    "STR310",
    owner="vendor",
    types="date",
    severity="error",
    since="1.0",
    order=42,
    message="{label}「{value}」的年份是{found}，這個欄位要填{wanted}。",
    fix="請廠商把{label}的年份換算成{wanted}後，依規定的格式產製。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return other_era(spec, read_date(value))


EXAMPLES = [
    Example("民國日期", sample()),
    Example("西元 8 碼", sample(start_date="20210607"), fires_at="/records/0/start_date"),
    Example("西元加連字號", sample(end_date="2021-06-07"), fires_at="/records/0/end_date"),
    Example("產製日期是西元年加斜線", document(generated_at="2021/07/05"), fires_at="/generated_at"),
]
