"""清單或物件的型態不符。

應該是清單（方括號）的地方寫成物件（大括號）、文字、數字或 null，或反過來。只有一筆資料時，
有些程式會少寫外層的方括號。

## 為什麼重要

程式依型態讀取：型態不符時，這個部分的資料照版型一筆也讀不到。本工具讀得出來的部分仍會檢核。

## 怎麼修正

請差勤系統廠商更正產製程式：只有一筆時也要用方括號括住，沒有資料時寫空的方括號；欄位要放在大括號裡。
"""

from pyvalidator.rule import Example, container_rule, document, sample

RULE = container_rule(
    "STR140",
    owner="vendor",
    fault_code="wrong_container",
    severity="error",
    since="1.0",
    message="「{key}」應該是{expected}，檔案裡卻是{found}。",
    fix="請廠商依版型改寫「{key}」的型態，{keep}。",
)

EXAMPLES = [
    Example("紀錄放在清單裡", document()),
    Example("清單寫成 null", document(records=None, record_count=0), fires_at="/records"),
    Example("只有一筆時少了方括號", document(records=sample()["records"][0]), fires_at="/records"),
]
