"""Leave kinds by canonical name: what they are called, and when they are in force.

Names, dates and their sources: `data/leave_kinds.toml`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache

from pyvalidator.runtime.caches import forgettable
from pyvalidator.runtime.package_files import read_package_text
from pyvalidator.text.nearest import plain
from pyvalidator.text.states import names_state

#: Where a note behind a name begins.
_NOTE = r"[（(\[【〔<《:：,，、;；/／]"
_NOTE_END = "）)]】〕>》 "
#: Names of fewer characters are too much alike.
_TELLING = 4


@dataclass(frozen=True, slots=True)
class LeaveKind:
    """One leave kind. `also`: what else it is called. `maybe`: what is probably it, and has to be confirmed.

    `first`, `last`: the days between which it is in force, None where open or not known. `first_certain`,
    `last_certain`: whether that day has a named source. `renamed_to`: the name used after `last`.
    """

    name: str
    also: tuple[str, ...]
    maybe: tuple[str, ...]
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
            row["name"], tuple(row.get("also", ())), tuple(row.get("maybe", ())),
            row.get("first"), row.get("first_source", ""), row.get("first_confidence") == "high",
            row.get("last"), row.get("last_source", ""), row.get("last_confidence") == "high", row.get("renamed_to"),
        )
        for row in tomllib.loads(text)["kind"]
    }  # fmt: skip


def proposed_leave(word: str, codes: dict[str, str]) -> str | None:
    """The code of a profile's table that a person is asked to confirm for `word`: another spelling or name of its kind,
    a slip, or a word that is probably it; None for anything else, and for a word of state such as 銷假.

    Args:
        codes: code in the file → canonical name.
    """
    if names_state(word):
        return None
    return same_leave(word, codes) or slipped_code(word, codes) or _probably(word, codes)


def _probably(word: str, codes: dict[str, str]) -> str | None:
    wanted = plain(word)
    forms = {wanted, wanted.removesuffix("假")}
    kinds = {name for name, kind in leave_kinds().items() if not forms.isdisjoint(map(plain, kind.maybe))}
    found = {code for code, name in codes.items() if name in kinds}
    return found.pop() if len(found) == 1 else None


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
    names = _names(code, name)
    short = {text.removesuffix("假") for text in names}
    return frozenset(names | short | {f"{text}假" for text in names}) - {""}


def slipped_code(word: str, codes: dict[str, str]) -> str | None:
    """The code of the one kind in a profile's table that `word` is but for a slip, or None.

    Leave kinds are terms of law, and often one character apart (產前假, 產檢假): a slip is only a note behind the name,
    or one character lacking or doubled in a name of four and more; never another character in its place.
    """
    name, *notes = re.split(_NOTE, word)
    if notes and name:
        meant = same_leave(name, codes)
        # Where the note is a kind too, either may be meant.
        others = {same_leave(note, codes) for note in (note.strip(_NOTE_END) for note in notes) if len(note) > 1}
        return meant if others <= {None, meant} else None
    wanted = plain(word)
    if wanted in _known_names():
        return None
    found = {code for code, kind in codes.items() if any(_slip(wanted, text) for text in _names(code, kind))}
    return found.pop() if len(found) == 1 else None


def _slip(wanted: str, name: str) -> bool:
    places = range(len(name))
    return len(name) >= _TELLING and abs(len(wanted) - len(name)) == 1 and (
        wanted in {name[:place] + name[place + 1 :] for place in places}
        or wanted in {name[:place] + name[place] + name[place:] for place in places}
    )


@forgettable(4096)
def _names(code: str, name: str) -> frozenset[str]:
    kind = leave_kinds().get(name)
    return frozenset({plain(text) for text in (code, name, *(kind.also if kind else ()))} - {""})


@cache
def _known_names() -> frozenset[str]:
    return frozenset(plain(text) for kind in leave_kinds().values() for text in (kind.name, *kind.also))
