"""括號的種類不對。

開始與關閉的括號種類不同，例如以 [ 開始卻以 } 結束；或一組欄位以 [ 開始、清單以 { 開始。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN420",
    owner="vendor",
    fault_code="wrong_bracket",
    severity="error",
    since="1.0",
    message="{where}「{found}」應該是「{right}」。",
    fix="請重新產製；仍然如此時，請廠商修正產製程式：「{found}」應為「{right}」，並檢查前後資料是否完整。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("關閉的括號不成對", broken("  ]\n}", "  }\n}"), fires_at=""),
    Example("清單以大括號開始", broken('"records": [', '"records": {'), fires_at=""),
]
