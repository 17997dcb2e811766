"""一筆身心調適假超過全年上限。

身心調適假以時計，並計入事假；這一筆就超過了全年的日數（見依據）。

## 為什麼重要

超過法定日數的部分，可能是日數打錯、假別選錯，或應改請其他假別。法規會修正、各類人員的規定也不同，因此只請您確認。

## 怎麼修正

請確認日數與假別；超過的部分請改用其他假別。

## 依據

教師以學年度計算。
"""

from typing import Any

from pyvalidator.rule import Example, Faults, FileView, document
from pyvalidator.rules._shared.record_limits import over_limit, record_limit_rule


@record_limit_rule("REC620", "mental-health", sources=["公務人員請假規則", "臺教人(三)字第1144203364A號"])
def check(file: FileView) -> Faults:
    return over_limit(file, "mental-health")


def _november(start: str, end: str, days: int) -> dict[str, Any]:
    record = {"leave_type": "身心調適假", "start_date": start, "end_date": end, "days": days, "reason": "身心調適"}
    return document([record], period="11411", generated_at="1141205")


EXAMPLES = [
    Example("恰好 3 日", _november("1141103", "1141105", 3), today="2025-12-10"),
    Example("超過 3 日", _november("1141103", "1141106", 4), fires_at="/records/0/days", today="2025-12-10"),
]
