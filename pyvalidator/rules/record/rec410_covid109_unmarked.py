"""109 年度疫情資料中的差假沒有疫情註記。

109 年度因新冠肺炎疫情為由之各項請假資料，只收因疫情而請的假，因此每一筆的疫情註記都必須為是。

## 為什麼重要

註記為否，表示這筆差假不是因疫情而請，不應出現在這份資料；留著會使疫情請假的統計失真。

## 怎麼修正

確實因疫情請假者，請在差勤系統補上註記；不是因疫情請假者，請廠商不要產製到這份資料（109 年的一般差假不必報送）。

## 依據

{{ 府人考字第1100139574號函 文號 }}：109 年度僅報送因新冠肺炎疫情為由之各項請假資料。
"""

from typing import Any

from pyvalidator.form.other_notations import write_boolean
from pyvalidator.rule import Context, Example, Fault, document, record_rule, sample


@record_rule("REC410", owner=("unit", "vendor"), reads=("covid_related", "dataset"), severity="error", since="1.0",
             one_cause=True, folds_under="FIL220",
             message="這是 109 年度因疫情請假的資料，但這筆差假的{label}為否。",
             fix="因疫情請假者，請單位承辦在差勤系統補上註記；不是因疫情請假者，請廠商不要產製到這份資料。",
             sources=["嘉義縣政府110年6月29日府人考字第1100139574號函", "參考版型"])  # fmt: skip
def check(marked: bool, dataset: str, context: Context) -> Fault | None:
    return Fault(expected_value=write_boolean(context.spec("covid_related"), True)) if dataset == "covid109" and not marked else None


def _covid(marked: bool) -> dict[str, Any]:
    record = {"leave_type": "病假", "covid_related": marked, "start_date": "1090302", "end_date": "1090302"}
    return document([record], period="10903", dataset="covid109")


EXAMPLES = [
    Example("有註記", _covid(True)),
    Example("每月資料的一般病假", sample()),
    Example("沒有註記", _covid(False), fires_at="/records/0/covid_related"),
]
