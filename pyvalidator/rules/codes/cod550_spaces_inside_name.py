"""中文姓名中間有空格。

四個字以內的中文姓名，字與字之間有空格（例如為了對齊而寫成「王　明」）。

## 為什麼重要

比對時，「王　明」和「王明」是不同的內容。

## 怎麼修正

請在差勤系統刪除空格。傳統姓名以空格分開者可以保留，建議改用間隔號。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.characters import SPACES, spaced_name


@value_rule(
    "COD550",
    owner="personnel",
    reads="person_name",
    severity="info",
    since="1.0",
    trigger_chars=SPACES,
    message="{label}「{value}」的中間有空格。",
    fix="請人事單位在差勤系統刪除{label}中間的空格。",
)
def check(value: str, context: Context) -> Fault | None:
    joined = spaced_name(value)
    return Fault(expected_value=joined) if joined else None


EXAMPLES = [
    Example("沒有空格", sample(person_name="王明")),
    Example("外文姓名的空格", sample(person_name="Kolas Yotaka")),
    Example("傳統姓名的空格", sample(person_name="瓦歷斯 諾幹")),
    Example("為了對齊而加的空格", sample(person_name="王\u3000明"), fires_at="/records/0/person_name"),
]
