"""同一人有不同類人員的假別。

同一人在這個檔案裡的假別，各屬於不同類的人員。例如休假是公務人員與教師的假，慰勞假是聘僱人員的假，
特別休假、普通傷病假、公傷病假是適用勞基法人員的假，同一個人通常不會在一個月裡都有。

## 為什麼重要

假別選錯，日數就會算到別類人員的規定；也可能是其中一筆的身分證字號打錯，把別人的差假算進來。月中轉任者可能正確，因此只請您確認。

## 怎麼修正

請對照人事資料，確認這個人適用哪一類人員的規定，在差勤系統更正假別；月中轉任者，請保留說明。
"""

from typing import Any

from pyvalidator.domain.leave_law import shown_by_kinds
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule


@file_rule("PER360", owner=("personnel", "unit"), reads="leave_type", severity="warning", since="1.0",
           of_persons=True, message="同一人有{kinds}（前面的一筆是第 {first_record} 筆），各是不同類人員的假別。",
           fix="請人事單位確認這個人適用哪一類人員的規定，在差勤系統更正假別；月中轉任者，請保留說明。",
           sources=["公務人員請假規則", "教師請假規則", "聘僱人員給假辦法", "勞工請假規則", "勞動基準法"])  # fmt: skip
def check(file: FileView) -> Faults:
    shown = shown_by_kinds()
    persons = file.table.readable_raw(file.identity or "")
    # Of each person the first record of each telling kind.
    first_of: dict[Any, dict[str, int]] = {}
    for kind in shown:
        for row in file.rows_of_kind.get(kind, ()):
            if persons[row] is not None:
                first_of.setdefault(persons[row], {}).setdefault(kind, row)
    for kinds in first_of.values():
        ordered = sorted(kinds, key=kinds.__getitem__)
        left = set(shown[ordered[0]])
        for kind in ordered[1:]:
            left &= set(shown[kind])
            if not left:
                params = {**file.earlier(kinds[ordered[0]]), "kinds": "、".join(ordered)}
                yield Fault("leave_type", kinds[kind], params=params)
                break


_NEXT = {"leave_type": "慰勞假", "start_date": "1100608", "end_date": "1100608", "reason": ...}
_FIRST = {"leave_type": "休假", "reason": ...}

EXAMPLES = [
    Example("休假與病假", document([_FIRST, {"start_date": "1100608", "end_date": "1100608"}])),
    Example("兩個人", document([_FIRST, {**_NEXT, "person_id": "A234567893", "person_name": "陳美玲"}])),
    Example("特別休假與普通傷病假", document([{**_FIRST, "leave_type": "特別休假"}, {**_NEXT, "leave_type": "普通傷病假"}])),
    Example("休假與慰勞假", document([_FIRST, _NEXT]), fires_at="/records/1/leave_type"),
    Example("普通傷病假與休假", document([{**_FIRST, "leave_type": "普通傷病假"}, {**_NEXT, "leave_type": "休假"}]),
            fires_at="/records/1/leave_type"),
]  # fmt: skip
