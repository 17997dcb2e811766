"""反斜線用法不正確。

反斜線後面接了 JSON 不認得的字元；路徑裡的反斜線也要寫成兩個。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN560",
    owner="vendor",
    fault_code="bad_escape",
    severity="error",
    since="1.0",
    message="反斜線的寫法「{found}」不正確。",
    fix="請廠商修正產製程式，把文字裡的反斜線寫成兩個。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("反斜線用法不正確", broken("感冒就醫", "感冒\\就醫"), fires_at=""),
]
