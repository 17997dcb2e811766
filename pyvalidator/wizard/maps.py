"""Objects whose keys are data: a person's number, a day, a kind of leave, a serial number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

KeyKind = Literal["person_id", "date", "leave_type", "serial", "number", "text"]


@dataclass
class KeyPlace:
    """An object whose members are alike, so that its keys may be data.

    Attributes:
        pattern: where the object is; where `is_data`, its members are at `pattern/*`.
        kind: what the keys look like. is_data: whether they are taken for data (a switch that the user can turn).
        members: how many. evidence: why, in plain words, without values of the file.
    """

    pattern: str
    kind: KeyKind
    is_data: bool
    members: int
    evidence: str = ""
