"""文字中有看不見的字元。

文字裡有零寬空格、文字方向記號、軟連字號、空白字形等什麼都不顯示的字元，多半是從網頁或文書軟體複製時帶進來的。

## 為什麼重要

畫面上完全看不出來，比對時卻是不同的內容；同一個人的姓名會被當成兩個人。

## 怎麼修正

請在差勤系統重新輸入該欄位（不要複製貼上）後重新產製。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.characters import INVISIBLE_CHARS, code_points, invisible, without_invisible
from pyvalidator.text.garbled import garbled


@value_rule(
    "COD515",
    owner=("personnel", "unit"),
    types="text",
    severity="warning",
    since="1.0",
    trigger_chars=INVISIBLE_CHARS,
    message="{label}「{value}」含有看不見的字元 {points}。",
    fix="請人事單位或單位承辦在差勤系統重新輸入{label}（不要複製貼上）後重新產製。",
)
def check(value: str, context: Context) -> Fault | None:
    found = invisible(value)
    if not found or garbled(value):
        return None
    rest = without_invisible(value) or None
    return Fault(expected=rest, expected_value=rest, params={"points": code_points(found)})


EXAMPLES = [
    Example("一般文字", sample()),
    Example("姓名中有零寬空格", sample(person_name="王\u200b小明"), fires_at="/records/0/person_name"),
    Example("姓名後有空白字形", sample(person_name="王小明\u2800"), fires_at="/records/0/person_name"),
    Example("事由中有行分隔字元", sample(reason="感冒\u2028就醫"), fires_at="/records/0/reason"),
    Example("單位中有標記字元", sample(unit="民政課\U000e0041"), fires_at="/records/0/unit"),
    Example("職稱前有位元組順序記號", sample(job_title="\ufeff課員"), fires_at="/records/0/job_title"),
]
