"""字元代碼只有一半。

罕用字以兩個 \\u 代碼表示，這裡只有其中一個，字已經遺失。

## 為什麼重要

遺失的字無法還原；姓名裡的罕用字會變成問號或方塊。

## 怎麼修正

請在差勤系統確認原來的字後重新產製；仍有問題時，請系統廠商修正罕用字的寫法。
"""

from pyvalidator.engine.examples import broken
from pyvalidator.rule import Example, sample, syntax_rule

RULE = syntax_rule(
    "SYN570",
    owner="vendor",
    fault_code="lone_surrogate",
    severity="error",
    since="1.0",
    message="字元代碼「{found}」只有一半，原來的字已經遺失。",
    fix="請廠商修正罕用字的寫法，並確認是原來的字。",
)

EXAMPLES = [
    Example("正確的寫法", sample()),
    Example("字元代碼只有一半", broken("感冒就醫", "感冒\\ud83d就醫"), fires_at=""),
]
