"""同一機關、年月與資料種類有兩個檔案。

這次檢核的檔案中，有兩個以上屬於同一機關、同一資料年月、同一資料種類，內容不同。

## 為什麼重要

一個機關每月報送一個檔案。兩個都報送時，哪一個算數、差假會不會重複，縣府函沒有寫。

## 怎麼修正

請確認哪一個是最新而完整的檔案，只保留並報送那一個。分單位產製的檔案，請在差勤系統合併為一個機關後重新產製。

## 依據

{{ 府人考字第1100139574號函 文號 }}：各機關各自產製檔案，按月報送。
"""

from datetime import date

from pyvalidator.domain.roc import month_text
from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document


@batch_rule("BAT110", owner="personnel", severity="error", since="1.0", reads=("agency_code", "period", "dataset"),
            message="機關 {agency} 的 {month}資料有 {count} 個內容不同的檔案：{files}。",
            fix="請人事單位確認哪一個是最新而完整的檔案，只報送那一個。",
            sources=["嘉義縣政府110年6月29日府人考字第1100139574號函"])  # fmt: skip
def check(batch: Batch) -> Faults:
    groups: dict[tuple[str, date, str], dict[str, str]] = {}
    for file in batch.files:
        if file.agency_code is not None and file.period is not None and file.dataset is not None:
            # The same bytes twice are told by BAT120.
            groups.setdefault((file.agency_code, file.period, file.dataset), {}).setdefault(file.sha256, file.name)
    for (agency, period, _), names in groups.items():
        if len(names) > 1:
            params = {"agency": agency, "month": month_text(period), "count": len(names)}
            yield Fault(files=tuple(names.values()), params=params)


_JULY = document([{"start_date": "1100705", "end_date": "1100705"}], period="11007", generated_at="1100805")

EXAMPLES = [
    Example("不同月份", files={"a.json": document([{}]), "b.json": _JULY}),
    Example("不同資料種類", files={
        "a.json": document([{}]),
        "b.json": document([], period="10906", dataset="covid109"),
    }),
    Example("同月兩個檔案", files={"a.json": document([{}]), "b.json": document([{"reason": "複診"}])}, fires_at=""),
]  # fmt: skip
