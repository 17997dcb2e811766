"""資料結束後還有文字。

JSON 資料已經結束，後面卻還有其他文字。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import sample_text
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN430",
    owner="vendor",
    fault_code="trailing_text",
    severity="error",
    since="1.0",
    message="資料已經結束，後面還有「{found}」，這一部分沒有檢核。",
    fix="請重新產製；仍然如此時，請廠商修正產製程式：資料後面不要有文字。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("資料結束後還有文字", sample_text() + "\n完", fires_at=""),
]
