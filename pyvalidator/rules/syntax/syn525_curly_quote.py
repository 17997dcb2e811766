"""用了彎引號。

文字用彎引號（“ ”）括住，多半是在文書軟體裡編輯過。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN525",
    owner="vendor",
    fault_code="curly_quote",
    severity="error",
    since="1.0",
    message="這裡用了彎引號「{found}」，JSON 只能用半形雙引號。",
    fix="請重新產製；仍然如此時，請廠商修正產製程式：改用半形雙引號。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("用了彎引號", broken('"病假"', "“病假”"), fires_at=""),
]
