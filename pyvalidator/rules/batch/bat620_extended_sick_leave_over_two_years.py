"""兩年內的延長病假合計超過一年。

同一人從這次檢核的檔案中第一筆延長病假的首日起，2 年內的幾筆延長病假合計超過 1 年。
同一筆跨月的差假只計一次；2 年期滿之後的日數不計入。延長病假不扣除例假日。

## 為什麼重要

延長病假在 2 年內合併計算不得超過 1 年；超過的部分可能應改依其他規定辦理，也可能是日數打錯，或假別沒有更正。

## 怎麼修正

請查核該員各次延長病假的起訖與核准文件。銷假上班滿 1 年後重新起算者屬正確，請保留說明；打錯者請更正後重新產製檔案。

## 依據

公務人員請假規則、教師請假規則：延長病假自第一次請延長病假之首日起算，2 年內合併計算不得超過 1 年；
銷假上班滿 1 年以上者，重行起算。
"""

from collections.abc import Hashable
from datetime import date, timedelta
from typing import Any, NamedTuple

from pyvalidator.domain.amounts import amount_text
from pyvalidator.domain.leave_law import kinds_of, limit_on
from pyvalidator.engine.batch import FileExtract, Leave
from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document

_LIMIT = "long-sick"
_YEARS = 2


@batch_rule("BAT620", owner=("personnel", "unit"),
            severity="warning", since="1.0", reads=("person_id", "leave_type", "start_date", "days", "hours"),
            message="{name}（{person_id}）自{first}起 2 年內的延長病假合計{amount}，超過 1 年（{limit} 日）。",
            fix="請人事單位查核該員各次延長病假；銷假上班滿 1 年後重新起算者屬正確，請保留說明。",
            sources=["公務人員請假規則", "教師請假規則"])  # fmt: skip
def check(batch: Batch) -> Faults:
    for person_id, leaves in _by_person(batch).items():
        # Equal leaves of several months' files are one.
        distinct: dict[Hashable, list[_Taken]] = {}
        for taken in leaves:
            distinct.setdefault((taken.start, taken.leave.end, taken.leave.span, taken.hours), []).append(taken)
        ordered = sorted(distinct.values(), key=lambda same: same[0].start)
        while ordered:
            first = ordered[0][0].start
            border = _two_years_after(first)
            within = [same for same in ordered if same[0].start < border]
            ordered = ordered[len(within) :]
            person = leaves[0].file.people[person_id]
            limit = limit_on(_LIMIT, first, person.staff_class)
            hours = [_before(same[0], border) for same in within]
            # A single one that is too long has its own rule.
            if limit is None or sum(hours) <= limit.days * 8 or max(hours) > limit.days * 8:
                continue
            params = {
                "name": person.name or "（姓名無法讀取）", "person_id": person_id, "first": first,
                "amount": amount_text(sum(hours)), "limit": limit.days,
            }  # fmt: skip
            yield Fault(files=tuple(sorted({taken.file.name for same in within for taken in same})), params=params)


class _Taken(NamedTuple):
    file: FileExtract
    leave: Leave
    start: date
    hours: float


def _by_person(batch: Batch) -> dict[str, list[_Taken]]:
    found: dict[str, list[_Taken]] = {}
    for kind in kinds_of(_LIMIT):
        for file, person_id, leave in batch.leaves_of_kind.get(kind, ()):
            if leave.start is not None and leave.hours is not None:
                found.setdefault(person_id, []).append(_Taken(file, leave, leave.start, leave.hours))
    return found


def _two_years_after(day: date) -> date:
    try:
        return day.replace(year=day.year + _YEARS)
    except ValueError:
        # 29 February: two years later it is 1 March.
        return day.replace(year=day.year + _YEARS, day=28) + timedelta(days=1)


def _before(taken: _Taken, border: date) -> float:
    """Hours of the leave that lie before `border`; days off count too."""
    return min(taken.hours, (border - taken.start).days * 8)


def _leave(start: str, end: str, days: int, **more: Any) -> dict[str, Any]:
    return _again(start, end, days, start[:5], **more)


def _again(start: str, end: str, days: int, period: str, **more: Any) -> dict[str, Any]:
    record = {"leave_type": "延長病假", "start_date": start, "end_date": end, "days": days, "reason": "重大傷病"}
    return document([{**record, **more}], period=period, generated_at="1130105")


_SHE = {"person_id": "A234567893", "person_name": "陳美玲"}


EXAMPLES = [
    Example("2 年內合計恰好 366 日", files={
        "a.json": _leave("1100601", "1101130", 183), "b.json": _leave("1110101", "1110702", 183),
    }, today="2024-01-10"),
    Example("2 年內合計超過 366 日", files={
        "a.json": _leave("1100601", "1101130", 183), "b.json": _leave("1110101", "1110703", 184),
    }, fires_at="", today="2024-01-10"),
    Example("同一筆在兩個月的檔案", files={
        "a.json": _leave("1100601", "1101231", 214), "b.json": _again("1100601", "1101231", 214, "11007"),
    }, today="2024-01-10"),
    Example("兩人合計不算", files={
        "a.json": _leave("1100601", "1101130", 183), "b.json": _leave("1110101", "1110703", 184, **_SHE),
    }, today="2024-01-10"),
    Example("滿 2 年當日開始，重新起算", files={
        "a.json": _leave("1100601", "1101130", 183), "b.json": _leave("1120601", "1121231", 214),
    }, today="2024-01-10"),
    Example("第 2 筆大部分在 2 年之後", files={
        "a.json": _leave("1100601", "1101130", 183), "b.json": _leave("1120501", "1121231", 245),
    }, today="2024-01-10"),
]  # fmt: skip
