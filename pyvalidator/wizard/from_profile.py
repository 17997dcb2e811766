"""A profile that there is already as the wizard's start: to correct it, or to add the keys and codes that came new."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from typing import Any

from pyvalidator.profile import FieldSpec, Layout, Profile, origin_of
from pyvalidator.profile.layout import HEADER, RECORD
from pyvalidator.profile.notations import DEFAULT_FORMATS
from pyvalidator.profile.spec import CANONICAL
from pyvalidator.source.pointers import escape
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.draft import About, Draft, Kept
from pyvalidator.wizard.find_layout import FoundLayout, Wanted
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


def wanted_by(profile: Profile) -> Wanted:
    """What a profile says of the places: these are looked for, and no others."""
    layout = profile.layout
    maps: dict[str, bool] = {}
    for pattern in [*layout.records, *layout.levels.values(), layout.persons or "", layout.header]:
        tokens = pattern.split("/")[1:]
        for count, token in enumerate(tokens):
            above = "".join(f"/{each}" for each in tokens[:count])
            maps[above] = token == "*" and f"{above}/*" in profile.maps
    return Wanted(tuple(layout.records), tuple(layout.ignored), maps)


def fits(profile: Profile, draft: Draft) -> bool:
    """Whether files have their lists where the profile says, and at least half of the keys that it requires."""
    if sorted(profile.layout.records) != sorted(draft.shape.layout.records):
        return False
    moved = _moved(profile.layout, draft.shape)
    if moved is None:
        return False
    places = {(column.level, column.path) for column in moved.values()}
    required = [(spec.level, spec.path) in places for spec in profile.fields if spec.required]
    return sum(required) >= _FITS * len(required)


def _moved(layout: Layout, shape: FoundLayout) -> dict[int, Column] | None:
    """The columns by their identity, each on the level that the layout has at its place; None where one has none."""
    found = shape.layout
    levels = {layout.objects(level)[0]: level for level in layout.chain if level != RECORD}
    moved: dict[int, Column] = {}
    for column in shape.columns:
        if column.level == RECORD:
            level, inside = RECORD, column.inside
        elif column.level == HEADER:
            path = found.header + column.inside
            if not f"{path}/".startswith(f"{layout.header}/"):
                return None
            level, inside = HEADER, path.removeprefix(layout.header)
        else:
            pattern = found.objects(column.level)[0]
            if pattern not in levels:
                return None
            level, inside = levels[pattern], column.inside
        same = (level, inside) == (column.level, column.inside)
        moved[id(column)] = column if same else replace(column, level=level, inside=inside)
    return moved


def start_from(profile: Profile, draft: Draft) -> None:
    """Let a profile that fits speak for every key that it knows. What is proposed for the others stays, where its field
    is free; fields whose keys no file has are kept, until another key is given to the field."""
    _lay_out(profile, draft)
    specs = _specs(profile)
    own = [specs.pop((choice.column.level, choice.column.path), []) for choice in draft.choices]
    taken = {spec.name for known in own for spec in known}
    for choice, known in zip(draft.choices, own, strict=True):
        if known:
            _take(choice, known, profile)
            _join(choice, known[0], draft)
            draft.required[choice.column.level, choice.column.path] = known[0].required
        elif not taken.isdisjoint(parts_of(choice.field)):
            choice.field, choice.confidence, choice.reason = None, 0.0, ""
            settle(choice)
    for choice in draft.choices:
        if choice.joined_to is not None and all(column is not choice.column for column in choice.joined_to.more):
            choice.joined_to = None
    gone = {spec.name: spec for known in specs.values() for spec in known if spec.name not in taken}
    draft.kept = Kept(
        note=profile.note,
        missing=list(profile.missing),
        severity=dict(profile.severity),
        fields=[_plain(spec) for spec in gone.values() if _can_stay(spec, draft.shape.columns)],
        tables={name: dict(table) for name, table in profile.tables.items()},
        place_keys={place.records: {name for name, key in place.keys.items() if not key} for place in profile.places},
    )
    draft.about = About(
        **{name: getattr(profile, name) for name in _SAID}, date=draft.about.date,
        first=profile.in_force.first or "", last=profile.in_force.last or "",
        dataset=profile.constants.get("dataset", ""),
    )  # fmt: skip
    draft.absent = set(profile.absent)
    draft.constants = {name: value for name, value in profile.constants.items() if name != "dataset"}
    draft.place_constants = {place.records: dict(place.constants) for place in profile.places if place.constants}
    draft.file_name = profile.file_name


def _lay_out(profile: Profile, draft: Draft) -> None:
    """Put the profile's own layout in the place of the one that was found."""
    moved = _moved(profile.layout, draft.shape)
    assert moved is not None, "the profile fits"
    found, layout = draft.shape.layout, profile.layout
    single = [pattern for pattern in found.one_or_list if pattern not in (*layout.one_or_list, *profile.maps)]
    draft.shape = replace(
        draft.shape, layout=replace(layout, one_or_list=[*layout.one_or_list, *single]), columns=list(moved.values())
    )
    for choice in draft.choices:
        choice.more = [moved[id(column)] for column in choice.more]
        choice.column = moved[id(choice.column)]


def _specs(profile: Profile) -> dict[tuple[str, str], list[FieldSpec]]:
    """The fields of each key, also of what they are called at single places."""
    specs: dict[tuple[str, str], list[FieldSpec]] = {}
    for spec in profile.fields:
        specs.setdefault((spec.level, spec.path), []).append(spec)
    for place in profile.places:
        for name, key in place.keys.items():
            spec = profile.by_name[name]
            known = specs.setdefault((spec.level, f"{spec.inside}/{escape(key)}"), []) if key else []
            known += [spec] if spec not in known else []
    return specs


def _join(choice: Choice, spec: FieldSpec, draft: Draft) -> None:
    """Take the keys whose values belong to the field, as the profile says."""
    column = choice.column
    choice.more = []
    for key in spec.more_keys:
        for other in draft.choices:
            if (other.column.level, other.column.inside, other.column.key) == (column.level, column.inside, key):
                choice.more.append(other.column)
                other.field, other.joined_to = None, choice


def _take(choice: Choice, known: list[FieldSpec], profile: Profile) -> None:
    names, first = {spec.name for spec in known}, known[0]
    choice.field = next((name for name in (*CANONICAL, *TOGETHER) if set(parts_of(name)) == names), None)
    choice.confidence, choice.reason = 1.0, "放入的版型這樣寫"
    settle(choice)
    # What values leave open the profile has decided.
    choice.certain, choice.asks, choice.readings, choice.proposed = True, "", [], set()
    if choice.field is None:
        choice.kept = [_plain(spec) for spec in known]
        return
    choice.own = {spec.name: {part: said for part, said in _plain(spec).items() if part in _OWN} for spec in known}
    choice.settings = _plain(first, _MAPPED | _OWN) | ({"type": first.type} if len(known) == 1 else {})
    if first.type in DEFAULT_FORMATS and not first.slots:
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
    said = {each.name: getattr(spec, each.name) for each in dataclasses.fields(spec) if each.name not in without}
    return {name: value for name, value in said.items() if name in _ALWAYS or value != getattr(_BARE, name)}


_ALWAYS = ("name", "key", "title", "type")
_BARE = FieldSpec(name="", key="", title="", type="text")
