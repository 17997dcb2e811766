"""同一人同月出現在兩個以上機關的檔案。

同一個身分證字號，在同一資料年月出現在兩個以上機關的檔案中。

## 為什麼重要

一個人的差假由所屬機關報送；兩個機關都報送，差假會重複計算。月中調任或支援的人員可能正確，因此只請您確認。

## 怎麼修正

請確認該員的所屬機關；月中調任者，兩機關應各報送任職期間的差假。
"""

from pyvalidator.domain.roc import month_text
from pyvalidator.engine.batch import FileExtract
from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document
from pyvalidator.rules._shared.agency_tree import merged, same_time

_SHOWN = 3


@batch_rule("BAT210", owner="personnel", severity="warning", since="1.0", reads=("person_id", "agency_code", "period"),
            message="有 {count} 人（{names}）在 {month}同時出現在不同機關的檔案：{files}。",
            fix="請人事單位確認這些人的所屬機關；月中調任者，請確認兩機關各報送任職期間的差假。",
            sources=["嘉義縣政府110年6月29日府人考字第1100139574號函"])  # fmt: skip
def check(batch: Batch) -> Faults:
    # People of a subordinate's file that was merged into the superior's are told by BAT220.
    told = {(child.name, person) for _, child, shared in merged(batch) for person in shared}
    for (period, _), files in same_time(batch).items():
        if len({file.agency_code for file in files}) < 2:
            continue
        places: dict[str, list[FileExtract]] = {}
        for file in files:
            for person_id in file.people:
                if (file.name, person_id) not in told:
                    places.setdefault(person_id, []).append(file)
        together: dict[tuple[str, ...], list[str]] = {}
        for person_id, found in places.items():
            if len({file.agency_code for file in found}) > 1:
                name = found[0].people[person_id].name
                together.setdefault(tuple(file.name for file in found), []).append(name or "（姓名無法讀取）")
        for names, people in together.items():
            shown = "、".join(people[:_SHOWN]) + ("等" if len(people) > _SHOWN else "")
            yield Fault(files=names, params={"count": len(people), "names": shown, "month": month_text(period)})


_OTHER = {"agency_code": "376506100A", "agency_name": "鹿草鄉公所"}

EXAMPLES = [
    Example("不同人", files={
        "a.json": document([{}]),
        "b.json": document([{"person_id": "A234567893", "person_name": "陳美玲"}], **_OTHER),
    }),
    Example("同一人", files={"a.json": document([{}]), "b.json": document([{}], **_OTHER)}, fires_at=""),
]  # fmt: skip
