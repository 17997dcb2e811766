"""同一天的結束時間未晚於開始時間。

起訖在同一天時，結束時間必須晚於開始時間；兩者相同表示這筆差假沒有長度。

## 為什麼重要

沒有長度的差假無法與日數、時數核對，也無法判斷是否與其他差假重疊。常見原因是起訖填反、把下午寫成 12 小時制
（05:00），或把當日午夜寫成 0000。

## 怎麼修正

請確認假單的起訖沒有填反。系統裡沒有錯時，請廠商以 24 小時制產製時間：下午 5 時是 1700；當日午夜結束寫 2400，或結束日期寫次日、時間寫 0000。
"""

from datetime import date

from pyvalidator.profile.field_values import show_time
from pyvalidator.rule import Context, Example, Fault, record_rule, sample


@record_rule("REC120", owner=("unit", "vendor"),
             reads=("end_time", "start_time", "start_date", "end_date"), severity="error", since="1.0", one_cause=True,
             folds_under="FIL725",
             message="起訖在同一天，但{label}「{value}」未晚於開始時間「{start}」。",
             fix="請單位承辦確認假單的起訖時間是否填反；系統裡沒有錯時，請廠商以 24 小時制產製，當日午夜結束寫 24 時，或寫次日的 00 時。",
             sources=["參考版型"])  # fmt: skip
def check(end: int, start: int, start_date: date, end_date: date, context: Context) -> Fault | None:
    if start_date == end_date and end <= start:
        shown = show_time(start, context.spec("start_time"))
        return Fault(expected=f"晚於 {shown}", params={"start": shown})
    return None


EXAMPLES = [
    Example("當日午夜結束", sample(start_time="1600", end_time="2400")),
    Example("次日零時結束", sample(start_time="1600", end_date="1100608", end_time="0000")),
    Example("十二小時制", sample(end_time="0500"), fires_at="/records/0/end_time"),
    Example("起訖相同", sample(end_time="0800"), fires_at="/records/0/end_time"),
    Example("相差一分鐘", sample(start_time="1659", days=0, hours=0.5, end_time="1730")),
]
