"""筆數剛好是常見的產製上限。

檔案剛好有 1,000、5,000、10,000、65,535 筆之類的差假。許多系統一次最多只取這麼多筆。

## 為什麼重要

查詢或產製有筆數上限時，超過的差假不會在檔案裡，檔案本身看不出來。剛好這麼多筆也可能是巧合，因此只請您確認。

## 怎麼修正

請和差勤系統畫面上該月的總筆數比對；比較少時，請廠商取消上限後重新產製。
"""

from typing import Any

from pyvalidator.domain.person_ids import checksum_is_right
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

#: What programs, databases and spreadsheets take at once; of a spreadsheet's rows, one may be the heading.
_LIMITS = {1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 65_535, 65_536, 100_000, 1_048_575, 1_048_576}


@file_rule("FIL540", reads=(), severity="warning", since="1.0", owner="vendor", whole_text=True,
           message="檔案剛好有 {count} 筆，是常見的一次產製上限，可能還有差假沒有產製出來。",
           fix="請和差勤系統畫面上該月的總筆數比對；檔案比較少時，請廠商取消上限後重新產製。")  # fmt: skip
def check(file: FileView) -> Faults:
    if len(file) in _LIMITS:
        yield Fault(pointer=file.table.records_pointer, params={"count": f"{len(file):,}"})


def _many(count: int) -> dict[str, Any]:
    """As many records, each of another person, whose check digit is looked for."""
    ids = (f"A1{number:07d}{digit}" for number in range(count) for digit in range(10))
    return document([{"person_id": id, "person_name": f"王{id[2:]}"} for id in ids if checksum_is_right(id)])


EXAMPLES = [
    Example("999 筆", lambda: _many(999)),
    Example("剛好 1,000 筆", lambda: _many(1000), fires_at="/records"),
]
