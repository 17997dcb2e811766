"""姓名欄位填成身分證字號。

姓名欄位的內容和同一筆的身分證字號相同，或含有該身分證字號。

## 為什麼重要

姓名是核對身分證字號的依據；兩個欄位相同時無法核對，身分證字號也會出現在不該出現的地方。

## 怎麼修正

請在差勤系統的人員基本資料填入姓名；系統裡沒有錯時，請廠商確認產製的欄位沒有錯位。
"""

from pyvalidator.rule import Context, Example, Fault, record_rule, sample


@record_rule(
    "COD115",
    owner=("personnel", "vendor"),
    reads=("person_name", "person_id"),
    severity="warning",
    since="1.0",
    one_cause=True,
    message="{label}含有同一筆的身分證字號。",
    fix="請人事單位在差勤系統的{label}填入姓名；系統裡沒有錯時，請廠商檢查欄位的對應。",
)
def check(name: str, person_id: str, context: Context) -> Fault | None:
    return Fault() if person_id in name else None


EXAMPLES = [
    Example("姓名與身分證字號分開", sample()),
    Example("姓名欄位是身分證字號", sample(person_name="A123456789"), fires_at="/records/0/person_name"),
    Example("姓名後面接著身分證字號", sample(person_name="王小明A123456789"), fires_at="/records/0/person_name"),
]
