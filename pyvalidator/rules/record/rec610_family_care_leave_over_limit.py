"""一筆家庭照顧假超過全年上限。

家庭照顧假計入事假；這一筆就超過了全年的日數（見依據）。

## 為什麼重要

超過法定日數的部分，可能是日數打錯、假別選錯，或應改請其他假別。法規會修正、各類人員的規定也不同，因此只請您確認。

## 怎麼修正

請確認日數與假別；超過的部分請改用其他假別。教師以學年度（8 月至次年 7 月）計算。

## 依據

家庭照顧假的日數併入事假計算。
"""

from pyvalidator.rule import Example, Faults, FileView, sample
from pyvalidator.rules._shared.record_limits import over_limit, record_limit_rule


@record_limit_rule("REC610", "family-care", sources=["公務人員請假規則", "教師請假規則", "性別平等工作法"])
def check(file: FileView) -> Faults:
    return over_limit(file, "family-care")


EXAMPLES = [
    Example("恰好 7 日", sample(leave_type="家庭照顧假", start_date="1100601", end_date="1100609", days=7)),
    Example(
        "超過 7 日",
        sample(leave_type="家庭照顧假", start_date="1100601", end_date="1100610", days=8),
        fires_at="/records/0/days",
    ),
]
