"""姓名或名稱裡有問號。

姓名、職稱、單位或機關名稱裡有問號，多半是轉成 Big5 時缺字造成的。

## 為什麼重要

問號取代的字無法從檔案還原，姓名就無法核對。

## 怎麼修正

請回到差勤系統查看原來的字，請廠商改以 UTF-8 產製。
"""

from pyvalidator.rule import Context, Example, Fault, document, sample, value_rule
from pyvalidator.text.garbled import garbled


@value_rule(
    "COD525",
    owner=("vendor", "personnel"),
    reads=("agency_name", "person_name", "job_title", "unit"),
    severity="warning",
    since="1.0",
    folds_under="SYN245",
    trigger_chars="[?？]",
    message="{label}「{value}」裡有問號，可能有字遺失。",
    fix="請廠商改以 UTF-8 產製；系統裡已經是問號時，請人事單位重新輸入{label}。",
)
def check(value: str, context: Context) -> Fault | None:
    return Fault() if ("?" in value or "？" in value) and not garbled(value) else None


EXAMPLES = [
    Example("沒有問號", sample()),
    Example("姓名有問號", sample(person_name="王?明"), fires_at="/records/0/person_name"),
    Example("機關名稱有問號", document(agency_name="鹽水區?頭港國小"), fires_at="/agency_name"),
]
