"""資料年月超過本工具所附的日曆或法規。

這個檔案的月份，比本工具所附的辦公日曆表或請假法規查對日還新。

## 為什麼重要

放假日與法定日數可能已經修正，放假日、上班日與各假別上限的提醒可能不準；格式與其他檢核不受影響。

## 怎麼修正

請改用新版的本工具；沒有新版時，請自行確認放假日與請假日數的提醒。
"""

from typing import Any

from pyvalidator.domain.calendar import last_day_of
from pyvalidator.domain.leave_law import good_to
from pyvalidator.domain.roc import month_text
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule("FIL610", owner="personnel", reads="period", severity="info", since="1.0",
           message="{month}超過本工具所附的辦公日曆表與法規（到 {last}），放假日與請假日數的提醒可能不準。",
           fix="請人事單位改用新版的本工具；沒有新版時，請自行確認這些提醒。",
           sources=["政府行政機關辦公日曆表", "公務人員請假規則"])  # fmt: skip
def check(file: FileView) -> Faults:
    period = file.header("period")
    last = min(file.context.calendar.last_obtained, good_to())
    if period is not None and last_day_of(period) > last:
        yield Fault(params={"month": month_text(period), "last": last})


def _month(period: str, day: str, made: str) -> dict[str, Any]:
    return document([{"start_date": day, "end_date": day}], period=period, generated_at=made)


EXAMPLES = [
    Example("115 年 12 月", _month("11512", "1151207", "1160105"), today="2027-01-10"),
    Example("116 年 1 月", _month("11601", "1160106", "1160205"), fires_at="/period", today="2027-02-10"),
]
