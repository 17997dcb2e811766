"""應報送機關沒有檔案。

名冊中的機關，沒有這個資料年月的每月差假資料檔案。看的是一個月：多數檔案的資料年月，或您指定的資料年月。名冊註明以 WebHR 報送的機關不在此限；只有其他月份檔案的機關另外列出，不算在內。

## 為什麼重要

沒有檔案的機關可能漏報；縣府函把報送情形列為 110 年度專任人事機構人事業務績效考核項目，之後請看當年度的規定。

## 怎麼修正

請向缺少檔案的機關催收；改以 WebHR 報送的機關，請在名冊的報送方式欄註明。要看別的月份，請改選資料年月（命令列用 `--month`）。

## 依據

{{ 府人考字第1100139574號函 文號 }}。
"""

from pyvalidator.domain.roc import month_text
from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document

_SHOWN = 10


@batch_rule("BAT320", owner="supervisor",
            severity="warning", since="1.0", needs="roster", reads=("agency_code", "period", "dataset"),
            message="{month}有 {count} 個應報送機關沒有檔案：{agencies}。",
            fix="請主管機關向這些機關催收；改以 WebHR 報送的機關，請在名冊註明。",
            sources=["嘉義縣政府110年6月29日府人考字第1100139574號函"])  # fmt: skip
def check(batch: Batch) -> Faults:
    if batch.month is None:
        return
    missing = [f"{name}（{code}）" for code, name, others in batch.without_file(batch.month) if not others]
    if missing:
        shown = "、".join(missing[:_SHOWN]) + ("等" if len(missing) > _SHOWN else "")
        yield Fault(params={"month": month_text(batch.month), "count": len(missing), "agencies": shown})


_ROSTER = "機關代碼,機關名稱,報送方式\n376506200A,水上鄉公所,JSON\n376801200A,水上鄉民代表會,WebHR\n"

EXAMPLES = [
    Example("都有檔案", files={"a.json": document([{}])}, options={"roster": _ROSTER}),
    Example(
        "缺一個機關",
        files={"a.json": document([{}])},
        fires_at="",
        options={"roster": _ROSTER + "376506211I,水上鄉清潔隊,\n"},
    ),
]
