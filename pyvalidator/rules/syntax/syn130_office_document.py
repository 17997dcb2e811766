"""檔案其實是舊版 Office 文件。

檔案內容是舊版 Excel、Word 等 Office 文件，只是副檔名寫成 .json。

## 為什麼重要

內容不是 JSON，沒有任何差假資料可以檢核，上傳後也不會被接受。

## 怎麼修正

請回到差勤系統，重新產製 JSON 檔再檢核；不要只改副檔名。是欄位說明表時，請用「我有欄位說明表」建立版型。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN130",
    owner="personnel",
    fault_code="office_file",
    severity="error",
    since="1.0",
    message="這個檔案其實是 {kind} 文件，不是 JSON 檔{table}。",
    fix="請回到差勤系統產製 JSON 檔，再檢核一次。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案其實是舊版 Office 文件", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), fires_at=""),
]
