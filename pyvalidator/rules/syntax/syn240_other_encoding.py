"""檔案是其他地區的編碼。

檔案以其他地區的編碼（例如日文環境的 Shift_JIS）儲存，不是 UTF-8。本工具已換算成文字繼續檢核。

## 為什麼重要

報送檔案應為不含 BOM 的 UTF-8；編碼不對時，收到的姓名、單位會變成另一些字，或整個檔案無法讀取。

## 怎麼修正

請把本頁交給系統廠商，改以 UTF-8（無 BOM）產製，並確認中文字沒有遺失：其他地區的編碼缺少許多中文字。
"""

from pyvalidator.engine.examples import sample_text
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN240",
    fault_code="other_encoding",
    severity="error",
    since="1.0",
    owner="vendor",
    message="檔案的編碼是 {encoding}，不是 UTF-8，從這個位置起的中文無法以 UTF-8 讀取{doubt}。",
    fix="請廠商改以 UTF-8（無 BOM）產製，並確認沒有字遺失。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案是 Shift_JIS 編碼", sample_text().encode("cp932", "replace"), fires_at=""),
]
