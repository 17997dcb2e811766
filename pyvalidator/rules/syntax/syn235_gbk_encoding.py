"""檔案是 GBK 編碼。

檔案以 GBK（GB18030，簡體中文環境的編碼）儲存，不是 UTF-8。本工具已換算成文字繼續檢核。Big5 與 GBK 的位元組相似，是依換算後的文字是否通順分辨的。

## 為什麼重要

報送檔案應為不含 BOM 的 UTF-8；編碼不對時，收到的姓名、單位會變成另一些字，或整個檔案無法讀取。

## 怎麼修正

多半是產製檔案的伺服器或資料庫設為簡體中文環境。請把本頁交給系統廠商，改以 UTF-8（無 BOM）產製。不要用文字編輯器另存後直接報送，以免內容在轉換中改變。
"""

from pyvalidator.engine.examples import sample_text
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN235",
    fault_code="gbk_text",
    severity="error",
    since="1.0",
    owner="vendor",
    message="檔案的編碼是 {encoding}，不是 UTF-8，從這個位置起的中文無法以 UTF-8 讀取{doubt}。",
    fix="請廠商改以 UTF-8（無 BOM）產製。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案是 GBK 編碼", sample_text().encode("gb18030"), fires_at=""),
]
