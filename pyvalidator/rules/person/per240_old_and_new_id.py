"""同一姓名有新舊兩種統一證號。

同一個姓名在檔案裡有舊式（第二碼是英文字母）與新式（第二碼是 8 或 9）兩個外來人口統一證號，性別碼相符，
很可能是換發前後的同一人；兩處有相同或時間重疊的差假時更是如此。

## 為什麼重要

同一人的差假會分散成兩個人；換發前後的兩筆人事資料都被放進檔案時，同一筆差假還會算兩次。也可能是同名同姓的兩個人，因此只請您確認。

## 怎麼修正

請對照人事資料，確認兩處是否同一人；是的話，請統一用現行的統一證號，並確認差假沒有重複。
"""

from collections import defaultdict
from typing import Any

from pyvalidator.domain.person_ids import name_and_sex, old_or_new_form
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule
from pyvalidator.table.relations import overlaps

_SAME = ("leave_type", "start_date", "start_time", "end_date", "end_time")


@file_rule("PER240", reads=("person_id", "person_name"), severity="warning", since="1.0", owner="personnel",
           message="「{name}」在前面（第 {first_record} 筆）與這裡分別是新舊兩種統一證號{same}。",
           fix="請人事單位對照人事資料，確認是否同一人；是的話，請在差勤系統統一用現行的統一證號，差假只留一筆。",
           sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    rows_of = file.rows_of_person
    forms: dict[str, list[str]] = {"old": [], "new": []}
    for person_id in rows_of:
        forms.get(old_or_new_form(person_id) or "", []).append(person_id)
    if not all(forms.values()):
        return
    names = file.values("person_name")

    def who(person_id: str) -> tuple[str, bool] | None:
        return name_and_sex(names[rows_of[person_id][0]], person_id)

    of_leave: defaultdict[Any, dict[str, int]] = defaultdict(dict)
    of_person: dict[Any, str] = {}
    compared = [file.values(field) for field in _SAME if file.table.has(field)]
    for person_id in forms["old"]:
        person = who(person_id)
        of_person.setdefault(person, person_id)
        for row in rows_of[person_id]:
            of_leave[person, *(column[row] for column in compared)].setdefault(person_id, row)
    for person_id in forms["new"]:
        person = who(person_id)
        if person is None or person not in of_person:
            continue
        same: defaultdict[str, list[list[int]]] = defaultdict(list)
        for row in rows_of[person_id]:
            for other, its_row in of_leave.get((person, *(column[row] for column in compared)), {}).items():
                same[other].append(sorted((row, its_row)))
        # Of several namesakes, the one with the same leave.
        other = max(same, key=lambda one: len(same[one]), default=of_person[person])
        both = sorted(same[other])
        meeting = [] if both else _overlapping(file, rows_of[other], rows_of[person_id])
        first, later = [*both, *meeting, sorted((rows_of[other][0], rows_of[person_id][0]))][0]
        told = f"，而且有 {len(both)} 筆相同的差假" if both else f"，而且有 {len(meeting)} 筆差假時間重疊" if meeting else ""
        params = {"name": names[later], "count": len(both or meeting), "same": told}
        yield Fault("person_id", later, params={**params, **file.earlier(first)})


def _overlapping(file: FileView, rows: list[int], others: list[int]) -> list[list[int]]:
    """(earlier row, later row) of leaves of the one that overlap leaves of the other."""
    own = set(rows)
    spans = [(span.start, span.end, row) for row in (*rows, *others) if (span := file.bounds[row]) is not None]
    return sorted([first, row] for row, first in overlaps(spans).items() if (row in own) != (first in own))


_OLD_FORM = {"person_id": "AC01234567", "person_name": "MARIA SANTOS"}
_NEW_FORM = {"person_id": "A801234569", "person_name": "MARIA SANTOS"}
_NEXT_DAY = {"start_date": "1100608", "end_date": "1100608"}

EXAMPLES = [
    Example("只有新式", document([_NEW_FORM])),
    Example("性別碼不同", document([_OLD_FORM, {**_NEW_FORM, "person_id": "A900000007"}])),
    Example("不同的人", document([_OLD_FORM, {**_NEW_FORM, "person_name": "JOSE CRUZ"}])),
    Example("同名，差假不同", document([_OLD_FORM, {**_NEW_FORM, **_NEXT_DAY}]), fires_at="/records/1/person_id"),
    Example("同一人新舊兩式", document([_OLD_FORM, _NEW_FORM]), fires_at="/records/1/person_id"),
]
