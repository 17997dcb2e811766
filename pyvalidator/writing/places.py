"""Which of a layout's places a record goes to, and how its keys are called there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pyvalidator.profile import FieldSpec, Profile, built_in_profiles, field_values
from pyvalidator.profile.layout import Place


def constant(name: str, value: Any) -> Any:
    """The canonical value of a profile's constant, which stands there as the reference profile writes it."""
    reference = built_in_profiles()["reference"]
    spec = reference.by_name.get(name)
    return value if spec is None else field_values.canonical(reference, spec, value)


class PlaceChooser:
    """The places of records in a profile."""

    def __init__(self, profile: Profile) -> None:
        self._patterns = profile.layout.records
        self._places: dict[str, Place] = {place.records: place for place in profile.places}

    def keys(self, spec: FieldSpec, pattern: str) -> list[str]:
        """The keys under which a field's value stands on the objects at `pattern`; none where they do not have it."""
        place = self._places.get(pattern)
        if place is None or spec.name not in place.keys:
            return [spec.key, *spec.more_keys]
        key = place.keys[spec.name]
        return [key, *spec.more_keys] if key else []

    def deal(self, entries: Sequence[Any]) -> dict[str, list[Any]]:
        """The entries of each pattern: where most of what is settled there is true of them; equals take turns."""
        found: dict[str, list[Any]] = {pattern: [] for pattern in self._patterns}
        settled = {pattern: self._settled(pattern) for pattern in self._patterns}
        for turn, entry in enumerate(entries):
            best = self._patterns
            if self._places:
                values = entry.values()
                fit = {pattern: _agreeing(settled[pattern], values) for pattern in self._patterns}
                best = [pattern for pattern in self._patterns if fit[pattern] == max(fit.values())]
            found[best[turn % len(best)]].append(entry)
        return found

    def _settled(self, pattern: str) -> dict[str, Any]:
        place = self._places.get(pattern)
        return {name: constant(name, value) for name, value in place.constants.items()} if place else {}


def _agreeing(settled: Mapping[str, Any], values: Mapping[str, Any]) -> int:
    """How much of what is settled at a place is true of a record; below nothing where something is not."""
    if any(values.get(name) != value for name, value in settled.items()):
        return -1
    return len(settled)
