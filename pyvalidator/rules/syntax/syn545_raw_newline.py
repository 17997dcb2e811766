"""文字裡有換行。

文字內容裡直接換了行，沒有寫成 \\n。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN545",
    owner="vendor",
    fault_code="raw_newline",
    severity="error",
    since="1.0",
    message="文字裡直接換行，JSON 不允許。",
    fix="請廠商修正產製程式，把文字裡的換行寫成 \\n；也可以在差勤系統刪除換行。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("文字裡有換行", broken("感冒就醫", "感冒\n就醫"), fires_at=""),
]
