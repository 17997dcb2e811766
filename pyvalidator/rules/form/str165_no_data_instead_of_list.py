"""清單寫成「查無資料」。

應該是清單（方括號）的地方寫了「查無資料」之類的文字。

## 為什麼重要

清單的位置不是清單，整個檔案就讀不到差假，也看不出是沒有人請假，還是產製失敗。

## 怎麼修正

整月沒有差假的機關，清單應是空的（[]），資料筆數是 0。請廠商更正後重新產製。應該有差假時，請檢查產製的區間與機關範圍。
"""

from pyvalidator.rule import Example, container_rule, document

RULE = container_rule(
    "STR165",
    fault_code="no_list",
    severity="error",
    owner="vendor",
    since="1.0",
    message="「{key}」寫的是「{text}」；沒有差假的機關，這裡應是空的清單（[]）。",
    fix="請先確認該月確實沒有差假；再請廠商把「{key}」產製成空的清單（[]），資料筆數是 0。",
)

EXAMPLES = [
    Example("空的清單", document([])),
    Example("寫成「查無資料」", document(records="查無資料", record_count=0), fires_at="/records"),
]
