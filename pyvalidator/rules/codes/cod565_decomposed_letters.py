"""文字的字母與符號分開儲存。

外文字母與上面的符號（例如 é 的斜撇）分成兩個字元儲存，多半來自蘋果電腦。

## 為什麼重要

看起來一樣的兩個寫法，電腦視為不同；同一個人的姓名會被當成兩個人。

## 怎麼修正

請在差勤系統重新輸入該欄位（不要複製貼上）後重新產製。
"""

import unicodedata

from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.characters import decomposed, ordinary


@value_rule(
    "COD565",
    owner=("vendor", "personnel"),
    types="text",
    severity="info",
    since="1.0",
    message="{label}「{value}」的字母與符號分開儲存。",
    fix="請廠商在產製時把字母與符號合成一個字；只有這一筆時，請人事單位在差勤系統重新輸入{label}。",
)
def check(value: str, context: Context) -> Fault | None:
    return Fault(expected_value=unicodedata.normalize("NFC", ordinary(value))) if decomposed(value) else None


EXAMPLES = [
    Example("合在一起的字母", sample(person_name="Jos\u00e9 Chen")),
    Example("分開儲存的字母", sample(person_name="Jose\u0301 Chen"), fires_at="/records/0/person_name"),
]
