"""一筆疫苗接種假超過法定日數。

疫苗接種假從接種當日到次日 24 時；這筆差假超過了（見依據）。

## 為什麼重要

超過法定日數的部分，可能是日數打錯、假別選錯，或應改請其他假別。法規會修正、各類人員的規定也不同，因此只請您確認。

## 怎麼修正

請確認起訖日期；接種後仍不適而繼續請假者，超過的部分請改請病假。

## 依據

自接種之日起至接種次日 24 時止；超過者得請病假。
"""

from pyvalidator.rule import Example, Faults, FileView, sample
from pyvalidator.rules._shared.record_limits import over_limit, record_limit_rule


@record_limit_rule("REC640", "vaccination", sources=["肺中指字第1104100085號", "總處培字第1103001488號"],
                   fix="請單位承辦確認假單的起訖日期；超過的部分，請在差勤系統改用病假等假別。")  # fmt: skip
def check(file: FileView) -> Faults:
    return over_limit(file, "vaccination")


_SHOT = {"leave_type": "疫苗接種假", "covid_related": True, "reason": "接種疫苗"}


EXAMPLES = [
    Example("接種日與次日", sample(**_SHOT, end_date="1100608", days=2)),
    Example("超過 2 日", sample(**_SHOT, end_date="1100609", days=3), fires_at="/records/0/days"),
]
