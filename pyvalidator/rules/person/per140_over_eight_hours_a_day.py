"""同一天的差假合計超過 8 小時。

同一人在同一天的幾筆差假並不重疊，合計卻超過 8 小時。

## 為什麼重要

一天的辦公時數是 8 小時，請假最多 8 小時；超過時可能是其中一筆的時間或時數打錯。
輪班人員的班次可能超過 8 小時，因此只請您確認。

## 怎麼修正

請對照當天的請假單，更正起訖時間或時數；輪班等情形屬正確者，請保留說明。

## 依據

每日辦公時數 8 小時（公務人員週休二日實施辦法；112 年起公務員服務法第 12 條）。
"""

from collections import defaultdict
from datetime import date

from pyvalidator.domain.amounts import DAY, WORKED, amount_text, clock_minutes, first_day_minutes
from pyvalidator.domain.calendar import WorkCalendar
from pyvalidator.domain.leave_groups import COUNTS_DAYS_OFF
from pyvalidator.rule import Context, Example, Fault, Faults, Person, document, person_rule

_FIELDS = ("start_date", "start_time", "end_date", "end_time", "days", "hours", "leave_type")


@person_rule("PER140", owner=("unit", "personnel"), reads=_FIELDS, severity="warning", since="1.0",
             may_lack=("start_time", "end_time", "days", "hours", "leave_type"),
             folds_under=("FIL710", "PER110", "PER120", "PER130", "REC220", "REC225"), which_persons="on_one_day",
             message="同一人在 {day}的差假合計至少{amount}，超過 8 小時。",
             fix="請單位承辦在差勤系統更正假單的起訖時間或時數；輪班等情形屬正確者，請保留說明。",
             sources=["公務人員週休二日實施辦法", "公務員服務法"])  # fmt: skip
def check(person: Person, context: Context) -> Faults:
    file = person.file
    days, hours, kinds = file.values("days"), file.values("hours"), file.values("leave_type")
    sums: defaultdict[int, float] = defaultdict(float)
    first_row: dict[int, int] = {}
    told: set[int] = set()
    for row in person.rows:
        span = file.bounds[row]
        if span is None or days[row] is None or hours[row] is None or row in file.copies_but_reason:
            continue
        calendar = None if kinds[row] in COUNTS_DAYS_OFF else context.calendar
        claimed = days[row] * WORKED + round(hours[row] * 60)
        for day, minutes in _certain(span.start, span.end, claimed, calendar):
            sums[day] += minutes
            first = first_row.setdefault(day, row)
            if sums[day] > WORKED and day not in told:
                told.add(day)
                params = {"day": date.fromordinal(day), "amount": amount_text(sums[day] / 60)}
                yield Fault(row=row, whole_record=True, params={**params, **file.earlier(first)})


def _certain(start: int, end: int, claimed: float, calendar: WorkCalendar | None) -> list[tuple[int, float]]:
    """(day, minutes) that the leave certainly takes of its first and last day.

    Two leaves that do not overlap can share no other day. Where a leave runs over several days, a day's certain part
    is what the other days cannot hold; `calendar` is given where days off between them hold nothing.
    """
    first, last = start // DAY, (end - 1) // DAY
    whole = clock_minutes(start, end)
    if first == last:
        return [(first, min(claimed, whole))]
    begin = first_day_minutes(start)
    finish = min(WORKED, end - last * DAY)
    days_between = (date.fromordinal(first + 1), date.fromordinal(last - 1))
    between = None if calendar is None else calendar.working_minutes(*days_between)
    if between is not None:
        whole = begin + between + finish
    certain = [(first, claimed - (whole - begin), begin), (last, claimed - (whole - finish), finish)]
    return [(day, min(minutes, most)) for day, minutes, most in certain if minutes > 0]


_MORNING = {"end_time": "1200", "days": 0, "hours": 4}
_EVENING = {"leave_type": "事假", "start_time": "1300", "end_time": "1700", "days": 0, "hours": 4}

EXAMPLES = [
    Example("恰好 8 小時", document([_MORNING, _EVENING])),
    Example("跨日差假的最後半天", document([{"end_date": "1100608", "end_time": "1200", "hours": 4},
                                  {**_EVENING, "start_date": "1100608", "end_date": "1100608"}])),
    Example("8 小時半", document([_MORNING, {**_EVENING, "end_time": "1730", "hours": 4.5}]), fires_at="/records/1"),
    Example("白天請一日，晚上又請", document([{}, {**_EVENING, "start_time": "1800", "end_time": "2000", "hours": 2}]),
            fires_at="/records/1"),
]  # fmt: skip
