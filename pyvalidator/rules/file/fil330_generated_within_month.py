"""檔案在該月結束前產製。

產製日期還在資料年月之內（或是該月最後一天），之後發生的差假不會在檔案中。

## 為什麼重要

月底前補登或核准的差假會漏報，需要重新產製一次。

## 怎麼修正

請在該月結束、差假都核定後，重新產製檔案再報送。
"""

from pyvalidator.domain.calendar import last_day_of
from pyvalidator.domain.roc import month_text
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule("FIL330", owner="personnel",
           reads=("generated_at", "period", "dataset"), severity="warning", since="1.0", may_lack="dataset",
           folds_under="FIL310",
           message="檔案在 {day}產製，當時 {month}還沒有結束。",
           fix="請人事單位在該月結束、差假都核定後，重新產製檔案。")  # fmt: skip
def check(file: FileView) -> Faults:
    day, period = file.header("generated_at"), file.header("period")
    if day is None or period is None or file.header("dataset") == "covid109":
        return
    if period <= day <= last_day_of(period):
        yield Fault(params={"day": day, "month": month_text(period)})


EXAMPLES = [
    Example("次月 1 日", document([{}], generated_at="1100701")),
    Example("該月最後一天", document([{}], generated_at="1100630"), fires_at="/generated_at"),
]
