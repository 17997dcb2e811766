"""同一姓名有新舊兩種統一證號。

同一個姓名在檔案裡有舊式（第二碼是英文字母）與新式（第二碼是 8 或 9）兩個外來人口統一證號，性別碼相符，
很可能是換發前後的同一人；兩處有相同的差假時更是如此。

## 為什麼重要

同一人的差假會分散成兩個人；換發前後的兩筆人事資料都被放進檔案時，同一筆差假還會算兩次。也可能是同名同姓的兩個人，因此只請您確認。

## 怎麼修正

請對照人事資料，確認兩處是否同一人；是的話，請統一用現行的統一證號，並確認差假沒有重複。
"""

from collections import defaultdict
from typing import Any

from pyvalidator.domain.person_ids import name_and_sex, old_or_new_form
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

_SAME = ("leave_type", "start_date", "start_time", "end_date", "end_time")


@file_rule("PER240", reads=("person_id", "person_name"), severity="warning", since="1.0", owner="personnel",
           message="「{name}」在前面（第 {first_record} 筆）與這裡分別是新舊兩種統一證號{same}。",
           fix="請人事單位對照人事資料，確認是否同一人；是的話，請在差勤系統統一用現行的統一證號，差假只留一筆。",
           sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    forms: dict[str, list[str]] = {"old": [], "new": []}
    for person_id in file.rows_of_person:
        forms.get(old_or_new_form(person_id) or "", []).append(person_id)
    if not all(forms.values()):
        return
    names = file.values("person_name")
    compared = [file.values(field) for field in _SAME if file.table.has(field)]

    def leaves(person_id: str) -> dict[tuple[Any, ...], int]:
        return {tuple(column[row] for column in compared): row for row in reversed(file.rows_of_person[person_id])}

    of_person: defaultdict[Any, list[str]] = defaultdict(list)
    for person_id in forms["old"]:
        of_person[name_and_sex(names[file.rows_of_person[person_id][0]], person_id)].append(person_id)
    for person_id in forms["new"]:
        person = name_and_sex(names[file.rows_of_person[person_id][0]], person_id)
        for other in of_person.get(person, ()) if person is not None else ():
            own, others = leaves(person_id), leaves(other)
            both = sorted(sorted((own[leave], others[leave])) for leave in own.keys() & others.keys())
            first, later = both[0] if both else sorted(file.rows_of_person[one][0] for one in (person_id, other))
            same = f"，而且有 {len(both)} 筆相同的差假" if both else ""
            params = {"name": names[later], "count": len(both), "same": same}
            yield Fault("person_id", later, params={**params, **file.earlier(first)})


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
