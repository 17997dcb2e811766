"""文字前後有空格。

文字的開頭或結尾有多餘的半形或全形空格。

## 為什麼重要

比對時，前後多了空格的姓名、職稱會被當成不同的內容。

## 怎麼修正

請在差勤系統刪除空格。每一筆都有時，通常是系統以固定長度產製，請廠商在產製前去除空白。
"""

from pyvalidator.rule import Context, Example, Fault, sample, value_rule

_SPACES = " \u00a0\u3000"


@value_rule(
    "COD540",
    owner=("vendor", "personnel"),
    types="text",
    severity="info",
    since="1.0",
    trigger_chars=f"[{_SPACES}]",
    message="{label}「{value}」的前後有多餘的空格。",
    fix="請廠商在產製時去除{label}前後的空格；只有這一筆時，請人事單位在差勤系統刪除。",
)
def check(value: str, context: Context) -> Fault | None:
    trimmed = value.strip(_SPACES)
    return Fault(expected_value=trimmed) if trimmed and trimmed != value else None


EXAMPLES = [
    Example("前後沒有空格", sample(person_name="Kolas Yotaka")),
    Example("姓名後有空格", sample(person_name="王小明 "), fires_at="/records/0/person_name"),
    Example("職稱前有全形空格", sample(job_title="\u3000課員"), fires_at="/records/0/job_title"),
]
