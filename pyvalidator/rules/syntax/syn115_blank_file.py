"""檔案只有空白。

檔案裡只有空白或換行，沒有資料。

## 為什麼重要

內容不是 JSON，沒有任何差假資料可以檢核，上傳後也不會被接受。

## 怎麼修正

請回到差勤系統，重新產製 JSON 檔再檢核；不要只改副檔名。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN115",
    owner=("personnel", "vendor"),
    fault_code="blank_file",
    severity="error",
    since="1.0",
    message="檔案裡只有空白，沒有資料。",
    fix="請重新產製檔案，再檢核一次；仍然如此時，請洽廠商。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案只有空白", " \n", fires_at=""),
]
