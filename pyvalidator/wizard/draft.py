"""A proposal becomes a profile: what the user confirmed, as a readable TOML file and as a `Profile` to check with."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pyvalidator.privacy.masking import mask_key
from pyvalidator.profile import Layout, Profile
from pyvalidator.profile.layout import RECORD
from pyvalidator.profile.load import profile_of
from pyvalidator.profile.needed import AMOUNT, GIVABLE, essential_gaps, wanted_gaps
from pyvalidator.profile.spec import CANONICAL
from pyvalidator.source.pointers import tokens_of
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.columns import MEMBER, Column
from pyvalidator.wizard.emptiness import missing_everywhere
from pyvalidator.wizard.file_names import NAMED, file_name_of
from pyvalidator.wizard.find_layout import NOTHING_SAID, FoundLayout, Wanted, find_common_layout
from pyvalidator.wizard.guess_fields import guess_fields, settle
from pyvalidator.wizard.levels import is_safe
from pyvalidator.wizard.names import TOGETHER, parts_of, usually_required
from pyvalidator.wizard.telling import kind_of_leave
from pyvalidator.wizard.words import titles


@dataclass
class About:
    """What a profile says of itself. `first`, `last`: months (YYYMM) that it is for, "" = open.

    `dataset`: which one every file is, where no key says it; "" = unknown.
    """

    id: str = "custom"
    version: str = "1"
    title: str = "由對照精靈建立的版型"
    source: str = "由使用者以對照精靈建立"
    author: str = ""
    date: str = ""
    status: str = "assumption"
    unknown_keys: str = "error"
    first: str = ""
    last: str = ""
    dataset: str = ""


#: A key, a code or a kind of leave that first appears in another month is a question about the profile.
NEW_IS_A_QUESTION = {"STR120": "warning", "STR800": "warning", "STR890": "warning"}


@dataclass
class Kept:
    """What a given profile says and the wizard has no question for.

    `fields`: those whose keys no file has. `place_keys`: place of records → fields that its records do not have.
    """

    note: str = ""
    missing: list[Any] = field(default_factory=list)
    severity: dict[str, str] = field(default_factory=lambda: dict(NEW_IS_A_QUESTION))
    fields: list[dict[str, Any]] = field(default_factory=list)
    tables: dict[str, dict[str, str]] = field(default_factory=dict)
    place_keys: dict[str, set[str]] = field(default_factory=dict)


@dataclass
class Suggested:
    """What only a person can settle: written as comments until somebody does."""

    absent: set[str] = field(default_factory=set)
    ignored: list[str] = field(default_factory=list)
    constants: dict[str, Any] = field(default_factory=dict)
    place_constants: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass
class Draft:
    """What is known of a layout so far. The user's corrections change all but `shape`.

    Attributes:
        required: (level, path) → what the user said.
        absent: canonical fields that the user declared to be in no file. constants: fields that no key says → what
            the user said that they are, as the reference profile writes it. place_constants: the same for one of
            several places of records, by its pattern.
        file_name: what the names of the files say (`{agency_code}_{period}*`), "" for nothing.
    """

    shape: FoundLayout
    choices: list[Choice]
    about: About = field(default_factory=About)
    required: dict[tuple[str, str], bool] = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept)
    absent: set[str] = field(default_factory=set)
    constants: dict[str, Any] = field(default_factory=dict)
    place_constants: dict[str, dict[str, Any]] = field(default_factory=dict)
    file_name: str = ""

    @property
    def chosen(self) -> set[str]:
        """Canonical fields that a key is mapped to."""
        return {part for choice in self.choices for part in parts_of(choice.field)}

    @property
    def fields(self) -> set[str]:
        """Canonical fields that stand in the files, or in those of a given profile."""
        return self.chosen | {each["name"] for each in self.kept_fields}

    @property
    def kept_fields(self) -> list[dict[str, Any]]:
        """Fields of a given profile whose keys no file has and that no other key was given; of two that share a key,
        both or none."""
        chosen = self.chosen
        taken = {_place(each) for each in self.kept.fields if each["name"] in chosen}
        return [each for each in self.kept.fields if _place(each) not in taken]

    @property
    def missing(self) -> list[str]:
        """Fields that the checks want, and of which nobody has said what they are at every place."""
        essential, others = self._gaps
        return essential + others

    @property
    def _gaps(self) -> tuple[list[str], list[str]]:
        """The fields that are missing: those without which no leave can be judged, and the others."""
        known = set(_constants(self)) | {name for name in CANONICAL if f"{{{name}" in self.file_name}
        known |= {
            name for name in CANONICAL
            if all(name in self.place_constants.get(place, ()) or self._has(name, place)
                   for place in self.shape.layout.records)
        }  # fmt: skip

        def placed(*names: str) -> bool:
            return not known.isdisjoint(names)

        essential, wanted = essential_gaps(placed), wanted_gaps(placed, self.absent)
        others = [name for name in wanted if name not in essential]
        return _named(essential), _named(others)

    def _has(self, name: str, place: str) -> bool:
        """Whether a field stands on the records at one place, or on objects above them."""
        choices = [choice for choice in self.choices if name in parts_of(choice.field)]
        return any(_is_at(choice, place) for choice in choices) or (not choices and name in self.fields)

    @property
    def suggested(self) -> Suggested:
        """What the program would say, as long as nobody has."""
        told = self.fields | set(_constants(self))
        kinds = {}
        for pattern in self.shape.layout.records:
            kind = kind_of_leave(next((token for token in reversed(tokens_of(pattern)) if token != MEMBER), ""))
            has = any(_is_at(choice, pattern) and "leave_type" in parts_of(choice.field) for choice in self.choices)
            if kind and not has and "leave_type" not in self.place_constants.get(pattern, {}):
                kinds[pattern] = {"leave_type": kind}
        return Suggested(
            absent={part for name in self._gaps[1] if name not in GIVABLE for part in parts_of(name)},
            ignored=[each.pattern for each in self.shape.candidates if each.asks],
            constants={} if "dataset" in told | self.absent else {"dataset": "monthly"},
            place_constants=kinds,
        )  # fmt: skip

    def is_required(self, choice: Choice) -> bool:
        """What the user said; else whether every object has the key and the checks cannot do without it."""
        column = choice.column
        return self.required.get(
            (column.level, column.path),
            column.always and not choice.optional and not usually_required().isdisjoint(parts_of(choice.field)),
        )


def _named(gaps: list[str]) -> list[str]:
    return ["amount" if name == AMOUNT else name for name in gaps]


def _place(spec: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(spec.get(part) for part in ("level", "inside", "key"))


def propose(values: list[Any], wanted: Wanted = NOTHING_SAID, names: Sequence[str] = ()) -> Draft | None:
    """A draft from one or more parsed files of one layout; None where nothing looks like records.

    Args:
        wanted: what the user said of the places. names: what the files are called.
    """
    shapes = [shape for group in _alike(values) if (shape := find_common_layout(group, wanted)) is not None]
    if not shapes:
        return None
    shape = max(shapes, key=lambda shape: shape.record_count)
    if not is_safe(shape.layout):
        return None
    shape.columns = [column for column in shape.columns if not _has_number(column.path)]
    draft = Draft(shape, choices_of(shape))
    draft.file_name = file_name_of(names) if not draft.chosen >= NAMED else ""
    return draft


def _has_number(pointer: str) -> bool:
    return any(mask_key(token) != token for token in tokens_of(pointer))


def _alike(values: list[Any]) -> list[list[Any]]:
    """Files that are probably of one layout together: at least half of the keys of their roots are the same."""
    groups: list[tuple[set[str], list[Any]]] = []
    for value in values:
        first = value[0] if isinstance(value, list) and value else value
        keys = {type(value).__name__, *(first if isinstance(first, dict) else ())}
        group = next((found for known, found in groups if 2 * len(known & keys) >= len(known | keys)), None)
        if group is None:
            groups.append((keys, group := []))
        group.append(value)
    return [group for _, group in groups]


def choices_of(shape: FoundLayout) -> list[Choice]:
    """What each key is proposed to be. Keys that stand at one of several places only can be the same field."""
    if not any(column.places for column in shape.columns):
        return guess_fields(shape)
    found: dict[tuple[str, str], Choice] = {}
    for pattern in sorted(shape.layout.records, key=lambda pattern: -len(shape.samples_at[pattern])):
        for choice in guess_fields(shape.at(pattern)):
            place = (choice.column.level, choice.column.path)
            if place not in found:
                _fit_in(choice, list(found.values()))
                found[place] = choice
    return [found[column.level, column.path] for column in shape.columns]


def _fit_in(choice: Choice, others: list[Choice]) -> None:
    """Let a key be no field that is another one's at the same place, and no other whole of the same parts elsewhere."""
    parts = set(parts_of(choice.field))
    same = [other for other in others if not parts.isdisjoint(parts_of(other.field))]
    if choice.field == "amount" and any(other.field != "amount" for other in same):
        # Days alone, where the other places have days and hours.
        choice.field = "hours" if choice.unit == "hours" else "days"
        settle(choice)
    if any(meet(choice.column, other.column) or other.field != choice.field for other in same if other.field in TOGETHER
           or choice.field in TOGETHER or other.field == choice.field):  # fmt: skip
        choice.field, choice.confidence, choice.reason = None, 0.0, ""
        settle(choice)


