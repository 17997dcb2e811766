"""Leave kinds by canonical name: what they are called, and when they are in force.

Names, dates and their sources: `data/leave_kinds.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

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
    return {
        row["name"]: LeaveKind(
            row["name"], tuple(row.get("also", ())), tuple(row.get("maybe", ())),
            row.get("first"), row.get("first_source", ""), row.get("first_confidence") == "high",
            row.get("last"), row.get("last_source", ""), row.get("last_confidence") == "high", row.get("renamed_to"),
        )
        for row in _data()["kind"]
    }  # fmt: skip


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(read_package_text("domain/data/leave_kinds.toml"))


@cache
def _by_class() -> dict[str, dict[str, str]]:
    """Word → staff class → the kind that the word means for it."""
    rows = [(row["words"], row["meant"]) for row in _data()["by_class"]]
    return {form: meant for words, meant in rows for word in words for form in _forms(plain(word))}


def meant_by_class(word: str, codes: Mapping[str, str]) -> dict[str, str]:
    """Staff class → the code of a profile's table that `word` means for it, where the law of each class has a kind of
    its own by that name; empty for any other word.

    Args:
        codes: code in the file → canonical name.
    """
    if names_state(word):
        return {}
    code_of = {name: code for code, name in codes.items()}
    meant = _by_class().get(plain(word), {})
    return {staff: code_of[name] for staff, name in meant.items() if name in code_of}


def agreed(meant: Mapping[str, str], classes: Collection[str]) -> str | None:
    """The one code that `meant_by_class` has for all of a person's possible classes, or None."""
    found = {meant.get(staff) for staff in classes}
    return found.pop() if len(found) == 1 else None


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
    forms = _forms(plain(word))
    kinds = {name for name, kind in leave_kinds().items() if not forms.isdisjoint(map(plain, kind.maybe))}
    found = {code for code, name in codes.items() if name in kinds}
    return found.pop() if len(found) == 1 else None


def _forms(word: str) -> set[str]:
    """A word with and without its last 假."""
    bare = word.removesuffix("假")
    return {bare, f"{bare}假"}


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
        # 公假(1) and 公假(2) are a system's own: what the number means stands nowhere.
        if all(re.fullmatch("[0-9０-９一二三四五甲乙]?", note.strip(_NOTE_END)) for note in notes):
            return None
        meant = same_leave(name, codes)
        said = [text for text in (note.strip(_NOTE_END) for note in notes) if len(text) > 1]
        if any(meant_by_class(note, codes) for note in said):
            return None
        # Where the note is a kind too, or makes one with the name, either may be meant: 病假(延長).
        others = {same_leave(text, codes) for note in said for text in (note, note + name)}
        return meant if others <= {None, meant} else None
    wanted = plain(word)
    if wanted in _known_names() or wanted in _by_class():
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
