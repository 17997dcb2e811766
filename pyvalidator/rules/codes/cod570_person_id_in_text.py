"""文字裡有身分證字號。

事由、單位或職稱裡寫了身分證字號或統一證號。

## 為什麼重要

身分證字號另有專用欄位。寫在事由裡的多半是家屬的身分證字號，報送了不需要的個人資料。

## 怎麼修正

請在差勤系統刪除事由裡的身分證字號，以關係說明即可，例如「陪同父親就醫」。

## 依據

個人資料保護法第 5 條：個人資料之蒐集、處理或利用，不得逾越特定目的之必要範圍。
"""

import re

from pyvalidator.domain.person_ids import checksum_is_right
from pyvalidator.rule import Context, Example, Fault, sample, value_rule


@value_rule(
    "COD570",
    owner=("unit", "personnel"),
    reads=("reason", "unit", "job_title", "system_name"),
    severity="warning",
    since="1.0",
    message="{label}裡有身分證字號或統一證號。",
    fix="請單位承辦在差勤系統刪除{label}裡的身分證字號，再重新產製。",
    sources="個人資料保護法",
)
def check(value: str, context: Context) -> Fault | None:
    found = re.findall("(?<![0-9A-Za-z])[A-Z][1289A-D][0-9]{8}(?![0-9A-Za-z])", value)
    return Fault() if any(map(checksum_is_right, found)) else None


EXAMPLES = [
    Example("以關係說明", sample(reason="陪同父親就醫")),
    Example("公文字號不是身分證字號", sample(reason="依 A123456788 號簽辦理")),
    Example("家屬的身分證字號", sample(reason="陪同父親A234567893就醫"), fires_at="/records/0/reason"),
]
