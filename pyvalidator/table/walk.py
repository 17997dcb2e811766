"""One walk through a file, down its layout: the objects of every level, and what does not fit on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

from pyvalidator.profile import Profile
from pyvalidator.profile.layout import HEADER, RECORD, Level
from pyvalidator.profile.tree import Node, elements_of, layout_tree
from pyvalidator.source.pointers import MISSING, escape, found_at, tokens_of
from pyvalidator.table.objects import Objects

#: Before the number of a column without a name, in the place of one: no key begins so.
ODD_COLUMN = "\0"
#: What a misfit should be, by how elements stand in it.
_EXPECTED = {"list": "array", "one_or_list": "array", "map": "map"}


#: Of each level between the header and the records, the index of the object in which something stands.
Above = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Misfit:
    """A container that is not what the layout says: missing (`found` is MISSING) or of another type.

    `expected`: `array`, `object`, `map` (an object of which each member is one) or `embedded` (a text that holds JSON).
    `row`: the record in which, or in whose person, it should stand. `read`: what is in it was read all the same.
    """

    pointer: str
    key: str
    expected: str
    found: Any
    row: int | None = None
    read: bool = False


class Walk:
    """What one walk finds.

    Args:
        opened: pointers of the texts that were replaced by the JSON in them; None where nobody knows.

    Attributes:
        objects: of each level of the layout.
        above: of each level between the header and the records, and each record: the index of the object in which it
            stands, None where it stands in none.
        places: of each record, the pattern that led to it; empty where that makes no difference.
        misfits: the containers that do not fit.
        odd_rows: of records that are rows: index → number of cells, where it is not that of the columns.
        odd_columns: columns that have no name of their own: index → pointer of the name, and what stands there.
    """

    def __init__(self, profile: Profile, value: Any, opened: frozenset[str] | None = None) -> None:
        self._profile, self._opened = profile, opened
        self.tree = layout_tree(profile)
        self.misfits: list[Misfit] = []
        self.odd_rows: dict[int, int] = {}
        self.odd_columns: dict[int, tuple[str, Any]] = {}
        self.places: list[str] = []
        self._names = self._column_names(value)
        chain = profile.layout.chain
        by_name = None if self._names is None else {name: index for index, name in enumerate(self._names)}
        self.objects = {level: Objects(by_name if level == RECORD else None) for level in chain}
        self._between = [level for level in chain if level not in (HEADER, RECORD)]
        self.above: dict[Level, list[int | None]] = {level: [] for level in self._between}
        self._enter(self.tree, value, "", (None,) * len(self._between))

    def _enter(self, node: Node, value: Any, pointer: str, above: Above) -> None:
        """Go on at `value`, which stands under a key."""
        if node.embedded and not self._is_open(pointer, value):
            return
        if node.levels and self._wants(node):
            fits = isinstance(value, list) if self._is_row(node) else isinstance(value, dict)
            if not fits and not (node.has_elements and isinstance(value, list)):
                self._misfit(pointer, "array" if self._is_row(node) else "object", value)
                return
            above = self._add(node, [value], pointer, None, above)[0]
        self._go_down(node, value, pointer, above)

    def _is_open(self, pointer: str, value: Any) -> bool:
        """Whether what stands in the place of a text with JSON can be read; told where it is not that text."""
        closed = isinstance(value, str)
        if closed or (self._opened is not None and pointer not in self._opened):
            self._misfit(pointer, "embedded", value, read=not closed)
        return not closed

    def _wants(self, node: Node) -> bool:
        """Whether the node's levels are looked for: a header on which nothing stands is not."""
        return node.levels != [HEADER] or bool(self._profile.level(HEADER))

    def _add(
        self, node: Node, items: list[Any], base: str, tokens: Sequence[int | str] | None, above: Above
    ) -> Sequence[Above]:
        """Add objects to the levels that stand at `node`; of each, the indices of those around what is in it."""
        below: list[Above] | None = None
        for level in node.levels:
            objects = self.objects[level]
            if level == RECORD:
                rows = self._rows(items, len(objects.items)) if self._is_row(node) else items
                objects.add(rows, base, tokens)
                for name, index in zip(self._between, above, strict=True):
                    self.above[name] += repeat(index, len(items))
                if self._profile.places:
                    self.places += repeat(node.place, len(items))
            elif level == HEADER:
                if self._profile.level(HEADER):
                    objects.add(items, base, tokens, lists=node.has_elements)
            else:
                first, at = objects.add(items, base, tokens, lists=node.has_elements), self._between.index(level)
                before = below or [above] * len(items)
                below = [(*one[:at], first + index, *one[at + 1 :]) for index, one in enumerate(before)]
                above = below[0] if len(items) == 1 else above
        return below or _Same(above)

    def _go_down(self, node: Node, value: Any, pointer: str, above: Above) -> None:
        ways = node.ways
        if ways and not isinstance(value, dict) and not (isinstance(value, list) and _by_index(ways)):
            self._misfit(pointer, "object", value)
            return
        for key, child in ways:
            below = f"{pointer}/{escape(key)}"
            found = found_at(value, f"/{escape(key)}")
            if found is not MISSING:
                self._enter(child, found, below, above)
            elif child.required:
                self.misfits.append(Misfit(pointer, key, _expected(child), MISSING))
        if node.has_elements:
            self._go_through(node, value, pointer, above)

    def _go_through(self, node: Node, value: Any, pointer: str, above: Above) -> None:
        """Go on at the elements of a list, or what stands in its place."""
        assert node.element is not None
        if value is None and node.kind == "one_or_list":
            return
        if self._is_row(node.element) and self._is_one_row(value):
            self._misfit(pointer, "array", value, read=True)
            self._elements(node.element, [value], pointer, None, above)
            return
        if not isinstance(value, dict | list):
            self._misfit(pointer, _expected(node), value)
            return
        if isinstance(value, list) and not node.members:
            tokens: Sequence[Any] = range(len(value))
            items = value
        else:
            found = list(elements_of(node, value))
            tokens, items = [token for token, _ in found], [item for _, item in found]
        if node.kind == ("map" if isinstance(value, list) else "list"):
            self._misfit(pointer, _expected(node), value, read=True)
        self._elements(node.element, items, pointer, None if tokens == [None] else tokens, above)

    def _elements(
        self, element: Node, items: list[Any], base: str, tokens: Sequence[int | str] | None,
        above: Above,
    ) -> None:  # fmt: skip
        if not items:
            return
        below = self._add(element, items, base, tokens, above)
        if element.embedded:
            for index, item in enumerate(items):
                if isinstance(item, dict | list):
                    self._is_open(_place(base, tokens, index), item)
        if not (element.ways or element.has_elements):
            return
        told = bool(element.levels)
        for index, item in enumerate(items):
            fits = isinstance(item, dict) or (element.has_elements and isinstance(item, list))
            if fits or not told:
                self._go_down(element, item, _place(base, tokens, index), below[index])

    def _misfit(self, pointer: str, expected: str, found: Any, *, read: bool = False) -> None:
        key = "" if pointer == "" else tokens_of(pointer)[-1]
        self.misfits.append(Misfit(pointer, key, expected, found, read=read))

    # -- rows ------------------------------------------------------------------------------------------------------

    def _is_row(self, node: Node) -> bool:
        return self._profile.layout.columns is not None and node.is_record

    def _is_one_row(self, value: Any) -> bool:
        """Whether one row stands where a list of rows should."""
        if not isinstance(value, list) or not self._names or len(value) != len(self._names):
            return False
        return not any(isinstance(cell, dict | list) for cell in value)

    def _rows(self, items: list[Any], first: int) -> list[Any]:
        """Rows as objects; what is no row stays as it is, and so is told."""
        names = self._names or []
        self.odd_rows.update({
            first + index: len(item) for index, item in enumerate(items)
            if isinstance(item, list) and len(item) != len(names)
        })  # fmt: skip
        return [dict(zip(names, item, strict=False)) if isinstance(item, list) else None for item in items]

    def _column_names(self, value: Any) -> list[str] | None:
        """The keys of the cells of a row; None where records are objects."""
        columns = self._profile.layout.columns
        if not isinstance(columns, str):
            return columns
        written = _reached(value, columns)
        if not written:
            self.misfits.append(Misfit(*_nearest(value, columns), "array", MISSING))
        names: dict[str, None] = {}
        for index, (pointer, name) in enumerate(written):
            if isinstance(name, str) and name.strip() and name not in names:
                names[name] = None
            else:
                # It is still one: nothing may move into its place.
                self.odd_columns[index] = (pointer, name)
                names[f"{ODD_COLUMN}{index + 1}"] = None
        return [*names]


