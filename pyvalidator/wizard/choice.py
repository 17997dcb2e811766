"""One key of an unknown file, and the field proposed for it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from pyvalidator.wizard.columns import Column


@dataclass(frozen=True)
class Reading:
    """One way in which all values of a key can be read, where there is more than one.

    Attributes:
        name: what the user chooses it by: a template, or a template and what else tells it from the others.
        words: the same in plain words.
        settings: what the profile says for it, in place of the same settings of the choice.
        examples: (as written, as read), those that tell the readings apart first; identity numbers are never dates.
        against: why the file's other values speak against it, "" where they do not.
    """

    name: str
    words: str
    settings: dict[str, Any] = dataclasses.field(default_factory=dict, hash=False)
    examples: tuple[tuple[str, str], ...] = ()
    against: str = ""


@dataclass
class Choice:
    """One key with the field proposed for it.

    Attributes:
        field: canonical field, or None where nothing fits well enough.
        confidence: 0 … 1. reason: in plain words, without values of the file.
        certain: nothing is left to ask: name and values agree, or values or relations prove it.
        settings: the form found (`type`, `format`, `true`, `false`, `as_text`, `table`), ready for a `FieldSpec`.
        codes: for a code: value in the file → canonical name, "" where unknown.
        proposed: of `codes`, those whose meaning is a proposal that a person has to confirm.
        readings: two or more ways to read the values, the one in force first; empty where there is one.
        by_user: the user said so.
        unit: of an amount, where it is known: what `days` and `hours` count, or `minutes`.
        optional: records without a value were seen, or a missing value has a meaning: the key is not required.
        asks: a question on what is missing or how the values are to be read, with what was seen; "" = none.
        more: keys beside this one whose values follow its in the field; joined: the distinct values of all together.
        joined_to: the choice whose `more` has this key; it is no field by itself.
        own: of a given profile: what each field says for itself (`title`, `type`, `help`, `example`), by name.
        kept: fields of a given profile (`from_profile.py`) that mean nothing to the rules, as in its file: while
            `field` is None they stay.
    """

    column: Column
    field: str | None = None
    confidence: float = 0.0
    reason: str = ""
    certain: bool = False
    settings: dict[str, Any] = dataclasses.field(default_factory=dict)
    codes: dict[str, str] = dataclasses.field(default_factory=dict)
    proposed: set[str] = dataclasses.field(default_factory=set)
    readings: list[Reading] = dataclasses.field(default_factory=list)
    by_user: bool = False
    unit: str | None = None
    optional: bool = False
    asks: str = ""
    more: list[Column] = dataclasses.field(default_factory=list)
    joined: list[Any] = dataclasses.field(default_factory=list)
    joined_to: Choice | None = None
    own: dict[str, dict[str, Any]] = dataclasses.field(default_factory=dict)
    kept: list[dict[str, Any]] = dataclasses.field(default_factory=list)

    @property
    def values(self) -> list[Any]:
        """The distinct values of the field, as they are read."""
        return self.joined or self.column.samples
