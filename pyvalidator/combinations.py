"""The combinations of values that stand together in a record: so many fewer than records, and found in few passes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import compress, count
from operator import itemgetter

from pyvalidator.column import Column


class Combinations:
    """Distinct combinations over columns of one file.

    Args:
        column: gives a field's column by its canonical name.
    """

    def __init__(self, column: Callable[[str], Column]) -> None:
        self._column = column
        self._expected: list[tuple[str, ...]] = []
        self._known: dict[tuple[str, ...], Collection[tuple]] = {}
        # Those that were found in the records, numbered, and the number that each record has.
        self._found: dict[tuple[str, ...], dict[tuple, int]] = {}
        self._numbers: dict[tuple[str, ...], list[int]] = {}

    def expect(self, names: Iterable[tuple[str, ...]]) -> None:
        """Tell which combinations will be asked for: smaller ones are then made of larger ones, without the rows."""
        self._expected.extend(names)

    def of(self, names: tuple[str, ...]) -> Collection[tuple]:
        """Every combination of the values of these fields."""
        if names not in self._known:
            base = self._smallest(self._known, names)
            if base is None:
                wider = [other for other in self._expected if set(names) <= set(other)]
                base = max(wider, key=len, default=names)
                self._known[base] = self._found[base] = dict(zip(set(self.rows(base)), count(), strict=False))
            if names != base:
                self._known[names] = set(_projected(self._known[base], base, names))
        return self._known[names]

    def rows(self, names: tuple[str, ...]) -> Iterable[tuple]:
        """The combination of each record."""
        return zip(*(self._column(name).values for name in names), strict=True)

    def rows_with(self, names: tuple[str, ...], wanted: Collection[tuple]) -> Iterator[tuple[int, tuple]]:
        """The records, by number and in their order, that have one of the combinations `wanted`, and which."""
        self.of(names)
        base = self._smallest(self._found, names) or names
        if base not in self._numbers:
            self._numbers[base] = list(map(self._found[base].__getitem__, self.rows(base)))
        numbers = self._numbers[base]
        # Numbers are compared several times faster than what they stand for.
        parts = list(_projected(self._found[base], base, names))
        having = {number for number, part in enumerate(parts) if part in wanted}
        rows = compress(count(), map(having.__contains__, numbers))
        return ((row, parts[numbers[row]]) for row in rows)

    def _smallest(
        self, known: Mapping[tuple[str, ...], Collection[tuple]], names: tuple[str, ...]
    ) -> tuple[str, ...] | None:
        """The fields with the fewest of the known combinations, those of `names` among them."""
        wanted = set(names)
        bases = [fields for fields in known if wanted <= set(fields)]
        return min(bases, key=lambda fields: len(known[fields]), default=None)


def _projected(combinations: Iterable[tuple], base: tuple[str, ...], names: tuple[str, ...]) -> Iterator[tuple]:
    """What each combination of the fields `base` holds of the fields `names`."""
    places = [base.index(name) for name in names]
    if len(places) == 1:
        return zip(map(itemgetter(places[0]), combinations))
    return map(itemgetter(*places), combinations)
