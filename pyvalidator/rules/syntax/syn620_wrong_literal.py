"""true、false 或 null 寫法不正確。

真假值或空值的寫法不是 JSON 的寫法，例如 True、None。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN620",
    owner="vendor",
    fault_code="wrong_literal",
    severity="error",
    since="1.0",
    message="「{found}」應該寫成 {right}。",
    fix="請重新產製；仍然如此時，請廠商修正產製程式：改用小寫的 {right}。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("true、false 或 null 寫法不正確", broken("false", "False"), fires_at=""),
]
