"""假別寫的是狀態。

假別含有銷假、取消、撤銷、註銷、未休、待核之類的用語。這是假單的狀態，不是假別。

## 為什麼重要

已經取消或還沒有核准的差假不該報送；改成某個假別，取消的差假就會被當成真的。

## 怎麼修正

請單位承辦確認這張假單是否已經取消。已經取消的，請廠商在產製時排除；沒有取消的，請單位承辦在差勤系統更正假別。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample
from pyvalidator.text.states import looks, names_state


@form_rule(
    "STR808",
    reads="leave_type",
    types="choice",
    severity="error",
    owner=("unit", "vendor"),
    since="1.0",
    order=45,
    message="{label}「{value}」是假單的狀態，不是假別；這筆差假看起來{state}。",
    fix="請單位承辦確認這張假單是否已經取消；已經取消的差假，請廠商不要產製。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not isinstance(value, str) or not names_state(value):
        return None
    return Fault(expected="", params={"state": looks("", value)})


EXAMPLES = [
    Example("假別", sample(leave_type="休假")),
    Example("銷假", sample(leave_type="銷假"), fires_at="/records/0/leave_type"),
    Example("括號裡的狀態", sample(leave_type="病假(銷)"), fires_at="/records/0/leave_type"),
    Example("還沒有核准", sample(leave_type="事假(待核)"), fires_at="/records/0/leave_type"),
    Example("取消休假", sample(leave_type="取消休假"), fires_at="/records/0/leave_type"),
]