def meet(one: Column, other: Column) -> bool:
    """Whether two keys stand at one place, so that they cannot be one field."""
    return not one.places or not other.places or not set(one.places).isdisjoint(other.places)


def profile_data(draft: Draft) -> dict[str, Any]:
    """The profile as plain data, ready for `Profile` and for TOML."""
    about = draft.about
    in_force = {name: month for name, month in (("from", about.first), ("to", about.last)) if month}
    base = base_choices(draft)
    fields = [field for choice in base for field in fields_of(draft, choice)] + draft.kept_fields
    tables: dict[str, dict[str, str]] = {}
    for choice in draft.choices:
        if choice.codes:
            tables[table_of(choice)] = {**tables.get(table_of(choice), {}), **known_codes(choice)}
    return {
        "id": about.id.strip().lower() or "custom", "version": about.version or "1", "title": about.title,
        "status": about.status, "source": about.source, "author": about.author, "date": about.date,
        "note": draft.kept.note, "unknown_keys": about.unknown_keys, "file_name": draft.file_name,
        "missing": _missing(draft), "absent": [name for name in CANONICAL if name in draft.absent],
        "in_force": in_force, "layout": _layout(draft.shape.layout), "fields": fields, "places": _places(draft, base),
        "tables": {**draft.kept.tables, **tables}, "constants": _constants(draft), "severity": draft.kept.severity,
    }  # fmt: skip


