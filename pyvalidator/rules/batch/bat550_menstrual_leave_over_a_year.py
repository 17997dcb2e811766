"""全年生理假合計超過上限。

同一人在一年內的生理假合計超過上限（見依據）。
同一筆跨月的差假只計一次；年度依開始日期歸屬，教師以學年度（8 月至次年 7 月）計算。
檔案沒有人員類別時，先看這個人的假別（例如有慰勞假就是聘僱人員）；看不出來才取各類人員中查到最多的日數，訊息寫明是哪一部法規的。

## 為什麼重要

超過的部分應請病假或其他假別。全年在一定日數以內不併入病假，其餘併入，日數錯了會影響全年病假的合計。

## 怎麼修正

請查核該員全年的生理假；超過的部分請在差勤系統改用病假或其他假別後，重新產製該月的檔案。
"""

from typing import Any

from pyvalidator.rule import Batch, Example, Faults, document
from pyvalidator.rules._shared.year_limits import over_year, year_limit_rule


@year_limit_rule("BAT550", "menstrual-year", sources=["公務人員請假規則", "性別平等工作法"],
                 fix="請人事單位查核該員全年的生理假；超過的部分，請單位承辦在差勤系統改用病假或其他假別。")  # fmt: skip
def check(batch: Batch) -> Faults:
    return over_year(batch, "menstrual-year", single_has_rule=True)


def _month(number: int, days: int = 1) -> dict[str, Any]:
    first = f"110{number:02d}"
    records = [{"leave_type": "生理假", "start_date": f"{first}{day:02d}", "end_date": f"{first}{day:02d}"}
               for day in range(8, 8 + days)]  # fmt: skip
    return document(records, period=first, generated_at="1110105")


_YEAR = {f"{number:02d}.json": _month(number) for number in range(1, 13)}

EXAMPLES = [
    Example("每月 1 日", files=_YEAR, today="2022-01-10"),
    Example("其中一個月 2 日", files={**_YEAR, "12.json": _month(12, 2)}, fires_at="", today="2022-01-10"),
]
