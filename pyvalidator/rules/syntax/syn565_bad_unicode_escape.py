"""字元代碼寫法不完整。

\\u 後面應接 4 位十六進位數字。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN565",
    owner="vendor",
    fault_code="bad_unicode_escape",
    severity="error",
    since="1.0",
    message="字元代碼「{found}」不完整，\\\\u 後面應有 4 位十六進位數字。",
    fix="請廠商修正產製程式，寫出完整的字元代碼。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("字元代碼寫法不完整", broken("感冒就醫", "感冒\\u12就醫"), fires_at=""),
]
