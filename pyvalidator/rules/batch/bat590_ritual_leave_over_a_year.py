"""全年歲時祭儀假合計超過上限。

同一人在一年內的歲時祭儀假合計超過上限（見依據）。修法的那一年，修法前後的日數分開計算。
年度是原住民族委員會公告的年度：祭儀跨到次年 1 月的，算前一年，因此 1 月的歲時祭儀假先算前一年，算不下的才算當年。
同一筆跨月的差假只計一次。

## 為什麼重要

超過的部分可能應改請其他假別，或其中有重複登記。單一月份看不出來，要把全年的檔案一起檢核。

## 怎麼修正

請對照當年公告的放假期日，查核該員全年的歲時祭儀假；重複登記或假別選錯者請更正後重新產製檔案，屬實者請保留說明。
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pyvalidator.domain.amounts import amount_text
from pyvalidator.domain.leave_law import Limit, basis, limits
from pyvalidator.domain.roc import day_text, roc_year
from pyvalidator.rule import Batch, Example, Fault, Faults, document
from pyvalidator.rules._shared.staff import staff_in_batch
from pyvalidator.rules._shared.year_limits import Taken, file_names, named, taken_by_person, year_limit_rule

_LIMIT = "ritual"


@year_limit_rule("BAT590", _LIMIT, sources=["紀念日及節日實施辦法", "紀念日及節日實施條例", "原民綜字第1140055897號",
                                            "原民綜字第11300317681號"],
                 fix="請人事單位對照當年公告的放假期日，查核該員全年的歲時祭儀假；屬實者請保留說明。")  # fmt: skip
def check(batch: Batch) -> Faults:
    for person_id, taken in taken_by_person(batch, _LIMIT).items():
        for share in _shares(taken):
            # A single leave that is too long has its own rule.
            if share.hours <= share.most or max(one.hours for one in share.taken) > share.most:
                continue
            params = {
                **named(batch, person_id), "year": share.text(), "kinds": "歲時祭儀假",
                "amount": amount_text(share.hours), "limit": share.limit.days,
                "basis": basis(share.limit, staff_in_batch(batch, person_id)), "confidence": share.limit.confidence,
            }  # fmt: skip
            yield Fault(files=file_names(share.taken), params=params)


@dataclass
class _Share:
    """What one rule gives in one year, and what was taken of it."""

    year: int
    limit: Limit
    taken: list[Taken] = field(default_factory=list)
    hours: float = 0.0

    @property
    def most(self) -> float:
        return self.limit.days * 8

    def holds(self, day: date) -> bool:
        return day.year == self.year and self.limit.first_perhaps <= day <= self.limit.last

    def take(self, one: Taken, hours: float) -> None:
        if hours > 0:
            self.taken.append(one)
            self.hours += hours

    def text(self) -> str:
        """The year, and from or to which day where the law changed in it."""
        parts = [f"{roc_year(self.year)} 年"]
        if self.limit.first.year == self.year:
            parts.append(f"（{day_text(self.limit.first)}起）")
        if self.limit.last.year == self.year:
            parts.append(f"（{day_text(self.limit.last)}以前）")
        return "".join(parts)


def _shares(taken: list[Taken]) -> Iterator[_Share]:
    """The shares of all years with what was taken of them.

    A leave that may count for either of two shares fills the earlier one first: what is then too much is so however
    the leaves are counted.
    """
    years = {one.start.year for one in taken}
    shares = [
        _Share(year, limit) for year in sorted(years | {year - 1 for year in years})
        for limit in sorted(limits(_LIMIT), key=lambda limit: limit.first)
        if limit.first_perhaps.year <= year <= limit.last.year
    ]  # fmt: skip
    either: dict[int, list[Taken]] = {}
    for one in sorted(taken, key=lambda one: one.start):
        own = [number for number, share in enumerate(shares) if share.holds(one.start)]
        if one.start.month == 1:
            own.insert(0, own[0] - 1)
        if len(own) > 1:
            either.setdefault(own[0], []).append(one)
        else:
            shares[own[0]].take(one, one.hours)
    for number, share in enumerate(shares):
        for one in either.get(number, ()):
            room = min(one.hours, max(0.0, share.most - share.hours))
            share.take(one, room)
            shares[number + 1].take(one, one.hours - room)
        yield share


def _leave(start: str, days: int = 1, end: str | None = None) -> dict[str, Any]:
    record = {"leave_type": "歲時祭儀假", "start_date": start, "end_date": end or start, "days": days}
    return document([record], period=start[:5], generated_at="1150605")


EXAMPLES = [
    Example("恰好 1 日", files={
        "a.json": _leave("1100701"), "b.json": document([], period="11008", generated_at="1100905"),
    }, today="2021-09-10"),
    Example("超過 1 日", files={"a.json": _leave("1100701"), "b.json": _leave("1100802")}, fires_at="", today="2026-09-10"),
    Example("修法那一年：原規定 1 日，新法 3 日", files={
        "a.json": _leave("1140225"), "b.json": _leave("1141103", 3, "1141105"),
    }, today="2026-09-10"),
    Example("修法那一年：新法 4 日", files={
        "a.json": _leave("1140225"), "b.json": _leave("1140804", 2, "1140805"), "c.json": _leave("1141103", 2, "1141104"),
    }, fires_at="", today="2026-09-10"),
    Example("1 月的祭儀算前一年公告的", files={
        "a.json": _leave("1150102"), "b.json": _leave("1150803", 3, "1150805"),
    }, today="2026-09-10"),
]  # fmt: skip
