"""What keys are called: canonical fields, their known names, and how near a key comes to one of them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from pyvalidator.nearest import nearest
from pyvalidator.profile import built_in_profiles
from pyvalidator.wizard.shape import plain_key


@cache
def data() -> dict[str, dict[str, list[str]]]:
    """Known names, abbreviations and words, from `data/aliases.toml`."""
    return tomllib.loads((resources.files("pyvalidator.data") / "aliases.toml").read_text("utf-8"))


def aliases() -> dict[str, list[str]]:
    """Canonical field → what systems call it."""
    return data()["fields"]


#: What one value can be at once: the wizard's own names, which become two fields of a profile.
TOGETHER = {
    "start_moment": ("start_date", "start_time"), "end_moment": ("end_date", "end_time"), "amount": ("days", "hours"),
}  # fmt: skip


def parts_of(name: str | None) -> tuple[str, ...]:
    """The canonical fields that a choice stands for; none for no choice."""
    return () if name is None else TOGETHER.get(name, (name,))


@cache
def leave_names() -> tuple[str, ...]:
    """The canonical leave names."""
    return tuple(dict.fromkeys(built_in_profiles()["reference"].tables["leave_type"].values()))


@cache
def usually_required() -> frozenset[str]:
    """Canonical fields that the reference profile requires: others may be absent from another month's file."""
    return frozenset(spec.name for spec in built_in_profiles()["reference"].fields if spec.required)


def name_score(key: str, name: str) -> float:
    """How near the key comes to a known name of field `name`: 1 the same, 0 nothing in common."""
    if name in TOGETHER and (best := max(name_score(key, part) for part in TOGETHER[name])):
        return best
    known = aliases().get(name, [])
    written, spelled = plain_key(key), _spelled_out(key)
    if {written, spelled} & {plain_key(name), *known}:
        return 1.0
    telling = [alias for alias in known if len(alias) >= (4 if alias.isascii() else 2)]
    if any(alias in written or alias in spelled for alias in telling):
        return 0.6
    if not written.isascii() and len(written) >= 2 and any(written in alias for alias in known):
        return 0.6
    return 0.5 if len(written) > 3 and nearest(written, telling) else 0.0


def unit_named(key: str) -> str | None:
    """The unit of leave that a key names: days, hours or minutes; None where it names none."""
    written, spelled = plain_key(key), _spelled_out(key)
    for unit, words in data()["units"].items():
        if any(word in written or word in spelled for word in words):
            return unit
    return None


@cache
def _spelled_out(key: str) -> str:
    """The key with the usual abbreviations of its parts written in full: `LV_CD` → leavecode."""
    parts = re.sub("([a-z0-9])([A-Z])", r"\1_\2", key).lower().replace("-", "_").split("_")
    return plain_key("".join(_abbreviations().get(part, part) for part in parts))


@cache
def _abbreviations() -> dict[str, str]:
    """Abbreviated part of a key → the word."""
    return {short: word for word, shorts in data()["abbreviations"].items() for short in shorts}
