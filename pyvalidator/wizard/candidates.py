"""The places of a file where records could be, each with what speaks for and against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

#: Taken as records of leave; declared by the user to hold none; neither.
Role = Literal["records", "ignored", "open"]


@dataclass
class Candidate:
    """One place that holds objects or rows.

    Attributes:
        pattern: where, as in a layout's `records`. count: how many.
        keys: of its objects, or of its columns, as paths.
        rows: the first two as path → value. Not masked: who shows them does.
        dated: whether dates stand on it. has_ids: whether identity numbers do.
        role: what it is taken for. reason: why, in plain words, without values of the file.
        asks: whether the user has to say what it is: nothing decides it, and what is no record would go unlooked at.
    """

    pattern: str
    count: int
    keys: list[str]
    rows: list[dict[str, Any]] = field(default_factory=list)
    dated: bool = False
    has_ids: bool = False
    role: Role = "open"
    reason: str = ""
    asks: bool = False
