"""出現無法辨認的內容。

這個位置出現不屬於 JSON 的文字或符號。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN355",
    owner="vendor",
    fault_code="unexpected_text",
    severity="error",
    since="1.0",
    message="這裡的「{found}」無法辨認。",
    fix="請重新產製；仍然如此時，請廠商修正產製程式：去除多出的內容。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("出現無法辨認的內容", broken('"days": 1,', '"days": 1 @@,'), fires_at=""),
]
