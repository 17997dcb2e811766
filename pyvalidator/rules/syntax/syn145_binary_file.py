"""檔案不是文字檔。

檔案內容不是文字，無法當作 JSON 讀取；也可能是檔案在傳送中損壞。

## 為什麼重要

內容不是 JSON，沒有任何差假資料可以檢核，上傳後也不會被接受。

## 怎麼修正

請回到差勤系統，重新產製 JSON 檔再檢核；不要只改副檔名。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN145",
    owner=("personnel", "vendor"),
    fault_code="binary_file",
    severity="error",
    since="1.0",
    message="這個檔案的內容不是文字，無法讀取。",
    fix="請重新產製檔案；由他人傳來的檔案，請對方重新傳送。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案不是文字檔", bytes(range(32)) * 4, fires_at=""),
]