class _Same(Sequence[Any]):
    """The same at every index."""

    def __init__(self, item: Any) -> None:
        self._item = item

    def __len__(self) -> int:
        return 1

    def __getitem__(self, index: Any) -> Any:
        return self._item


def _expected(node: Node) -> str:
    return _EXPECTED[node.kind] if node.has_elements else "object"


def _by_index(ways: list[tuple[str, Node]]) -> bool:
    return all(key.isdecimal() for key, _ in ways)


def _place(base: str, tokens: Sequence[int | str] | None, index: int) -> str:
    return base if tokens is None else f"{base}/{escape(str(tokens[index]))}"


def _reached(value: Any, pattern: str) -> list[tuple[str, Any]]:
    """The pointer and the text of each name of a column; the pattern leads to their list, or to each of them."""
    tokens = tokens_of(pattern)
    places = [("", value)]
    for token in tokens if "*" in tokens else (*tokens, "*"):
        below: list[tuple[str, Any]] = []
        for pointer, found in places:
            if token == "*":
                items = found if isinstance(found, list) else ()
                below += ((f"{pointer}/{index}", item) for index, item in enumerate(items))
            elif (item := found_at(found, f"/{escape(token)}")) is not MISSING:
                below.append((f"{pointer}/{escape(token)}", item))
        places = below
    return places


def _nearest(value: Any, pattern: str) -> tuple[str, str]:
    """Where the list of columns should be: the nearest container that is there, and the key that it lacks."""
    pointer = ""
    for token in tokens_of(pattern):
        below = f"{pointer}/{escape(token)}"
        if token == "*" or not isinstance(found_at(value, below), dict | list):
            return pointer, token
        pointer = below
    return pointer, ""
