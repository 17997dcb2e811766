"""檔案開頭有 BOM。

檔案最前面多了一個看不見的記號（BOM，U+FEFF）。JSON 檔依規定不應有 BOM。

## 為什麼重要

報送檔案應為不含 BOM 的 UTF-8；編碼不對時，收到的姓名、單位會變成亂碼，或整個檔案無法讀取。

## 怎麼修正

請在差勤系統的產製設定選擇 UTF-8（無 BOM）；沒有這個設定時，請把本頁交給系統廠商修正產製程式。不要用文字編輯器另存後直接報送，以免內容在轉換中改變。記事本存檔時選「UTF-8」，不要選「具有 BOM 的 UTF-8」。
"""

from pyvalidator.engine.examples import sample_text
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN210",
    owner="vendor",
    fault_code="utf8_bom",
    severity="error",
    since="1.0",
    message="檔案開頭有 BOM 記號。",
    fix="請在產製時選擇「UTF-8（無 BOM）」；不能選擇時，請廠商修正產製程式。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("檔案開頭有 BOM", b"\xef\xbb\xbf" + sample_text().encode(), fires_at=""),
]
