"""同一姓名有兩個只差一處的身分證字號。

同一個姓名有兩個身分證字號，而且只差一個字元，或只有相鄰兩個字元對調，很可能是同一人，其中一處打錯。

## 為什麼重要

身分證字號打錯，同一人的差假會分散成兩個人，也可能算到另一位不相干的人身上。同名同姓的人的身分證字號也可能相近，因此只請您確認。

## 怎麼修正

請對照人事資料，確認兩處是否同一人；是的話，請在差勤系統更正打錯的身分證字號。為保護個人資料，這裡不指出差在哪一碼。
"""

from collections import defaultdict

from pyvalidator.domain.person_ids import checksum_is_right
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule
from pyvalidator.table.relations import may_be_one_slip_apart, one_slip_apart


@file_rule("PER230", owner="personnel", reads=("person_id", "person_name"), severity="warning", since="1.0",
           message="「{name}」在前面（第 {first_record} 筆）的身分證字號與這裡只差一處。",
           fix="請人事單位對照人事資料，確認是否同一人，並更正打錯的身分證字號。", sources=["參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    names = file.values("person_name")
    of_name = defaultdict(list)
    for person_id, rows in file.rows_of_person.items():
        of_name[names[rows[0]]].append(person_id)
    of_name.pop(None, None)
    for name, namesakes in of_name.items():
        if len(namesakes) < 2 or not may_be_one_slip_apart(namesakes):
            continue
        # A number with a wrong check digit has its own finding, which may stand at the other record.
        for earlier, later in one_slip_apart(list(filter(checksum_is_right, namesakes))):
            first, row = (file.rows_of_person[person_id][0] for person_id in (earlier, later))
            yield Fault("person_id", row, params={"name": name, **file.earlier(first)})


_NEXT = {"start_date": "1100608", "end_date": "1100608"}

EXAMPLES = [
    Example("同名同姓，身分證字號差很多", document([{}, {**_NEXT, "person_id": "A234567893"}])),
    Example("兩處不同", document([{}, {**_NEXT, "person_id": "A123456869"}])),
    Example("只差一處", document([{}, {**_NEXT, "person_id": "A123456798"}]), fires_at="/records/1/person_id"),
]
