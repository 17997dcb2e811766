"""每一筆的欄位名稱都與版型不同。

每一筆都缺少某個必填欄位，又都有一個版型沒有的欄位，而且名稱或內容看得出是同一個。五筆以上而且每一筆都如此時，
整個檔案只列這一項。

## 為什麼重要

名稱不同的欄位等於沒有填，裡面的內容也沒有檢核。

## 怎麼修正

這是產製程式一律如此，不必逐筆更正：請廠商對照版型更正欄位名稱後重新產製。實際的格式本來就是這些名稱時，
請改用相符的版型再檢核一次。
"""

from typing import Any

from pyvalidator.rule import Example, container_rule, document

RULE = container_rule(
    "STR115",
    fault_code="renamed_keys",
    severity="error",
    owner="vendor",
    since="1.0",
    message="全部 {count} {unit}的欄位名稱都與版型不同：{pairs}。這些欄位的內容沒有檢核。",
    fix="請廠商更正產製程式的欄位名稱後重新產製；實際的格式就是這些名稱時，請改用相符的版型。",
)


def _days(**changes: Any) -> dict[str, Any]:
    return document([{"start_date": f"110060{day}", "end_date": f"110060{day}", **changes} for day in (1, 2, 3, 4, 7)])


EXAMPLES = [
    Example("名稱與版型相同", _days()),
    Example("只有一筆不同", document([{}, {"leave_type": ..., "leaveType": "病假"}])),
    Example("每一筆的大小寫不同", _days(person_name=..., personName="王小明"), fires_at="/records"),
    Example("每一筆的名稱拼錯", _days(job_title=..., job_tilte="課員"), fires_at="/records"),
]
