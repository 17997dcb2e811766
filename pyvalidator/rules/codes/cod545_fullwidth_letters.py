"""名稱裡有全形英數字。

姓名、職稱、單位或機關名稱裡有全形的英文字母或數字。

## 為什麼重要

全形和半形看起來相似，比對時卻是不同的內容。

## 怎麼修正

請在差勤系統以半形重新輸入。戶政登記為全形者不必修改。
"""

from pyvalidator.form.other_notations import halfwidth
from pyvalidator.rule import Context, Example, Fault, sample, value_rule
from pyvalidator.text.characters import FULLWIDTH_CHARS, fullwidth


@value_rule(
    "COD545",
    owner="personnel",
    reads=("agency_name", "person_name", "job_title", "unit"),
    severity="info",
    since="1.0",
    trigger_chars=FULLWIDTH_CHARS,
    folds_under="COD585",
    message="{label}「{value}」含有全形英數字「{characters}」。",
    fix="請人事單位在差勤系統以半形重新輸入{label}裡的英數字。",
)
def check(value: str, context: Context) -> Fault | None:
    found = fullwidth(value)
    return Fault(expected_value=halfwidth(value), params={"characters": "".join(found)}) if found else None


EXAMPLES = [
    Example("半形英數字", sample(unit="資訊2科")),
    Example("單位有全形數字", sample(unit="資訊２科"), fires_at="/records/0/unit"),
    Example("姓名有全形字母", sample(person_name="王Ａ明"), fires_at="/records/0/person_name"),
]
