"""整個檔案的日數或時數用了別的單位。

日數或時數照版型解讀時與起訖時間對不上；換一種單位解讀，每一筆都對得上。常見的有：日數填成時數或分鐘數、時數填成分鐘數或總時數、
日數帶有小數、以小數點後的數字表示時數或分鐘。

## 為什麼重要

照欄位的定義讀，8 小時會變成 8 日。這不是一筆一筆打錯，是系統產製時的單位不同，逐筆更改會改錯。

## 怎麼修正

請廠商更正產製的單位：日數是滿 8 小時的整日，時數是不足 1 日的小時數。報告（JSON）列出每一筆正確的日數與時數，供廠商核對。

## 依據

公務人員請假規則：請假得以時計，以 8 小時為 1 日。
"""

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

from pyvalidator.domain.amounts import amount_text
from pyvalidator.engine.contexts import span_of
from pyvalidator.rule import Example, Fault, Faults, FileView, document, file_rule
from pyvalidator.rules._shared.amount_units import Amounts, Reading, held
from pyvalidator.source.pointers import MISSING

#: Of fewer records, each by itself may be wrong.
_AT_LEAST = 5
#: A slip in a few records does not hide the unit of all others.
_NEARLY_ALL = 0.95
#: As many right values are listed as a report holds findings of one rule.
_LISTED = 1000

_FIELDS = ("days", "hours", "start_date", "start_time", "end_date", "end_time")


class _Try(NamedTuple):
    """What readings are tried on. `least`, `most`: minutes that the times hold; `fine`: so do the numbers, as the profile
    says."""

    days: float
    hours: float
    least: float
    most: float
    fine: bool


@file_rule("FIL710", owner="vendor", reads=_FIELDS, severity="error", since="1.0",
           message="{count} 筆差假的{label}{unit}：照版型解讀與起訖時間不符，這樣解讀就相符。例如第 {number} 筆應為 {right}。",
           fix="請廠商更正{label}的單位後重新產製，不要逐筆更改。",
           sources=["公務人員請假規則", "參考版型"])  # fmt: skip
def check(file: FileView) -> Faults:
    amounts = Amounts(file.profile)
    tries = _tries(file, amounts)
    readings = [(reading, _explained(reading, tries)) for reading in amounts.readings()] if tries else []
    most = max((len(found) for _, found in readings), default=0)
    best = [(reading, found) for reading, found in readings if len(found) == most]
    # Where two readings agree with all clocks and not with each other, nobody can tell.
    if most < _AT_LEAST or any(found != best[0][1] for _, found in best):
        return
    reading, found = best[0]
    row, minutes = found[0]
    yield Fault(
        reading.field, pointer=file.table.records_pointer, rows=frozenset(row for row, _ in found),
        params={"count": len(found), "unit": reading.words, "number": row + 1, "right": amount_text(minutes / 60),
                "expected_values": _right_values(file, amounts, found)},
    )  # fmt: skip


def _tries(file: FileView, amounts: Amounts) -> dict[_Try, list[int]]:
    """The records whose times and numbers can be read, those that are alike together; none where hardly one is in
    doubt."""
    calendar = file.context.calendar

    def judge(days: float | None, hours: float | None, *ends: date | int | None) -> tuple[float, float, bool] | None:
        span = span_of(*ends)  # type: ignore[arg-type]
        if span is None:
            return None
        least, most = held(span, calendar)
        return least, most, days is not None and hours is not None and least <= round(days * 480 + hours * 60) <= most

    judged = file.combinations.answers(_FIELDS, judge)
    if sum(1 for one in judged if one is not None and not one[2]) < _AT_LEAST:
        return {}
    days, hours = (file.table.column(name) for name in ("days", "hours"))
    alike: defaultdict[tuple[Any, ...], list[int]] = defaultdict(list)
    for row, key in enumerate(zip(judged, days.keys, hours.keys, strict=True)):
        alike[key].append(row)
    tries: defaultdict[_Try, list[int]] = defaultdict(list)
    for (one, day_key, hour_key), rows in alike.items():
        numbers = None if one is None else amounts.numbers(days.distinct[day_key], hours.distinct[hour_key])
        if one is not None and numbers is not None and any(numbers):
            least, most, fine = one
            # What is only in quotes is in no other unit.
            minutes = None if fine else amounts.as_the_profile_says(*numbers)
            told = fine or (minutes is not None and least <= minutes <= most)
            tries[_Try(*numbers, least, most, told)] += rows
    return tries


def _explained(reading: Reading, tries: dict[_Try, list[int]]) -> list[tuple[int, float]]:
    """(record, minutes) of those that this reading explains and the profile's does not; none where it fails at more
    than a few."""
    found: list[tuple[int, float]] = []
    failed = 0
    for one, rows in tries.items():
        minutes = reading.minutes(one.days, one.hours)
        right = minutes is not None and minutes > 0 and one.least <= round(minutes, 3) <= one.most
        if right and minutes is not None and not one.fine:
            found += [(row, round(minutes, 3)) for row in rows]
        elif not right:
            failed += len(rows)
    return sorted(found) if len(found) >= _NEARLY_ALL * (len(found) + failed) else []


def _right_values(file: FileView, amounts: Amounts, found: list[tuple[int, float]]) -> list[dict[str, Any]]:
    """The value that is right at each place, as far as they are listed."""
    days, hours = file.raw("days"), file.raw("hours")
    listed: list[dict[str, Any]] = []
    for row, minutes in found:
        for name, right in amounts.right(minutes):
            now = (days if name == "days" else hours)[row]
            if now is MISSING or now != right or isinstance(now, str) != isinstance(right, str):
                listed.append({"pointer": file.pointer(name, row), "expected_value": right})
        if len(listed) >= _LISTED:
            break
    return listed[:_LISTED]


def _file(*amounts: dict[str, Any]) -> dict[str, Any]:
    """A record for each amount, of a morning of its own unless it says otherwise."""
    days = [f"11006{day:02d}" for day in (1, 2, 3, 4, 7, 8, 9, 10, 11, 15)]
    return document([
        {"start_date": day, "end_date": day, "end_time": "1200", "days": 0, "hours": 4, **amount}
        for day, amount in zip(days, amounts, strict=False)
    ])  # fmt: skip


_MORNING = {"days": 4, "hours": 0}

EXAMPLES = [
    Example("日數填整日、時數填小時", _file(*[{}] * 6, {"end_time": "1700", "days": 1, "hours": 0})),
    Example("只有四筆，逐筆告知", _file(*[{}] * 4, *[{"hours": 240}] * 4)),
    Example("日數填的是時數", _file(*[_MORNING] * 4, {"end_time": "1700", "days": 8, "hours": 0}), fires_at="/records"),
    Example("時數填的是分鐘數", _file(*[{"hours": 240}] * 6), fires_at="/records"),
    Example("日數帶有小數", _file(*[{"days": 0.5, "hours": 0}] * 6), fires_at="/records"),
]
