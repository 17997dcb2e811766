"""檔名中的機關與內容不同。

檔名含有一個機關代碼或機關名稱，與檔案內容的機關不同。

## 為什麼重要

可能是檔案存錯名稱，報送時就會選錯檔案。

## 怎麼修正

請確認檔案內容後更正檔名；內容錯誤時請重新產製檔案。
"""

from pyvalidator.domain.agency_names import other_agency_in
from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document


@batch_rule("BAT340", owner="personnel", severity="warning", since="1.0", reads="agency_code",
            message="檔名「{files}」中的機關 {named} 與內容的 {agency} 不同。",
            fix="請人事單位確認檔案內容後更正檔名；內容不對時，請重新產製檔案。")  # fmt: skip
def check(batch: Batch) -> Faults:
    for file in batch.files:
        if file.agency_code is None:
            continue
        base = file.name.rpartition("/")[2]
        named = other_agency_in(base, file.agency_code, file.agency_name, batch.roster)
        if named is not None:
            name = f"（{file.agency_name}）" if file.agency_name else ""
            yield Fault(files=(file.name,), params={"named": named, "agency": f"{file.agency_code}{name}"})


EXAMPLES = [
    Example("代碼相同", files={"376506200A_11006.json": document([{}])}),
    Example("檔名沒有代碼", files={"ATTENDANCE.json": document([{}])}),
    Example("名稱不同", files={"民雄鄉公所.json": document([{}])}, fires_at=""),
    Example("代碼不同", files={"376506211I_11006.json": document([{}])}, fires_at=""),
]
