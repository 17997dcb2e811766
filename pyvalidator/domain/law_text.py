"""Letters, dates and numbers of days in texts: written as a name in `{{ }}`, printed from the data.

| Written | Printed |
|---|---|
| `{{ 總處培字第1090028602號 }}` | date and number of the letter, and how sure we are |
| `{{ 總處培字第1090028602號 文號 }}` | date and number alone, where the confidence stands beside them |
| `{{ 疫苗接種假 起日 }}`, `止日`, `停止日` | first and last day, and the day after; a leave kind's, or a measure's |
| `{{ 病假 公務人員 每年 }}` | days of a limit; as needed its class of staff, per what, and a day as 111/1/18 |
| `{{ 輕症病假 日數 }}`, `末日` | days of a measure; the last day of leave that began on its last day |

A day that is not certain says so itself.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from pyvalidator.domain.leave_kinds import leave_kinds
from pyvalidator.domain.leave_law import checked_on, limit_names, limits
from pyvalidator.domain.roc import common_year, day_text
from pyvalidator.domain.sources import CONFIDENCE, measures, source_of

#: `${{ }}` is how CI services write their own.
_MARK = re.compile(r"(?<!\$)\{\{ ([^{}\n]*[\u4e00-\u9fff][^{}\n]*?) \}\}")
_PER = {"每次": "event", "每月": "month", "每年": "year"}
_EDGES = {"起日": ("first", 0), "止日": ("last", 0), "停止日": ("last", 1), "末日": ("last_leave", 0)}


def fill_law(text: str) -> str:
    """The text with each mark replaced by what it stands for. Raises ValueError for one that the data does not know."""
    return _MARK.sub(lambda found: _told(*found[1].split()), text) if "{{" in text else text


def _told(name: str, *words: str) -> str:
    if source := source_of(name):
        sure = "" if words == ("文號",) else CONFIDENCE[source.confidence]
        return f"{source.cited}，可信度{sure}" if sure else source.cited
    if len(words) == 1 and words[0] in _EDGES:
        return _edge(name, *_EDGES[words[0]])
    if words == ("日數",) and name in measures():
        return f"{measures()[name].days} 日"
    return f"{_days(name, words)} 日"


def _edge(name: str, edge: str, later: int) -> str:
    """The first or last day of a measure or a leave kind, `later` days on."""
    known = measures().get(name) or leave_kinds().get(name)
    day: date | None = getattr(known, edge, None)
    if day is None:
        raise ValueError(f"{name}: no {edge} day in sources.toml or leave_kinds.toml")
    certain = known.confidence == "high" if name in measures() else getattr(known, f"{edge}_certain")  # type: ignore[union-attr]
    return day_text(day + timedelta(days=later)) + ("" if certain else "（可信度中）")


def _days(kind: str, words: tuple[str, ...]) -> int:
    """The one figure of the limits that begin with this kind; `words`: classes of staff, per what, a day."""
    per = {_PER[word] for word in words if word in _PER}
    day = next((_date(word) for word in words if "/" in word), checked_on())
    staff = {word for word in words if word not in _PER and "/" not in word}
    found = {
        limit.days
        for name in limit_names()
        for limit in limits(name)
        if limit.kinds[0] == kind and limit.first <= day <= limit.last
        and staff <= set(limit.staff) and (not per or limit.per in per)
    }  # fmt: skip
    if len(found) != 1:
        raise ValueError(f"{kind} {' '.join(words)}: {sorted(found)} days in leave_law.toml; name staff, per what, day")
    return found.pop()


def _date(text: str) -> date:
    year, month, day = map(int, text.split("/"))
    return date(common_year(year), month, day)
