"""文字中有造字。

文字裡有使用者造字區的字元。造字只有在安裝相同造字檔的電腦上才看得到，在別的電腦上是空白或方框。

## 為什麼重要

造字只有裝了同一套字型的電腦才看得到；換一臺電腦就是空白、方框或另一個字，無法核對人員。

## 怎麼修正

請在差勤系統改用標準字：現在多數罕用字已有標準的 Unicode 編碼，可到全字庫（CNS11643）查詢。確實沒有標準字者，請照原樣報送並說明。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.characters import PRIVATE_CHARS, code_points, private_use
from pyvalidator.text.garbled import garbled


@value_rule(
    "COD500",
    owner=("personnel", "vendor"),
    types="text",
    severity="warning",
    since="1.0",
    trigger_chars=PRIVATE_CHARS,
    message="{label}「{value}」含有造字 {points}，在別的電腦上可能看不到。",
    fix="請人事單位到全字庫查詢標準字，在差勤系統改用後重新產製；沒有標準字者請說明。",
)
def check(value: str, context: Context) -> Fault | None:
    found = private_use(value)
    if not found or garbled(value):
        return None
    return Fault(params={"points": code_points(found), "characters": found})


EXAMPLES = [
    Example("罕用字有標準編碼", sample(person_name="王小𠮷")),
    Example("姓名有造字", sample(person_name="王小\ue000"), fires_at="/records/0/person_name"),
    Example("事由有造字", sample(reason="陪同\uf268君就醫"), fires_at="/records/0/reason"),
]
