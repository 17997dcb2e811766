"""The combinations of values that stand together in a record: so many fewer than records, and found in few passes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
        self._known: dict[tuple[str, ...], set[tuple]] = {}

    def expect(self, names: Iterable[tuple[str, ...]]) -> None:
        """Tell which combinations will be asked for: smaller ones are then made of larger ones, without the rows."""
        self._expected.extend(names)

    def of(self, names: tuple[str, ...]) -> set[tuple]:
        """Every combination of the values of these fields."""
        if names not in self._known:
            wanted = set(names)
            bases = [known for known in self._known if wanted <= set(known)]
            if not bases:
                wider = [other for other in self._expected if wanted <= set(other)]
                bases = [max(wider, key=len, default=names)]
                self._known[bases[0]] = set(self.rows(bases[0]))
            base = min(bases, key=lambda known: len(self._known[known]))
            self._known[names] = _projected(self._known[base], [base.index(name) for name in names])
        return self._known[names]

    def rows(self, names: tuple[str, ...]) -> Iterable[tuple]:
        """The combination of each record."""
        return zip(*(self._column(name).values for name in names), strict=True)


def _projected(combinations: set[tuple], places: list[int]) -> set[tuple]:
    if len(places) == 1:
        return {(combination[places[0]],) for combination in combinations}
    return set(map(itemgetter(*places), combinations))
