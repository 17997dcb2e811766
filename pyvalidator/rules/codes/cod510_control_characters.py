"""文字中有控制字元。

文字裡有換行、定位或其他不會顯示的控制字元。

## 為什麼重要

控制字元會使表格換行錯亂，比對時也會被當成不同的內容。

## 怎麼修正

請在差勤系統刪除換行或貼上的格式後重新產製。每一筆都有時，請廠商在產製前去除。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.characters import CONTROL_CHARS, code_points, controls


@value_rule(
    "COD510",
    owner=("vendor", "unit"),
    types="text",
    severity="warning",
    since="1.0",
    folds_under="SYN245",
    trigger_chars=CONTROL_CHARS,
    message="{label}含有控制字元 {points}（例如換行或定位字元）。",
    fix="請廠商在產製時去除控制字元；只有這一筆時，請單位承辦在差勤系統重新輸入{label}。",
)
def check(value: str, context: Context) -> Fault | None:
    found = controls(value)
    return Fault(params={"points": code_points(found)}) if found else None


EXAMPLES = [
    Example("一般文字", sample()),
    Example("事由有換行", sample(reason="感冒\n就醫"), fires_at="/records/0/reason"),
    Example("姓名結尾是定位字元", sample(person_name="王小明\t"), fires_at="/records/0/person_name"),
]
