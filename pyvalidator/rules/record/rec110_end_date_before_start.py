"""結束日期早於開始日期。

一筆差假的結束日期比開始日期還早，這段差假就沒有長度，日數、時數和重疊都無法判斷。

## 為什麼重要

結束早於開始的資料無法計入任何一天，該員當月的差假統計會少一筆。常見原因是跨年時年份沒有進位，或起訖兩個欄位對調。

## 怎麼修正

請對照請假單，在差勤系統更正起訖日期後重新產製檔案。起訖兩個欄位對調時，請確認產製的欄位對應。
"""

from datetime import date

from pyvalidator.rule import Context, Example, Fault, record_rule, sample


@record_rule("REC110", owner="unit", reads=("end_date", "start_date"), severity="error", since="1.0", one_cause=True,
             message="{label}「{value}」早於開始日期（{start}）。",
             fix="請單位承辦對照假單，在差勤系統更正起訖日期後重新產製；跨年的差假請確認年份。",
             sources=["參考版型"])  # fmt: skip
def check(end: date, start: date, context: Context) -> Fault | None:
    if end < start:
        return Fault(expected="不早於開始日期", params={"start": start})
    return None


EXAMPLES = [
    Example("同一天", sample()),
    Example("跨日", sample(end_date="1100608", days=2)),
    Example("年份打錯", sample(end_date="1090607"), fires_at="/records/0/end_date"),
    Example("早一天", sample(start_date="1100608"), fires_at="/records/0/end_date"),
]
