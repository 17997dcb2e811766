"""代碼或日期裡有空格或看不見的字元。

代碼、日期或數字裡有空格、定位字元、換行或其他看不見的字元。

## 為什麼重要

多一個空格，程式比對時就是不同的內容；看不見的字元在畫面上更難發現。

## 怎麼修正

請在差勤系統重新輸入（不要複製貼上）後重新產製。每一筆都有空格時，通常是系統以固定長度產製，請廠商在產製前去除空白。
"""

from typing import Any

from pyvalidator.form.other_notations import repaired
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample
from pyvalidator.text.characters import code_points, invisible, unseen, without_unseen
from pyvalidator.text.garbled import garbled


@form_rule(
    "STR235",
    owner=("vendor", "personnel"),
    types=("date", "period", "time", "digits", "agency_code", "person_id", "choice", "integer", "number"),
    severity="error",
    since="1.0",
    folds_under="SYN245",
    order=31,
    message="{label}「{value}」含有空格或看不見的字元（{points}）{proposal}。",
    fix="請廠商在產製時去除{label}裡的空格與看不見的字元；系統裡就有時，請人事單位更正。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not isinstance(value, str):
        return None
    found = unseen(value)
    fault = repaired(spec, value, without_unseen(value), profile) if found else None
    if fault is None and invisible(value) and not garbled(value):
        # The rest is wrong too, but nobody could follow what is said of it while this is in it.
        fault = Fault()
    if fault is not None:
        rest = None if spec.type == "person_id" else fault.expected_value
        fault.params = {"points": code_points(found), "proposal": f"，去掉後就是「{rest}」" if rest else ""}
    return fault


EXAMPLES = [
    Example("沒有空格", sample()),
    Example("身分證字號後有空格", sample(person_id="A123456789 "), fires_at="/records/0/person_id"),
    Example("假別中間有空格", sample(leave_type="病 假"), fires_at="/records/0/leave_type"),
    Example("假別後有文字方向記號", sample(leave_type="病假\u200e"), fires_at="/records/0/leave_type"),
    Example("日期以定位字元結尾", sample(end_date="1100607\t"), fires_at="/records/0/end_date"),
]
