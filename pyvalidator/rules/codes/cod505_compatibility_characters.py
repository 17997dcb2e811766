"""文字中有相容漢字。

文字裡有和常用字外形相同、編碼卻不同的「相容漢字」或部首字元。

## 為什麼重要

看起來一樣的兩個字，電腦視為不同；同一個人的姓名會被當成兩個人。

## 怎麼修正

請用輸入法重新輸入該字後重新產製。確實是不同的字形者請說明。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.characters import COMPATIBILITY_CHARS, code_points, compatibility, ordinary


@value_rule(
    "COD505",
    owner=("personnel", "unit"),
    types="text",
    severity="warning",
    since="1.0",
    trigger_chars=COMPATIBILITY_CHARS,
    message="{label}「{value}」含有相容漢字 {points}{usual}。",
    fix="請人事單位在差勤系統用輸入法重新輸入{label}後重新產製；確實是不同的字者請說明。",
)
def check(value: str, context: Context) -> Fault | None:
    found = compatibility(value)
    if not found:
        return None
    usual = ordinary(value)
    # The two look alike: only their code points tell them apart. Some parts of characters have no ordinary twin.
    twins = [twin for twin in map(ordinary, found) if twin not in found]
    told = f"，一般的寫法是「{usual}」（{code_points(twins)}）" if twins else ""
    return Fault(expected_value=usual, params={"points": code_points(found), "characters": found, "usual": told})


EXAMPLES = [
    Example("一般漢字", sample(person_name="林金龍")),
    Example("相容區裡的一般漢字", sample(person_name="林\ufa0e")),
    Example("姓名有相容漢字", sample(person_name="林\uf90a龍"), fires_at="/records/0/person_name"),
    Example("姓名有部首字元", sample(person_name="林\u2f26"), fires_at="/records/0/person_name"),
]
