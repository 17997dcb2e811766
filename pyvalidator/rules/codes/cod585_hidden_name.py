"""姓名遮罩了一部分。

姓名裡有 ○、Ｏ、*、X 等符號代替的字（例如「王○明」），是對外公開用的寫法。

## 為什麼重要

遮罩的姓名無法和身分證字號核對，也無法還原。

## 怎麼修正

請在差勤系統改用不遮罩姓名的產製功能；沒有這項設定時，請把本頁交給系統廠商。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.placeholders import MASK_CHARS, hidden_name


@value_rule(
    "COD585",
    reads="person_name",
    severity="warning",
    since="1.0",
    owner="vendor",
    trigger_chars=MASK_CHARS,
    message="{label}「{value}」有一部分被符號遮罩，不是完整的姓名。",
    fix="請廠商改以不遮罩姓名的方式產製。",
)
def check(value: str, context: Context) -> Fault | None:
    return Fault() if hidden_name(value) else None


EXAMPLES = [
    Example("完整的姓名", sample(person_name="王小明")),
    Example("並列羅馬字的姓名", sample(person_name="谷辣斯 Kolas Xavier")),
    Example("以圓圈遮罩", sample(person_name="王○明"), fires_at="/records/0/person_name"),
    Example("以全形字母遮罩", sample(person_name="王Ｏ明"), fires_at="/records/0/person_name"),
    Example("以星號遮罩", sample(person_name="歐陽**"), fires_at="/records/0/person_name"),
]
