"""一筆生理假超過法定日數。

一筆生理假不會超過一個月的日數，這筆超過了（見依據）。

## 為什麼重要

超過法定日數的部分，可能是日數打錯、假別選錯，或應改請其他假別。法規會修正、各類人員的規定也不同，因此只請您確認。

## 怎麼修正

請確認日數與假別；超過的部分，請在差勤系統改請病假或其他假別。

## 依據

公務人員請假規則：每月得請生理假，全年在一定日數以內不併入病假。
"""

from pyvalidator.rule import Example, Faults, FileView, sample
from pyvalidator.rules._shared.record_limits import over_limit, record_limit_rule


@record_limit_rule("REC550", "menstrual", sources=["公務人員請假規則", "性別平等工作法"],
                   fix="請單位承辦確認假單的日數；超過的部分，請在差勤系統改用其他假別。")  # fmt: skip
def check(file: FileView) -> Faults:
    return over_limit(file, "menstrual")


EXAMPLES = [
    Example("1 日", sample(leave_type="生理假")),
    Example("1 日半", sample(leave_type="生理假", end_date="1100608", hours=4), fires_at="/records/0/days"),
]
