"""另外填寫的值與檔案裡的不同。

檢核時另外填寫（或由檔名取得）的值，和檔案裡寫的不一樣。檢核以檔案裡的為準。

## 為什麼重要

兩者不同，表示填錯，或拿錯了檔案。以錯的資料年月檢核，結果沒有意義。

## 怎麼修正

請確認檔案是不是要報送的那一個月；檔案裡的值才對的，不必另外填寫。檔案裡的值有誤時，請在差勤系統更正後重新產製。
"""

from pyvalidator.engine.examples import profile_text
from pyvalidator.rule import Example, container_rule, document

RULE = container_rule(
    "STR181",
    fault_code="given_differs",
    severity="warning",
    owner=("personnel", "vendor"),
    since="1.0",
    one_cause=False,
    message="{what}在檔案裡是「{own}」，{source}是「{text}」，以檔案裡的為準。",
    fix="請人事單位確認拿的是不是這個月的檔案；檔案裡的{what}有誤時，在差勤系統更正後重新產製。",
)

_NAMED = {"profile": profile_text(more='file_name = "{period}"')}

EXAMPLES = [
    Example("沒有另外填寫", document()),
    Example("與檔名相同", files={"11006.json": document()}, options=_NAMED),
    Example("與檔名不同", files={"11007.json": document()}, fires_at="/period", options=_NAMED),
]
