"""One field over all records, with its distinct values, found once: everything after costs per distinct value."""

from __future__ import annotations

import re
from collections.abc import Container, Hashable, Iterator
from itertools import compress, count
from operator import is_
from typing import Any

from pyvalidator.source.pointers import Missing


class Settled:
    """Stands where no key holds a value that the layout itself settles.

    Attributes:
        value: the canonical value.
    """

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


_SCALARS = {str, int, float, bool, type(None), Missing, Settled}


class Column:
    """The values of one field, one per object.

    Args:
        values: the values; never changed afterwards.
        keys: a hashable stand-in for each (see `distinct_keys`); default: found here.
        distinct: key → value; default: found here.

    Attributes:
        types: the types that occur among the values.
    """

    __slots__ = ("_characters", "distinct", "keys", "types", "values")

    def __init__(
        self, values: list[Any], keys: list[Hashable] | None = None, distinct: dict[Hashable, Any] | None = None
    ) -> None:
        self.values = values
        self._characters: str | None = None
        self.types: set[type] = set(map(type, values if distinct is None else distinct.values()))
        self.keys: list[Hashable] = _keys(values, self.types) if keys is None else keys
        if distinct is None:
            distinct = dict.fromkeys(values) if self.keys is values else dict(zip(self.keys, values, strict=True))
            if self.keys is values:
                distinct = dict(zip(distinct, distinct, strict=True))
        self.distinct: dict[Hashable, Any] = distinct

    @property
    def lacks(self) -> bool:
        """Whether a key is missing somewhere."""
        return Missing in self.types

    @property
    def gaps(self) -> bool:
        """Whether a value is None somewhere."""
        return type(None) in self.types

    @property
    def characters(self) -> str:
        """Every character that occurs in the texts, once."""
        if self._characters is None:
            self._characters = "".join(set("".join(value for value in self.distinct.values() if type(value) is str)))
        return self._characters

    def suspects(self, trigger_chars: str) -> list[tuple[Hashable, Any]]:
        """The keys and texts in which one of the characters of the class `trigger_chars` occurs."""
        has_one = re.compile(trigger_chars).search
        if has_one(self.characters) is None:
            return []
        return [(key, value) for key, value in self.distinct.items() if type(value) is str and has_one(value)]

    def rows_of(self, keys: Container[Hashable]) -> Iterator[int]:
        """The rows, from the first on, whose value has one of `keys`."""
        return compress(count(), map(keys.__contains__, self.keys))

    def replaced(self, distinct: dict[Hashable, Any]) -> Column:
        """The column with another value for each key; itself where they are the same."""
        if all(map(is_, distinct.values(), self.distinct.values())):
            return self
        return Column(list(map(distinct.__getitem__, self.keys)), self.keys, distinct)

    def without(self, hidden: set[Hashable]) -> Column:
        """The column with None in the place of some keys' values."""
        values = list(self.values)
        for row in self.rows_of(hidden):
            values[row] = None
        distinct = {key: None if key in hidden else value for key, value in self.distinct.items()}
        return Column(values, self.keys, distinct)


def distinct_keys(column: list[Any]) -> list[Hashable]:
    """A hashable key per value such that equal keys mean the same JSON value (true is not 1, arrays are one kind)."""
    return _keys(column, set(map(type, column)))


def _keys(column: list[Any], types: set[type]) -> list[Hashable]:
    if types <= _SCALARS and not (bool in types and types & {int, float}):
        return column
    return [(_kind(value), value if type(value) in _SCALARS else None) for value in column]


def _kind(value: Any) -> str:
    return "number" if type(value) in (int, float) else type(value).__name__
