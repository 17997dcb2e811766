"""檔案其實是其他壓縮檔。

檔案內容是 7z、RAR、gzip 等壓縮檔，只是副檔名寫成 .json。

## 為什麼重要

內容不是 JSON，沒有任何差假資料可以檢核，上傳後也不會被接受。

## 怎麼修正

請先解壓縮，再檢核裡面的 .json 檔；要一次檢核多個檔案時，可以改壓成 zip 壓縮檔。
"""

from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN135",
    owner="personnel",
    fault_code="archive_file",
    severity="error",
    since="1.0",
    message="這個檔案其實是 {kind} 壓縮檔，不是 JSON 檔。",
    fix="請先解壓縮，再檢核裡面的 .json 檔。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案其實是其他壓縮檔", b"\x1f\x8b\x08" + bytes(16), fires_at=""),
]
