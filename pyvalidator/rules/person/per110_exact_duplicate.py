"""同一筆差假重複出現。

這筆紀錄與前面的一筆內容完全相同（每個欄位的值都相同，欄位順序不計）。

## 為什麼重要

同一筆差假報送兩次，日數會加倍計算。常見原因是產製時資料表重複連結，或合併檔案時重複貼上。

## 怎麼修正

請廠商確認差勤系統的產製程式沒有把同一筆寫出兩次；系統裡確實有兩張相同的假單時，請註銷一張後重新產製。
"""

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule("PER110", owner=("vendor", "personnel"), reads=(), severity="error", since="1.0",
           folds_under=("FIL530", "STR126"),
           message="這筆差假與前面的一筆（第 {first_record} 筆）完全相同。",
           fix="請廠商確認產製程式沒有重複寫出；系統裡確實有兩張時，請人事單位註銷一張後重新產製。", sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    for row, first in file.copies.items():
        yield Fault(row=row, whole_record=True, params=file.earlier(first))


EXAMPLES = [
    Example("兩位同仁同一天請假", document([{}, {"person_id": "A234567893", "person_name": "陳美玲"}])),
    Example("同一人不同天", document([{}, {"start_date": "1100608", "end_date": "1100608"}])),
    Example("完全相同", document([{}, {}]), fires_at="/records/1"),
    Example("1 與 1.0 相同", document([{"days": 1}, {"days": 1.0}]), fires_at="/records/1"),
]
