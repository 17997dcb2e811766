"""跨檔案接連幾筆同一種假合計超過法定日數。

同一人的幾筆婚假、娩假、流產假、喪假等分在幾個月的檔案，接連著請，中間只隔放假日，合計超過一次可請的日數（見依據）。
同一個檔案裡就看得出來的，由 PER350 提醒；一年內分幾次請的婚假、產前假等，由全年的合計提醒。

## 為什麼重要

接連的幾筆是同一件事的假，日數要合併計算。超過的部分可能是日數打錯、同一段時間登記兩次，或應改請其他假別。

## 怎麼修正

請對照假單確認各筆的日數與假別；不是同一件事的假（例如兩次喪事），或確屬特殊情形者，請保留說明。
"""

from typing import Any

from pyvalidator.domain.amounts import amount_text
from pyvalidator.domain.calendar import official_calendar
from pyvalidator.domain.leave_law import basis
from pyvalidator.domain.staff_classes import Staff
from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document
from pyvalidator.rules._shared.events import EVENTS, Excess, Part, excess
from pyvalidator.rules._shared.staff import staff_in_batch
from pyvalidator.rules._shared.year_limits import Taken, file_names, named, taken_by_person

#: Limits whose sum over a year has a rule of its own.
_BY_YEAR = frozenset({"marriage", "before-birth", "antenatal", "paternity"})


@batch_rule("BAT630", owner=("personnel", "unit"), law=EVENTS, severity="warning", since="1.0",
            reads=("person_id", "leave_type", "start_date", "end_date", "days", "hours"),
            message="{name}（{person_id}）自{first}起接連的 {count} 筆{kind}合計{amount}，超過 {limit} 日。{basis}。",
            fix="請人事單位查核該員這幾筆假的日數與假別；不是同一件事的假，或確屬特殊情形者，請保留說明。",
            sources=["公務人員請假規則", "教師請假規則", "聘僱人員給假辦法", "勞工請假規則", "勞動基準法", "性別平等工作法"])  # fmt: skip
def check(batch: Batch) -> Faults:
    for name in EVENTS:
        for person_id, taken in taken_by_person(batch, name).items():
            staff = staff_in_batch(batch, person_id)
            for found in excess(_parts(taken), name, staff, official_calendar(), of_one_file=False):
                if _told_otherwise(found, name, staff):
                    continue
                within = [part.item for part in found.parts]
                params = {
                    **named(batch, person_id), "first": found.parts[0].start, "count": len(within),
                    "kind": within[-1].leave.kind, "amount": amount_text(sum(part.hours for part in found.parts)),
                    "limit": found.limit.days, "basis": basis(found.limit, staff), "confidence": found.limit.confidence,
                }  # fmt: skip
                yield Fault(files=file_names(within), params=params)


def _parts(taken: list[Taken]) -> list[Part[Taken]]:
    return [Part(one.start, one.leave.end, one.hours, one) for one in taken if one.leave.end is not None]


def _told_otherwise(found: Excess[Taken], name: str, staff: Staff) -> bool:
    """Whether the rule on one file tells it, or that on the sum of a year."""
    if name in _BY_YEAR and found.parts[0].start.year == found.parts[-1].start.year:
        return True
    of_file: dict[str, list[Part[Taken]]] = {}
    for part in found.parts:
        for file in part.item.files:
            of_file.setdefault(file.name, []).append(part)
    return any(any(excess(parts, name, staff, official_calendar(), of_one_file=True)) for parts in of_file.values())


_SHE = {"person_id": "A234567893", "person_name": "陳美玲", "reason": ...}


def _month(period: str, kind: str, start: str, end: str, days: int) -> dict[str, Any]:
    record = {**_SHE, "leave_type": kind, "start_date": start, "end_date": end, "days": days}
    return document([record], period=period, generated_at="1100905")


EXAMPLES = [
    Example("兩個月的娩假合計恰好 42 日", files={
        "a.json": _month("11006", "娩假", "1100601", "1100630", 21),
        "b.json": _month("11007", "娩假", "1100701", "1100729", 21),
    }, today="2021-09-10"),
    Example("兩個月的娩假接連，合計 43 日", files={
        "a.json": _month("11006", "娩假", "1100601", "1100630", 21),
        "b.json": _month("11007", "娩假", "1100701", "1100730", 22),
    }, fires_at="", today="2021-09-10"),
    Example("適用勞基法人員的產假連例假日 8 星期", files={
        "a.json": _month("11006", "娩假", "1100601", "1100630", 30),
        "b.json": _month("11007", "娩假", "1100701", "1100726", 26),
    }, today="2021-09-10"),
    Example("兩次喪假中間有上班日，不是接連的", files={
        "a.json": _month("11006", "喪假", "1100610", "1100624", 10),
        "b.json": _month("11007", "喪假", "1100705", "1100714", 8),
    }, today="2021-09-10"),
]  # fmt: skip
