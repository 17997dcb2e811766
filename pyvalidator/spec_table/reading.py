"""What reading a table of fields gives: its lines as fields, what is open, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pyvalidator.spec_table.matching import Match
from pyvalidator.spec_table.places import Placed
from pyvalidator.spec_table.tables import Line, Where


@dataclass(frozen=True)
class Question:
    """What the table does not say. `id`: by which it is answered; `options`: (value, words); `value`: what stands now;
    `key`: of the line that it is about."""

    id: str
    text: str
    options: list[tuple[str, str]]
    value: str
    where: str = ""
    key: str = ""


@dataclass(frozen=True)
class Fault:
    """What is wrong in the table. `stops`: whether the line cannot be used until it is mended."""

    where: Where
    text: str
    stops: bool = False

    def __str__(self) -> str:
        return f"{self.where}：{self.text}"


@dataclass
class Read:
    """What was made of one line.

    Attributes:
        specs: fields of a profile, as plain data: two where a value is a day and a time, or a whole amount.
        codes: code → its canonical meaning, "" where no rule knows it; own: what the table calls it.
    """

    placed: Placed
    match: Match
    specs: list[dict[str, Any]] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)

    @property
    def line(self) -> Line:
        return self.placed.line
