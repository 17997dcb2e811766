"""A leave's length in keys of its own for days, hours and minutes: told by their names and by what the times hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from pyvalidator.profile.missing import joined
from pyvalidator.wizard.amount_forms import unit_of_word
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.emptiness import is_nothing
from pyvalidator.wizard.evidence import number_like, numbers_of
from pyvalidator.wizard.names import unit_named
from pyvalidator.wizard.row_times import Row

#: Format → what its keys count, and the number from which on each of them would be more than a part.
FORMATS = {"D H M": ("days", "hours", "minutes"), "H M": ("hours", "minutes")}
_BELOW = {"days": 367, "hours": 1000, "minutes": 60}
_WORD = re.compile("[A-Za-z]+$|[^0-9A-Za-z]+$")
#: Most keys of numbers among which those that no name tells are looked for.
_MOST = 8


def candidates(numeric: Sequence[Choice]) -> Iterator[tuple[str, tuple[Choice, ...]]]:
    """The keys that can be days, hours and minutes together: all are named so, or all but one."""
    for format, units in FORMATS.items():
        fitting = [[choice for choice in numeric if _can_be(choice.column, unit)] for unit in units]
        if len(numeric) > _MOST:
            fitting = [
                [choice for choice in each if unit_said(choice.column.key) == unit]
                for each, unit in zip(fitting, units, strict=True)
            ]
        for members in product(*fitting):
            places = {(one.column.level, one.column.inside, one.column.places) for one in members}
            if len(set(map(id, members))) == len(members) and len(places) == 1 and lacking_names(format, members) <= 1:
                yield format, members


def lacking_names(format: str, members: Sequence[Choice]) -> int:
    """How many of the keys do not say by their name what they count."""
    return sum(unit_said(one.column.key) != unit for one, unit in zip(members, FORMATS[format], strict=True))


def unit_said(key: str) -> str | None:
    """What a key counts by its name, one of a letter or a character included: 請假分, L_M."""
    last = _WORD.search(key)
    short = unit_of_word(last[0].rpartition("_")[2]) or unit_of_word(key[-1:]) if last else None
    return short if short and not key[-1:].isascii() else unit_named(key) or short


def _can_be(column: Column, unit: str) -> bool:
    values = numbers_of(column) if number_like(column) else []
    below = _BELOW[unit]
    return bool(values) and all(0 <= value < below and (unit == "hours" or value.is_integer()) for value in values)


def join(format: str, members: Sequence[Choice], rows: Sequence[Row]) -> Choice:
    """Make the keys one amount, which the first of them says; returns it."""
    first, *others = members
    for other in others:
        other.field, other.confidence, other.reason, other.joined_to = None, 0.0, "", first
    first.field, first.unit, first.more = "amount", format, [other.column for other in others]
    columns = [one.column for one in members]
    written = (tuple(row.get((column.level, column.path)) for column in columns) for row in rows)
    texts = (joined(each, is_nothing, "0") for each in written)
    first.joined = list(dict.fromkeys(text for text in texts if isinstance(text, str)))
    return first
