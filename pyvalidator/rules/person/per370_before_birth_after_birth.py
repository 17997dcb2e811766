"""娩假之後又有產前假。

同一人的產前假在娩假開始之後。產前假是分娩前的假，分娩之後不能再請。

## 為什麼重要

通常是假別選錯（應為娩假、事假或休假），或兩筆的日期有一筆打錯。

## 怎麼修正

請單位承辦對照假單確認兩筆的假別與日期。

## 依據

公務人員請假規則：產前假於分娩前請，不得保留至分娩後。
"""

from datetime import date

from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule
from pyvalidator.rules._shared.births import is_of_same_birth


@file_rule("PER370", owner=("unit", "personnel"), reads=("leave_type", "start_date"), severity="warning", since="1.0",
           of_persons=True, folds_under=("FIL530", "PER110", "PER120", "REC310", "STR126"),
           message="同一人的娩假（第 {first_record} 筆）從 {birth} 開始，這筆產前假卻在 {start}；產前假應在分娩之前。",
           fix="請單位承辦對照假單確認這兩筆的假別與日期。", sources=["公務人員請假規則"])  # fmt: skip
def check(file: FileView) -> Faults:
    later, births = file.rows_of_kind.get("產前假"), file.rows_of_kind.get("娩假")
    if not later or not births:
        return
    persons = file.table.readable_raw(file.identity or "")
    starts: list[date | None] = file.values("start_date")
    of_person: dict[str, list[tuple[date, int]]] = {}
    for row in births:
        if (start := starts[row]) is not None and persons[row] is not None:
            of_person.setdefault(persons[row], []).append((start, row))
    for row in later:
        start = starts[row]
        if start is None:
            continue
        for birth, first in sorted(of_person.get(persons[row], ())):
            if is_of_same_birth(start, birth):
                params = {"birth": birth, "start": start, **file.earlier(first)}
                yield Fault(row=row, whole_record=True, params=params)
                break


_BIRTH = {"leave_type": "娩假", "person_id": "A234567893", "end_date": "1100730", "days": 39}
_BEFORE = {"leave_type": "產前假", "person_id": "A234567893", "start_date": "1100604", "end_date": "1100604"}
_AFTER = {**_BEFORE, "start_date": "1100608", "end_date": "1100608"}

EXAMPLES = [
    Example("先產前假後娩假", document([_BEFORE, _BIRTH])),
    Example("另一人的產前假", document([_BIRTH, {**_AFTER, "person_id": "A900000016"}])),
    Example("娩假之後的產前假", document([{**_BIRTH, "end_date": "1100607", "days": 1}, _AFTER]), fires_at="/records/1"),
]
