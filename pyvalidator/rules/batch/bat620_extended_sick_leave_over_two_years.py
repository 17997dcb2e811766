"""兩年內的延長病假合計超過一年。

同一人從這次檢核的檔案中第一筆延長病假的首日起，2 年內的幾筆延長病假合計超過 1 年；適用勞基法人員的普通傷病假也是。
同一筆跨月的差假只計一次；2 年期滿之後的日數不計入。例假日也計入日數。

## 為什麼重要

延長病假、普通傷病假在 2 年內合併計算都不得超過 1 年；超過的部分可能應改依其他規定辦理，也可能是日數打錯，或假別沒有更正。

## 怎麼修正

請查核該員各次請假的起訖與核准文件。延長病假銷假上班滿 1 年後重新起算者屬正確，請保留說明；打錯者請更正後重新產製檔案。
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from pyvalidator.domain.amounts import amount_text
from pyvalidator.domain.leave_law import basis, kinds_of, limit_on
from pyvalidator.rule import Batch, Example, Fault, Faults, batch_rule, document
from pyvalidator.rules._shared.staff import staff_in_batch
from pyvalidator.rules._shared.year_limits import Taken, file_names, named, taken_by_person

_LIMIT = "long-sick"
_YEARS = 2


@batch_rule("BAT620", owner=("personnel", "unit"), law=_LIMIT,
            severity="warning", since="1.0", reads=("person_id", "leave_type", "start_date", "days", "hours"),
            message="{name}（{person_id}）自{first}起 2 年內的{kind}合計{amount}，超過 1 年（{limit} 日）。{basis}。",
            fix="請人事單位查核該員各次{kind}；延長病假銷假上班滿 1 年後重新起算者屬正確，請保留說明。",
            sources=["公務人員請假規則", "教師請假規則", "勞工請假規則"])  # fmt: skip
def check(batch: Batch) -> Faults:
    for person_id, taken in taken_by_person(batch, _LIMIT).items():
        staff = staff_in_batch(batch, person_id)
        for kind in kinds_of(_LIMIT):
            for within in _two_years_each([one for one in taken if one.leave.kind == kind]):
                first = within[0].start
                limit = limit_on(_LIMIT, first, staff, kind=kind)
                hours = [_before(one, _two_years_after(first)) for one in within]
                # A single one that is too long has its own rule.
                if limit is None or sum(hours) <= limit.days * 8 or max(hours) > limit.days * 8:
                    continue
                params = {
                    **named(batch, person_id), "first": first, "kind": kind, "amount": amount_text(sum(hours)),
                    "limit": limit.days, "basis": basis(limit, staff), "confidence": limit.confidence,
                }  # fmt: skip
                yield Fault(files=file_names(within), params=params)


def _two_years_each(taken: list[Taken]) -> Iterator[list[Taken]]:
    """The leaves in their order, in groups of which each begins within two years of its first."""
    ordered = sorted(taken, key=lambda one: one.start)
    while ordered:
        border = _two_years_after(ordered[0].start)
        within = [one for one in ordered if one.start < border]
        ordered = ordered[len(within) :]
        yield within


def _two_years_after(day: date) -> date:
    try:
        return day.replace(year=day.year + _YEARS)
    except ValueError:
        # 29 February: two years later it is 1 March.
        return day.replace(year=day.year + _YEARS, day=28) + timedelta(days=1)


def _before(taken: Taken, border: date) -> float:
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
