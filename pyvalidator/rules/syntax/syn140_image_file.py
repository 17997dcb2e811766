"""檔案其實是圖片。

檔案內容是圖片，只是副檔名寫成 .json。

## 為什麼重要

內容不是 JSON，沒有任何差假資料可以檢核，上傳後也不會被接受。

## 怎麼修正

請回到差勤系統，重新產製 JSON 檔再檢核；不要只改副檔名。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN140",
    owner="personnel",
    fault_code="image_file",
    severity="error",
    since="1.0",
    message="這個檔案其實是 {kind} 圖片，不是 JSON 檔。",
    fix="請選取差勤系統產製的 JSON 檔。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案其實是圖片", b"\x89PNG\r\n\x1a\n" + bytes(16), fires_at=""),
]
