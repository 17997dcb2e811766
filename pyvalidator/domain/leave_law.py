"""How much leave the law gives, by kind, staff class and day. The figures and their sources: `data/leave_law.toml`.

Where a person's staff class is not known, the most generous figure of the classes that it may be applies, and what is
said about it says so and names the law that has it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pyvalidator.domain.roc import day_text
from pyvalidator.domain.sources import CONFIDENCE
from pyvalidator.domain.staff_classes import STAFF_CLASSES, Staff
from pyvalidator.runtime.caches import forgettable
from pyvalidator.runtime.package_files import read_package_text

_PER = {"event": "每次", "month": "每月", "year": "每年"}
_NOTE = re.compile("（[^）]*）")


@dataclass(frozen=True, slots=True)
class Limit:
    """One figure of the law.

    Attributes:
        beyond: kinds of which only what exceeds so many days in the year counts too.
        first, last: the days between which it is in force. `first_perhaps`: the day on which it may have begun.
        by_calendar: days off count too.
        only: the case for which alone the figure is meant, where a file does not tell it; else empty.
        detail: how the law divides the figure further.
    """

    name: str
    kinds: tuple[str, ...]
    beyond: tuple[tuple[str, int], ...]
    staff: tuple[str, ...]
    days: int
    per: str
    first: date
    first_perhaps: date
    last: date
    by_calendar: bool
    only: str
    detail: str
    source: str
    confidence: str

    @property
    def laws(self) -> str:
        """The names of its sources, without their dates."""
        return _NOTE.sub("", self.source)


@cache
def every_limit() -> tuple[Limit, ...]:
    """The figures of every name, staff class and time."""
    return tuple(
        Limit(
            row["name"], tuple(row["kinds"]), tuple(row.get("beyond", {}).items()), tuple(row["staff"]),
            row["days"], row["per"], row.get("from", date.min), row.get("from_perhaps", row.get("from", date.min)),
            row.get("to", date.max), row.get("by_calendar", False), row.get("only", ""), row.get("detail", ""),
            row["source"], row["confidence"],
        )
        for row in _data()["limit"]
    )  # fmt: skip


@cache
def limits(name: str) -> tuple[Limit, ...]:
    """The figures of this name, of every staff class and time. KeyError: there is none."""
    found = tuple(limit for limit in every_limit() if limit.name == name)
    if not found:
        raise KeyError(name)
    return found


@cache
def kinds_of(name: str) -> tuple[str, ...]:
    """The leave kinds whose amounts count against the limit `name`, each once; those of `beyond` last.

    A kind of which no figure is meant for everybody who takes it is left out: nobody can be asked about it.
    """
    rows = [limit for limit in limits(name) if not limit.only]
    kinds = [kind for limit in rows for kind in limit.kinds]
    return tuple(dict.fromkeys([*kinds, *(kind for limit in rows for kind, _ in limit.beyond)]))


@forgettable(4096)
def limit_on(
    name: str, day: date, staff: str | Staff | None = None, *, kind: str | None = None, days_off_count: bool = False
) -> Limit | None:
    """The limit in force on `day`, the most generous of those that may be meant; None: there is none.

    Args:
        staff: the person's class or classes; None or another word: any.
        kind: the leave kind, where the figures of `name` differ by it.
        days_off_count: whether the amount holds days off. Whose class is not known may then be one of those whose days
            are counted so.
    """
    known = staff if isinstance(staff, Staff) else staff_of_word(staff)
    found = [
        limit for limit in limits(name)
        if limit.first_perhaps <= day <= limit.last and not set(known.classes).isdisjoint(limit.staff)
        and (kind is None or kind in limit.kinds or kind in dict(limit.beyond))
    ]  # fmt: skip
    if all(limit.only for limit in found):
        return None
    if not days_off_count:
        usual = [limit for limit in found if not limit.by_calendar]
        found = usual or found
    return max(found, key=lambda limit: limit.days)


def staff_of_word(told: str | None) -> Staff:
    """The class that a file tells; every class where the word names none."""
    return Staff((told,), told=True) if told in STAFF_CLASSES else Staff()


def basis(limit: Limit, staff: Staff) -> str:
    """What a message has to say of the figure it uses, as a sentence without its full stop: whose law it is,
    why that one, how sure."""
    parts = [f"{limit.days} 日是{limit.laws}的日數{f'（{limit.only}）' if limit.only else ''}"]
    if staff.shown_by is not None:
        parts.append(f"這個人有{staff.shown_by}，以{'、'.join(staff.classes)}的規定計算")
    elif not staff.told and not set(staff.classes) <= set(limit.staff):
        parts.append("檔案看不出這個人適用哪一類人員的規定，取本工具查到最多的日數")
    if limit.confidence != "high":
        parts.append(f"可信度{CONFIDENCE[limit.confidence]}")
    return "；".join(parts)


@cache
def shown_by_kinds() -> dict[str, tuple[str, ...]]:
    """Leave kind → the staff classes that take it, of the kinds that are known to be of one law only."""
    return {row["kind"]: tuple(row["staff"]) for row in _data()["shows"]}


def figures_text(name: str) -> list[str]:
    """The figures of a limit with what they rest on, one a line, for people."""
    return [_figure_text(limit) for limit in limits(name)]


def _figure_text(limit: Limit) -> str:
    whose = "各類人員" if set(limit.staff) >= set(STAFF_CLASSES) else "、".join(limit.staff)
    since = f"{day_text(limit.first)}起" if limit.first != date.min else ""
    until = f"至 {day_text(limit.last)}止" if limit.last != date.max else ""
    calendar = "（例假日計入）" if limit.by_calendar else ""
    more = "；".join(filter(None, [limit.only and f"限{limit.only}", *_beyond_text(limit), limit.detail]))
    perhaps = f"（可能自 {day_text(limit.first_perhaps)}起）" if limit.first_perhaps != limit.first else ""
    how = "、".join(filter(None, [f"{since}{perhaps}", until]))
    return (
        f"{'、'.join(limit.kinds)}：{whose}{how and f'，{how}'}，{_PER[limit.per]}最多 {limit.days} 日{calendar}"
        f"{more and f'（{more}）'}；依{limit.source}，可信度{CONFIDENCE[limit.confidence]}。"
    )


def _beyond_text(limit: Limit) -> list[str]:
    return [f"{kind}超過 {days} 日的部分併入計算" for kind, days in limit.beyond]


def good_to() -> date:
    """The last day of leave that the tables are meant for."""
    day: date = _data()["good_to"]
    return day


def checked_on() -> date:
    """The day on which the tables were compared with their sources."""
    day: date = _data()["checked_on"]
    return day


@cache
def limit_names() -> tuple[str, ...]:
    """The name of every limit, each once."""
    return tuple(dict.fromkeys(row["name"] for row in _data()["limit"]))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(read_package_text("domain/data/leave_law.toml"))
