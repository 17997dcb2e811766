"""一筆延長病假或普通傷病假超過一年。

延長病假、適用勞基法人員的普通傷病假，2 年內合計都不得超過 1 年，這一筆就超過了。例假日也計入日數。

## 為什麼重要

超過法定日數的部分，可能是日數打錯、假別選錯，或應改請其他假別。法規會修正、各類人員的規定也不同，因此只請您確認。

## 怎麼修正

請確認起訖日期；跨年度核准者，請依核准的每一段分筆填寫。
"""

from pyvalidator.rule import Example, Faults, FileView, sample
from pyvalidator.rules._shared.record_limits import over_limit, record_limit_rule


@record_limit_rule("REC630", "long-sick", sources=["公務人員請假規則", "教師請假規則", "勞工請假規則"])
def check(file: FileView) -> Faults:
    return over_limit(file, "long-sick")


EXAMPLES = [
    Example("一年", sample(leave_type="延長病假", end_date="1110606", days=365)),
    Example("超過一年", sample(leave_type="延長病假", end_date="1110630", days=389), fires_at="/records/0/days"),
]
