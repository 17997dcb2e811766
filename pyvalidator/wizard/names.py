"""What keys are called: canonical fields, their known names, and how near a key comes to one of them."""

from __future__ import annotations

import re
from functools import cache

from pyvalidator.domain.aliases import data
from pyvalidator.domain.leave_kinds import proposed_leave
from pyvalidator.profile import built_in_profiles
from pyvalidator.runtime.caches import forgettable
from pyvalidator.source.pointers import Keyed
from pyvalidator.text.nearest import nearest
from pyvalidator.wizard.columns import plain_key

#: What a key by itself tells where it stands in an object of its own.
_INSIDE = 0.8
#: A code in front of a name of leave: `03-事假`, `(03)事假`, `[A1] 事假`.
_CODE = re.compile(r"(?:[0-9A-Za-z]{1,6}[-_.:：、 ]|[（(\[【][0-9A-Za-z]{1,6}[）)\]】])\s*(?=[^0-9A-Za-z\s])")


def aliases() -> dict[str, list[str]]:
    """Canonical field → what systems call it."""
    return data()["fields"]


#: What one value can be at once: the wizard's own names, which become two or four fields of a profile.
TOGETHER = {
    "start_moment": ("start_date", "start_time"), "end_moment": ("end_date", "end_time"), "amount": ("days", "hours"),
    "both_dates": ("start_date", "end_date"), "day_span": ("start_date", "end_date"),
    "clock_span": ("start_time", "end_time"), "span": ("start_date", "start_time", "end_date", "end_time"),
}  # fmt: skip
#: Of these, whose names say nothing of their parts: `period` is not a `start`.
_OWN_NAMES = frozenset({"both_dates", "day_span", "clock_span", "span"})


def parts_of(name: str | None) -> tuple[str, ...]:
    """The canonical fields that a choice stands for; none for no choice."""
    return () if name is None else TOGETHER.get(name, (name,))


@cache
def leave_names() -> tuple[str, ...]:
    """The canonical leave names."""
    return tuple(dict.fromkeys(built_in_profiles()["reference"].tables["leave_type"].values()))


@cache
def _official() -> dict[str, str]:
    return {name: name for name in leave_names()}


@forgettable(4096)
def leave_meant(word: str) -> str | None:
    """The canonical leave name that is proposed for a word of the file, also where its code stands in front."""
    code = _CODE.match(word)
    return proposed_leave(word, _official()) or (proposed_leave(word[code.end() :], _official()) if code else None)


@cache
def usually_required() -> frozenset[str]:
    """Canonical fields that the reference profile requires: others may be absent from another month's file."""
    return frozenset(spec.name for spec in built_in_profiles()["reference"].fields if spec.required)


@forgettable(16384)
def name_score(key: str, name: str) -> float:
    """How near the key comes to a known name of field `name`: 1 the same, 0 nothing in common."""
    if name in TOGETHER and name not in _OWN_NAMES and (best := max(name_score(key, part) for part in TOGETHER[name])):
        return best
    known = aliases().get(name, [])
    parts = _parts(key)
    written, spelled = plain_key(key), "".join(parts)
    if {written, spelled} & {plain_key(name), *known}:
        return 1.0
    telling = [alias for alias in known if len(alias) >= (4 if alias.isascii() else 2)]
    if not set(parts).isdisjoint(known) or any(_is_inside(alias, key) for alias in telling):
        return 0.6
    if not written.isascii() and len(written) >= 2 and any(written in alias for alias in known):
        return 0.6
    if len(written) <= 3:
        return 0.0
    # A slip changes a name by a character or two.
    alike = [alias for alias in telling if abs(len(alias) - len(written)) <= 2]
    return 0.5 if alike and nearest(written, alike) else 0.0


def column_score(column: Keyed, name: str) -> float:
    """The same for a key with those of the objects around it: `{"employee": {"name": …}}` is an employee's name, and
    `{"deputy": {"name": …}}` less of a person's name than a `name` by itself."""
    own = name_score(column.key, name)
    if not column.inside:
        return own
    return max(_INSIDE * own, *(name_score(spelling, name) for spelling in spellings(column)[1:]))


def spellings(column: Keyed) -> list[str]:
    """The key by itself, then after the key of each object around it, the nearest first."""
    keys = column.keys
    return ["_".join(keys[first:]) for first in reversed(range(len(keys)))]


def unit_named(key: str) -> str | None:
    """The unit of leave that a key names: days, hours or minutes; None where it names none."""
    written, spelled = plain_key(key), "".join(_parts(key))
    for unit, words in data()["units"].items():
        if any(word in written or word in spelled for word in words):
            return unit
    return None


def _is_inside(alias: str, key: str) -> bool:
    """Whether a key holds a known name. In a key made of several words a Latin one begins with a word: the etime of
    C_DATETIME is no end."""
    words, spelled = _words(key), _parts(key)
    return any(
        "".join(parts[first:]).startswith(alias) if alias.isascii() and len(words) > 1 else alias in "".join(parts)
        for parts in (words, spelled) for first in range(len(parts))
    )  # fmt: skip


@forgettable(4096)
def _words(key: str) -> tuple[str, ...]:
    """The words of a key: `beginDate`, `begin_date` and `Begin Date` have two."""
    parts = re.split(r"[^0-9A-Za-z\u4e00-\u9fff]+", re.sub("([a-z0-9])([A-Z])", r"\1_\2", key).lower())
    return tuple(filter(None, map(plain_key, parts)))


@forgettable(4096)
def _parts(key: str) -> tuple[str, ...]:
    """The words of a key with the usual abbreviations written in full: `LV_CD` → leave, code."""
    return tuple(_abbreviations().get(word, word) for word in _words(key))


@cache
def _abbreviations() -> dict[str, str]:
    """Abbreviated part of a key → the word."""
    return {short: word for word, shorts in data()["abbreviations"].items() for short in shorts}
