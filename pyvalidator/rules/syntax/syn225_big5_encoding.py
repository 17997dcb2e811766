"""檔案是 Big5 編碼。

檔案以 Big5（CP950）儲存，不是 UTF-8。本工具已換算成文字繼續檢核，Big5 沒有的字可能早已遺失。

## 為什麼重要

報送檔案應為不含 BOM 的 UTF-8；編碼不對時，收到的姓名、單位會變成亂碼，或整個檔案無法讀取。

## 怎麼修正

請在差勤系統的產製設定選擇 UTF-8（無 BOM）；沒有這個設定時，請把本頁交給系統廠商修正產製程式。不要用文字編輯器另存後直接報送，以免內容在轉換中改變。
"""

from pyvalidator.engine.examples import sample_text
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN225",
    owner="vendor",
    fault_code="big5_text",
    severity="error",
    since="1.0",
    message="檔案的編碼是 Big5，不是 UTF-8，從這個位置起的中文無法以 UTF-8 讀取{doubt}。",
    fix="請在產製時選擇「UTF-8（無 BOM）」；不能選擇時，請廠商修正產製程式。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案是 Big5 編碼", sample_text().encode("cp950"), fires_at=""),
]
