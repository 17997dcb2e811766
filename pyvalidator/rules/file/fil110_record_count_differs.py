"""資料筆數與實際筆數不符。

檔頭的資料筆數，與檔案中實際的差假筆數不同。

## 為什麼重要

資料筆數是用來確認檔案完整的控制總數；不符表示檔案可能被截斷、合併或手動增刪過。

## 怎麼修正

請確認檔案是否完整；不完整時請重新產製；完整而筆數不符時，請廠商修正筆數的計算。
"""

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule("FIL110", owner=("vendor", "personnel"),
           reads="record_count", severity="error", since="1.0", whole_text=True,
           message="{label}寫 {stated} 筆，檔案中實際有 {actual} 筆。",
           fix="請重新產製檔案；仍不相符時，請廠商確認檔案是否完整、{label}算得對不對。",
           sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    stated = file.header("record_count")
    if stated is None or file.table.misfits or stated == len(file):
        return
    yield Fault(expected=str(len(file)), params={"stated": stated, "actual": len(file)})


EXAMPLES = [
    Example("相符", document([{}])),
    Example("沒有差假", document([], record_count=0)),
    Example("多寫一筆", document([{}], record_count=2), fires_at="/record_count"),
    Example("少寫一筆", document([{}], record_count=0), fires_at="/record_count"),
]
