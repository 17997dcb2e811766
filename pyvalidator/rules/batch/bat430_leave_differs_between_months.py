"""同一筆跨月差假在兩個月的內容不同。

一筆跨月的差假，在前後兩個月的檔案中結束時間或日數、時數不同。

## 為什麼重要

同一筆差假應原樣出現在每個月的檔案；內容不同時，合計就不知道該用哪一筆，當成兩筆便會重複計算。常見原因是差勤系統把差假依月份拆開計算日數。

## 怎麼修正

請廠商以整筆差假的起訖與日數產製，再重新產製兩個月的檔案；差假後來有變更者，請重新產製前一個月的檔案。
"""

from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document
from pyvalidator.rules._shared.month_ends import leave_text, month_ends


@batch_rule("BAT430", owner=("vendor", "personnel"), severity="error", since="1.0",
            reads=("person_id", "leave_type", "start_date", "end_date", "days", "hours"),
            message="有 {count} 筆跨月的差假在兩個月的內容不同，例如{name} {leave}：{files}。",
            fix="請廠商以整筆差假的起訖與日數、時數產製，再由人事單位重新產製兩個月的檔案。", sources=["參考版型"])  # fmt: skip
def check(batch: Batch) -> Faults:
    for pair in month_ends(batch):
        differing = [
            key for key, leave in pair.before.items()
            if (other := pair.after.get(key)) and (leave.span, leave.hours) != (other.span, other.hours)
        ]  # fmt: skip
        if differing:
            leave = pair.before[differing[0]]
            params = {"count": len(differing), "name": pair.name(differing[0]), "leave": leave_text(leave)}
            yield Fault(files=(pair.earlier.name, pair.later.name), params=params)


_ACROSS = {"start_date": "1100630", "end_date": "1100701", "days": 2}
_HEADER = {"period": "11007", "generated_at": "1100805"}

EXAMPLES = [
    Example("內容相同", files={"06.json": document([_ACROSS]), "07.json": document([_ACROSS], **_HEADER)}),
    Example(
        "依月份拆開日數",
        files={"06.json": document([{**_ACROSS, "days": 1}]), "07.json": document([_ACROSS], **_HEADER)},
        fires_at="",
    ),
]
