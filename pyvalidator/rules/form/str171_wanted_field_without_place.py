"""版型沒有某個欄位的位置。

所用的版型沒有說這個欄位寫在檔案的哪裡，也沒有說檔案裡沒有它。和它有關的檢核項目因此沒有進行。

## 為什麼重要

檔案裡其實有這個欄位時，它的內容完全沒有檢核；沒有人看過的內容，不能當作沒有錯誤。

## 怎麼修正

請在「對照精靈：由檔案建立版型」指出它是檔案裡的哪一個欄位；這種檔案確實都沒有這個欄位的，在版型的 absent 宣告，
例如 absent = ["covid_related"]，之後就不再提醒。每個檔案都一樣的值（例如資料種類），可以寫在 [constants]。
只有這個檔案沒有機關代碼或資料年月時，也可以在檢核時另外填寫。
"""

from pyvalidator.engine.examples import profile_text
from pyvalidator.rule import Example, container_rule, document, sample

RULE = container_rule(
    "STR171",
    fault_code="no_place_wanted",
    severity="warning",
    owner=("personnel", "vendor"),
    since="1.0",
    one_cause=False,
    never_off=True,
    message="版型沒有「{what}」的位置，也沒有宣告檔案沒有這個欄位，相關的項目沒有檢核。",
    fix="請人事單位在對照精靈指出{what}是檔案裡的哪一個欄位；檔案確實沒有的，在版型的 absent 加上 {name}{how}。",
)

EXAMPLES = [
    Example("欄位都有位置", sample()),
    Example("宣告檔案沒有因疫情請假註記", sample(covid_related=...),
            options={"profile": profile_text("covid_related", more='absent = ["covid_related"]')}),
    Example("版型沒有資料年月的位置", document(period=...), fires_at="", options={"profile": profile_text("period")}),
    Example("版型沒有因疫情請假註記的位置", sample(covid_related=...), fires_at="",
            options={"profile": profile_text("covid_related")}),
]  # fmt: skip
