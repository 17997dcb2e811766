"""少了一個括號。

這個位置之前少了一個括號：上一項資料沒有關閉，或這一項資料沒有開頭的括號。

## 為什麼重要

這個位置不符合 JSON 的文法，照標準讀取 JSON 的程式會把整個檔案當成無法讀取。

## 怎麼修正

這類問題多半是人工編輯檔案或產製程式自行組字串造成。請從差勤系統重新產製，不要手動修改；重新產製仍有問題時，請把本頁交給系統廠商。
"""

from pyvalidator.engine.examples import example_bytes
from pyvalidator.rule import Example, document, sample, syntax_rule

RULE = syntax_rule(
    "SYN415",
    owner="vendor",
    fault_code="missing_bracket",
    severity="error",
    since="1.0",
    message="這裡的前面少了「{right}」。",
    fix="請重新產製；仍然如此時，請廠商修正產製程式：這裡要有「{right}」。",
)

_TWO = example_bytes(document([{}, {"person_id": "A234567893", "person_name": "李小華"}])).decode()

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("第一筆少了大括號", _TWO.replace("    },\n", "    ,\n", 1), fires_at=""),
    Example("第一筆少了開頭的大括號", _TWO.replace("    {\n", "", 1), fires_at=""),
]
