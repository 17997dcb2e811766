"""差假不在資料年月之內。

每月差假資料只收與該月有重疊的差假：開始日在月底之前，且結束在該月第一天零時之後。

## 為什麼重要

不屬於該月的差假會被算到錯的月份，也可能與其他月份的檔案重複。常見原因是產製的日期區間選錯，或資料年月填錯。

## 怎麼修正

請確認檔頭的資料年月；年月正確時，請在差勤系統以該月 1 日至月底重新產製，或更正打錯的日期。
跨月的差假在前後兩個月的檔案都要出現，內容不變。

## 依據

{{ 府人考字第1100139574號函 文號 }}：按月報送差假資料。
"""

from datetime import date

from pyvalidator.domain.roc import day_text, month_text
from pyvalidator.rule import Context, Example, Fault, document, record_rule, sample
from pyvalidator.rules._shared.outside_month import is_outside


@record_rule("REC310", owner=("unit", "personnel", "vendor"),
             reads=("start_date", "end_date", "end_time", "period", "dataset"), severity="error", since="1.0",
             may_lack=("start_date", "end_date", "end_time", "dataset"),
             folds_under=("REC110", "FIL340", "FIL210"), message="這筆差假（{span}）不在資料年月 {month}之內。",
             fix="請單位承辦確認假單的起訖日期；日期正確時，請人事單位以正確的資料年月與區間重新產製。",
             sources=["嘉義縣政府110年6月29日府人考字第1100139574號函", "參考版型"])  # fmt: skip
def check(
    start: date | None, end: date | None, end_time: int | None, period: date, dataset: str | None, context: Context
) -> Fault | None:
    # What does not touch the month and starts in another has no place in a file of either kind.
    if dataset == "covid109" or not is_outside(start, end, end_time, period=period, dataset="monthly"):
        return None
    named = [day_text(day) for day in dict.fromkeys((start, end)) if day is not None]
    params = {"span": " 至 ".join(named), "start": start, "end": end, "month": month_text(period)}
    return Fault("end_date" if start is None else "start_date", params=params)


EXAMPLES = [
    Example("跨入下個月", sample(start_date="1100630", end_date="1100701", days=2)),
    Example("上個月開始", sample(start_date="1100531", end_date="1100601", days=2)),
    Example("下個月的差假", sample(start_date="1100701", end_date="1100701"), fires_at="/records/0/start_date"),
    Example(
        "月初零時已結束",
        sample(start_date="1100531", start_time="1600", end_date="1100601", end_time="0000"),
        fires_at="/records/0/start_date",
    ),
    Example("上個月的差假", document([{}, {"start_date": "1100507", "end_date": "1100507"}]), "/records/1/start_date"),
]
