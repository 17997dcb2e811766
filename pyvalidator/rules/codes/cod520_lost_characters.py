"""文字中有遺失的字。

文字裡有「\ufffd」、〓、字中間的方框或 &#29314; 這類代碼，表示轉檔時有字沒有轉過來。

## 為什麼重要

遺失的字無法從檔案還原，姓名就無法核對。

## 怎麼修正

請回到差勤系統查看原來的字。系統裡正確而檔案裡遺失者，請廠商改以 UTF-8 產製；系統裡已遺失者，請在差勤系統重新輸入。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.characters import LOST_CHARS, lost


@value_rule(
    "COD520",
    owner="vendor",
    types="text",
    severity="warning",
    since="1.0",
    folds_under="SYN245",
    trigger_chars=LOST_CHARS,
    message="{label}「{value}」有字遺失，檔案裡只剩「{characters}」。",
    fix="請廠商確認系統裡原來的字，改以 UTF-8 產製。",
)
def check(value: str, context: Context) -> Fault | None:
    found = lost(value)
    return Fault(params={"characters": found}) if found else None


EXAMPLES = [
    Example("沒有遺失", sample()),
    Example("事由裡勾選用的方框", sample(reason="□公務 □私務")),
    Example("取代字元", sample(person_name="王\ufffd明"), fires_at="/records/0/person_name"),
    Example("方框", sample(person_name="王□明"), fires_at="/records/0/person_name"),
    Example("數字代碼", sample(person_name="王&#29314;明"), fires_at="/records/0/person_name"),
]
