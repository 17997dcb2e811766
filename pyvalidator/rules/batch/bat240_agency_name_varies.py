"""同一機關代碼在不同檔案有不同名稱。

同一個機關代碼，在這次檢核的不同檔案中有不同的機關名稱。

## 為什麼重要

可能是其中一個檔案的機關代碼填錯。簡稱或改名也可能造成，因此僅供參考。

## 怎麼修正

請確認機關代碼；代碼正確時，建議統一填寫機關全銜。
"""

from typing import Any

from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document


@batch_rule("BAT240", owner="personnel", severity="info", since="1.0", reads=("agency_code", "agency_name"),
            message="機關代碼 {agency} 在不同檔案有不同的名稱（{names}）：{files}。",
            fix="請人事單位確認機關代碼；代碼正確時，建議在差勤系統統一填寫機關全銜。")  # fmt: skip
def check(batch: Batch) -> Faults:
    names: dict[str, dict[str, str]] = {}
    for file in batch.files:
        if file.agency_code is not None and file.agency_name is not None:
            names.setdefault(file.agency_code, {}).setdefault(file.agency_name, file.name)
    for agency, found in names.items():
        if len(found) > 1:
            yield Fault(files=tuple(found.values()), params={"agency": agency, "names": "、".join(found)})


def _july(name: str) -> dict[str, Any]:
    record = {"start_date": "1100705", "end_date": "1100705"}
    return document([record], period="11007", generated_at="1100805", agency_name=name)


EXAMPLES = [
    Example("名稱相同", files={"a.json": document([{}]), "b.json": _july("水上鄉公所")}),
    Example("名稱不同", files={"a.json": document([{}]), "b.json": _july("鹿草鄉公所")}, fires_at=""),
]
