"""檔案其實是 PDF。

檔案內容是 PDF 文件，只是副檔名寫成 .json。

## 為什麼重要

內容不是 JSON，沒有任何差假資料可以檢核，上傳後也不會被接受。

## 怎麼修正

請回到差勤系統，重新產製 JSON 檔再檢核；不要只改副檔名。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN120",
    owner="personnel",
    fault_code="pdf_file",
    severity="error",
    since="1.0",
    message="這個檔案其實是 {kind} 文件，不是 JSON 檔。",
    fix="請選取差勤系統產製的 JSON 檔；不要把其他文件改名為 .json。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案其實是 PDF", b"%PDF-1.7 ...", fires_at=""),
]
