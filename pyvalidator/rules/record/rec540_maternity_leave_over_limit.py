"""一筆娩假超過法定日數。

這筆娩假超過了法定日數（見依據）。公務人員、教師與聘僱人員的娩假扣除例假日，適用勞基法人員的產假連例假日一起算；
日數包含放假日、檔案又看不出人員類別時，以後者比對。日數較少者不在此限：分娩前可以先請一部分。

## 為什麼重要

超過法定日數的部分，可能是日數打錯、假別選錯，或應改請其他假別。法規會修正、各類人員的規定也不同，因此只請您確認。

## 怎麼修正

請確認日數是否扣除了放假日，以及假別是否正確。確屬特殊情形者，請保留說明。
"""

from pyvalidator.rule import Example, Faults, FileView, sample
from pyvalidator.rules._shared.record_limits import over_limit, record_limit_rule


@record_limit_rule("REC540", "maternity", sources=["公務人員請假規則", "教師請假規則", "聘僱人員給假辦法", "勞動基準法"])
def check(file: FileView) -> Faults:
    return over_limit(file, "maternity")


EXAMPLES = [
    Example("恰好 42 日", sample(leave_type="娩假", start_date="1100601", end_date="1100729", days=42)),
    Example(
        "超過 42 日",
        sample(leave_type="娩假", start_date="1100601", end_date="1100730", days=43),
        fires_at="/records/0/days",
    ),
]
