"""沒有這個假別。

假別名稱不在版型的清單中，而且不是常見的別稱。

## 為什麼重要

清單上沒有的假別，不知道該算成哪一種假，也無從檢核日數。

## 怎麼修正

請在差勤系統的假別設定把該假別對應到清單中的名稱。機關自訂的假別請歸到性質相同的假別；都不相同時用「其他」。

同一個寫法會因人員類別而是不同的假別：公務人員、教師因公受傷是「公假」，適用勞動基準法的是「公傷病假」。看得出這位同仁的類別
（檔案的人員類別、人員區分代碼 01，或他請過的其他假別）時只說那一種，看不出時都列出來，請您選。
"""

from typing import Any

from pyvalidator.domain.leave_kinds import meant_by_class, proposed_leave
from pyvalidator.form.leave_by_class import classes_said
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR800",
    owner=("vendor", "unit"),
    reads="leave_type",
    types="choice",
    severity="error",
    since="1.0",
    folds_under="SYN245",
    order=60,
    message="清單中沒有{label}「{value}」{proposal}。",
    fix="請廠商把這個假別對應到清單中的{label}名稱；選錯時，請單位承辦更正假單。",
    fix_if_new="請開啟對照精靈，放入這個檔案和這份版型，選擇這是哪一種假，再存成新的一版；選錯的，請單位承辦更正假單。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not spec.as_number and (meant := meant_by_class(value, profile.codes(spec))):
        return Fault(expected="", by_class=meant, params={"proposal": classes_said(meant)})
    near = None if spec.as_number else proposed_leave(value, profile.codes(spec))
    return Fault(expected_value=near, params={"proposal": f"，可能是「{near}」" if near else ""})


EXAMPLES = [
    Example("清單中的假別", sample(leave_type="事假")),
    Example("打錯一個字", sample(leave_type="家庭照固假"), fires_at="/records/0/leave_type"),
    Example("依人員類別而不同的寫法", sample(leave_type="公傷假"), fires_at="/records/0/leave_type"),
    Example("機關自訂的假別", sample(leave_type="榮譽假"), fires_at="/records/0/leave_type"),
]
