"""A proposal becomes a profile: what the user confirmed, as a readable TOML file and as a `Profile` to check with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pyvalidator.profile as profiles
from pyvalidator.mask import Masker
from pyvalidator.profile import Profile
from pyvalidator.wizard.guess import Choice, guess_fields
from pyvalidator.wizard.shape import Shape, find_shape

#: Without these a month's leave cannot be judged; the page asks for them first.
WANTED = ("agency_code", "period", "person_id", "person_name", "leave_type", "start_date", "start_time", "end_date",
          "end_time", "days", "hours")  # fmt: skip


@dataclass
class Draft:
    """What is known of a layout so far. The user's corrections change `choices`."""

    shape: Shape
    choices: list[Choice]
    title: str = "由對照精靈建立的版型"
    id: str = "custom"
    version: str = "1"
    source: str = "由使用者以對照精靈建立"
    author: str = ""
    date: str = ""
    status: str = "assumption"
    unknown_keys: str = "error"
    required: dict[tuple[str, str], bool] = field(default_factory=dict)

    @property
    def missing(self) -> list[str]:
        """Canonical fields that the checks want and no key is mapped to."""
        have = {choice.field for choice in self.choices}
        return [name for name in WANTED if name not in have]


def propose(values: list[Any]) -> Draft | None:
    """A draft from one or more parsed files of one layout; None where nothing looks like records."""
    shapes = [shape for shape in map(find_shape, values) if shape is not None]
    if not shapes:
        return None
    shape = _merged(shapes)
    return Draft(shape, guess_fields(shape))


def _merged(shapes: list[Shape]) -> Shape:
    """The shape of the largest file, its columns enriched by those of the files laid out alike."""
    main = max(shapes, key=lambda shape: shape.record_count)
    columns = {(column.level, column.key): column for column in main.columns}
    for shape in shapes:
        if shape is main or shape.layout != main.layout:
            continue
        for column in shape.columns:
            own = columns.setdefault((column.level, column.key), column)
            if own is not column:
                own.count += column.count
                own.objects += column.objects
                own.types += column.types
                own.distinct += column.distinct
                own.longest = max(own.longest, column.longest)
    main.columns = list(columns.values())
    return main


def profile_data(draft: Draft) -> dict[str, Any]:
    """The profile as plain data, ready for `Profile` and for TOML."""
    shape = draft.shape
    layout: dict[str, Any] = {"header": shape.layout.header, "records": shape.layout.records}
    if shape.layout.persons is not None:
        layout["persons"] = shape.layout.persons
    tables = {choice.field: {code: name for code, name in choice.codes.items() if name}
              for choice in draft.choices if choice.field and choice.codes}  # fmt: skip
    return {
        "id": draft.id, "version": draft.version, "title": draft.title, "status": draft.status,
        "source": draft.source, "author": draft.author, "date": draft.date, "unknown_keys": draft.unknown_keys,
        "layout": layout, "fields": [_field(draft, choice) for choice in draft.choices], "tables": tables,
    }  # fmt: skip


def _field(draft: Draft, choice: Choice) -> dict[str, Any]:
    column = choice.column
    required = draft.required.get((column.level, column.key), column.always)
    base = {"key": column.key, "level": column.level, "required": required}
    if choice.field is None:
        # A key that means nothing to the rules is still known: only its type is held.
        return {"name": f"other:{column.level}:{column.key}", "title": column.key, "type": "any", **base}
    title = _titles().get(choice.field, choice.field)
    return {"name": choice.field, "title": title, **base, **choice.settings}


def _titles() -> dict[str, str]:
    return {spec.name: spec.title for spec in profiles.built_in_profiles()["reference"].fields}


def draft_profile(draft: Draft) -> Profile:
    """The draft as a profile that files can be checked with.

    Raises:
        pydantic.ValidationError: where the user's choices contradict each other.
    """
    return Profile.model_validate(profile_data(draft))


def examples(choice: Choice, count: int = 3) -> list[str]:
    """A few values of a key as text, identity numbers masked whatever the key is."""
    masker = Masker()
    shown = []
    for value in list(choice.column.distinct)[:count]:
        hidden = masker.id(value) if choice.field == "person_id" else masker.text(value)
        shown.append("（空白）" if hidden == "" else str(hidden))
    return shown
