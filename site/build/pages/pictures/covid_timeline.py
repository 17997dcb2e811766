"""The picture of when each COVID-19 leave was in force.

Dates and letters: docs/covid/kinds.md, which states them in full.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape

from pages.pictures import timeline
from pyvalidator.domain.roc import roc_year, slashed

_FIRST, _LAST = date(2020, 1, 1), date(2024, 1, 1)
MARK = "<!-- the timeline -->"


@dataclass(frozen=True)
class Span:
    """One leave. `end` None: no letter with one last day for everybody was found, so the bar is drawn open."""

    name: str
    start: date
    end: date | None
    note: str = ""


SPANS = (
    Span("公假（確診、隔離、檢疫）", date(2020, 1, 30), None, "之後依各期函釋"),
    Span("病假不計入日數（有症狀的自主健康管理）", date(2020, 1, 30), None, "之後依各期函釋"),
    Span("防疫照顧假", date(2020, 2, 11), None, "隨停課逐次適用，112 年 5 月仍有學校公告"),
    Span("防疫隔離假", date(2020, 2, 25), date(2023, 4, 30)),
    Span("疫苗接種假", date(2021, 5, 5), date(2023, 4, 30)),
    Span("病假不計入日數（輕症）", date(2023, 3, 20), date(2023, 8, 15)),
)


def build_picture() -> str:
    """The picture as HTML."""
    return timeline.build([f"{roc_year(year)} 年" for year in range(_FIRST.year, _LAST.year)], map(_row, SPANS))


def _row(span: Span) -> str:
    end = f"至 {slashed(span.end)}" if span.end else "起"
    note = f"，{span.note}" if span.note else ""
    words = f"<strong>{escape(span.name)}</strong>　{slashed(span.start)} {end}{escape(note)}"
    years = [_days(date(year, 1, 1)) for year in range(_FIRST.year + 1, _LAST.year)]
    left, right = _days(span.start), _days(span.end or _LAST)
    return timeline.row(words, _days(_LAST), left, right, years, closed=span.end is not None)


def _days(day: date) -> int:
    return (day - _FIRST).days
