"""同一機關的月份不連續。

這次檢核的檔案中，同一機關有前後月份的每月差假資料，中間卻缺了一個或數個月。

## 為什麼重要

缺的月份可能沒有產製，也就沒有報送。

## 怎麼修正

請找出缺少的月份一起檢核；已經報送過的月份不必處理。

## 依據

{{ 府人考字第1100139574號函 文號 }}：按月報送。
"""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from pyvalidator.domain.calendar import next_month
from pyvalidator.domain.roc import month_text
from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document


@batch_rule("BAT310", owner="personnel", severity="warning", since="1.0", reads=("agency_code", "period", "dataset"),
            message="機關 {agency} 缺少 {months} 的檔案（在 {files} 之間）。",
            fix="請人事單位找出缺少的月份一起檢核；已經報送過的月份不必處理。",
            sources=["嘉義縣政府110年6月29日府人考字第1100139574號函"])  # fmt: skip
def check(batch: Batch) -> Faults:
    months: dict[str, list[tuple[date, str]]] = {}
    for (agency, period), files in sorted(batch.by_month.items()):
        months.setdefault(agency, []).append((period, files[0].name))
    for agency, found in months.items():
        for (earlier, before), (later, after) in pairwise(found):
            first, last = next_month(earlier), (later - timedelta(days=1)).replace(day=1)
            if first is not None and first < later:
                gap = month_text(first) if first == last else f"{month_text(first)} 至 {month_text(last)}"
                yield Fault(files=(before, after), params={"agency": agency, "months": gap})


def _month(number: int) -> dict[str, Any]:
    day = f"110{number:02d}05"
    return document([{"start_date": day, "end_date": day}], period=day[:5], generated_at=f"110{number + 1:02d}05")


EXAMPLES = [
    Example("連續兩個月", files={"a.json": _month(7), "b.json": _month(8)}, today="2021-12-01"),
    Example("缺一個月", files={"a.json": _month(7), "b.json": _month(9)}, fires_at="", today="2021-12-01"),
]
