"""每月差假資料的資料年月早於 110 年 1 月。

每月差假資料從 110 年 1 月開始報送；109 年只報送因新冠肺炎疫情而請的假，要用另一種資料種類。

## 為什麼重要

109 年的一般差假不在報送範圍內；資料種類或年月填錯，整個檔案就算成另一個月、另一種資料。

## 怎麼修正

請確認資料年月；要報送 109 年度因疫情請假的資料，產製時請選 109 年度疫情請假資料。

## 依據

{{ 府人考字第1100139574號函 文號 }}：110 年度每月差假資料，以及 109 年度因新冠肺炎疫情為由之各項請假資料。
"""

from datetime import date

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

_FIRST_MONTH = date(2021, 1, 1)


@file_rule("FIL210", owner=("personnel", "vendor"), reads=("period", "dataset"), severity="error", since="1.0",
           message="每月差假資料自 110 年 1 月開始報送，{label}卻是「{value}」。",
           fix="請人事單位以正確的{label}重新產製；109 年度因疫情請假的資料，產製時請選該資料種類。",
           sources=["嘉義縣政府110年6月29日府人考字第1100139574號函"])  # fmt: skip
def check(file: FileView) -> Faults:
    period = file.header("period")
    if period is not None and file.header("dataset") == "monthly" and period < _FIRST_MONTH:
        yield Fault(expected="110 年 1 月以後")


EXAMPLES = [
    Example("110 年 1 月", document([{"start_date": "1100104", "end_date": "1100104"}], period="11001")),
    Example(
        "109 年 12 月",
        document([{"start_date": "1091207", "end_date": "1091207"}], period="10912", generated_at="1100105"),
        fires_at="/period",
    ),
]
