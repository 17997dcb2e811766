"""幾筆同一種假合計超過一次的法定日數。

同一人在這個檔案裡的幾筆婚假、產前假、娩假、流產假、陪產假等，合計超過一次可請的日數（見依據）；
喪假只合計接連著請、中間只隔放假日的。單看每一筆都沒有超過。

## 為什麼重要

一個月裡的幾筆是同一件事的假，日數要合併計算。超過的部分可能是日數打錯、同一段時間登記兩次，或應改請其他假別。

## 怎麼修正

請對照假單確認各筆的日數與假別；不是同一件事的假（例如兩次喪事），或確屬特殊情形者，請保留說明。
"""

from collections.abc import Iterator
from typing import Any

from pyvalidator.domain.amounts import amount_text
from pyvalidator.domain.leave_law import basis, kinds_of
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule
from pyvalidator.rules._shared.events import EVENTS, Part, excess
from pyvalidator.rules._shared.staff import StaffOfRows


@file_rule("PER350", owner=("unit", "personnel"), law=EVENTS,
           reads=("leave_type", "start_date", "end_date", "days", "hours"), severity="warning", since="1.0",
           may_lack=("days", "hours"), of_persons=True,
           folds_under=("FIL710", "PER110", "PER120", "PER130", "REC220", "REC230", "REC310"),
           message="這筆{kind}與同一人前面的 {others} 筆（最前面的是第 {first_record} 筆）合計{amount}，超過 {limit} 日。{basis}。",
           fix="請單位承辦對照假單確認各筆的日數與假別；不是同一件事的假，或確屬特殊情形者，請保留說明。",
           sources=["公務人員請假規則", "教師請假規則", "聘僱人員給假辦法", "勞工請假規則", "勞動基準法", "性別平等工作法"])  # fmt: skip
def check(file: FileView) -> Faults:
    staff = StaffOfRows(file)
    kinds = file.values("leave_type")
    for name in EVENTS:
        for parts in _parts_by_person(file, name):
            own = staff(parts[0].item)
            for found in excess(parts, name, own, file.context.calendar, of_one_file=True):
                rows = sorted(part.item for part in found.parts)
                params = {
                    **file.earlier(rows[0]), "kind": kinds[rows[-1]], "others": len(rows) - 1,
                    "amount": amount_text(sum(part.hours for part in found.parts)), "limit": found.limit.days,
                    "basis": basis(found.limit, own), "confidence": found.limit.confidence,
                }  # fmt: skip
                yield Fault(row=rows[-1], whole_record=True, params=params)


def _parts_by_person(file: FileView, name: str) -> Iterator[list[Part[int]]]:
    """The leaves that count against a limit, by person."""
    persons = file.table.readable_raw(file.identity or "")
    starts, ends, days, hours = (file.values(field) for field in ("start_date", "end_date", "days", "hours"))
    parts: dict[Any, list[Part[int]]] = {}
    for kind in kinds_of(name):
        for row in file.rows_of_kind.get(kind, ()):
            start, end = starts[row], ends[row]
            if None in (persons[row], start, end, days[row], hours[row]) or row in file.copies_but_reason:
                continue
            parts.setdefault(persons[row], []).append(Part(start, end, days[row] * 8 + hours[row], row))
    return iter(parts.values())


def _birth(kind: str = "娩假", *spans: tuple[str, str, int]) -> dict[str, Any]:
    records = [{"person_id": "A234567893", "person_name": "陳美玲", "leave_type": kind, "reason": ...,
                "start_date": start, "end_date": end, "days": days} for start, end, days in spans]  # fmt: skip
    return document(records)


EXAMPLES = [
    Example("兩筆娩假合計恰好 42 日", _birth("娩假", ("1100601", "1100625", 18), ("1100628", "1100729", 24))),
    Example("兩筆娩假接連，合計 44 日", _birth("娩假", ("1100601", "1100625", 18), ("1100628", "1100802", 26)),
            fires_at="/records/1"),
    Example("適用勞基法人員的產假 8 星期分兩筆", _birth("娩假", ("1100601", "1100628", 28), ("1100629", "1100726", 28))),
    Example("兩次婚假，合計 15 日",
            document([{"leave_type": "婚假", "start_date": "1100601", "end_date": "1100611", "days": 9},
                      {"leave_type": "婚假", "start_date": "1100616", "end_date": "1100623", "days": 6}]),
            fires_at="/records/1"),
    Example("兩次喪假中間有上班日，可能是兩件喪事",
            document([{"leave_type": "喪假", "start_date": "1100601", "end_date": "1100611", "days": 9},
                      {"leave_type": "喪假", "start_date": "1100616", "end_date": "1100624", "days": 7}])),
    Example("喪假三筆接連，合計 16 日",
            document([{"leave_type": "喪假", "start_date": "1100601", "end_date": "1100604", "days": 4},
                      {"leave_type": "喪假", "start_date": "1100607", "end_date": "1100611", "days": 5},
                      {"leave_type": "喪假", "start_date": "1100615", "end_date": "1100623", "days": 7}]),
            fires_at="/records/2"),
]  # fmt: skip
