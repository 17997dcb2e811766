"""一筆喪假超過法定日數。

喪假依親屬關係為 15 日、10 日或 5 日，最多 15 日，這筆喪假超過了。檔案沒有親屬關係，因此只比對最多的 15 日。

## 為什麼重要

超過法定日數的部分，可能是日數打錯、假別選錯，或應改請其他假別。法規會修正、各類人員的規定也不同，因此只請您確認。

## 怎麼修正

請確認日數與假別；分次請假時請分筆填寫，超過的部分請改用其他假別。確屬特殊情形者，請保留說明。

## 依據

公務人員請假規則、教師請假規則：父母、配偶 15 日；繼父母、配偶之父母、子女 10 日；曾祖父母、祖父母、配偶之祖父母、
配偶之繼父母、兄弟姊妹 5 日。適用勞動基準法人員：8 日、6 日、3 日（勞工請假規則）。
"""

from pyvalidator.rule import Example, Faults, FileView, sample
from pyvalidator.rules._shared.record_limits import over_limit, record_limit_rule


@record_limit_rule("REC520", sources=["公務人員請假規則", "教師請假規則", "聘僱人員給假辦法", "勞工請假規則"])
def check(file: FileView) -> Faults:
    return over_limit(file, "bereavement")


EXAMPLES = [
    Example("恰好 15 日", sample(leave_type="喪假", start_date="1100601", end_date="1100622", days=15)),
    Example(
        "超過 15 日",
        sample(leave_type="喪假", start_date="1100601", end_date="1100623", days=16),
        fires_at="/records/0/days",
    ),
]
