"""代碼或日期裡有空格。

拿掉空格（或定位字元、換行、看不見的字元）後，內容就符合規定。

## 為什麼重要

多一個空格就是不同的內容，平臺無法比對；看不見的字元在畫面上更難發現。

## 怎麼修正

在差勤系統刪除空格後重新產製。每一筆都有空格時，通常是系統以固定長度產製，請廠商在產製前去除空白。
"""

import re
from typing import Any

from pyvalidator.form.other_notations import repaired
from pyvalidator.profile import notations
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample


@form_rule(
    "STR235",
    owner=("vendor", "personnel"),
    types=("date", "period", "time", "digits", "agency_code", "person_id", "choice", "integer", "number"),
    severity="error",
    since="1.0",
    order=31,
    message="{label}「{value}」含有空格或看不見的字元。",
    fix="請廠商在產製時去除{label}裡的空格；系統裡就有空格時，請人事單位更正。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not isinstance(value, str):
        return None
    return repaired(spec, value, re.sub(f"[{notations.BLANKS}]", "", value), profile)


EXAMPLES = [
    Example("沒有空格", sample()),
    Example("身分證字號後有空格", sample(person_id="A123456789 "), fires_at="/records/0/person_id"),
    Example("假別中間有空格", sample(leave_type="病 假"), fires_at="/records/0/leave_type"),
    Example("日期以定位字元結尾", sample(end_date="1100607\t"), fires_at="/records/0/end_date"),
]
