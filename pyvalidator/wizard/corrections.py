"""The user's answers put into a draft: which places, which keys, how they are read, and what is in no file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pyvalidator.profile.spec import CANONICAL
from pyvalidator.wizard.candidates import Candidate
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.draft import Draft, meet
from pyvalidator.wizard.field_forms import settle
from pyvalidator.wizard.find_layout import Wanted
from pyvalidator.wizard.form_controls import set_control
from pyvalidator.wizard.names import parts_of
from pyvalidator.wizard.readings import set_reading, set_template


def wanted_of(edits: Mapping[str, Any], candidates: Sequence[Candidate]) -> Wanted | None:
    """What was said of the places, beside what is taken for records where nothing was said; None where that leaves no
    place for records."""
    said = edits.get("places", {})
    maps = edits.get("maps", {})
    if not said:
        return Wanted(maps=maps)
    records = tuple(each.pattern for each in candidates if said.get(each.pattern, each.role) == "records")
    ignored = tuple(each.pattern for each in candidates if said.get(each.pattern, each.role) == "ignored")
    return Wanted(records=records, ignored=ignored, maps=maps) if records else None


@dataclass(frozen=True)
class Refused:
    """A template that was typed for a key and cannot be used, and why."""

    template: str
    problem: str


def correct(draft: Draft, edits: Mapping[str, Any]) -> dict[str, Refused]:
    """Put everything else that was said into the draft; returns key → the template that was not taken.

    Args:
        edits: `about` (see `About`); `absent`: field → whether no file has it; `constants`: field → what all files
            have, None for nothing; `place_constants`: place → the same for its records; `given`: field → what was
            typed for this time's files, None where it is told otherwise; `file_name`: a pattern, None as it was;
            `columns`: a list of {"at", "field", "required", "reading", "template", "controls", "codes", "proposed"},
            each part but the first optional, the latest correction last.

    Raises:
        KeyError: an unknown key or field: the page's bug.
    """
    draft.about = replace(draft.about, **{name: str(value) for name, value in edits.get("about", {}).items()})
    choices = {place_of(choice): choice for choice in draft.choices}
    refused: dict[str, Refused] = {}
    for edit in edits.get("columns", ()):
        # Other places have other keys: what was said of one that is gone waits until it is back.
        if edit["at"] in choices:
            problem = _correct_key(draft, choices[edit["at"]], edit)
            refused |= {edit["at"]: Refused(edit["template"], problem)} if problem else {}
    for field, absent in edits.get("absent", {}).items():
        for part in parts_of(field):
            (draft.absent.add if absent else draft.absent.discard)(part)
    _merge(draft.constants, edits.get("constants", {}))
    for place, constants in edits.get("place_constants", {}).items():
        _merge(draft.place_constants.setdefault(place, {}), constants)
    if edits.get("file_name") is not None:
        draft.file_name = edits["file_name"]
    return refused


def _merge(own: dict[str, Any], said: Mapping[str, Any]) -> None:
    for field, value in said.items():
        own.pop(field, None)
        if value is not None:
            own[field] = value


def place_of(choice: Choice) -> str:
    """By what an edit names a key, whatever else is chosen."""
    return choice.column.level + choice.column.path


def _correct_key(draft: Draft, choice: Choice, edit: Mapping[str, Any]) -> str:
    """Put what was said of one key into the draft; returns what is wrong with a template."""
    if "field" in edit:
        wanted = edit["field"] or None
        for other in draft.choices:
            same = not set(parts_of(wanted)).isdisjoint(parts_of(other.field))
            if other is not choice and same and meet(choice.column, other.column):
                _set_field(draft, other, None)
        if wanted != choice.field:
            _set_field(draft, choice, wanted)
        choice.by_user = True
    if "required" in edit:
        draft.required[choice.column.level, choice.column.path] = bool(edit["required"])
    if edit.get("reading"):
        set_reading(choice, edit["reading"])
    for name, value in edit.get("controls", {}).items():
        set_control(choice, name, value)
    if choice.codes:
        said = {str(code): str(name) for code, name in edit.get("codes", {}).items()}
        choice.codes |= said
        choice.proposed = (choice.proposed - said.keys()) | set(edit.get("proposed", ()))
    return set_template(choice, edit["template"]) if edit.get("template") else ""


def _set_field(draft: Draft, choice: Choice, name: str | None) -> None:
    if any(part not in CANONICAL for part in parts_of(name)):
        raise KeyError(name)
    if name is None or (name != choice.field and "amount" in (name, choice.field)):
        # Keys that made a value together are keys of their own again.
        choice.more, choice.joined = [], []
        for other in draft.choices:
            other.joined_to = None if other.joined_to is choice else other.joined_to
    choice.field, choice.reason, choice.confidence = name, "", 0.0
    settle(choice)


def copied(choices: Sequence[Choice]) -> list[Choice]:
    """Choices that can be corrected without touching those they came from."""
    copies = [
        replace(each, settings=dict(each.settings), codes=dict(each.codes), proposed=set(each.proposed),
                readings=list(each.readings), own=dict(each.own), kept=list(each.kept))
        for each in choices
    ]  # fmt: skip
    by_old = {id(old): new for old, new in zip(choices, copies, strict=True)}
    for each in copies:
        if each.joined_to is not None:
            each.joined_to = by_old[id(each.joined_to)]
    return copies
