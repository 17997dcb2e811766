"""差假在檢核日之後才開始。

這筆差假的開始日期晚於今天（檢核日）。每月差假資料報送的是已經發生的差假。

## 為什麼重要

尚未發生的差假可能取消或變更；也可能是日期打錯。預先核准的差假屬實時，可以保留，因此只請您確認。

## 怎麼修正

請確認日期是否打錯；預先核准而尚未開始的差假，建議等該月結束後再產製檔案。
"""

from datetime import date

from pyvalidator.rule import Context, Example, Fault, record_rule, sample


@record_rule("REC330", owner="unit",
             reads="start_date", severity="warning", since="1.0", one_cause=True,
             folds_under=("REC310", "REC320", "REC350"),
             message="{label}（{start}）晚於檢核日（{today}）。",
             fix="請單位承辦確認假單的日期是否打錯；尚未發生的差假，請等該月結束後再產製。",
             sources=["嘉義縣政府110年6月29日府人考字第1100139574號函"])  # fmt: skip
def check(start: date, context: Context) -> Fault | None:
    if start > context.today:
        return Fault(params={"start": start, "today": context.today})
    return None


_LATE = sample(start_date="1100628", end_date="1100628")

EXAMPLES = [
    Example("檢核日當天", _LATE, today="2021-06-28"),
    Example("檢核日的次日", _LATE, fires_at="/records/0/start_date", today="2021-06-27"),
]
