"""應報送機關沒有檔案。

名冊中的機關，在這次檢核的月份沒有每月差假資料的檔案。名冊註明以 WebHR 報送的機關不在此限。

## 為什麼重要

沒有檔案的機關可能漏報；報送情形納入該年度專任人事機構人事業務績效考核。

## 怎麼修正

請向缺少檔案的機關催收；改以 WebHR 報送的機關，請在名冊的報送方式欄註明。

## 依據

嘉義縣政府110年6月29日府人考字第1100139574號函。
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
    assert batch.roster is not None, "the rule runs only where it is given"
    expected = [(code, name) for code, name, route in batch.roster.expected if route != "WebHR"]
    for period in sorted({period for _, period in batch.by_month}):
        missing = [f"{name}（{code}）" for code, name in expected if (code, period) not in batch.by_month]
        if missing:
            shown = "、".join(missing[:_SHOWN]) + ("等" if len(missing) > _SHOWN else "")
            yield Fault(params={"month": month_text(period), "count": len(missing), "agencies": shown})


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
