"""資料前面有多餘的文字。

JSON 資料的前面（有時也在後面）有其他文字。本工具跳過這些文字，檢核其中的資料。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import sample_text
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN435",
    owner="vendor",
    fault_code="leading_text",
    severity="error",
    since="1.0",
    message="資料的前面有不屬於 JSON 的文字，已跳過這些文字，檢核其中的資料{several}。",
    fix="請重新產製；仍然如此時，請廠商修正產製程式：資料前後不要有文字。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("資料前面有多餘的文字", "資料：" + sample_text(), fires_at=""),
]
