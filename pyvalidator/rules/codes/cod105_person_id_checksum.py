"""身分證字號的檢查碼不符。

身分證字號和新、舊式統一證號的最後一碼是檢查碼，由前面各碼算出。檢查碼不符，表示至少有一碼打錯，
或相鄰兩碼的順序顛倒。

## 為什麼重要

身分證字號用來認出是哪一位同仁；錯一碼就不是他的號碼，差假可能算到別人名下。

## 怎麼修正

請對照該員的身分證、居留證或 WebHR 人事資料，逐碼核對後更正差勤系統的人員基本資料，再重新產製。
錯誤可能在任何一碼，不一定是最後一碼。

## 依據

國民身分證統一編號編碼規則；110 年 1 月 2 日起的新式外來人口統一證號採用相同的算法，舊式統一證號仍然有效。
"""

from pyvalidator.domain.person_ids import checksum_is_right
from pyvalidator.rule import Context, Example, Fault, sample, value_rule


@value_rule(
    "COD105",
    owner="personnel",
    types="person_id",
    severity="error",
    one_cause=False,
    since="1.0",
    message="{label}「{value}」的檢查碼不符，至少有一碼打錯。",
    fix="請人事單位對照人事資料逐碼核對，在差勤系統更正{label}後重新產製。",
    sources=["國民身分證統一編號編碼規則", "外來人口統一證號編碼規則"],
)
def check(value: str, context: Context) -> Fault | None:
    return None if checksum_is_right(value) else Fault()


EXAMPLES = [
    Example("身分證字號", sample(person_id="A234567893")),
    Example("新式統一證號", sample(person_id="A900000016")),
    Example("舊式統一證號", sample(person_id="AC01234567")),
    Example("末碼打錯", sample(person_id="A123456788"), fires_at="/records/0/person_id"),
    Example("相鄰兩碼顛倒", sample(person_id="A123465789"), fires_at="/records/0/person_id"),
    Example("新式統一證號打錯", sample(person_id="A800000015"), fires_at="/records/0/person_id"),
    Example("舊式統一證號打錯", sample(person_id="AC01234568"), fires_at="/records/0/person_id"),
]
