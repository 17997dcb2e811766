"""一筆歲時祭儀假超過全年上限。

原住民族歲時祭儀假全年的日數修過法（見依據）。這一筆就超過了開始那一天的規定；新法從哪一天起施行有疑義的幾天，取較寬的日數。

## 為什麼重要

超過法定日數的部分，可能是日數打錯、假別選錯，或應改請其他假別。法規會修正、各類人員的規定也不同，因此只請您確認。

## 怎麼修正

請確認日數與假別；分次請假時請分筆填寫，超過的部分請改用其他假別。確屬特殊情形者，請保留說明。
"""

from typing import Any

from pyvalidator.rule import Example, Faults, FileView, document, sample
from pyvalidator.rules._shared.record_limits import over_limit, record_limit_rule


@record_limit_rule("REC600", "ritual", sources=["紀念日及節日實施辦法", "紀念日及節日實施條例"])
def check(file: FileView) -> Faults:
    return over_limit(file, "ritual")


def _summer(start: str, end: str, days: int) -> dict[str, Any]:
    record = {"leave_type": "歲時祭儀假", "start_date": start, "end_date": end, "days": days, "reason": "歲時祭儀"}
    return document([record], period="11406", generated_at="1140705")


EXAMPLES = [
    Example("修法後 3 日", _summer("1140602", "1140604", 3), today="2025-07-10"),
    Example("修法前 2 日", sample(leave_type="歲時祭儀假", end_date="1100608", days=2), fires_at="/records/0/days"),
    Example("修法後 4 日", _summer("1140602", "1140605", 4), fires_at="/records/0/days", today="2025-07-10"),
]
