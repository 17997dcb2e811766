"""疫情註記的差假早於疫情措施。

這筆差假註記為因疫情請假，但開始日期早於 {{ 特別條例 起日 }}，本工具沒有查到更早的因新冠肺炎而設的差假規定。

## 為什麼重要

可能是日期或註記有一邊填錯，會使疫情請假的統計失真。

## 怎麼修正

請確認開始日期與疫情註記。

## 依據

嚴重特殊傳染性肺炎防治及紓困振興特別條例溯自 {{ 特別條例 起日 }}施行；{{ 總處培字第10900256831號 文號 }}。
"""

from datetime import date
from typing import Any

from pyvalidator.rule import Context, Example, Fault, document, record_rule

#: 特別條例: retroactive to this day.
_FIRST_DAY = date(2020, 1, 15)


@record_rule("REC430", owner="unit", reads=("covid_related", "start_date"), severity="warning", since="1.0",
             one_cause=True,
             folds_under=("FIL220", "REC310", "REC320", "REC350"),
             message="註記為因疫情請假，但開始日期（{start}）早於 {limit}，當時還沒有疫情差假的規定。",
             fix="請單位承辦確認假單的開始日期與疫情註記。",
             sources=["嚴重特殊傳染性肺炎防治及紓困振興特別條例", "總處培字第10900256831號"])  # fmt: skip
def check(marked: bool, start: date, context: Context) -> Fault | None:
    return Fault(params={"start": start, "limit": _FIRST_DAY}) if marked and start < _FIRST_DAY else None


def _covid(day: str) -> dict[str, Any]:
    return document([{"covid_related": True, "start_date": day, "end_date": day}], period="10901", dataset="covid109")


EXAMPLES = [
    Example("施行當日", _covid("1090115")),
    Example("前一日", _covid("1090114"), fires_at="/records/0/covid_related"),
]
