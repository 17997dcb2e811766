"""整份資料被包成一個字串。

整份 JSON 被引號包起來，成了一個字串；多半是產製程式轉換了兩次。本工具取出其中的資料檢核。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

import json

from pyvalidator.engine.examples import sample_text
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN450",
    owner="vendor",
    fault_code="json_in_string",
    severity="error",
    since="1.0",
    message="整份資料被包在引號裡，成了一個字串，已取出其中的資料檢核{several}。",
    fix="請廠商修正產製程式，不要把資料轉換兩次。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("整份資料被包成一個字串", json.dumps(sample_text()), fires_at=""),
]
