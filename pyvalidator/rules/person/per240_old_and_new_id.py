"""同一姓名以新舊兩種統一證號請同一筆假。

同一個姓名在檔案裡有舊式（第二碼是英文字母）與新式（第二碼是 8 或 9）兩個外來人口統一證號，性別碼相符，
而且有相同的差假，很可能是換發前後的同一人。

## 為什麼重要

同一人的差假會分散成兩個人；換發前後的兩筆人事資料都被放進檔案時，同一筆差假還會算兩次。同名同姓也可能發生，因此只請您確認。

## 怎麼修正

請對照人事資料，確認兩處是否同一人；是的話，請統一用現行的統一證號，並確認差假沒有重複。
"""

import re
import unicodedata
from collections import defaultdict
from typing import Any

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

#: The second character tells the sex: A, C and 8 of men, B, D and 9 of women.
_OLD = re.compile("[A-Z][A-D][0-9]{8}")
_NEW = re.compile("[A-Z][89][0-9]{8}")
_MEN = "AC8"
_SAME = ("leave_type", "start_date", "start_time", "end_date", "end_time")


@file_rule("PER240", reads=("person_id", "person_name"), severity="warning", since="1.0", owner="personnel",
           message="「{name}」在前面（第 {first_record} 筆）與這裡分別是新舊兩種統一證號，而且有 {count} 筆相同的差假。",
           fix="請人事單位對照人事資料，確認是否同一人；是的話，請在差勤系統統一用現行的統一證號，差假只留一筆。",
           sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    old = {person_id: rows for person_id, rows in file.rows_of_person.items() if _OLD.fullmatch(person_id)}
    new = {person_id: rows for person_id, rows in file.rows_of_person.items() if _NEW.fullmatch(person_id)}
    if not old or not new:
        return
    names = file.values("person_name")
    compared = [file.values(field) for field in _SAME if file.table.has(field)]
    # By the leave itself: many may have one name, and few of them the same leave.
    of_leave: defaultdict[tuple[Any, ...], dict[str, int]] = defaultdict(dict)
    for person_id, rows in old.items():
        person = _words(names[rows[0]]), person_id[1] in _MEN
        for row in rows:
            of_leave[*person, *(column[row] for column in compared)][person_id] = row
    for person_id, rows in new.items():
        person = _words(names[rows[0]]), person_id[1] in _MEN
        both: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for row in rows if person[0] else ():
            for other, its_row in of_leave.get((*person, *(column[row] for column in compared)), {}).items():
                both[other][its_row] = row
        for pairs in both.values():
            first, later = min(sorted(pair) for pair in pairs.items())
            yield Fault("person_id", later, params={"name": names[later], "count": len(pairs), **file.earlier(first)})


def _words(name: str | None) -> str:
    """A name as it is compared: SANTOS, Maria is Maria Santos."""
    text = unicodedata.normalize("NFKC", name or "").casefold()
    return " ".join(sorted(re.findall(r"\w+", text)))


_OLD_FORM = {"person_id": "AC01234567", "person_name": "MARIA SANTOS"}
_NEW_FORM = {"person_id": "A801234569", "person_name": "MARIA SANTOS"}

EXAMPLES = [
    Example("只有新式", document([_NEW_FORM])),
    Example("同名而差假不同", document([_OLD_FORM, {**_NEW_FORM, "start_date": "1100608", "end_date": "1100608"}])),
    Example("性別碼不同", document([_OLD_FORM, {**_NEW_FORM, "person_id": "A900000007"}])),
    Example("不同的人", document([_OLD_FORM, {**_NEW_FORM, "person_name": "JOSE CRUZ"}])),
    Example("同一人新舊兩式", document([_OLD_FORM, _NEW_FORM]), fires_at="/records/1/person_id"),
]
