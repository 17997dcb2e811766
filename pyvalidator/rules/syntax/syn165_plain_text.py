"""檔案是一般文字。

檔案內容是一般文字，沒有 JSON 的大括號或方括號。

## 為什麼重要

內容不是 JSON，沒有任何差假資料可以檢核，上傳後也不會被接受。

## 怎麼修正

請回到差勤系統，重新產製 JSON 檔再檢核；不要只改副檔名。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN165",
    owner=("personnel", "vendor"),
    fault_code="plain_text",
    severity="error",
    since="1.0",
    message="這個檔案是一般文字，不是 JSON。",
    fix="請選取差勤系統產製的 JSON 檔。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案是一般文字", "本月無差假資料", fires_at=""),
]
