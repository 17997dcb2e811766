"""一筆流產假超過法定日數。

流產假的日數依懷孕週數而定，這筆流產假超過了最多的日數（見依據）。檔案沒有懷孕週數，因此只比對最多的日數。

## 為什麼重要

超過法定日數的部分，可能是日數打錯、假別選錯，或應改請其他假別。法規會修正、各類人員的規定也不同，因此只請您確認。

## 怎麼修正

請確認日數與假別，流產假應一次請畢並扣除例假日。確屬特殊情形者，請保留說明。
"""

from pyvalidator.rule import Example, Faults, FileView, sample
from pyvalidator.rules._shared.record_limits import over_limit, record_limit_rule


@record_limit_rule("REC530", "miscarriage", sources=["公務人員請假規則", "教師請假規則", "聘僱人員給假辦法"])
def check(file: FileView) -> Faults:
    return over_limit(file, "miscarriage")


EXAMPLES = [
    Example("恰好 42 日", sample(leave_type="流產假", start_date="1100601", end_date="1100729", days=42)),
    Example(
        "超過 42 日",
        sample(leave_type="流產假", start_date="1100601", end_date="1100730", days=43),
        fires_at="/records/0/days",
    ),
]
