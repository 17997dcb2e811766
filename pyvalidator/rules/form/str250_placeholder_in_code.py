"""代碼或日期是程式留下的佔位文字。

欄位的內容是程式或試算表在沒有資料時寫出的文字，例如 [object Object]、null、Invalid Date、#N/A、{{date}}。

## 為什麼重要

檔案裡沒有真正的內容，這筆差假無法檢核。

## 怎麼修正

請對照差勤系統畫面：系統裡有內容者，是產製程式沒有寫出來，請把本頁交給系統廠商；系統裡沒有內容者，請補登後重新產製。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample
from pyvalidator.text.placeholders import placeholder


@form_rule(
    "STR250",
    types=("date", "period", "time", "digits", "agency_code", "person_id", "choice", "integer", "number"),
    severity="error",
    since="1.0",
    folds_under="SYN245",
    order=34,
    owner="vendor",
    message="{label}「{value}」是程式沒有填入內容時留下的文字，不是真正的內容。",
    fix="請在差勤系統確認{label}，並請廠商修正產製程式後重新產製。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    return Fault() if isinstance(value, str) and placeholder(value) == value.strip() else None


EXAMPLES = [
    Example("真正的內容", sample()),
    Example("假別寫成物件", sample(leave_type="[object Object]"), fires_at="/records/0/leave_type"),
    Example("日期不存在", sample(start_date="Invalid Date"), fires_at="/records/0/start_date"),
    Example("空值寫成文字", sample(end_time="null"), fires_at="/records/0/end_time"),
]