def _missing(draft: Draft) -> list[Any]:
    """What stands where there is no value: what a given profile says, and what was found beside it."""
    kept = draft.kept.missing
    return [*kept, *(each for each in missing_everywhere(draft.choices) if each not in kept)]


def _layout(layout: Layout) -> dict[str, Any]:
    """What a layout says otherwise than by default, as in a file."""
    said = {each.name: getattr(layout, each.name) for each in dataclasses.fields(layout)}
    return {name: value for name, value in said.items() if value or name == "header"}


def base_choices(draft: Draft) -> list[Choice]:
    """The keys that are fields of the profile. The others are what a field is called at one of several places."""
    return [choice for choice in draft.choices if _base(draft, choice) is choice]


def _base(draft: Draft, choice: Choice) -> Choice:
    """The first key with the same field; the key itself where it has none, or stands in another object."""
    same = (
        other for other in draft.choices
        if other.field is not None and other.field == choice.field and other.column.inside == choice.column.inside
    )  # fmt: skip
    return next(same, choice)


def _places(draft: Draft, base: list[Choice]) -> list[dict[str, Any]]:
    """What differs at some of several places of records."""
    found = []
    for pattern in draft.shape.layout.records:
        constants = draft.place_constants.get(pattern, {})
        keys: dict[str, str] = {}
        for choice in base:
            column = choice.column
            here = [other.column for other in draft.choices if _base(draft, other) is choice and _is_at(other, pattern)]
            key = here[0].key if here else ""
            if column.level != RECORD or key == column.key:
                continue
            names = [field["name"] for field in fields_of(draft, choice)]
            kept = draft.kept.place_keys.get(pattern, ())
            keys |= {
                name: key for name in names if name not in constants
                and (key or draft.is_required(choice) or name in kept)
            }  # fmt: skip
        if keys or constants:
            found.append({"records": pattern, "keys": keys, "constants": constants})
    return [{name: part for name, part in place.items() if part} for place in found]


def _is_at(choice: Choice, pattern: str) -> bool:
    return not choice.column.places or pattern in choice.column.places


def table_of(choice: Choice) -> str:
    """The name of the table that holds the codes of a coded field."""
    return str(choice.settings["table"])


def _constants(draft: Draft) -> dict[str, Any]:
    said = {**({"dataset": draft.about.dataset} if draft.about.dataset else {}), **draft.constants}
    return {name: value for name, value in said.items() if name not in draft.fields}


def known_codes(choice: Choice) -> dict[str, str]:
    """The codes that have a meaning. Without any the table would refuse every value, so it stays open."""
    return {code: name for code, name in choice.codes.items() if name}


def open_codes(choice: Choice) -> list[str]:
    """Codes seen that nobody has given a meaning yet; none that holds an identity number."""
    return [code for code, name in choice.codes.items() if not name and mask_key(code) == code]


def fields_of(draft: Draft, choice: Choice) -> list[dict[str, Any]]:
    """What a key is, as fields of a profile: one, or two where a value is a day and a time of day."""
    column = choice.column
    inside = {"inside": column.inside} if column.inside else {}
    base = {"key": column.key, "level": column.level, **inside, "required": draft.is_required(choice)}
    if choice.joined_to is not None:
        # The key is part of another field.
        return []
    if choice.field is None and choice.kept:
        return [{**each, "required": draft.is_required(choice)} for each in choice.kept]
    if choice.field is None:
        # A key that means nothing to the rules is still known, so that it is not reported as unknown.
        name = f"other:{column.level}:{column.path[1:]}"
        return [{"name": name, "title": column.shown_key, "type": "any", **base}]
    by_unit = {"days": "請假日數", "hours": "請假時數", "minutes": "請假分鐘數"}
    told = by_unit.get(choice.settings.get("unit", ""), "請假長度" if choice.field == "amount" else None)
    return [
        {
            "name": name, "title": told or titles()[name], "type": name.rpartition("_")[2], **base, **choice.settings,
            **choice.own.get(name, {}),
        }
        for name in parts_of(choice.field)
    ]  # fmt: skip


def draft_profile(draft: Draft) -> Profile:
    """The draft as a profile that files can be checked with.

    Raises:
        ValidationError: of pydantic, where the user's choices contradict each other.
    """
    return profile_of(profile_data(draft))
