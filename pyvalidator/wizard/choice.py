"""One key of an unknown file, and the field proposed for it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from pyvalidator.wizard.columns import Column


@dataclass
class Choice:
    """One key with the field proposed for it.

    Attributes:
        field: canonical field, or None where nothing fits well enough.
        confidence: 0 … 1. reason: in plain words, without values of the file.
        settings: the form found (`type`, `format`, `true`, `false`, `as_text`, `table`), ready for a `FieldSpec`.
        codes: for a code: value in the file → canonical name, "" where unknown.
        by_user: the user said so.
        unit: of an amount, where it is known: what `days` and `hours` count, or `minutes`.
        own: of a given profile: what each field says for itself (`title`, `type`, `help`, `example`), by name.
        kept: fields of a given profile (`from_profile.py`) that mean nothing to the rules, as in its file: while
            `field` is None they stay.
    """

    column: Column
    field: str | None = None
    confidence: float = 0.0
    reason: str = ""
    settings: dict[str, Any] = dataclasses.field(default_factory=dict)
    codes: dict[str, str] = dataclasses.field(default_factory=dict)
    by_user: bool = False
    unit: str | None = None
    own: dict[str, dict[str, Any]] = dataclasses.field(default_factory=dict)
    kept: list[dict[str, Any]] = dataclasses.field(default_factory=list)
