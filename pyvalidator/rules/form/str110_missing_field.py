"""缺少必填欄位。

版型規定的必填欄位沒有出現。每缺一個欄位列一項，位置是缺少該欄位的那一組資料。

## 為什麼重要

缺少必填欄位的檔案不符合格式，整個檔案可能被退回；同一筆的其他檢查也可能因此無法進行。

## 怎麼修正

請廠商在產製程式補上這個欄位。每一筆都缺同一個欄位時，通常是產製設定沒有勾選該欄位，
請洽系統廠商。沒有值的選填欄位可以整個省略；必填欄位不可省略。
"""

from pyvalidator.rule import Example, container_rule, document, sample

RULE = container_rule(
    "STR110",
    owner="vendor",
    fault_code="missing_field",
    severity="error",
    since="1.0",
    message="缺少必填欄位「{label}」（{key}）{written}。",
    fix="請廠商在產製程式補上這個欄位（{key}）及其內容，再重新產製。",
)

EXAMPLES = [
    Example("必填欄位齊全", sample()),
    Example("省略選填的事由", sample(reason=...)),
    Example("紀錄沒有假別", sample(leave_type=...), fires_at="/records/0"),
    Example("檔頭沒有資料年月", document(period=...), fires_at=""),
]
