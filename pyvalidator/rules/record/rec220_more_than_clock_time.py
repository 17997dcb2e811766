"""請假日時數超過起訖時間。

日數 × 8 ＋ 時數，不能超過從開始到結束的時間；每一個日曆天最多計 8 小時，沒有時間的差假只看日期。例如上午 8 時到 12 時最多 4 小時，
星期一 8 時到星期二 12 時最多 1 日 4 小時。

## 為什麼重要

請的假比起訖時間還長，一定有一邊寫錯；平臺統計的是日數與時數，錯了就會多扣或少扣差假。

## 怎麼修正

請對照請假單，更正起訖時間或日數、時數。時數是不足 1 日的部分，滿 8 小時請進位為 1 日。

## 依據

8 小時為 1 日（公務人員請假規則）。起訖時間的上限是參考版型的規定。
"""

from datetime import date

from pyvalidator.domain.amounts import DAY, amount_field, clock_minutes
from pyvalidator.profile.amounts import written_amount
from pyvalidator.profile.field_values import rounding_minutes
from pyvalidator.rule import Context, Example, Fault, record_rule, sample


@record_rule("REC220", owner=("unit", "vendor"),
             reads=("days", "hours", "start_date", "start_time", "end_date", "end_time"), severity="error", folds_under="FIL710",
             may_lack=("days", "hours", "start_time", "end_time"), since="1.0", message="請假 {amount}，超過起訖時間所能請的 {most}。",
             fix="請單位承辦對照假單，在差勤系統更正起訖時間或日數、時數；系統裡沒有錯時，請廠商檢查日數、時數的算法。",
             sources=["公務人員請假規則", "參考版型"])  # fmt: skip
def check(
    days: float, hours: float, start_date: date, start_time: int | None, end_date: date, end_time: int | None,
    context: Context,
) -> Fault | None:  # fmt: skip
    # Without times, what its days can hold.
    start = start_date.toordinal() * DAY + (start_time or 0)
    end = end_date.toordinal() * DAY + (DAY if end_time is None else end_time)
    if days is None or hours is None or end <= start:
        return None
    most = clock_minutes(start, end)
    # In whole minutes, because parts of an hour are not exact: 1 日 25 分鐘 is not more than 505 minutes.
    claimed = round((days * 8 + hours) * 60)
    if claimed <= most + rounding_minutes(context.profile.spec_of("hours") or context.spec("days")):
        return None
    params = {name: written_amount(of / 60, context.profile) for name, of in (("amount", claimed), ("most", most))}
    return Fault(amount_field(days), expected=f"不超過 {params['most']}", params=params)


EXAMPLES = [
    Example("恰好用滿", sample(end_time="1200", days=0, hours=4)),
    Example("跨日恰好用滿", sample(end_date="1100608", end_time="1200", days=1, hours=4)),
    Example("半天請一日", sample(end_time="1200"), fires_at="/records/0/days"),
    Example("多半小時", sample(end_time="1200", days=0, hours=4.5), fires_at="/records/0/hours"),
    Example("一天請兩日", sample(days=2), fires_at="/records/0/days"),
]
