"""事由的文字之間夾雜問號。

事由裡的問號夾在兩個中文字之間，不像是問句，多半是轉檔時有字遺失。

## 為什麼重要

遺失的字可能正是判斷假別或防疫註記的依據。

## 怎麼修正

請回到差勤系統查看原來的事由，請廠商改以 UTF-8 產製。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.characters import question_inside


@value_rule(
    "COD526",
    owner=("vendor", "unit"),
    reads="reason",
    severity="warning",
    since="1.0",
    folds_under="SYN245",
    trigger_chars="[?]",
    message="{label}「{value}」的文字之間有問號，可能有字遺失。",
    fix="請廠商改以 UTF-8 產製；系統裡已經是問號時，請單位承辦重新輸入{label}。",
)
def check(value: str, context: Context) -> Fault | None:
    return Fault() if question_inside(value) else None


EXAMPLES = [
    Example("句尾的問號", sample(reason="是否補假?")),
    Example("夾在文字之間", sample(reason="陪同?君就醫"), fires_at="/records/0/reason"),
]
