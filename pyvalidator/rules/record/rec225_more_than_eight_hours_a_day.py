"""一筆差假一天超過 8 小時。

這筆差假請的時間在開始到結束之內，但以每個日曆天最多 8 小時計算就太多。例如上午 8 時到晚上 8 時請 12 小時，或兩天請三日。

## 為什麼重要

一般人員一天的辦公時數是 8 小時，請假最多 8 小時；超過時，可能是起訖日期、時間或日數、時數打錯。輪班人員的班次可以超過
8 小時，因此只請您確認。

## 怎麼修正

請對照請假單；輪班人員依班次請假的，保留說明即可。不是輪班人員時，請在差勤系統更正日數、時數或起訖時間。

## 依據

每日辦公時數 8 小時（公務人員週休二日實施辦法；112 年起公務員服務法第 12 條）；8 小時為 1 日（公務人員請假規則）。
"""

from datetime import date

from pyvalidator.domain.amounts import amount_field
from pyvalidator.profile.amounts import written_amount
from pyvalidator.rule import Context, Example, Fault, record_rule, sample
from pyvalidator.rules._shared.claimed import claimed


@record_rule("REC225", owner=("unit", "personnel"),
             reads=("days", "hours", "start_date", "start_time", "end_date", "end_time"), severity="warning",
             may_lack=("days", "hours", "start_time", "end_time"), since="1.0", one_cause=True,
             folds_under=("FIL710", "REC310", "REC320", "REC350"),
             message="請假 {amount}；以每個日曆天 8 小時計算，從開始到結束最多 {usual}。",
             fix="請單位承辦對照假單，不是輪班人員時在差勤系統更正日數、時數或起訖時間；依班次請假屬正確者，請保留說明。",
             sources=["公務人員週休二日實施辦法", "公務員服務法", "公務人員請假規則"])  # fmt: skip
def check(
    days: float, hours: float, start_date: date, start_time: int | None, end_date: date, end_time: int | None,
    context: Context,
) -> Fault | None:  # fmt: skip
    found = claimed(days, hours, start_date, start_time, end_date, end_time, context.profile)
    if found is None or found.over_clock or not found.over_usual:
        return None
    amount, usual = (written_amount(minutes / 60, context.profile) for minutes in (found.amount, found.usual))
    return Fault(amount_field(days), expected=f"不超過 {usual}", params={"amount": amount, "usual": usual})


EXAMPLES = [
    Example("整天 1 日", sample()),
    Example("24 小時的班請 1 日", sample(end_date="1100608", end_time="0800")),
    Example("12 小時的班", sample(end_time="2000", days=1, hours=4), fires_at="/records/0/days"),
    Example("兩天請三日", sample(end_date="1100608", days=3), fires_at="/records/0/days"),
]
