"""疫情措施結束之後的差假仍註記為因疫情請假。

這筆差假註記為因疫情請假，或是防疫照顧假，開始日期卻在最後一項疫情差假措施結束之後。

## 為什麼重要

通常是差勤系統把疫情註記預設為是，或假別選錯；疫情請假的統計會因此多算。

## 怎麼修正

請確認開始日期、假別與疫情註記。每一筆都如此時，請廠商檢查差勤系統產製註記的設定，不要逐筆更改。

## 依據

最後一項措施是輕症者的病假不計入日數，適用到 {{ 輕症病假 止日 }}檢驗陽性者（{{ 總處培字第1123028345號 文號 }}：自 {{ 輕症病假 停止日 }}起停止適用），
其 {{ 輕症病假 日數 }}至遲到 {{ 輕症病假 末日 }}。
"""

from datetime import date
from typing import Any

from pyvalidator.domain.leave_groups import EPIDEMIC, LAST_COVID_DAY
from pyvalidator.rule import Context, Example, Fault, document, record_rule


@record_rule("REC460", owner=("vendor", "unit"), reads=("covid_related", "leave_type", "start_date"),
             severity="warning", since="1.0", one_cause=True,
             folds_under=("COD400", "COD405", "COD410", "REC310", "REC350", "REC420"),
             message="{what}，但開始日期（{start}）在最後一項疫情差假措施結束（{last}）之後。",
             fix="請廠商檢查疫情註記的產製；只有少數幾筆時，請單位承辦確認假單的日期、假別與疫情註記。",
             sources=["總處培字第1123028345號"])  # fmt: skip
def check(marked: bool, kind: str, start: date, context: Context) -> Fault | None:
    if start <= LAST_COVID_DAY or not (marked or kind in EPIDEMIC):
        return None
    what = f"這筆是{kind}" if kind in EPIDEMIC else "註記為因疫情請假"
    return Fault("leave_type" if kind in EPIDEMIC else "covid_related", params={"what": what, "start": start, "last": LAST_COVID_DAY})


def _marked(day: str, **values: Any) -> dict[str, Any]:
    record = {"covid_related": True, "start_date": day, "end_date": day, "leave_type": "病假", **values}
    return document([record], period=day[:5], generated_at="1140405")


_TODAY = "2025-04-10"

EXAMPLES = [
    Example("最後一項措施期間", _marked("1120818"), today=_TODAY),
    Example("114 年的一般病假", _marked("1140305", covid_related=False), today=_TODAY),
    Example("114 年的病假註記疫情", _marked("1140305"), fires_at="/records/0/covid_related", today=_TODAY),
    Example("114 年的防疫照顧假", _marked("1140305", leave_type="防疫照顧假"), "/records/0/leave_type", today=_TODAY),
]
