"""疫情措施結束之後的差假仍註記為因疫情請假。

這筆差假註記為因疫情請假，或是防疫照顧假，開始日期卻在查到的最後一項疫情差假措施結束之後。五筆以上、而且占檔案一半以上時，
整個檔案只列這一項。

## 為什麼重要

通常是差勤系統把疫情註記預設為是，或假別選錯；疫情請假的統計會因此多算。

## 怎麼修正

請確認開始日期、假別與疫情註記。每一筆都如此時，請廠商檢查差勤系統產製註記的設定，不要逐筆更改。

## 依據

查到的最後一項措施是輕症者的病假不計入日數，適用到 {{ 輕症病假 止日 }}快篩陽性者（{{ 總處培字第1123028345號 文號 }}：自 {{ 輕症病假 停止日 }}起停止適用），
其 {{ 輕症病假 日數 }}至遲到 {{ 輕症病假 末日 }}。防疫照顧假沒有查到統一的停止日，因此只請您確認。
"""

from datetime import date
from typing import Any

from pyvalidator.domain.leave_groups import EPIDEMIC, LAST_COVID_DAY
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule

#: So many, and more than half of the file, are no slips of those who enter them.
_ENOUGH = 5
_FIELDS = ("covid_related", "leave_type", "start_date")


@file_rule("REC460", owner=("vendor", "unit"), reads=_FIELDS, may_lack=("covid_related", "leave_type"),
           severity="warning", since="1.0", one_cause=True,
           folds_under=("COD400", "COD405", "COD410", "FIL340", "REC310", "REC350"),
           message="{what}，但開始日期（{start}）在查到的最後一項疫情差假措施結束（{last}）之後。",
           fix="請廠商檢查疫情註記的產製；只有少數幾筆時，請單位承辦確認假單的日期、假別與疫情註記。",
           sources=["總處培字第1123028345號"])  # fmt: skip
def check(file: FileView) -> Faults:
    late = {leave for leave in file.combinations.of(_FIELDS) if _is_late(*leave)}
    found = dict(file.combinations.rows_with(_FIELDS, late)) if late else {}
    fields = {row: "leave_type" if kind in EPIDEMIC else "covid_related" for row, (_, kind, _) in found.items()}
    # The engine puts together what is wrong at one field of every record.
    of_every_record = len(found) == len(file) and len(set(fields.values())) == 1
    if len(found) >= _ENOUGH and len(found) * 2 > len(file) and not of_every_record:
        first = min(found)
        field, rows = fields[first], frozenset(found)
        what = f"{len(file):,} 筆中有 {len(rows):,} 筆註記為因疫情請假或是防疫假別，例如第 {first + 1} 筆"
        params = {"what": what, "count": len(rows), "start": found[first][2], "last": LAST_COVID_DAY}
        yield Fault(field, pointer=file.table.records_pointer, rows=rows, params=params)
        return
    for row, (_, kind, start) in found.items():
        what = f"這筆是{kind}" if kind in EPIDEMIC else "註記為因疫情請假"
        yield Fault(fields[row], row, params={"what": what, "start": start, "last": LAST_COVID_DAY})


def _is_late(marked: bool | None, kind: str | None, start: date | None) -> bool:
    return start is not None and start > LAST_COVID_DAY and (marked is True or kind in EPIDEMIC)


def _marked(day: str, **values: Any) -> dict[str, Any]:
    record = {"covid_related": True, "start_date": day, "end_date": day, "leave_type": "病假", **values}
    return document([record], period=day[:5], generated_at="1140405")


def _week(*marked: bool) -> dict[str, Any]:
    days = ("1140303", "1140304", "1140305", "1140306", "1140307", "1140310")
    leaves = [{"covid_related": mark, "start_date": day, "end_date": day} for mark, day in zip(marked, days, strict=True)]
    return document(leaves, period="11403", generated_at="1140405")


_TODAY = "2025-04-10"

EXAMPLES = [
    Example("最後一項措施期間", _marked("1120818"), today=_TODAY),
    Example("114 年的一般病假", _marked("1140305", covid_related=False), today=_TODAY),
    Example("114 年的病假註記疫情", _marked("1140305"), fires_at="/records/0/covid_related", today=_TODAY),
    Example("114 年的防疫照顧假", _marked("1140305", leave_type="防疫照顧假"), "/records/0/leave_type", today=_TODAY),
    Example("幾乎每一筆都有註記", _week(True, True, False, True, True, True), fires_at="/records", today=_TODAY),
]
