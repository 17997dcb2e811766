"""Combinations of values: the same answers as looking at every record, whatever was asked for before."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from pyvalidator.table.column import Column
from pyvalidator.table.combinations import Combinations

FIELDS = ("a", "b", "c")
ROWS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from("xy"), st.none() | st.booleans()), max_size=12)
ASKED = st.lists(
    st.sampled_from([names for size in (1, 2, 3) for names in permutations(FIELDS, size)]), min_size=1, max_size=4
)


@settings(deadline=None)
@given(ROWS, ASKED, st.booleans())
def test_combinations_are_those_of_the_records(rows: list[tuple], asked: list[tuple[str, ...]], told: bool) -> None:
    columns = {name: Column([row[place] for row in rows]) for place, name in enumerate(FIELDS)}
    combinations = Combinations(columns.__getitem__)
    if told:
        combinations.expect(asked)
    for names in asked:
        written = [tuple(row[FIELDS.index(name)] for name in names) for row in rows]
        assert set(combinations.of(names)) == set(written)
        assert combinations.answers(names, lambda *values: values) == written
        wanted = {(0, "x", None)[: len(names)], *written[::2]}
        assert list(combinations.rows_with(names, wanted)) == [
            (row, values) for row, values in enumerate(written) if values in wanted
        ]
