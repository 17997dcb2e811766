"""假別寫成別稱或異體字。

看得出是哪一個假別，但寫法和清單不同：簡體字或異體字、少了「假」字、常用的別稱（例如特休、出差、陪產檢假）。

## 為什麼重要

寫法不同就對不到假別，該筆差假可能被歸到「其他」。

## 怎麼修正

請在差勤系統的假別設定改成清單中的名稱後重新產製。
"""

from typing import Any

from pyvalidator.domain.leave_kinds import same_leave
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR805",
    owner="vendor",
    reads="leave_type",
    types="choice",
    severity="error",
    since="1.0",
    folds_under="SYN245",
    order=50,
    message="{label}「{value}」的寫法與清單不同，清單中的名稱是「{expected}」。",
    fix="請廠商把{label}產製成「{expected}」。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    code = None if spec.as_number else same_leave(value, profile.codes(spec))
    return Fault(expected_value=code) if code else None


EXAMPLES = [
    Example("清單中的寫法", sample(leave_type="休假")),
    Example("少了「假」字", sample(leave_type="病"), fires_at="/records/0/leave_type"),
    Example("簡體字", sample(leave_type="产前假"), fires_at="/records/0/leave_type"),
    Example("常用別稱", sample(leave_type="特休"), fires_at="/records/0/leave_type"),
]
