"""產製日期早於資料年月。

檔案的產製日期早於資料年月的第一天，檔案不可能已經有那個月的差假。

## 為什麼重要

產製日期或資料年月一定有一個填錯；資料年月錯了，整個檔案會歸到錯的月份。

## 怎麼修正

請確認資料年月與產製日期，以正確的資料年月重新產製檔案；電腦的日期設錯時請先校正。
"""

from pyvalidator.domain.roc import day_text, month_text
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule("FIL310", owner=("personnel", "vendor"), reads=("generated_at", "period"), severity="error", since="1.0",
           message="{label}（{day}）早於資料年月 {month}。",
           fix="請人事單位確認產製時選的資料年月與電腦的日期，再重新產製；仍然如此時，請廠商檢查{label}。", sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    day, period = file.header("generated_at"), file.header("period")
    if day is not None and period is not None and day < period:
        yield Fault(expected=f"{day_text(period)}以後", params={"day": day, "month": month_text(period)})


EXAMPLES = [
    Example("該月第一天", document([{"start_date": "1100601", "end_date": "1100601"}], generated_at="1100601")),
    Example("該月前一天", document([{}], generated_at="1100531"), fires_at="/generated_at"),
]
