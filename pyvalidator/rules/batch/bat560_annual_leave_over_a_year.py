"""全年休假合計超過上限。

同一人在一年內的休假、慰勞假或特別休假合計超過年資最長者的日數（見依據）。保留到以後年度的休假另計，因此只請您確認。
同一筆跨月的差假只計一次；年度依開始日期歸屬，教師以學年度（8 月至次年 7 月）計算。
檔案沒有人員類別時，先看這個人的假別（例如有慰勞假就是聘僱人員）；看不出來才取各類人員中查到最多的日數，訊息寫明是哪一部法規的。

## 為什麼重要

超過法定日數的部分，可能應扣薪、改請其他假別，或其中有重複登記。單一月份看不出來，要把全年的檔案一起檢核。

## 怎麼修正

請查核該員全年的請假紀錄。屬實者請依規定辦理（例如改請其他假別或扣薪），並保留說明；重複登記者請更正後重新產製檔案。
"""

from typing import Any

from pyvalidator.rule import Batch, Example, Faults, document
from pyvalidator.rules._shared.year_limits import over_year, year_limit_rule


@year_limit_rule("BAT560", "annual", sources=["公務人員請假規則", "教師請假規則", "聘僱人員給假辦法", "勞動基準法"])
def check(batch: Batch) -> Faults:
    return over_year(batch, "annual")


def _leave(period: str, start: str, end: str, days: int) -> dict[str, Any]:
    record = {"leave_type": "休假", "start_date": start, "end_date": end, "days": days}
    return document([record], period=period, generated_at="1100905")


EXAMPLES = [
    Example("恰好 30 日", files={
        "a.json": _leave("11007", "1100701", "1100721", 15),
        "b.json": _leave("11008", "1100802", "1100820", 15),
    }, today="2021-09-10"),
    Example("超過 30 日", files={
        "a.json": _leave("11007", "1100701", "1100721", 15),
        "b.json": _leave("11008", "1100802", "1100823", 16),
    }, fires_at="", today="2021-09-10"),
]  # fmt: skip
