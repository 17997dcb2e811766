"""109 年度疫情資料的資料年月不是 109 年。

資料種類是 109 年度因新冠肺炎疫情為由之各項請假資料，資料年月卻不在 109 年。

## 為什麼重要

110 年以後因疫情請的假，屬於每月差假資料，並以疫情註記表示；混在一起會被算到錯的年度。

## 怎麼修正

請以正確的資料年月重新產製；110 年以後的資料，產製時請選每月差假資料。

## 依據

{{ 府人考字第1100139574號函 文號 }}。
"""

from typing import Any

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

_YEAR = 2020


@file_rule("FIL220", owner=("personnel", "vendor"), reads=("period", "dataset"), severity="error", since="1.0",
           message="109 年度因疫情請假的資料，{label}應在 109 年，卻是「{value}」。",
           fix="請人事單位以正確的{label}重新產製；110 年以後的資料，產製時請選每月差假資料。",
           sources=["嘉義縣政府110年6月29日府人考字第1100139574號函"])  # fmt: skip
def check(file: FileView) -> Faults:
    period = file.header("period")
    if period is not None and file.header("dataset") == "covid109" and period.year != _YEAR:
        yield Fault(expected="109 年 1 月至 109 年 12 月")


def _covid(period: str, day: str, **header: str) -> dict[str, Any]:
    record = {"covid_related": True, "start_date": day, "end_date": day, "reason": "自主健康管理"}
    return document([record], dataset="covid109", period=period, **header)


EXAMPLES = [
    Example("109 年 12 月", _covid("10912", "1091207")),
    Example("110 年 1 月", _covid("11001", "1100104"), fires_at="/period"),
    Example("108 年 12 月", _covid("10812", "1081202"), fires_at="/period"),
]
