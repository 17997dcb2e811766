"""延長病假沒有計入放假日。

延長病假期間的星期六、星期日與放假日都計入（可信度中），日數等於起訖之間的日曆天。這筆的日數比日曆天少，多半是扣除了放假日，
因此請您確認。

## 為什麼重要

延長病假有期間的上限；少計放假日，會少計已用的日數。

## 怎麼修正

請單位承辦對照核准的延長病假期間：期間正確時，在差勤系統把放假日計入日數；期間有誤時，更正起訖日期。

## 依據

延長病假（公務人員請假規則）不扣除例假日，是一般的做法；本工具沒有查到這樣寫的條文或函（可信度中）。
"""

from datetime import date

from pyvalidator.domain.amounts import WORKED, amount_field, amount_text
from pyvalidator.domain.leave_groups import BY_CALENDAR
from pyvalidator.profile.amounts import written_amount
from pyvalidator.rule import Context, Example, Fault, record_rule, sample

_NOON = 12 * 60
_HALF_DAY = WORKED // 2


@record_rule("REC245", owner="unit",
             reads=("days", "hours", "start_date", "start_time", "end_date", "end_time", "leave_type"), severity="warning",
             may_lack=("days", "hours", "start_time", "end_time"), since="1.0", needs="calendar",
             folds_under=("FIL710", "REC110", "REC120", "REC210", "REC310", "REC320", "REC350", "REC360"),
             message="{kind}計入放假日，起訖之間有 {calendar} 個日曆天，卻只請 {amount}{working}。",
             fix="請單位承辦對照核准的期間，在差勤系統把放假日計入日數，或更正起訖日期。",
             sources=["公務人員請假規則"])  # fmt: skip
def check(
    days: float, hours: float, start: date, start_time: int | None, end: date, end_time: int | None, kind: str,
    context: Context,
) -> Fault | None:  # fmt: skip
    if days is None or hours is None or kind not in BY_CALENDAR or end <= start:
        return None
    calendar = (end - start).days + 1
    working = context.calendar.working_days(start, end)
    # Days off at either end would not be asked for.
    if working is None or working == calendar:
        return None
    least = calendar * WORKED
    # The first and the last day may be halves.
    least -= _HALF_DAY if start_time is not None and start_time >= _NOON else 0
    least -= _HALF_DAY if end_time is not None and 0 < end_time <= _NOON + 90 else 0
    claimed = round((days * 8 + hours) * 60)
    # A day off that was left out is a whole day.
    if claimed > least - WORKED:
        return None
    alike = abs(claimed - working * WORKED) <= WORKED
    params = {
        "kind": kind, "calendar": calendar, "amount": written_amount(claimed / 60, context.profile),
        "working": "，等於扣除了放假日" if alike else "",
    }  # fmt: skip
    return Fault(amount_field(days), expected=f"{amount_text(least / 60)}（期間正確時）", params=params)


_LONG = {"leave_type": "延長病假", "start_date": "1100607", "end_date": "1100618", "reason": "住院"}

EXAMPLES = [
    Example("計入放假日", sample(**_LONG, days=12)),
    Example("一般病假扣除放假日", sample(**{**_LONG, "leave_type": "病假"}, days=9)),
    Example("扣除了放假日", sample(**_LONG, days=9), fires_at="/records/0/days"),
    Example("只扣除一部分", sample(**_LONG, days=10), fires_at="/records/0/days"),
]
