"""The combinations of values that stand together in a record: so many fewer than records, and found in few passes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import compress, count
from operator import itemgetter
from typing import Any

from pyvalidator.table.column import Column

#: The values of some fields in one record.
Combination = tuple[Any, ...]


class Combinations:
    """Distinct combinations over columns of one file.

    Args:
        column: gives a field's column by its canonical name.
    """

    def __init__(self, column: Callable[[str], Column]) -> None:
        self._column = column
        self._expected: list[tuple[str, ...]] = []
        self._known: dict[tuple[str, ...], Collection[Combination]] = {}
        #: Those that were looked for in the records: numbered, and the number that each record has.
        self._numbered: dict[tuple[str, ...], tuple[Collection[Combination], list[int]]] = {}

    def expect(self, names: Iterable[tuple[str, ...]]) -> None:
        """Tell which combinations will be asked for: smaller ones are then made of larger ones, without the rows."""
        self._expected.extend(names)

    def of(self, names: tuple[str, ...]) -> Collection[Combination]:
        """Every combination of the values of these fields."""
        if names not in self._known:
            base = self._smallest(names) or self._look_for(names)
            if names != base:
                self._known[names] = set(_projected(self._known[base], base, names))
        return self._known[names]

    def rows(self, names: tuple[str, ...]) -> Iterable[Combination]:
        """The combination of each record."""
        return zip(*(self._column(name).values for name in names), strict=True)

    def rows_with(self, names: tuple[str, ...], wanted: Collection[Combination]) -> Iterator[tuple[int, Combination]]:
        """The records, by number and in their order, that have one of the combinations `wanted`, and which."""
        # Numbers are compared several times faster than what they stand for.
        parts, numbers = self._parts(names)
        having = {number for number, part in enumerate(parts) if part in wanted}
        return ((row, parts[numbers[row]]) for row in compress(count(), map(having.__contains__, numbers)))

    def answers(self, names: tuple[str, ...], ask: Callable[..., Any]) -> list[Any]:
        """What `ask` says to each record's values of these fields."""
        parts, numbers = self._parts(names)
        told = [ask(*part) for part in parts]
        return list(map(told.__getitem__, numbers))

    def _parts(self, names: tuple[str, ...]) -> tuple[list[Combination], list[int]]:
        """Combinations of these fields, some of them more than once, and which of them each record has."""
        base = next((base for base in self._numbered if set(names) <= set(base)), None) or self._look_for(names)
        found, numbers = self._numbered[base]
        return list(_projected(found, base, names)), numbers

    def _look_for(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Go through the records, for the widest combination with these fields that will be asked for."""
        wider = [other for other in self._expected if set(names) <= set(other)]
        base = max(wider, key=len, default=names)
        found: defaultdict[Combination, int] = defaultdict(count().__next__)
        numbers = list(map(found.__getitem__, self.rows(base)))
        self._known[base] = found.keys()
        self._numbered[base] = found.keys(), numbers
        return base

    def _smallest(self, names: tuple[str, ...]) -> tuple[str, ...] | None:
        """The fields with the fewest known combinations, those of `names` among them."""
        wanted = set(names)
        bases = [known for known in self._known if wanted <= set(known)]
        return min(bases, key=lambda known: len(self._known[known]), default=None)


def _projected(
    combinations: Iterable[Combination], base: tuple[str, ...], names: tuple[str, ...]
) -> Iterator[Combination]:
    """What each combination of the fields `base` holds of the fields `names`."""
    places = [base.index(name) for name in names]
    if len(places) == 1:
        return zip(map(itemgetter(places[0]), combinations))
    return map(itemgetter(*places), combinations)
