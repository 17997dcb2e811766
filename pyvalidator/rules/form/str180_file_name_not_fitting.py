"""檔名不符合版型說的格式。

版型說機關代碼或資料年月寫在檔名裡，但這個檔案的檔名不是那個樣子，所以沒有從檔名取得任何值。

## 為什麼重要

檔案裡沒有資料年月時，要靠檔名才知道是哪個月的差假。檔名改過，就無法判斷差假是否在資料年月之內。

## 怎麼修正

請改回差勤系統產製時的檔名；只有這個檔案不同的，也可以在檢核時另外填寫（命令列用 --set period=11006）。
檔名的格式本來就不同時，請更新版型的 file_name。
"""

from pyvalidator.engine.examples import profile_text
from pyvalidator.rule import Example, container_rule, document

RULE = container_rule(
    "STR180",
    fault_code="name_not_fitting",
    severity="warning",
    owner=("personnel", "vendor"),
    since="1.0",
    one_cause=False,
    message="檔名不是版型說的「{template}」，沒有從檔名取得任何值。",
    fix="請人事單位確認檔名是否改過；改回產製時的檔名，或在檢核時另外填寫（命令列用 --set 欄位=值）。",
)

_IN_NAME = {"profile": profile_text("period", more='file_name = "{agency_code}_{period}"')}

EXAMPLES = [
    Example("檔名沒有說什麼", document()),
    Example("檔名不是說好的格式", document(period=...), fires_at="", options=_IN_NAME),
]
