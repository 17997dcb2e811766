"""一筆骨髓捐贈假超過法定日數。

骨髓捐贈假最多 7 日，這筆差假超過了。器官捐贈假依實際需要，沒有這項上限。

## 為什麼重要

超過法定日數的部分，可能是日數打錯、假別選錯，或應改請其他假別。法規會修正、各類人員的規定也不同，因此只請您確認。

## 怎麼修正

請確認日數與假別；分次請假時請分筆填寫，超過的部分請改用其他假別。確屬特殊情形者，請保留說明。

## 依據

公務人員請假規則：捐贈骨髓，視實際需要給假，最多 7 日（信心：中）。
"""

from pyvalidator.rule import Example, Faults, FileView, sample
from pyvalidator.rules._shared.record_limits import over_limit, record_limit_rule


@record_limit_rule("REC590", sources=["公務人員請假規則"])
def check(file: FileView) -> Faults:
    return over_limit(file, "marrow")


EXAMPLES = [
    Example("恰好 7 日", sample(leave_type="骨髓捐贈假", start_date="1100601", end_date="1100609", days=7)),
    Example(
        "超過 7 日",
        sample(leave_type="骨髓捐贈假", start_date="1100601", end_date="1100610", days=8),
        fires_at="/records/0/days",
    ),
]
