"""數值寫成 NaN 或 Infinity。

數值寫成 NaN、Infinity 等。JSON 沒有這種數值，多半是計算時除以 0 或缺少資料。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN615",
    owner="vendor",
    fault_code="nan_number",
    severity="error",
    since="1.0",
    message="「{found}」不是 JSON 的數值。",
    fix="請在差勤系統確認這個欄位的數值；系統裡沒有錯時，請廠商修正產製程式。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("數值寫成 NaN 或 Infinity", broken('"hours": 0', '"hours": NaN'), fires_at=""),
]
