"""資料年月填成日期。

資料年月只要年與月，檔案裡連日也寫進去了。

## 為什麼重要

多出的日會使資料年月無法讀取，整個檔案就不知道屬於哪一個月。

## 怎麼修正

請廠商只產製年與月，例如 11006，並確認資料年月沒有對應到產製日期。
"""

from typing import Any

from pyvalidator.form.dates import read_date
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, document, form_rule


@form_rule(
    "STR425",
    owner="vendor",
    types="period",
    severity="error",
    since="1.0",
    order=39,
    message="{label}「{value}」是日期，這個欄位只要年與月。",
    fix="請廠商只以年與月產製{label}。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    reading = read_date(value)
    if reading is None:
        return None
    return Fault(expected_value=reading.written(spec))


EXAMPLES = [
    Example("只有年與月", document()),
    Example("填成 7 碼日期", document(period="1100601"), fires_at="/period"),
    Example("填成西元日期", document(period="2021-06-01"), fires_at="/period"),
]
