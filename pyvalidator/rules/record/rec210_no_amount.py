"""日數與時數都是 0。

一筆差假的日數與時數不能同時為 0：有差假紀錄，就一定有請假的長度。

## 為什麼重要

日數與時數都是 0 的差假不會計入任何統計，等於沒有報送。常見原因是產製時時數欄位沒有對應，或尚未核算的請假單也被放進檔案。

## 怎麼修正

請在差勤系統確認這張請假單已完成核算，補上日數或時數；已撤銷的假單仍被產製時，請洽廠商。
"""

from pyvalidator.profile.amounts import amount_titles
from pyvalidator.rule import Context, Example, Fault, record_rule, sample


@record_rule("REC210", owner=("unit", "vendor"),
             reads=("hours", "days"), may_lack=("days", "hours"), severity="error", since="1.0", one_cause=True,
             folds_under=("FIL710", "REC110", "REC120"),
             message="{amounts}是 0，這筆差假沒有請假的長度。",
             fix="請單位承辦在差勤系統補上假單的日數或時數；已撤銷的差假，請廠商不要產製。",
             sources=["參考版型"])  # fmt: skip
def check(hours: float, days: float, context: Context) -> Fault | None:
    if days or hours or days is None or hours is None:
        return None
    return Fault(expected="合計大於 0", params={"amounts": amount_titles(context.profile)})


EXAMPLES = [
    Example("半小時", sample(days=0, hours=0.5)),
    Example("一日", sample()),
    Example("都是 0", sample(days=0, hours=0), fires_at="/records/0/hours"),
]
