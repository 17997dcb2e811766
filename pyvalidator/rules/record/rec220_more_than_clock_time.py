"""請假日時數超過起訖時間。

日數 × 8 ＋ 時數，不能超過從開始到結束的時間。例如上午 8 時到 12 時最多 4 小時。沒有時間的差假只看日期。

## 為什麼重要

請的假比起訖時間還長，一定有一邊寫錯；日數或時數錯了，就會多扣或少扣差假。

## 怎麼修正

請對照請假單，更正起訖時間或日數、時數。時數是不足 1 日的部分，滿 8 小時請進位為 1 日。

## 依據

8 小時為 1 日（公務人員請假規則）。起訖時間的上限是參考版型的規定。
"""

from datetime import date

from pyvalidator.domain.amounts import amount_field, hours_text
from pyvalidator.profile.amounts import written_amount
from pyvalidator.rule import Context, Example, Fault, record_rule, sample
from pyvalidator.rules._shared.claimed import claimed


@record_rule("REC220", owner=("unit", "vendor"),
             reads=("days", "hours", "start_date", "start_time", "end_date", "end_time"), severity="error", folds_under="FIL710",
             may_lack=("days", "hours", "start_time", "end_time"), since="1.0",
             message="請假 {amount}，超過從開始到結束的 {clock}。",
             fix="請單位承辦對照假單，在差勤系統更正起訖時間或日數、時數；系統裡沒有錯時，請廠商檢查日數、時數的算法。",
             sources=["公務人員請假規則", "參考版型"])  # fmt: skip
def check(
    days: float, hours: float, start_date: date, start_time: int | None, end_date: date, end_time: int | None,
    context: Context,
) -> Fault | None:  # fmt: skip
    found = claimed(days, hours, start_date, start_time, end_date, end_time, context.profile)
    if found is None or not found.over_clock:
        return None
    amount, usual = (written_amount(minutes / 60, context.profile) for minutes in (found.amount, found.usual))
    params = {"amount": amount, "clock": hours_text(found.clock)}
    return Fault(amount_field(days), expected=f"不超過 {usual}", params=params)


EXAMPLES = [
    Example("恰好用滿", sample(end_time="1200", days=0, hours=4)),
    Example("跨日恰好用滿", sample(end_date="1100608", end_time="1200", days=1, hours=4)),
    Example("輪班 12 小時，不是這項錯誤", sample(end_time="2000", days=1, hours=4)),
    Example("半天請一日", sample(end_time="1200"), fires_at="/records/0/days"),
    Example("多半小時", sample(end_time="1200", days=0, hours=4.5), fires_at="/records/0/hours"),
    Example("一天請兩日", sample(days=2), fires_at="/records/0/days"),
]
