"""Leave kinds by canonical name: what they are called, and when they are in force.

Names, dates and their sources: `data/leave_kinds.toml`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache

from pyvalidator.runtime.caches import forgettable
from pyvalidator.runtime.package_files import read_package_text
from pyvalidator.text.nearest import nearest, plain


@dataclass(frozen=True, slots=True)
class LeaveKind:
    """One leave kind. `first`, `last`: the days between which it is in force, None where open or not known.

    `first_certain`, `last_certain`: whether that day has a named source. `renamed_to`: the name used after `last`.
    """

    name: str
    also: tuple[str, ...]
    first: date | None
    first_source: str
    first_certain: bool
    last: date | None
    last_source: str
    last_certain: bool
    renamed_to: str | None


@cache
def leave_kinds() -> dict[str, LeaveKind]:
    """Every known leave kind by canonical name."""
    text = read_package_text("domain/data/leave_kinds.toml")
    return {
        row["name"]: LeaveKind(
            row["name"], tuple(row.get("also", ())),
            row.get("first"), row.get("first_source", ""), row.get("first_confidence") == "high",
            row.get("last"), row.get("last_source", ""), row.get("last_confidence") == "high", row.get("renamed_to"),
        )
        for row in tomllib.loads(text)["kind"]
    }  # fmt: skip


def same_leave(word: str, codes: dict[str, str]) -> str | None:
    """The code of a profile's table that `word` means beyond doubt: another spelling or a usual other name.

    Args:
        codes: code in the file → canonical name.
    """
    wanted = plain(word)
    found = {code for code, name in codes.items() if wanted in _spellings(code, name)}
    return found.pop() if len(found) == 1 else None


@forgettable(4096)
def _spellings(code: str, name: str) -> frozenset[str]:
    kind = leave_kinds().get(name)
    names = {plain(text) for text in (code, name, *(kind.also if kind else ()))} - {""}
    short = {text.removesuffix("假") for text in names}
    return frozenset(names | short | {f"{text}假" for text in names}) - {""}


def nearest_code(word: str, codes: dict[str, str]) -> str | None:
    """The code of a profile's table whose code or name is nearest to `word`, or None where none is near."""
    by_name = {name: code for code, name in codes.items()}
    near = nearest(word, [*codes, *by_name])
    return near if near is None or near in codes else by_name[near]
