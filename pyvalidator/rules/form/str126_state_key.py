"""差假紀錄帶有取消與否的狀態。

差假紀錄有版型沒有的狀態欄位（例如 deleted、is_cancelled、狀態），從內容看得出哪些差假已經取消。整個檔案列一項。

## 為什麼重要

已經取消、註銷或作廢的差假不該報送。版型沒有狀態欄位，照版型讀取時，它們和有效的差假沒有分別。

## 怎麼修正

請廠商在產製時排除已經取消的差假。只拿掉欄位而留下紀錄，取消的差假就會被當成有效。
"""

from typing import Any

from pyvalidator.rule import Example, container_rule, document

RULE = container_rule(
    "STR126",
    fault_code="state_key",
    severity="error",
    owner="vendor",
    since="1.0",
    message="差假紀錄有表示取消與否的欄位{named}，{seen}。",
    fix="已經取消的差假不要放進檔案：請廠商在產製時排除後重新產製，檔案就不必再有這個欄位。",
)


def _two(**second: Any) -> dict[str, Any]:
    return document([{}, {"start_date": "1100608", "end_date": "1100608", **second}])


EXAMPLES = [
    Example("只有有效的差假", _two()),
    Example("有一筆已刪除", _two(deleted=True), fires_at="/records"),
    Example("有一筆已銷假", _two(status="已銷假"), fires_at="/records"),
]
