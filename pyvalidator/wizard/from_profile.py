"""A profile that there is already as the wizard's start: to correct it, or to add the keys and codes that came new."""

from __future__ import annotations

import dataclasses
from typing import Any

from pyvalidator.profile import FieldSpec, Profile, origin_of
from pyvalidator.profile.notations import DEFAULT_FORMATS
from pyvalidator.profile.spec import CANONICAL
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.draft import About, Draft, Kept
from pyvalidator.wizard.guess_fields import settle
from pyvalidator.wizard.names import TOGETHER, parts_of

#: Share of a profile's required keys that files must have for it to be theirs.
_FITS = 0.5
#: What the mapping says itself, and what a field says for itself where it shares its key with another.
_MAPPED = frozenset({"name", "key", "level", "inside", "required"})
_OWN = frozenset({"title", "type", "help", "example"})
#: What a profile says of itself that stays as it is.
_SAID = ("id", "version", "title", "source", "author", "status", "unknown_keys")


def is_given(profile: Profile) -> bool:
    """Whether it came from outside; a built-in one is in use where nobody chose any."""
    return origin_of(profile) == "own"


def fits(profile: Profile, draft: Draft) -> bool:
    """Whether files have their lists where the profile says, and at least half of the keys that it requires."""
    places = {(column.level, column.path) for column in draft.shape.columns}
    required = [(spec.level, spec.path) in places for spec in profile.fields if spec.required]
    return profile.layout == draft.shape.layout and sum(required) >= _FITS * len(required)


def start_from(profile: Profile, draft: Draft) -> None:
    """Let a profile speak for every key that it knows. What is proposed for the others stays, where its field is free;
    fields whose keys no file has are kept, until another key is given to the field."""
    specs: dict[tuple[str, str], list[FieldSpec]] = {}
    for spec in profile.fields:
        specs.setdefault((spec.level, spec.path), []).append(spec)
    own = [specs.pop((choice.column.level, choice.column.path), []) for choice in draft.choices]
    taken = {spec.name for known in own for spec in known}
    for choice, known in zip(draft.choices, own, strict=True):
        if known:
            _take(choice, known, profile)
            draft.required[choice.column.level, choice.column.path] = known[0].required
        elif not taken.isdisjoint(parts_of(choice.field)):
            choice.field, choice.confidence, choice.reason = None, 0.0, ""
            settle(choice)
    draft.kept = Kept(
        note=profile.note,
        severity=dict(profile.severity),
        fields=[_plain(spec) for known in specs.values() for spec in known if _can_stay(spec, draft.shape.columns)],
        tables={name: dict(table) for name, table in profile.tables.items()},
    )
    draft.about = About(
        **{name: getattr(profile, name) for name in _SAID}, date=draft.about.date,
        first=profile.in_force.first or "", last=profile.in_force.last or "",
        dataset=profile.constants.get("dataset", ""),
    )  # fmt: skip


def _take(choice: Choice, known: list[FieldSpec], profile: Profile) -> None:
    names, first = {spec.name for spec in known}, known[0]
    choice.field = next((name for name in (*CANONICAL, *TOGETHER) if set(parts_of(name)) == names), None)
    choice.confidence, choice.reason = 1.0, "放入的版型這樣寫"
    settle(choice)
    if choice.field is None:
        choice.kept = [_plain(spec) for spec in known]
        return
    choice.own = {spec.name: {part: said for part, said in _plain(spec).items() if part in _OWN} for spec in known}
    choice.settings = _plain(first, _MAPPED | _OWN) | ({"type": first.type} if len(known) == 1 else {})
    if first.type in DEFAULT_FORMATS:
        choice.settings.setdefault("format", DEFAULT_FORMATS[first.type])
    seen = choice.codes or dict.fromkeys(choice.column.codes, "")
    table = profile.tables.get(first.table or "")
    # Codes that files have and the profile has not come behind its own.
    choice.codes = {} if table is None else {**table, **seen, **table}


def _can_stay(absent: FieldSpec, columns: list[Column]) -> bool:
    """False where files have a value in place of an object around the key, or an object in place of its value."""
    places = {column.path for column in columns if column.level == absent.level}
    inner = {up for column in columns if column.level == absent.level for up in column.around}
    return places.isdisjoint(absent.around) and absent.path not in inner


def _plain(spec: FieldSpec, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """What a field says otherwise than by default, as in a file."""
    return {
        each.name: getattr(spec, each.name) for each in dataclasses.fields(spec)
        if each.name not in without and getattr(spec, each.name) != each.default
    }  # fmt: skip
