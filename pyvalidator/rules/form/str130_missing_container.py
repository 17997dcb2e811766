"""缺少清單或物件。

檔案沒有版型規定用來存放紀錄（或人員）的清單，或沒有存放必填欄位的物件。整個物件不見時只列這一項，
裡面的欄位不再一一列出。

## 為什麼重要

沒有紀錄清單，看不出是當月沒有人請假，還是產製失敗；沒有存放欄位的物件，就少了裡面所有的欄位。

## 怎麼修正

重新產製一次。當月確實沒有人請假時，清單仍要保留，內容為空的方括號。缺少物件時，請廠商連同裡面的欄位一併產製。
"""

from pyvalidator.rule import Example, container_rule, document

RULE = container_rule(
    "STR130",
    owner="vendor",
    fault_code="missing_container",
    severity="error",
    since="1.0",
    message="缺少「{key}」，這裡應該是{expected}。",
    fix="請廠商在產製程式補上「{key}」{keep}。",
)

EXAMPLES = [
    Example("有紀錄清單", document()),
    Example("沒有紀錄清單", document(records=...), fires_at=""),
]
