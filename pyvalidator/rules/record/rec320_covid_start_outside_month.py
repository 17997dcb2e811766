"""疫情差假的開始日期不在資料年月之內。

109 年度因疫情請假的資料，依開始日期歸入所屬的月份；差假可以在以後的月份結束。

## 為什麼重要

開始日期不在該月，這筆差假會算到錯的月份，也可能在兩個月份重複報送。

## 怎麼修正

請廠商依開始日期產製，這筆差假屬於它開始的那個月份的檔案；開始日期登錯時，請單位承辦在差勤系統更正。

## 依據

{{ 府人考字第1100139574號函 文號 }}：109 年度因新冠肺炎疫情為由之各項請假資料。歸月的方式是參考版型的規定。
"""

from datetime import date
from typing import Any

from pyvalidator.domain.roc import month_text
from pyvalidator.rule import Context, Example, Fault, document, record_rule


@record_rule("REC320", owner=("vendor", "unit"),
             reads=("start_date", "period", "dataset"), severity="error", since="1.0",
             folds_under=("REC110", "FIL340", "FIL220"), message="{label}（{start}）不在資料年月 {month}之內。",
             fix="請廠商依開始日期把這筆差假產製到那個月份的檔案；日期登錯時，請單位承辦在差勤系統更正。",
             sources=["嘉義縣政府110年6月29日府人考字第1100139574號函", "參考版型"])  # fmt: skip
def check(start: date, period: date, dataset: str, context: Context) -> Fault | None:
    if dataset != "covid109" or (start.year, start.month) == (period.year, period.month):
        return None
    return Fault(expected=f"{month_text(period)}的日期", params={"start": start, "month": month_text(period)})


def _covid(start: str, end: str, days: int) -> dict[str, Any]:
    record = {"leave_type": "防疫照顧假", "covid_related": True, "start_date": start, "end_date": end, "days": days}
    return document([record], period="10903", dataset="covid109")


EXAMPLES = [
    Example("當月開始", _covid("1090302", "1090303", 2)),
    Example("下個月結束", _covid("1090331", "1090401", 2)),
    Example("上個月開始", _covid("1090227", "1090302", 2), fires_at="/records/0/start_date"),
    Example("下個月開始", _covid("1090401", "1090401", 1), fires_at="/records/0/start_date"),
]
