"""請假日時數遠少於起訖時間。

這筆差假的日數、時數不到起訖時間（扣除放假日、每日 8 小時）的一半，可能是起訖日期或日數、時數其中一邊寫錯。

## 為什麼重要

常見情形是結束日期的月份或年份打錯，或日數、時數兩個欄位對調（1 日寫成 1 小時）。彈性上下班、半日請假跨中午等情形可能正確，
因此僅供參考。

## 怎麼修正

請對照請假單確認起訖日期與日數、時數；正確者不必處理。
"""

from datetime import date, timedelta

from pyvalidator.domain.amounts import DAY, WORKED, amount_field, clock_minutes
from pyvalidator.domain.calendar import WorkCalendar
from pyvalidator.profile.amounts import written_amount
from pyvalidator.rule import Context, Example, Fault, record_rule, sample

#: A lunch break or flexible hours explain a smaller difference.
_SHORT = 2
_FORTNIGHT = 14
_DAY = timedelta(days=1)


@record_rule("REC240", owner=("unit", "vendor"),
             reads=("days", "hours", "start_date", "start_time", "end_date", "end_time"), severity="info",
             may_lack=("days", "hours", "start_time", "end_time"),
             since="1.0", needs="calendar", folds_under=("FIL710", "REC210", "REC310", "REC320", "REC350"),
             message="請假 {amount}，不到起訖時間（約 {most}）的一半。",
             fix="請單位承辦確認假單的起訖日期與日數、時數；正確者不必處理。")  # fmt: skip
def check(
    days: float, hours: float, start_date: date, start_time: int | None, end_date: date, end_time: int | None,
    context: Context,
) -> Fault | None:  # fmt: skip
    if days is None or hours is None:
        return None
    if start_time is None or end_time is None:
        # Of the first and the last day nobody knows how much was taken.
        start_date, end_date, start_time, end_time = start_date + _DAY, end_date - _DAY, 0, DAY
        if end_date < start_date:
            return None
    start = start_date.toordinal() * DAY + start_time
    end = end_date.toordinal() * DAY + end_time
    most = min(clock_minutes(start, end), _working(context.calendar, start_date, end_date)) / 60
    claimed = days * 8 + hours
    if claimed * 2 >= most or most - claimed < _SHORT:
        return None
    params = {name: written_amount(hours, context.profile) for name, hours in (("amount", claimed), ("most", most))}
    return Fault(amount_field(days), params=params)


def _working(calendar: WorkCalendar, start: date, end: date) -> float:
    """Minutes worked from `start` to `end`; as a rule of thumb where the calendar does not know these days."""
    working = calendar.working_minutes(start, end)
    if working is not None:
        return working
    days = (end - start).days + 1
    # Of a week or two all the working days may be off.
    return days * WORKED * 5 / 7 if days > _FORTNIGHT else 0


EXAMPLES = [
    Example("半日", sample(end_time="1200", days=0, hours=4)),
    Example("少 1 小時半", sample(end_time="1000", days=0, hours=0.5)),
    Example("少 2 小時", sample(end_time="1030", days=0, hours=0.5), fires_at="/records/0/hours"),
    Example("跨週末只算上班日", sample(start_date="1100611", end_date="1100614", end_time="1200", days=0, hours=4)),
    Example("恰好一半", sample(days=0, hours=4)),
    Example("日數與時數對調", sample(days=0, hours=1), fires_at="/records/0/hours"),
    Example("結束月份打錯", sample(end_date="1100707"), fires_at="/records/0/days"),
]
