"""代碼是亂碼。

假別等從清單選擇的欄位，文字是用錯誤的編碼讀取後再存檔的亂碼，例如把 UTF-8 或 Big5 當成 Latin-1。

## 為什麼重要

亂碼對不到清單中的名稱，這筆差假就無法歸類。

## 怎麼修正

請系統廠商檢查產製時的編碼設定，改以 UTF-8 產製；曾經用其他軟體開啟再存檔者，請重新產製，不要用存過的檔案。
"""

from typing import Any

from pyvalidator.form.other_notations import repaired
from pyvalidator.rule import Example, Fault, FieldSpec, Profile, form_rule, sample
from pyvalidator.text.garbled import garbled, original


@form_rule(
    "STR245",
    types="choice",
    severity="error",
    since="1.0",
    folds_under="SYN245",
    order=33,
    owner="vendor",
    message="{label}「{value}」是編碼錯誤造成的亂碼{proposal}。",
    fix="請廠商以 UTF-8 重新產製，並確認{label}顯示正確。",
)
def check(spec: FieldSpec, value: Any, profile: Profile) -> Fault | None:
    if not isinstance(value, str) or not garbled(value):
        return None
    was = original(value)
    fault = (repaired(spec, value, was, profile) if was else None) or Fault()
    fault.params = {"proposal": f"，原來的文字是「{was}」" if was else ""}
    return fault


EXAMPLES = [
    Example("正確的假別", sample()),
    Example("UTF-8 當成 Latin-1", sample(leave_type="ç\x97\x85å\x81\x87"), fires_at="/records/0/leave_type"),
    Example("Big5 當成 Latin-1", sample(leave_type="¯f°²"), fires_at="/records/0/leave_type"),
]
