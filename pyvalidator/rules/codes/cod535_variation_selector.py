"""文字中有字形選擇符號。

文字裡有用來指定字形的「字形選擇符號」。它跟在漢字之後，畫面上不占位置。

## 為什麼重要

不支援的系統會把它顯示成方框，或把同一個人的姓名當成兩個人。

## 怎麼修正

和戶政資料的字形一致者可以保留；不需要指定字形者，請在差勤系統重新輸入該字。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.characters import VARIATION_CHARS, code_points, variation_selectors


@value_rule(
    "COD535",
    owner="personnel",
    types="text",
    severity="info",
    since="1.0",
    trigger_chars=VARIATION_CHARS,
    message="{label}「{value}」含有字形選擇符號 {points}。",
    fix="不需要指定字形時，請人事單位在差勤系統重新輸入{label}。",
)
def check(value: str, context: Context) -> Fault | None:
    found = variation_selectors(value)
    return Fault(params={"points": code_points(found)}) if found else None


EXAMPLES = [
    Example("一般漢字", sample(person_name="葛小明")),
    Example("指定字形的漢字", sample(person_name="葛\U000e0100小明"), fires_at="/records/0/person_name"),
]
