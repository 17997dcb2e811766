"""請假日時數超過期間的辦公時間。

一筆跨日的差假，請的時間比起訖之間的辦公時間還多。例如下午 1 時 30 分到次日中午請 2 日，只有兩個半天。辦公時間由同一個檔案裡
整天的差假看出來（前後放寬 1 小時）；看不出來的檔案不做這項比對。

## 為什麼重要

上午或下午才開始、結束的差假，第一天與最後一天都不是整天；以整天計算，會多扣該員的差假。

## 怎麼修正

請對照請假單，在差勤系統更正起訖時間或日數、時數。輪班人員依班次請假，或另有辦公時間的，請保留說明。

## 依據

8 小時為 1 日（公務人員請假規則）。辦公時間各機關不同，依檔案中整天差假的起訖時間。
"""

from datetime import date

from pyvalidator.domain.amounts import amount_field
from pyvalidator.domain.leave_groups import COUNTS_DAYS_OFF, WORKERS_BY_CALENDAR
from pyvalidator.domain.office import BY_NEED, Leave
from pyvalidator.profile.amounts import written_amount
from pyvalidator.rule import Context, Example, Fault, document, record_rule
from pyvalidator.rules._shared.office_words import hours_of

_MAY_COUNT_DAYS_OFF = COUNTS_DAYS_OFF | WORKERS_BY_CALENDAR.keys()


@record_rule("REC235", owner=("unit", "vendor"),
             reads=("days", "hours", "start_date", "start_time", "end_date", "end_time", "leave_type"), severity="warning",
             may_lack=("days", "hours"), since="1.0", needs=("calendar", "office"),
             folds_under=("FIL710", "REC220", "REC225", "REC230", "REC310", "REC320", "REC340", "REC350", "REC360"),
             message="請假 {amount}，但起訖之間的辦公時間（{office}）約 {usual}。",
             fix="請單位承辦對照假單，在差勤系統更正起訖時間或日數、時數；輪班等情形屬正確者，請保留說明。",
             sources=["公務人員請假規則"])  # fmt: skip
def check(
    days: float, hours: float, start: date, start_time: int, end: date, end_time: int, kind: str, context: Context,
) -> Fault | None:  # fmt: skip
    if days is None or hours is None or kind in BY_NEED:
        return None
    working = context.calendar.working_days(start, end)
    # Where days off inside may count, nobody can tell.
    if kind in _MAY_COUNT_DAYS_OFF and working != (end - start).days + 1:
        return None
    leave = Leave(start, start_time, end, end_time, round((days * 8 + hours) * 60), kind)
    held = context.office.most(leave) if context.office else None
    if held is None or leave.minutes <= held.flexible:
        return None
    amount, usual = (written_amount(minutes / 60, context.profile) for minutes in (leave.minutes, held.usual))
    params = {"amount": amount, "usual": usual, "office": hours_of(context)}
    return Fault(amount_field(days), expected=f"約 {usual}", params=params)


_WHOLE = [{"leave_type": "休假", "start_date": day, "end_date": day} for day in ("1100602", "1100603", "1100604")]
_TWO = {"start_time": "1330", "end_date": "1100608", "end_time": "1200"}

EXAMPLES = [
    Example("下午到次日中午請 1 日", document([_TWO, *_WHOLE])),
    Example("看不出辦公時間", document([{**_TWO, "days": 2}])),
    Example("下午到次日中午請 2 日", document([{**_TWO, "days": 2}, *_WHOLE]), fires_at="/records/0/days"),
    Example("整天到次日中午請 2 日", document([{**_TWO, "start_time": "0800", "days": 2}, *_WHOLE]), fires_at="/records/0/days"),
]  # fmt: skip
