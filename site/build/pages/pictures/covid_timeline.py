"""The picture of when each COVID-19 leave was in force.

Dates: the core's tables; docs/covid/kinds.md states them with their letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape

from pages.pictures import timeline
from pyvalidator.domain.leave_kinds import leave_kinds
from pyvalidator.domain.roc import roc_year, slashed
from pyvalidator.domain.sources import measures

_FIRST, _LAST = date(2020, 1, 1), date(2024, 1, 1)
MARK = "<!-- the timeline -->"


@dataclass(frozen=True)
class Span:
    """One leave. `end` None: no letter with one last day for everybody was found. `closed`: the end is sourced; else
    the bar is drawn open."""

    name: str
    start: date
    end: date | None
    note: str = ""
    closed: bool = False


def spans() -> list[Span]:
    """Every leave of the picture, in the order in which they began."""
    return [
        _span("疫情公假", "公假（確診、隔離、檢疫）", "之後依各期函釋"),
        _span("自主健康管理病假", "病假不計入日數（有症狀的自主健康管理）", "之後依各期函釋"),
        _span("防疫隔離假", note="起訖日的可信度中"),
        _span("防疫照顧假", note="隨停課逐次適用，112 年 5 月仍有學校公告"),
        _span("疫苗接種假"),
        _span("輕症病假", "病假不計入日數（輕症）", "看快篩陽性那一天"),
    ]


def _span(name: str, title: str = "", note: str = "") -> Span:
    known = measures().get(name) or leave_kinds()[name]
    assert known.first is not None, f"{name}: a bar needs a first day"
    certain = getattr(known, "last_certain", True)
    return Span(title or name, known.first, known.last, note, closed=known.last is not None and certain)


def build_picture() -> str:
    """The picture as HTML."""
    return timeline.build([f"{roc_year(year)} 年" for year in range(_FIRST.year, _LAST.year)], map(_row, spans()))


def _row(span: Span) -> str:
    end = f"至 {slashed(span.end)}" if span.end else "起"
    note = f"，{span.note}" if span.note else ""
    words = f"<strong>{escape(span.name)}</strong>　{slashed(span.start)} {end}{escape(note)}"
    years = [_days(date(year, 1, 1)) for year in range(_FIRST.year + 1, _LAST.year)]
    left, right = _days(span.start), _days(span.end or _LAST)
    return timeline.row(words, _days(_LAST), left, right, years, closed=span.closed)


def _days(day: date) -> int:
    return (day - _FIRST).days
