"""檔案其實是壓縮檔或 Excel。

檔案內容是 ZIP 壓縮檔，或以 ZIP 包裝的 Excel、Word 文件，只是副檔名寫成 .json。

## 為什麼重要

內容不是 JSON，沒有任何差假資料可以檢核，上傳後也不會被接受。

## 怎麼修正

是壓縮檔時，副檔名應為 .zip；也可以先解壓縮。是 Excel 時，請回到差勤系統產製 JSON 檔；是欄位說明表時，請用「我有欄位說明表」建立版型。
"""

from pyvalidator.engine.examples import zip_bytes
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN125",
    owner="personnel",
    fault_code="zip_file",
    severity="error",
    since="1.0",
    message="這個檔案其實是 {kind} 檔，不是 JSON 檔{table}。",
    fix="請選取差勤系統產製的 JSON 檔；壓縮檔請以 .zip 為副檔名，或先解壓縮。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案其實是壓縮檔或 Excel", lambda: zip_bytes({"11006.json": "{}"}), fires_at=""),
]
