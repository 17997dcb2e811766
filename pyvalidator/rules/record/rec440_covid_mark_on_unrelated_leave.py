"""與疫情無關的假別註記為因疫情請假。

婚假、娩假、歲時祭儀假等假別的事由與疫情無關，卻註記為因疫情請假。

## 為什麼重要

可能是假別選錯，或差勤系統把註記預設為是。疫情請假的統計會因此多算。

## 怎麼修正

請確認假別與疫情註記；若同一檔案有很多筆，請檢查差勤系統產製註記的設定。
"""

from pyvalidator.domain.leave_groups import NEVER_EPIDEMIC
from pyvalidator.rule import Context, Example, Fault, record_rule, sample


@record_rule("REC440", owner=("unit", "vendor"), reads=("covid_related", "leave_type"), severity="warning", since="1.0",
             one_cause=True, folds_under="REC460",
             message="{kind}的事由通常與疫情無關，但{label}為是。",
             fix="請單位承辦確認假單的假別與疫情註記是否正確；每一筆都如此時，請廠商檢查註記的產製。", sources=["參考版型"])  # fmt: skip
def check(marked: bool, kind: str, context: Context) -> Fault | None:
    return Fault(params={"kind": kind}) if marked and kind in NEVER_EPIDEMIC else None


EXAMPLES = [
    Example("因疫情請病假", sample(covid_related=True, reason="自主健康管理")),
    Example("婚假", sample(leave_type="婚假", reason="結婚")),
    Example("婚假卻有註記", sample(leave_type="婚假", covid_related=True), fires_at="/records/0/covid_related"),
]
