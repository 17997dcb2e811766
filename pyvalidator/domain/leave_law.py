"""How much leave the law gives, by kind, staff class and day. The figures and their sources: `data/leave_law.toml`.

Where a person's staff class is not known, the most generous limit of all classes applies, and what is said about it
says so.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pyvalidator.runtime.caches import forgettable
from pyvalidator.runtime.package_files import read_package_text

#: Canonical values of the field `staff_class`.
STAFF_CLASSES = ("公務人員", "教師", "聘僱人員", "適用勞基法人員")
TEACHER = "教師"

_ASSUMED = "檔案未載明人員類別，以最寬的規定計算"


@dataclass(frozen=True, slots=True)
class Limit:
    """One figure of the law. `first`, `last`: the days between which it is in force. `beyond`: kinds of which only
    what exceeds so many days in the year counts too."""

    name: str
    kinds: tuple[str, ...]
    beyond: tuple[tuple[str, int], ...]
    staff: tuple[str, ...]
    days: int
    per: str
    first: date
    last: date
    source: str
    confidence: str


@cache
def limits(name: str) -> tuple[Limit, ...]:
    """The figures of this name, of every staff class and time. KeyError: there is none."""
    found = tuple(
        Limit(
            row["name"], tuple(row["kinds"]), tuple(row.get("beyond", {}).items()), tuple(row["staff"]),
            row["days"], row["per"], row.get("from", date.min), row.get("to", date.max),
            row["source"], row["confidence"],
        )
        for row in _data()["limit"] if row["name"] == name
    )  # fmt: skip
    if not found:
        raise KeyError(name)
    return found


def kinds_of(name: str) -> tuple[str, ...]:
    """The leave kinds whose amounts count against the limit `name`, each once; those of `beyond` last."""
    kinds = [kind for limit in limits(name) for kind in limit.kinds]
    return tuple(dict.fromkeys([*kinds, *(kind for limit in limits(name) for kind, _ in limit.beyond)]))


@forgettable(4096)
def limit_on(name: str, day: date, staff: str | None = None) -> Limit | None:
    """The limit in force on `day` for a staff class (None or another word: the most generous); None: there is none."""
    in_force = [limit for limit in limits(name) if limit.first <= day <= limit.last]
    if staff in STAFF_CLASSES:
        in_force = [limit for limit in in_force if staff in limit.staff]
    return max(in_force, key=lambda limit: limit.days, default=None)


def assumption(staff: str | None) -> str:
    """What a message has to say about the staff class, without a full stop: nothing where it is known."""
    return "" if staff in STAFF_CLASSES else _ASSUMED


def good_to() -> date:
    """The last day of leave that the tables are meant for."""
    day: date = _data()["good_to"]
    return day


def checked_on() -> date:
    """The day on which the tables were compared with their sources."""
    day: date = _data()["checked_on"]
    return day


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(read_package_text("domain/data/leave_law.toml"))
