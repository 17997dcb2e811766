"""Letters, laws and public data that rules and pages rest on, and measures against the epidemic that are no leave kind.

Numbers, dates and confidence: `data/sources.toml`; each stands in docs/develop/sources.md too.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from pyvalidator.domain.roc import day_text
from pyvalidator.runtime.package_files import read_package_text

#: How sure we are, in words for users, the surest first; a convention of our own has none.
CONFIDENCE = {"high": "高", "medium": "中", "low": "低", "none": ""}
_NUMBER = re.compile(r"第 ?(\d+[A-Z]?) ?號")


@dataclass(frozen=True, slots=True)
class Source:
    """One source. `name`: what rules and tables call it; `number`: a letter's, else the name; `day`: of a letter."""

    name: str
    number: str
    by: str
    day: date | None
    note: str
    confidence: str

    @property
    def cited(self) -> str:
        """As a sentence names it, e.g. 109 年 3 月 12 日總處培字第 1090028602 號."""
        when = day_text(self.day) if self.day else ""
        number = _NUMBER.sub(r"第 \1 號", self.number)
        return f"{self.by} {when}{number}" if self.by and when else f"{self.by}{when}{number}"

    @property
    def described(self) -> str:
        """What to say beside the name: the date of a letter, what it says, and how sure we are."""
        sure = CONFIDENCE[self.confidence]
        when = f"{day_text(self.day)}，" if self.day and self.number == self.name else ""
        return f"{when}{self.note}" + (f"；可信度{sure}" if sure else "")


@dataclass(frozen=True, slots=True)
class Measure:
    """What was in force between two days; `last` None: no letter was found. `days`: how many it gives, or None."""

    first: date
    last: date | None
    days: int | None
    source: str
    confidence: str

    @property
    def last_leave(self) -> date | None:
        """The last day of leave that began on the measure's last day and takes all its days."""
        return self.last and self.last + timedelta(days=(self.days or 1) - 1)


@cache
def sources() -> dict[str, Source]:
    """Every source by the name that rules and tables give it."""
    return {
        name: Source(name, row.get("number", name), row.get("by", ""), row.get("date"), row["note"], row["confidence"])
        for name, row in _data()["source"].items()
    }


@cache
def measures() -> dict[str, Measure]:
    """Every measure by name."""
    return {
        name: Measure(row["first"], row.get("last"), row.get("days"), row["source"], row["confidence"])
        for name, row in _data()["measure"].items()
    }


def source_of(name: str) -> Source | None:
    """The source of this name or letter number, None where there is none."""
    wanted = (name, f"{name}函")
    return sources().get(name) or next((source for source in sources().values() if source.number in wanted), None)


def sources_in(text: str) -> list[Source]:
    """The sources that a text names: letters by their number, the others by their name."""
    numbers = {*_NUMBER.findall(text)}
    return [
        source for source in sources().values()
        if source.name in text or numbers & {*_NUMBER.findall(source.number)}
    ]  # fmt: skip


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(read_package_text("domain/data/sources.toml"))
