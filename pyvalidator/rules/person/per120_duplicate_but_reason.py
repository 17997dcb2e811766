"""除事由外重複的差假。

這筆紀錄與前面的一筆只有事由不同（或其中一筆沒有事由），起訖時間完全相同，同一段時間請了兩次假。

## 為什麼重要

一個人不能在同一段時間請兩次假，日數會加倍計算。常見原因是請假單修改事由後，修改前後的兩張都被放進檔案。

## 怎麼修正

請在差勤系統保留正確的一張、撤銷另一張，再重新產製；已被修改或撤銷的假單仍被產製時，請洽廠商。
"""

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule("PER120", owner=("unit", "personnel"), reads="reason", severity="error", since="1.0",
           folds_under=("FIL530", "PER110", "STR126"),
           message="這筆差假與前面的一筆（第 {first_record} 筆）除事由外完全相同。",
           fix="請單位承辦對照假單，在差勤系統撤銷不成立的一張，再重新產製。", sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    for row, first in file.copies_but_reason.items():
        if row not in file.copies:
            yield Fault(row=row, whole_record=True, params=file.earlier(first))


EXAMPLES = [
    Example("事由與日期都不同", document([{}, {"start_date": "1100608", "end_date": "1100608", "reason": "複診"}])),
    Example("完全相同是另一條規則", document([{}, {}])),
    Example("只有事由不同", document([{}, {"reason": "複診"}]), fires_at="/records/1"),
    Example("其中一筆沒有事由", document([{"reason": ...}, {}]), fires_at="/records/1"),
]
