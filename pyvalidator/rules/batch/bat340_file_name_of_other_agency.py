"""檔名中的機關代碼與內容不同。

檔名含有一個機關代碼，與檔案內容的機關代碼不同。

## 為什麼重要

可能是檔案存錯名稱，報送時就會選錯檔案。

## 怎麼修正

請確認檔案內容後更正檔名；內容錯誤時請重新產製檔案。
"""

from pyvalidator.domain.agency_names import codes_in
from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document


@batch_rule("BAT340", owner="personnel", severity="warning", since="1.0", reads="agency_code",
            message="檔名「{files}」中的機關代碼 {named} 與內容的 {agency} 不同。",
            fix="請人事單位確認檔案內容後更正檔名；內容不對時，請重新產製檔案。")  # fmt: skip
def check(batch: Batch) -> Faults:
    for file in batch.files:
        codes = codes_in(file.name.rsplit("/", 1)[-1])
        if codes and file.agency_code is not None and file.agency_code not in codes:
            yield Fault(files=(file.name,), params={"named": codes[0], "agency": file.agency_code})


EXAMPLES = [
    Example("代碼相同", files={"376506200A_11006.json": document([{}])}),
    Example("檔名沒有代碼", files={"ATTENDANCE.json": document([{}])}),
    Example("代碼不同", files={"376506211I_11006.json": document([{}])}, fires_at=""),
]
