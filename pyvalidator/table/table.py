"""The file as rules see it: canonical columns over the records, built once, lazily, from the profile's layout."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import Any

from pyvalidator.profile import FieldSpec, Profile, field_values, notations
from pyvalidator.profile.layout import Level
from pyvalidator.source.pointers import MISSING, escape, tokens_of
from pyvalidator.table.column import Column

#: Records taken apart at once: few enough to stay in the cache.
_AT_ONCE = 1024


@dataclass
class Objects:
    """The objects of one level (the header, the persons or the records), or one inside each of them, in file order.

    `pointer(i)` is the RFC 6901 pointer of the i-th. `broken` holds the indices of elements that are no objects or, of
    those inside others, are not there (their place in `items` is an empty object).
    """

    items: list[dict[str, Any]] = field(default_factory=list)
    pointer: Callable[[int], str] = lambda index: ""
    broken: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Misfit:
    """A container that is not what the layout says: missing (`found` is MISSING) or of another type.

    `row`: the record in which, or in whose person, it should stand.
    """

    pointer: str
    key: str
    expected: str
    found: Any
    row: int | None = None


class Table:
    """Raw and canonical columns of one parsed file.

    Args:
        profile: the profile in use.
        value: the parsed JSON value.
    """

    def __init__(self, profile: Profile, value: Any) -> None:
        self.profile = profile
        self.misfits: list[Misfit] = []
        self.header = self._header(value)
        self.persons = Objects()
        self.records = Objects()
        #: The records that are no leave: blank rows, totals, headings.
        self.no_leave: frozenset[int] = frozenset()
        #: person index of each record; None where records are not nested below persons.
        self.person_of: list[int] | None = None
        self._own: dict[str, Column] = {}
        self._spread: dict[str, Column] = {}
        self._canonical: dict[str, Column] = {}
        self._readable: dict[str, Column] = {}
        self._unread: dict[tuple[str, bool], set[int]] = {}
        self._refused: dict[str, set[Hashable]] = {}
        if profile.layout.persons is None:
            self.records = self._collect(value, profile.layout.records)
        else:
            self._collect_nested(value)
        self._objects: dict[tuple[Level, str], Objects] = {
            ("header", ""): self.header, ("person", ""): self.persons, ("record", ""): self.records,
        }  # fmt: skip
        self._go_inside()

    def __len__(self) -> int:
        return len(self.records.items)

    # -- columns ---------------------------------------------------------------------------------------------------

    def has(self, name: str) -> bool:
        """Whether the profile maps the canonical field `name` onto records or persons."""
        spec = self.profile.by_name.get(name)
        return spec is not None and spec.level != "header"

    def raw(self, name: str) -> list[Any]:
        """The values as written, one per record; `MISSING` where the key is absent. KeyError: not in the profile."""
        return self.column(name).values

    def column(self, name: str) -> Column:
        """Like `raw`, with the distinct values."""
        spec = self.profile.by_name[name]
        column = self.own_column(spec)
        if spec.level != "person" or self.person_of is None:
            return column
        if name not in self._spread:
            # With the keys of the whole column, by which the form stage refuses: a person may have no records.
            keys = None if column.keys is column.values else [column.keys[index] for index in self.person_of]
            self._spread[name] = Column([column.values[index] for index in self.person_of], keys)
        return self._spread[name]

    def own_column(self, spec: FieldSpec) -> Column:
        """The values as written, one per object of the field's own level."""
        if spec.name not in self._own:
            if spec.level == "record":
                self._take_apart()
            else:
                self._own[spec.name] = Column(_found(spec.key, self.objects(spec).items))
        return self._own[spec.name]

    def _take_apart(self) -> None:
        """Make the columns of all fields of the records, a few records at a time: each is then fetched into the
        processor's cache once, not once per field."""
        specs = self.profile.level("record")
        columns: list[list[Any]] = [[] for _ in specs]
        objects = {spec.inside: self.objects(spec).items for spec in specs}
        for start in range(0, len(self.records.items), _AT_ONCE):
            parts = {inside: items[start : start + _AT_ONCE] for inside, items in objects.items()}
            for column, spec in zip(columns, specs, strict=True):
                part = parts[spec.inside]
                try:
                    column += map(itemgetter(spec.key), part) if spec.required else _found(spec.key, part)
                except KeyError:
                    # Those before the record that lacks the key are in the column already.
                    del column[start:]
                    column += _found(spec.key, part)
        for spec, values in zip(specs, columns, strict=True):
            self._own[spec.name] = Column(values)

    def objects(self, spec: FieldSpec) -> Objects:
        """The objects on which the field stands: one for each of its level, in the same order."""
        return self.objects_at(spec.level, spec.inside)

    def objects_at(self, level: Level, inside: str = "") -> Objects:
        """The objects of a level, or those inside each of them."""
        return self._objects[level, inside]

    def row_of(self, level: Level, index: int) -> int | None:
        """The record that the `index`-th object of a level is, or the first one below it; None where there is none."""
        if level == "record":
            return index
        return self._first_rows.get(index) if level == "person" else None

    @cached_property
    def _first_rows(self) -> dict[int, int]:
        """By the index of each person with records, the first of these."""
        rows = range(len(self) - 1, -1, -1)
        return {} if self.person_of is None else {self.person_of[row]: row for row in rows}

    def values(self, name: str) -> list[Any]:
        """The canonical values, one per record; None where missing, refused by the form stage, or not real."""
        return self.canonical(name).values

    def canonical(self, name: str) -> Column:
        """Like `values`, with the distinct ones, by the keys of the values as written."""
        spec = self.profile.by_name[name]
        if spec.type in notations.AS_WRITTEN:
            return self.readable(name)
        if name not in self._canonical:
            raw = self.column(name)
            refused = self._refused.get(name, ())
            self._canonical[name] = raw.replaced({
                key: None if value is MISSING or key in refused else field_values.canonical(self.profile, spec, value)
                for key, value in raw.distinct.items()
            })  # fmt: skip
        return self._canonical[name]

    def readable_raw(self, name: str) -> list[Any]:
        """Like `raw`, with None where missing or refused by the form stage."""
        return self.readable(name).values

    def readable(self, name: str) -> Column:
        """Like `readable_raw`, with the distinct values."""
        if name not in self._readable:
            raw, refused = self.column(name), self._refused.get(name, set())
            hidden = {key for key, value in raw.distinct.items() if value is MISSING} | refused
            self._readable[name] = raw.without(hidden) if hidden else raw
        return self._readable[name]

    def refuse(self, name: str, keys: set[Hashable]) -> None:
        """Remember the distinct values (see `distinct_keys`) of a field that failed its form."""
        for one in (name, *(spec.name for spec in self.profile.same_key[name])):
            self._refused.setdefault(one, set()).update(keys)
            self._canonical.pop(one, None)
            self._readable.pop(one, None)
        self._unread.clear()

    def unread_rows(self, name: str, *, raw: bool = False) -> set[int]:
        """The records in which a needed value is missing, was refused, or (unless `raw`) is not real; an absent
        optional one is not needed."""
        if (name, raw) not in self._unread:
            column, written = self.readable(name) if raw else self.canonical(name), self.column(name)
            required = self.profile.by_name[name].required
            keys = {
                key for key, value in column.distinct.items()
                if value is None and (required or written.distinct[key] is not MISSING)
            } if column.gaps else set()  # fmt: skip
            self._unread[name, raw] = set(column.rows_of(keys)) if keys else set()
        return self._unread[name, raw]

    @property
    def person_count(self) -> int:
        """How many distinct texts stand as person_id, well formed or not."""
        if not self.has("person_id"):
            return 0
        return sum(isinstance(value, str) for value in self.column("person_id").distinct.values())

    def set_aside(self, level: Level, indices: set[int]) -> None:
        """Hide objects of a level, with what stands inside them: they hold nothing that could be read."""
        for (own, _), objects in self._objects.items():
            if own == level:
                objects.items = [{} if index in indices else item for index, item in enumerate(objects.items)]
                objects.broken |= indices
        if level == "record":
            self.no_leave = frozenset(indices)
            self.misfits = [misfit for misfit in self.misfits if misfit.row not in indices]
        self._own.clear()
        self._spread.clear()

    # -- header ----------------------------------------------------------------------------------------------------

    def header_raw(self, name: str) -> Any:
        """A header value as written; MISSING where absent. Where the layout keeps header fields in the records
        (a list without header), the first record's."""
        spec = self.profile.by_name.get(name)
        if spec is None:
            return MISSING
        objects = self.objects(spec)
        return objects.items[0].get(spec.key, MISSING) if objects.items else MISSING

    def header_value(self, name: str) -> Any:
        """The canonical header value, None where missing, refused or not real."""
        if name in self.profile.constants:
            return self.profile.constants[name]
        raw = self.header_readable_raw(name)
        return None if raw is None else field_values.canonical(self.profile, self.profile.by_name[name], raw)

    def header_readable_raw(self, name: str) -> Any:
        """A header value as written, None where missing or refused by the form stage."""
        raw = self.header_raw(name)
        if raw is MISSING:
            return None
        # What is refused is known by its key among the whole column: the key of one value by itself may differ.
        refused = self._refused.get(name, set())
        return None if refused and self.own_column(self.profile.by_name[name]).keys[0] in refused else raw

    # -- places ----------------------------------------------------------------------------------------------------

    def object_pointer(self, name: str, row: int | None) -> str:
        """The pointer of the object that holds (or should hold) field `name` of record `row`."""
        spec = self.profile.by_name[name]
        index = row or 0
        if spec.level == "person" and self.person_of is not None:
            index = self.person_of[index]
        return self.objects(spec).pointer(index)

    def pointer(self, name: str, row: int | None = None) -> str:
        """The pointer of field `name`, of record `row` unless it stands in the header."""
        return f"{self.object_pointer(name, row)}/{escape(self.profile.by_name[name].key)}"

    @property
    def records_pointer(self) -> str:
        """The pointer of the (first) array of records; "" where the layout has none."""
        return self.profile.layout.records[0].split("/*")[0]

    @property
    def persons_pointer(self) -> str:
        """The pointer of the array of persons; "" where the layout has none."""
        return (self.profile.layout.persons or "").split("/*")[0]

    # -- layout ----------------------------------------------------------------------------------------------------

    def _header(self, value: Any) -> Objects:
        pointer = self.profile.layout.header
        objects = Objects(pointer=lambda index: pointer)
        needed = bool(self.profile.level("header"))
        for _, found in self._walk(value, pointer, "object") if needed else ():
            if isinstance(found, dict):
                objects.items.append(found)
            else:
                self.misfits.append(Misfit(pointer, _last_key(pointer), "object", found))
        return objects

    def _collect(self, value: Any, patterns: list[str]) -> Objects:
        if len(patterns) == 1 and patterns[0].count("*") == 1 and patterns[0].endswith("/*"):
            base = patterns[0].removesuffix("/*")
            items = [found for _, found in self._walk(value, base, "array")]
            rows = items[0] if items and isinstance(items[0], list) else []
            return _objects(rows, lambda index: f"{base}/{index}")
        places = [place for pattern in patterns for place in self._walk(value, pattern, "object")]
        pointers = [pointer for pointer, _ in places]
        return _objects([found for _, found in places], pointers.__getitem__)

    def _collect_nested(self, value: Any) -> None:
        layout = self.profile.layout
        self.persons = self._collect(value, [layout.persons or ""])
        pointers: list[str] = []
        rows: list[Any] = []
        self.person_of = []
        for index, person in enumerate(self.persons.items):
            if index in self.persons.broken:
                continue
            base = self.persons.pointer(index)
            for pattern in layout.records:
                below = pattern.removeprefix(layout.persons or "")
                for pointer, found in self._walk(person, below, "object", base):
                    pointers.append(pointer)
                    rows.append(found)
                    self.person_of.append(index)
        self.records = _objects(rows, pointers.__getitem__)

    def _go_inside(self) -> None:
        """Find the objects inside those of the levels; what is missing on the way to the records is known already."""
        known = {(misfit.pointer, misfit.key) for misfit in self.misfits}
        for (level, inside), required in self.profile.inner_objects.items():
            above = self._objects[level, inside.rpartition("/")[0]]
            key, found = _inside(above, inside)
            self._objects[level, inside] = found
            for index in sorted(found.broken - above.broken):
                value = above.items[index].get(key, MISSING)
                pointer = above.pointer(index) if value is MISSING else found.pointer(index)
                if (required or value is not MISSING) and (pointer, key) not in known:
                    self.misfits.append(Misfit(pointer, key, "object", value, self.row_of(level, index)))

    def _walk(self, value: Any, pattern: str, expected: str, base: str = "") -> Iterator[tuple[str, Any]]:
        """Every (pointer, value) that `pattern` reaches; what lies on the way and does not fit is a misfit."""
        places = [(base, value)]
        tokens = pattern.split("/")[1:]
        for number, token in enumerate(tokens):
            following = tokens[number + 1] if number + 1 < len(tokens) else ("*" if expected == "array" else "")
            below: list[tuple[str, Any]] = []
            for pointer, found in places:
                below.extend(self._step(pointer, found, token, "array" if following == "*" else "object"))
            places = below
        for pointer, found in places:
            if expected == "array" and not isinstance(found, list):
                self.misfits.append(Misfit(pointer, _last_key(pointer), expected, found))
            else:
                yield pointer, found

    def _step(self, pointer: str, found: Any, token: str, expected: str) -> Iterator[tuple[str, Any]]:
        if token == "*":
            if isinstance(found, list):
                yield from zip((f"{pointer}/{index}" for index in range(len(found))), found, strict=True)
            else:
                self.misfits.append(Misfit(pointer, _last_key(pointer), "array", found))
        elif not isinstance(found, dict):
            self.misfits.append(Misfit(pointer, _last_key(pointer), "object", found))
        else:
            [key] = tokens_of(f"/{token}")
            if key in found:
                yield f"{pointer}/{token}", found[key]
            else:
                self.misfits.append(Misfit(pointer, key, expected, MISSING))


def _found(key: str, items: list[dict[str, Any]]) -> list[Any]:
    return [item.get(key, MISSING) for item in items]


def _last_key(pointer: str) -> str:
    return "" if pointer == "" else tokens_of(pointer)[-1]


def _inside(above: Objects, inside: str) -> tuple[str, Objects]:
    """The last key of `inside`, and what stands under it in each of the objects that it begins in."""
    token, key = inside[inside.rindex("/") :], tokens_of(inside)[-1]
    return key, _objects([item.get(key) for item in above.items], lambda index: above.pointer(index) + token)


def _objects(rows: list[Any], pointer: Callable[[int], str]) -> Objects:
    if set(map(type, rows)) <= {dict}:
        return Objects(rows, pointer)
    broken = {index for index, row in enumerate(rows) if not isinstance(row, dict)}
    return Objects([{} if index in broken else row for index, row in enumerate(rows)], pointer, broken)
