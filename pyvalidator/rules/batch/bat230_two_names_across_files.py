"""同一身分證字號在不同檔案有不同姓名。

同一個身分證字號，在這次檢核的不同檔案中有不同的姓名。

## 為什麼重要

可能是其中一個檔案的身分證字號打錯，差假就會算到別人身上。改名或難字寫法不同也可能造成，因此只請您確認。

## 怎麼修正

請對照人事資料，更正身分證字號；同一人改名者，請統一為目前的姓名。
"""

import unicodedata
from typing import Any

from pyvalidator.domain.person_ids import HouseNumber
from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document


@batch_rule("BAT230", owner="personnel", severity="warning", since="1.0", reads=("person_id", "person_name"),
            message="同一個{what}在不同檔案的姓名不同（{names}）：{files}。",
            fix="請人事單位對照人事資料，在差勤系統更正{what}或姓名，再重新產製。")  # fmt: skip
def check(batch: Batch) -> Faults:
    names: dict[str, dict[str, tuple[str, str]]] = {}
    if len(batch.files) > 1:
        for file in batch.files:
            for person_id, person in file.people.items():
                if person.name is not None:
                    key = "".join(unicodedata.normalize("NFKC", person.name).split())
                    names.setdefault(person_id, {}).setdefault(key, (person.name, file.name))
    for person_id, found in names.items():
        if len(found) > 1:
            what = "員工代號" if isinstance(person_id, HouseNumber) else "身分證字號"
            params = {"what": what, "names": "、".join(name for name, _ in found.values()), "person_id": person_id}
            yield Fault(files=tuple(file for _, file in found.values()), params=params)


def _july(name: str) -> dict[str, Any]:
    record = {"person_name": name, "start_date": "1100705", "end_date": "1100705"}
    return document([record], period="11007", generated_at="1100805")


EXAMPLES = [
    Example("姓名相同", files={"a.json": document([{}]), "b.json": _july("王小明")}),
    Example("姓名不同", files={"a.json": document([{}]), "b.json": _july("王曉明")}, fires_at=""),
]
