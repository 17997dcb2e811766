"""姓名欄填成證號。

姓名欄的內容和同一筆的身分證字號相同，或含有該證號。

## 為什麼重要

姓名是核對證號的依據；兩欄相同時無法核對，證號也會出現在不該出現的地方。

## 怎麼修正

請確認匯出的欄位沒有錯位，並在姓名欄填入姓名。
"""

from pyvalidator.rule import Context, Example, Fault, record_rule, sample


@record_rule(
    "COD115",
    reads=("person_name", "person_id"),
    severity="info",
    since="1.0",
    message="{label}含有同一筆的證號。",
    fix="請在{label}填入姓名，不要填證號。",
)
def check(name: str, person_id: str, context: Context) -> Fault | None:
    return Fault() if person_id in name else None


EXAMPLES = [
    Example("姓名與證號分開", sample()),
    Example("姓名欄是證號", sample(person_name="A123456789"), fires_at="/records/0/person_name"),
    Example("姓名後面接著證號", sample(person_name="王小明A123456789"), fires_at="/records/0/person_name"),
]
