"""Files of layouts as other systems plausibly write them, each from the same leaves and written by hand: nothing of the
package makes them. Clean, or with one fault of each kind at a known place."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from typing import Any

AGENCY, AGENCY_NAME, MONTH = "376506200A", "水上鄉公所", "11006"
TAIPEI = timezone(timedelta(hours=8))


@dataclass(frozen=True)
class Leave:
    """One leave: who, which, from when to when, how long."""

    id: str
    name: str | None
    title: str
    unit: str
    category: str
    kind: str
    start: datetime
    end: datetime
    minutes: int
    covid: bool
    reason: str
    #: A day that no calendar has, in the place of both: (2, 29).
    unreal: bool = False

    @property
    def days(self) -> int:
        return self.minutes // 480

    @property
    def hours(self) -> float:
        rest = self.minutes % 480 / 60
        return int(rest) if rest.is_integer() else rest

    def day(self, moment: datetime) -> tuple[int, int, int]:
        return (moment.year, 2, 29) if self.unreal else (moment.year, moment.month, moment.day)


@dataclass
class Made:
    """A document, where each leave stands in it (None: in a text, or nowhere to be named), and its file's name."""

    document: Any
    places: list[str | None]
    name: str = "export.json"

    @property
    def text(self) -> str:
        return json.dumps(self.document, ensure_ascii=False, indent=1)


def leaves_of(sample: dict[str, Any]) -> list[Leave]:
    """The leaves of a file of the reference layout."""
    found = []
    for row in sample["records"]:
        start, end = (_moment(row[f"{part}_date"], row[f"{part}_time"]) for part in ("start", "end"))
        found.append(Leave(
            row["person_id"], row["person_name"], row["job_title"], row.get("unit") or "民政課", row["person_category"],
            row["leave_type"], start, end, round((row["days"] * 8 + row["hours"]) * 60), row["covid_related"],
            row.get("reason") or "依規定辦理",
        ))  # fmt: skip
    return found


def _moment(day: str, clock: str) -> datetime:
    at = datetime(int(day[:3]) + 1911, int(day[3:5]), int(day[5:]), tzinfo=TAIPEI)
    return at + timedelta(hours=int(clock[:2]), minutes=int(clock[2:]))


def roc(parts: tuple[int, int, int], form: str = "{:03d}{:02d}{:02d}") -> str:
    return form.format(parts[0] - 1911, *parts[1:])


def greg(parts: tuple[int, int, int], form: str = "{:04d}-{:02d}-{:02d}") -> str:
    return form.format(*parts)


# -- faults -----------------------------------------------------------------------------------------------------------


@dataclass
class Faulty:
    """Leaves with faults: fault → (the rules that may tell it, which leave it is in)."""

    leaves: list[Leave]
    faults: dict[str, tuple[tuple[str, ...], int]] = field(default_factory=dict)


def with_faults(clean: list[Leave]) -> Faulty:
    """One fault of each kind, each in a leave of a person who has no other fault."""
    leaves = list(clean)
    found = Faulty(leaves)
    firsts = {leave.id: index for index, leave in reversed(list(enumerate(leaves)))}
    whole = iter([
        index for index in sorted(firsts.values()) if _in_hours(leaves[index]) and leaves[index].start.day not in (29, 30)
    ])  # fmt: skip

    def change(fault: str, rules: str, **values: Any) -> None:
        index = next(whole)
        leaves[index] = replace(leaves[index], **values)
        found.faults[fault] = (tuple(rules.split()), index)

    index = next(whole)
    wrong = leaves[index].id[:-1] + str((int(leaves[index].id[-1]) + 3) % 10)
    # All of a person's leaves have the number: a number of its own would be another person.
    for row, leave in enumerate(leaves):
        if leave.id == leaves[index].id and row != index:
            leaves[row] = replace(leave, id=wrong)
    leaves[index] = replace(leaves[index], id=wrong)
    found.faults["id"] = ("COD105",), index
    index = next(whole)
    leaves[index] = replace(leaves[index], end=leaves[index].end - timedelta(days=3))
    found.faults["end before start"] = ("REC110",), index
    index = next(whole)
    leaves[index] = replace(
        leaves[index], start=leaves[index].start.replace(month=4, day=7), end=leaves[index].end.replace(month=4, day=7)
    )
    found.faults["outside the month"] = ("REC310",), index
    change("unknown kind", "STR890 STR800 STR805", kind="神祕假")
    change("no name", "STR110 STR130 STR200 STR215", name=None)
    change("too long", "STR920 STR925 STR930 REC220", minutes=11 * 60 + 30)
    change("no such day", "COD210 COD215 STR500", unreal=True)
    copied = next(whole)
    leaves.append(leaves[copied])
    found.faults["copy"] = ("PER110",), len(leaves) - 1
    met = next(whole)
    other = leaves[met]
    leaves.append(replace(other, kind="公出", start=other.start + timedelta(minutes=60),
                          end=other.start + timedelta(minutes=120), minutes=60, reason="會勘", covid=False))  # fmt: skip
    found.faults["overlap"] = ("PER130",), len(leaves) - 1
    return found


def _in_hours(leave: Leave) -> bool:
    return leave.start.date() == leave.end.date() and leave.minutes >= 120 and leave.kind in ("公出", "公假", "病假", "事假")
