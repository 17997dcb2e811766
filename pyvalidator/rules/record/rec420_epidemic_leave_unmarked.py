"""防疫假別沒有疫情註記。

防疫照顧假、防疫隔離假與疫苗接種假只因新冠肺炎疫情而給，因此疫情註記必須為是。

## 為什麼重要

假別與註記互相矛盾，疫情請假的統計會漏算這一筆。

## 怎麼修正

請在差勤系統補上疫情註記；若假別選錯，請更正假單的假別。差勤系統若以假別判斷註記，請檢查產製設定。

## 依據

防疫照顧假：{{ 總處培字第1090026271號 文號 }}；防疫隔離假：嚴重特殊傳染性肺炎防治及紓困振興特別條例第3條；
疫苗接種假：{{ 總處培字第1103001488號 文號 }}。
"""

from pyvalidator.domain.leave_groups import EPIDEMIC
from pyvalidator.form.other_notations import write_boolean
from pyvalidator.rule import Context, Example, Fault, record_rule, sample


@record_rule("REC420", owner=("unit", "vendor"),
             reads=("covid_related", "leave_type"), severity="error", since="1.0", one_cause=True,
             folds_under=("COD400", "COD405", "COD410", "REC410", "REC460"),
             message="{kind}一定因疫情而請，但{label}為否。",
             fix="請單位承辦在差勤系統補上疫情註記，或更正選錯的假別；每一筆都如此時，請廠商檢查註記的產製。",
             sources=["總處培字第1090026271號", "嚴重特殊傳染性肺炎防治及紓困振興特別條例", "總處培字第1103001488號", "參考版型"])  # fmt: skip
def check(marked: bool, kind: str, context: Context) -> Fault | None:
    return Fault(expected_value=write_boolean(context.spec("covid_related"), True), params={"kind": kind}) if kind in EPIDEMIC and not marked else None


EXAMPLES = [
    Example("有註記", sample(leave_type="疫苗接種假", covid_related=True, reason="接種疫苗")),
    Example("一般病假", sample()),
    Example("沒有註記", sample(leave_type="防疫照顧假", reason="照顧子女"), fires_at="/records/0/covid_related"),
]
