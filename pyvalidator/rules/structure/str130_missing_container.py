"""缺少存放紀錄的清單。

檔案沒有版型規定用來存放紀錄（或人員）的那一層，因此讀不到任何一筆資料。

## 為什麼重要

沒有紀錄清單，平臺無從得知是當月沒有人請假，還是匯出失敗。

## 怎麼修正

重新匯出一次。當月確實沒有人請假時，清單仍要保留，內容為空的方括號。
"""

from pyvalidator.rule import Example, document, structure_rule

RULE = structure_rule(
    "STR130",
    detects="missing_container",
    severity="error",
    since="1.0",
    message="缺少「{key}」，這裡應該是{expected}。",
    fix="請補上「{key}」；沒有資料時請保留空的清單。",
)

EXAMPLES = [
    Example("有紀錄清單", document()),
    Example("沒有紀錄清單", document(records=...), fires_at=""),
]
