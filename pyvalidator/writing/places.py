"""Which of a layout's places each record goes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pyvalidator.profile import Profile
from pyvalidator.profile.constants import constant


def deal(profile: Profile, entries: Sequence[Any]) -> dict[str, list[Any]]:
    """The entries of each pattern: where most of what is settled there is true of them; equals take turns."""
    patterns = profile.layout.records
    found: dict[str, list[Any]] = {pattern: [] for pattern in patterns}
    settled = {
        pattern: {name: constant(name, value) for name, value in profile.place_of[pattern].constants.items()}
        if pattern in profile.place_of else {}
        for pattern in patterns
    }  # fmt: skip
    for turn, entry in enumerate(entries):
        best = patterns
        if profile.places:
            values = entry.values()
            fit = {pattern: _agreeing(settled[pattern], values) for pattern in patterns}
            best = [pattern for pattern in patterns if fit[pattern] == max(fit.values())]
        found[best[turn % len(best)]].append(entry)
    return found


def _agreeing(settled: Mapping[str, Any], values: Mapping[str, Any]) -> int:
    """How much of what is settled at a place is true of a record; below nothing where something is not."""
    if any(values.get(name) != value for name, value in settled.items()):
        return -1
    return len(settled)
