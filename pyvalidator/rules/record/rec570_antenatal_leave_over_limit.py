"""一筆產檢假超過法定日數。

產檢假可以分次請，日數修過法（見依據）。這筆差假超過了開始那一天的規定。

## 為什麼重要

超過法定日數的部分，可能是日數打錯、假別選錯，或應改請其他假別。法規會修正、各類人員的規定也不同，因此只請您確認。

## 怎麼修正

請確認日數與假別；分次請假時請分筆填寫，超過的部分請改用其他假別。確屬特殊情形者，請保留說明。

## 依據

適用勞動基準法人員的產檢假；公務人員、教師與聘僱人員另有產前假。
"""

from typing import Any

from pyvalidator.rule import Example, Faults, FileView, document, sample
from pyvalidator.rules._shared.record_limits import over_limit, record_limit_rule


@record_limit_rule("REC570", "antenatal", sources=["性別平等工作法"])
def check(file: FileView) -> Faults:
    return over_limit(file, "antenatal")


def _january(start: str, end: str, days: int) -> dict[str, Any]:
    record = {"leave_type": "產檢假", "start_date": start, "end_date": end, "days": days, "reason": "產檢"}
    return document([record], period="11101", generated_at="1110205")


EXAMPLES = [
    Example("恰好 7 日", _january("1110119", "1110127", 7), today="2022-02-10"),
    Example("超過 7 日", _january("1110119", "1110128", 8), fires_at="/records/0/days", today="2022-02-10"),
    Example(
        "修法前超過 5 日",
        sample(leave_type="產檢假", start_date="1100601", end_date="1100608", days=6),
        fires_at="/records/0/days",
    ),
]
