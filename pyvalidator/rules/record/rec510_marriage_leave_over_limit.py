"""一筆婚假超過法定日數。

這筆婚假超過了法定日數（見依據）。婚假可以分次請，各次合計不能超過。

## 為什麼重要

超過法定日數的部分，可能是日數打錯、假別選錯，或應改請其他假別。法規會修正、各類人員的規定也不同，因此只請您確認。

## 怎麼修正

請確認日數與假別；分次請假時請分筆填寫，超過的部分請改用其他假別。確屬特殊情形者，請保留說明。
"""

from pyvalidator.rule import Example, Faults, FileView, sample
from pyvalidator.rules._shared.record_limits import over_limit, record_limit_rule


@record_limit_rule("REC510", "marriage", sources=["公務人員請假規則", "教師請假規則", "聘僱人員給假辦法", "勞工請假規則"])
def check(file: FileView) -> Faults:
    return over_limit(file, "marriage")


EXAMPLES = [
    Example("恰好 14 日", sample(leave_type="婚假", start_date="1100601", end_date="1100621", days=14)),
    Example(
        "超過 14 日",
        sample(leave_type="婚假", start_date="1100601", end_date="1100622", days=15),
        fires_at="/records/0/days",
    ),
]
