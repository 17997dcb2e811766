"""文字裡有控制字元。

文字內容裡有看不見的控制字元。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN555",
    owner="vendor",
    fault_code="control_character",
    severity="error",
    since="1.0",
    folds_under="SYN245",
    message="文字裡有控制字元（{found}），JSON 不允許。",
    fix="請廠商修正產製程式，不要寫出這個控制字元；也可以在差勤系統重新輸入這段文字。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("文字裡有控制字元", broken("感冒就醫", "感冒\x01就醫"), fires_at=""),
]
