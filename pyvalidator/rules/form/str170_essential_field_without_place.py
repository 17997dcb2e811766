"""版型沒有必要欄位的位置。

要檢核差假，至少要知道是誰、什麼假別、從哪一天到哪一天，以及請了多久（日數、時數，或起訖的時間）。
所用的版型沒有說其中一項寫在檔案的哪裡，這一項因此完全沒有檢核。

## 為什麼重要

沒有檢核的欄位裡就算有錯，結果也看不出來；其他項目沒有錯誤，不代表這個檔案沒有錯誤。

## 怎麼修正

請在「對照精靈：由檔案建立版型」指出這一項是檔案裡的哪一個欄位，存檔後連同檔案重新檢核。
檔案確實沒有這一項的，請廠商在產製時寫出；這些欄位不能宣告為檔案沒有。
"""

from pyvalidator.engine.examples import profile_text
from pyvalidator.rule import Example, container_rule, sample

RULE = container_rule(
    "STR170",
    fault_code="no_place_essential",
    severity="warning",
    owner=("personnel", "vendor"),
    since="1.0",
    one_cause=False,
    never_off=True,
    message="版型沒有「{what}」的位置，這個檔案的{what}沒有檢核。",
    fix="請人事單位在對照精靈指出{what}是檔案裡的哪一個欄位，存成版型後重新檢核；檔案沒有這一項的，請廠商在產製時寫出。",
)

EXAMPLES = [
    Example("必要的欄位都有位置", sample()),
    Example("請假日數與時數有起訖時間可以代替", sample(days=..., hours=...),
            options={"profile": profile_text("days", "hours", more='absent = ["days"]')}),
    Example("版型沒有假別的位置", sample(leave_type=...), fires_at="", options={"profile": profile_text("leave_type")}),
    Example("沒有身分證字號，也沒有員工代號", sample(person_id=...), fires_at="",
            options={"profile": profile_text("person_id")}),
]  # fmt: skip
