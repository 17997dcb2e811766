"""檔案是空的。

檔案裡沒有任何內容（0 位元組）。

## 為什麼重要

內容不是 JSON，沒有任何差假資料可以檢核，上傳後也不會被接受。

## 怎麼修正

請回到差勤系統，重新產製 JSON 檔再檢核；不要只改副檔名。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN110",
    owner=("personnel", "vendor"),
    fault_code="empty_file",
    severity="error",
    since="1.0",
    message="檔案是空的，沒有任何內容。",
    fix="請重新產製檔案，確認檔案大小不是 0 後再檢核；仍然如此時，請洽廠商。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案是空的", b"", fires_at=""),
]
