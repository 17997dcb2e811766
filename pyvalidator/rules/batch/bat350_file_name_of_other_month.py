"""檔名中的年月與內容不同。

檔名含有一個年月（例如 11510、115年10月、202610），與檔案內容的資料年月不同。

## 為什麼重要

可能是檔案存錯名稱，報送時就會選錯月份。

## 怎麼修正

請確認檔案內容後更正檔名；內容錯誤時請重新產製檔案。
"""

from pyvalidator.domain.agency_names import other_month_in
from pyvalidator.domain.roc import month_text
from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document


@batch_rule("BAT350", owner="personnel", severity="warning", since="1.0", reads="period",
            message="檔名「{files}」中的年月 {named} 與內容的 {month}不同。",
            fix="請人事單位確認檔案內容後更正檔名；內容不對時，請重新產製檔案。")  # fmt: skip
def check(batch: Batch) -> Faults:
    for file in batch.files:
        named = other_month_in(file.name.rpartition("/")[2], file.period) if file.period is not None else None
        if file.period is not None and named is not None:
            yield Fault(files=(file.name,), params={"named": named, "month": month_text(file.period)})


EXAMPLES = [
    Example("年月相同", files={"376506200A_11006.json": document([{}])}),
    Example("產製日期不是年月", files={"376506200A_1100705.json": document([{}])}),
    Example("西元的年月不同", files={"376506200A_202105.json": document([{}])}, fires_at=""),
    Example("年月不同", files={"376506200A_11005.json": document([{}])}, fires_at=""),
]
