"""只請在午休時間。

這筆差假的起訖時間都在午休之內。午休由同一個檔案看出來：整天的差假扣除 8 小時就是午休的長度，半日的差假說明它從幾點到幾點；
看不出來的檔案不做這項比對。

## 為什麼重要

午休不是辦公時間，不必請假；多半是起訖時間打錯，例如下午 1 時寫成 12 時。

## 怎麼修正

請對照請假單，在差勤系統更正起訖時間；辦公時間不同的人員，請保留說明。
"""

from datetime import date

from pyvalidator.domain.office import BY_NEED
from pyvalidator.rule import Context, Example, Fault, document, record_rule
from pyvalidator.rules._shared.office_words import hours_of, span_words

#: Minutes of the break that all have.
_SURE = 60


@record_rule("REC250", owner="unit", reads=("start_time", "end_time", "start_date", "end_date", "leave_type"),
             severity="warning", since="1.0", needs="office",
             folds_under=("FIL710", "REC110", "REC120", "REC210", "REC310", "REC320", "REC340"),
             message="這筆{kind}的起訖時間都在午休（{noon}）之內；檔案裡整天的差假是 {office}，扣除午休為 8 小時。",
             fix="請單位承辦對照假單，在差勤系統更正起訖時間；辦公時間不同屬正確者，請保留說明。")  # fmt: skip
def check(start_time: int, end_time: int, start: date, end: date, kind: str, context: Context) -> Fault | None:
    hours = context.office.hours if context.office else None
    if hours is None or hours.noon is None or start != end or kind in _DUTY:
        return None
    # Where the break is long, some come back before it ends.
    if not (hours.noon[0] <= start_time < end_time <= hours.noon[1] and start_time < hours.noon[0] + _SURE):
        return None
    return Fault(params={"kind": kind, "noon": span_words(hours.noon, context), "office": hours_of(context)})


#: Duty is done at noon too.
_DUTY = BY_NEED | {"公假"}

_WHOLE = [{"leave_type": "休假", "start_date": day, "end_date": day} for day in ("1100602", "1100603", "1100604")]
_MORNING = {"start_date": "1100608", "end_date": "1100608", "end_time": "1200", "days": 0, "hours": 4}
_NOON = {"start_time": "1200", "end_time": "1300", "days": 0, "hours": 1}

EXAMPLES = [
    Example("下午的第一個小時", document([{**_NOON, "start_time": "1300", "end_time": "1400"}, _MORNING, *_WHOLE])),
    Example("看不出午休", document([_NOON, *_WHOLE])),
    Example("中午公出", document([{**_NOON, "leave_type": "公出"}, _MORNING, *_WHOLE])),
    Example("只有午休", document([_NOON, _MORNING, *_WHOLE]), fires_at="/records/0/start_time"),
]  # fmt: skip
