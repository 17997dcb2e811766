"""請假日時數少於起訖時間。

這筆差假的日數、時數比起訖之間的上班時間少：例如從上班到下班卻只請半日，或兩個上班日只請 1 日。辦公時間由同一個檔案裡整天的
差假看出來，少於 1 小時半不提醒；看不出辦公時間的檔案，少到不及一半、相差 2 小時以上才提醒。

可能停班、補班或放假的日子不算在內：七月至十月的颱風停班（每月最多 3 日）、補行上班的星期六、五月一日、學校自訂的放假；
同一個檔案裡有人在那一天請了整天，就確定有上班。公差、公出、曠職與停班登記依實際需要，不做這項比對；一週以上的公假也是。

## 為什麼重要

起訖日期、時間與日數、時數有一邊寫錯：半日的假填成整天的時間、結束日期打錯，或日數與時數對調（1 日寫成 1 小時）。
日數少了，該員的差假會少扣。

## 怎麼修正

請對照請假單，在差勤系統更正起訖時間或日數、時數。期間內停班、放假，或依班次請假的，請保留說明；
停班日與自己的放假日可以用放假日曆（CSV）告訴本工具。

## 依據

8 小時為 1 日、請假期間扣除例假日（公務人員請假規則）。辦公時間各機關不同，依檔案中整天差假的起訖時間。
"""

from datetime import date, timedelta

from pyvalidator.domain.amounts import DAY, WORKED, amount_field, clock_minutes
from pyvalidator.domain.office import BY_NEED, Leave, Office
from pyvalidator.profile.amounts import written_amount
from pyvalidator.rule import Context, Example, Fault, document, record_rule, sample
from pyvalidator.rules._shared.office_words import hours_of

#: Minutes by which an amount may be less: flexible hours, an hour a day for nursing or for care.
_TOLERANCE = 90
#: Without office hours: lunch or flexible hours explain a smaller difference, and shifts one of another share.
_SHORT = 120
_HALF, _QUARTER = 2, 4
#: When night shifts begin at the earliest and end at the latest.
_NIGHT = (17 * 60, 8 * 60 + 30)
_FORTNIGHT = 14
#: A longer 公假 may stand for single days of it: a course every Wednesday.
_WEEK = 7
_DAY = timedelta(days=1)


@record_rule("REC240", owner=("unit", "vendor"),
             reads=("days", "hours", "start_date", "start_time", "end_date", "end_time", "leave_type"), severity="warning",
             may_lack=("days", "hours", "start_time", "end_time", "leave_type"), since="1.0", needs=("calendar", "office"),
             folds_under=("FIL710", "FIL720", "FIL725", "REC210", "REC245", "REC310", "REC320", "REC350", "REC360"),
             message="請假 {amount}，少於起訖之間的 {least}{office}。",
             fix="請單位承辦對照假單，在差勤系統更正起訖時間或日數、時數；期間停班、放假或依班次請假屬正確者，請保留說明。",
             sources=["公務人員請假規則", "政府行政機關辦公日曆表"])  # fmt: skip
def check(
    days: float, hours: float, start: date, start_time: int | None, end: date, end_time: int | None, kind: str | None,
    context: Context,
) -> Fault | None:  # fmt: skip
    office = context.office
    if days is None or hours is None or office is None or kind in BY_NEED:
        return None
    if kind == "公假" and (end - start).days >= _WEEK:
        return None
    claimed = round((days * 8 + hours) * 60)
    timed = start_time is not None and end_time is not None
    leave = Leave(start, start_time or 0, end, DAY if end_time is None else end_time, claimed, kind)
    least = office.least(leave) if timed else None
    if least is None:
        least = _rule_of_thumb(leave, office, timed=timed)
    elif claimed >= least - _TOLERANCE or office.each_day(leave):
        return None
    if least is None:
        return None
    amount, held = (written_amount(minutes / 60, context.profile) for minutes in (claimed, least))
    told = f"（辦公時間 {hours_of(context)}）" if timed and office.hours else ""
    return Fault(amount_field(days), params={"amount": amount, "least": held, "office": told})


def _rule_of_thumb(leave: Leave, office: Office, *, timed: bool) -> float | None:
    """What the span holds, where that is far more than the leave claims; None where it is not."""
    start, end, share = leave.start, leave.end, _HALF
    if not timed:
        # Of the first and the last day nobody knows how much was taken.
        start, end = start + _DAY, end - _DAY
        if end < start:
            return None
    elif start < end and (
        leave.start_time >= _NIGHT[0] or leave.end_time <= _NIGHT[1] or leave.start_time == leave.end_time
    ):
        share = _QUARTER
    most = clock_minutes(start.toordinal() * DAY + leave.start_time, end.toordinal() * DAY + leave.end_time)
    held = min(most, _working(office, start, end))
    return None if leave.minutes * share >= held or held - leave.minutes < _SHORT else held


def _working(office: Office, start: date, end: date) -> float:
    """Minutes surely worked from `start` to `end`; as a rule of thumb where the calendar does not know these days."""
    # On a day on which somebody has leave by the hour, some hours were worked whatever happened.
    sure = office.calendar.working_minutes(start, end) if start == end else office.sure_minutes(start, end)
    if sure is not None:
        return sure
    days = (end - start).days + 1
    # Of a week or two all the working days may be off.
    return days * WORKED * 5 / 7 if days > _FORTNIGHT else 0


_WHOLE = [{"leave_type": "休假", "start_date": day, "end_date": day} for day in ("1100602", "1100603", "1100604")]

EXAMPLES = [
    Example("半日", sample(end_time="1200", days=0, hours=4)),
    Example("看不出辦公時間，恰好一半", sample(days=0, hours=4)),
    Example("跨週末只算上班日", sample(start_date="1100611", end_date="1100614", end_time="1200", days=0, hours=4)),
    Example("每天上午", document([{"end_date": "1100609", "end_time": "1200", "days": 1, "hours": 4}, *_WHOLE])),
    Example("颱風季節，兩日只計 1 日",
            document([{"start_date": "1100705", "end_date": "1100706"}], period="11007", generated_at="1100805"),
            today="2021-08-06"),
    Example("整天的時間只請半日", document([{"days": 0, "hours": 4}, *_WHOLE]), fires_at="/records/0/hours"),
    Example("兩個上班日只請 1 日", document([{"end_date": "1100608"}, *_WHOLE]), fires_at="/records/0/days"),
    Example("日數與時數對調", sample(days=0, hours=1), fires_at="/records/0/hours"),
    Example("結束月份打錯", sample(end_date="1100707"), fires_at="/records/0/days"),
]  # fmt: skip
