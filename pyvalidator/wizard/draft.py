"""A proposal becomes a profile: what the user confirmed, as a readable TOML file and as a `Profile` to check with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pyvalidator.privacy.masking import mask_key
from pyvalidator.profile import Profile
from pyvalidator.profile.advice import WANTED
from pyvalidator.profile.load import profile_of
from pyvalidator.source.pointers import tokens_of
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.emptiness import missing_everywhere
from pyvalidator.wizard.find_layout import NOTHING_SAID, FoundLayout, Wanted, find_layout
from pyvalidator.wizard.guess_fields import guess_fields
from pyvalidator.wizard.names import parts_of, usually_required
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
    dataset: str = "monthly"


#: A key, a code or a kind of leave that first appears in another month is a question about the profile.
NEW_IS_A_QUESTION = {"STR120": "warning", "STR800": "warning", "STR890": "warning"}


@dataclass
class Kept:
    """What a given profile says and the wizard has no question for. `fields`: those whose keys no file has."""

    note: str = ""
    severity: dict[str, str] = field(default_factory=lambda: dict(NEW_IS_A_QUESTION))
    fields: list[dict[str, Any]] = field(default_factory=list)
    tables: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass
class Suggested:
    """What only a person can settle: written as comments until somebody does."""

    absent: set[str] = field(default_factory=set)
    ignored: list[str] = field(default_factory=list)
    constants: dict[str, Any] = field(default_factory=dict)
    place_constants: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass
class Draft:
    """What is known of a layout so far. The user's corrections change all but `shape` and `suggested`.

    Attributes:
        required: (level, path) → what the user said.
        absent: canonical fields that the user declared to be in no file. constants: fields that no key says → what
            the user said that they are, as the reference profile writes it. place_constants: the same for one of
            several places of records, by its pattern.
        file_name: what the names of the files say (`{agency_code}_{period}*`), "" for nothing.
        suggested: what the program would say of these, as long as nobody has.
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
    suggested: Suggested = field(default_factory=Suggested)

    @property
    def chosen(self) -> set[str]:
        """Canonical fields that a key is mapped to."""
        return {part for choice in self.choices for part in parts_of(choice.field)}

    @property
    def kept_fields(self) -> list[dict[str, Any]]:
        """Fields of a given profile whose keys no file has and that no other key was given; of two that share a key,
        both or none."""
        chosen = self.chosen
        taken = {_place(each) for each in self.kept.fields if each["name"] in chosen}
        return [each for each in self.kept.fields if _place(each) not in taken]

    @property
    def missing(self) -> list[str]:
        """Canonical fields that the checks want and nothing is mapped to."""
        have = self.chosen | {each["name"] for each in self.kept_fields}
        return [name for name in WANTED if name not in have and name not in self.absent]

    def is_required(self, choice: Choice) -> bool:
        """What the user said; else whether every object has the key and the checks cannot do without it."""
        column = choice.column
        return self.required.get(
            (column.level, column.path),
            column.always and not choice.optional and not usually_required().isdisjoint(parts_of(choice.field)),
        )


def _place(spec: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(spec.get(part) for part in ("level", "inside", "key"))


def propose(values: list[Any], wanted: Wanted = NOTHING_SAID, names: Sequence[str] = ()) -> Draft | None:
    """A draft from one or more parsed files of one layout; None where nothing looks like records.

    Args:
        wanted: what the user said of the places. names: what the files are called.
    """
    shapes = [shape for value in values if (shape := find_layout(value, wanted)) is not None]
    if not shapes:
        return None
    shape = _merged(shapes)
    layout = shape.layout
    if any(map(_has_number, (layout.header, layout.persons or "", *layout.records))):
        # Persons told apart by a key that is their identity number: no profile can say that, nor may it hold one.
        return None
    shape.columns = [column for column in shape.columns if not _has_number(column.path)]
    return Draft(shape, guess_fields(shape))


def _has_number(pointer: str) -> bool:
    return any(mask_key(token) != token for token in tokens_of(pointer))


def _merged(shapes: list[FoundLayout]) -> FoundLayout:
    """The shape of the largest file, its columns enriched by those of the files laid out alike."""
    main = max(shapes, key=lambda shape: shape.record_count)
    columns = {(column.level, column.path): column for column in main.columns}
    for shape in shapes:
        if shape is main or shape.layout != main.layout:
            continue
        for column in shape.columns:
            own = columns.setdefault((column.level, column.path), column)
            if own is not column:
                own.count += column.count
                own.objects += column.objects
                own.types += column.types
                own.distinct += column.distinct
                own.longest = max(own.longest, column.longest)
    # What is an object in one file and something else in another is no place for keys.
    main.columns = [
        column for column in columns.values() if not any((column.level, up) in columns for up in column.around)
    ]  # fmt: skip
    return main


def profile_data(draft: Draft) -> dict[str, Any]:
    """The profile as plain data, ready for `Profile` and for TOML."""
    about, layout = draft.about, draft.shape.layout
    in_force = {name: month for name, month in (("from", about.first), ("to", about.last)) if month}
    fields = [field for choice in draft.choices for field in fields_of(draft, choice)] + draft.kept_fields
    places: dict[str, Any] = {"header": layout.header, "records": layout.records}
    if layout.persons is not None:
        places["persons"] = layout.persons
    tables = {table_of(choice): known_codes(choice) for choice in draft.choices if choice.codes}
    return {
        "id": about.id.strip().lower() or "custom", "version": about.version or "1", "title": about.title,
        "status": about.status, "source": about.source, "author": about.author, "date": about.date,
        "note": draft.kept.note, "unknown_keys": about.unknown_keys, "missing": missing_everywhere(draft.choices),
        "in_force": in_force, "layout": places, "fields": fields,
        "tables": {**draft.kept.tables, **tables}, "constants": _constants(draft), "severity": draft.kept.severity,
    }  # fmt: skip


def table_of(choice: Choice) -> str:
    """The name of the table that holds the codes of a coded field."""
    return str(choice.settings["table"])


def _constants(draft: Draft) -> dict[str, str]:
    told = "dataset" in draft.chosen | {each["name"] for each in draft.kept_fields}
    return {"dataset": draft.about.dataset} if draft.about.dataset and not told else {}


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
