"""娩假之後的月份又有產前假。

同一人的娩假在一個檔案，產前假在另一個檔案，產前假的開始日期在娩假開始之後四個月內。產前假是分娩前的假，分娩之後不能再請；
間隔更久的可能是下一胎，不列出。

## 為什麼重要

通常是假別選錯（應為娩假、事假或休假），或兩筆的日期有一筆打錯。

## 怎麼修正

請單位承辦對照假單確認兩筆的假別與日期。

## 依據

公務人員請假規則：產前假於分娩前請，不得保留至分娩後。
"""

from typing import Any

from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document
from pyvalidator.rules._shared.births import is_of_same_birth


@batch_rule("BAT260", owner=("unit", "personnel"), severity="warning", since="1.0",
            reads=("person_id", "leave_type", "start_date"),
            message="{name}的娩假從 {birth}開始，產前假卻在 {start}；產前假應在分娩之前：{files}。",
            fix="請單位承辦對照假單確認這兩筆的假別與日期。", sources=["公務人員請假規則"])  # fmt: skip
def check(batch: Batch) -> Faults:
    kinds = batch.leaves_of_kind if len(batch.files) > 1 else {}
    births: dict[str, list[tuple[Any, str]]] = {}
    for file, person_id, leave in kinds.get("娩假", ()):
        if leave.start is not None:
            births.setdefault(person_id, []).append((leave.start, file.name))
    told = set()
    for file, person_id, leave in kinds.get("產前假", ()):
        start = leave.start
        if start is None or (person_id, start) in told:
            continue
        found = [(birth, name) for birth, name in births.get(person_id, ()) if is_of_same_birth(start, birth)]
        # Where both stand in one file, that file says so itself.
        if found and all(name != file.name for _, name in found):
            told.add((person_id, start))
            birth, name = min(found)
            person = file.people[person_id].name or "（姓名無法讀取）"
            yield Fault(files=(name, file.name), params={"name": person, "birth": birth, "start": start})


def _month(period: str, kind: str, start: str, end: str, days: int) -> dict[str, Any]:
    leave = {"person_id": "A234567893", "leave_type": kind, "start_date": start, "end_date": end, "days": days, "reason": ...}
    return document([leave], period=period, generated_at=f"{int(period) + 1}05")


_BIRTH = _month("11005", "娩假", "1100503", "1100510", 6)

EXAMPLES = [
    Example("產前假在前一個月", files={
        "04.json": _month("11004", "產前假", "1100429", "1100429", 1), "05.json": _BIRTH,
    }),
    Example("娩假的下個月又有產前假", files={
        "05.json": _BIRTH, "06.json": _month("11006", "產前假", "1100607", "1100607", 1),
    }, fires_at=""),
]  # fmt: skip
