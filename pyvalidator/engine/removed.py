"""Rules that are no more, so that their ids still have an answer: `rules/removed.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from pyvalidator.runtime.package_files import read_package_text


@dataclass(frozen=True)
class RemovedRule:
    """A rule that was in an earlier version. `removed`: the first version without it; `instead`: ids to look at."""

    id: str
    title: str
    removed: str
    reason: str
    instead: tuple[str, ...] = ()


@cache
def removed_rules() -> dict[str, RemovedRule]:
    """Every removed rule by id. Raises TypeError for an entry that lacks something, or has more."""
    rows = tomllib.loads(read_package_text("rules/removed.toml"))["rule"]
    found = [RemovedRule(**{**row, "instead": tuple(row.get("instead", ()))}) for row in rows]
    return {rule.id: rule for rule in found}
