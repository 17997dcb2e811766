"""產製日期晚於檢核日。

檔案的產製日期比今天（檢核日）還晚。

## 為什麼重要

可能是產製檔案的電腦日期設錯，差勤系統的其他日期也會跟著錯。

## 怎麼修正

請確認產製檔案的電腦日期是否正確；檢核用的電腦日期也請一併確認。
"""

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule("FIL320", owner=("personnel", "vendor"), reads="generated_at", severity="info", since="1.0", folds_under="COD220",
           message="{label}（{day}）晚於檢核日（{today}）。",
           fix="請人事單位確認產製檔案的電腦與這部電腦的日期是否正確。")  # fmt: skip
def check(file: FileView) -> Faults:
    day = file.header("generated_at")
    if day is not None and day > file.context.today:
        yield Fault(params={"day": day, "today": file.context.today})


EXAMPLES = [
    Example("檢核日當天", document([{}], generated_at="1100710")),
    Example("檢核日的次日", document([{}], generated_at="1100711"), fires_at="/generated_at"),
]
