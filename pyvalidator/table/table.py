"""The file as rules see it: canonical columns over the records, built once, lazily, from the profile's layout."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import repeat
from operator import itemgetter
from typing import Any

from pyvalidator.profile import FieldSpec, Profile, field_values
from pyvalidator.profile.constants import constant
from pyvalidator.profile.layout import HEADER, RECORD, Level
from pyvalidator.profile.missing import joined, says_missing
from pyvalidator.source.pointers import MISSING, Missing, tokens_of
from pyvalidator.table.column import Column, Settled
from pyvalidator.table.objects import Inside, Objects
from pyvalidator.table.walk import Misfit, Walk

#: Records taken apart at once: few enough to stay in the cache.
_AT_ONCE = 1024
#: Values of these types may have one key and be written in several ways.
_UNLIKE = {list, dict, float}


class Table:
    """Raw and canonical columns of one parsed file.

    Args:
        profile: the profile in use.
        value: the parsed JSON value.
        opened: pointers of the texts that were replaced by the JSON in them; None where nobody knows.
        given: canonical header values that were given beside the file; what the file says itself counts before them.

    Attributes:
        no_leave: the records that are no leave: blank rows, totals, headings.
    """

    def __init__(self, profile: Profile, value: Any, opened: frozenset[str] | None = None,
                 given: Mapping[str, Any] | None = None) -> None:  # fmt: skip
        self.profile = profile
        self.given = given or {}
        self.walk = walk = Walk(profile, value, opened)
        self.misfits: list[Misfit] = walk.misfits
        self.header, self.records = walk.objects[HEADER], walk.objects[RECORD]
        self.no_leave: frozenset[int] = frozenset()
        self._first: dict[Level, dict[int, int]] = {}
        self._settled: dict[tuple[str, str], Settled] = {}
        self._own: dict[str, Column] = {}
        self._spread: dict[str, Column] = {}
        self._canonical: dict[str, Column] = {}
        self._readable: dict[str, Column] = {}
        self._unread: dict[tuple[str, bool, bool], set[int]] = {}
        self._refused: dict[str, set[Hashable]] = {}
        self._objects: dict[tuple[Level, str], Objects] = {(level, ""): own for level, own in walk.objects.items()}
        self._go_inside()

    def __len__(self) -> int:
        return len(self.records.items)

    # -- columns ---------------------------------------------------------------------------------------------------

    def has(self, name: str) -> bool:
        """Whether the canonical field `name` stands on records, or on what is around them, or is settled for them."""
        spec = self.profile.by_name.get(name)
        return spec is not None and spec.level != HEADER

    def raw(self, name: str) -> list[Any]:
        """The values as written, one per record; `MISSING` where the key is absent. KeyError: not in the profile."""
        return self.column(name).values

    def column(self, name: str) -> Column:
        """Like `raw`, with the distinct values; `Settled` where the layout itself says the value."""
        spec = self.profile.by_name[name]
        if name in self.profile.settled and name not in self._own:
            self._own[name] = Column([self._settled_at(name, place) for place in self._places_of_records()])
        column = self.own_column(spec)
        above = self.walk.above.get(spec.level)
        if above is None:
            return column
        if name not in self._spread:
            # With the keys of the whole column, by which the form stage refuses: a person may have no records.
            keys = None if column.keys is column.values else _spread(column.keys, above)
            self._spread[name] = Column(_spread(column.values, above), keys)
        return self._spread[name]

    def own_column(self, spec: FieldSpec) -> Column:
        """The values as written, one per object of the field's own level."""
        if spec.name not in self._own:
            if spec.level == RECORD:
                self._take_apart()
            else:
                self._own[spec.name] = self._column_of(spec)
        return self._own[spec.name]

    def _take_apart(self) -> None:
        """Make the columns of all fields of the records, a few records at a time: each is then fetched into the
        processor's cache once, not once per field."""
        specs = [spec for spec in self.profile.level(RECORD) if self._is_plain(spec)]
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
            self._own[spec.name] = self._filled(spec, Column(values))
        for spec in self.profile.level(RECORD):
            if spec.name not in self._own:
                self._own[spec.name] = self._column_of(spec)

    def _is_plain(self, spec: FieldSpec) -> bool:
        """Whether the field's values stand under one key, the same on all objects of its level."""
        return spec.key != "*" and not spec.more_keys and not (self.walk.places and spec.level == RECORD)

    def _column_of(self, spec: FieldSpec) -> Column:
        objects = self.objects(spec)
        if self._is_plain(spec):
            return self._filled(spec, Column(_found(spec.key, objects.items)))
        if not (self.walk.places and spec.level == RECORD):
            return self._filled(spec, Column(self._values_under(spec, spec.key, objects)))
        by_place = {
            place: self._values_under(spec, key, objects)
            for place in self.profile.layout.records if (key := self.profile.key_at(spec, place))
        }  # fmt: skip
        values = [
            by_place[place][index] if place in by_place else self._settled_at(spec.name, place)
            for index, place in enumerate(self.walk.places)
        ]  # fmt: skip
        return self._filled(spec, Column(values))

    def _values_under(self, spec: FieldSpec, key: str, objects: Objects) -> list[Any]:
        if key == "*":
            return objects.keys()
        if not spec.more_keys:
            return _found(key, objects.items)
        missing = says_missing(self.profile.missing_for(spec))
        # Of days, hours and minutes those that are left out are nothing.
        nothing = "0" if field_values.is_amount(spec) else None
        parts = [Column(_found(one, objects.items)) for one in (key, *spec.more_keys)]
        written = zip(*(part.values for part in parts), strict=True)
        if any(part.types & _UNLIKE for part in parts):
            return [joined(values, missing, nothing) for values in written]
        keys = list(zip(*(part.keys for part in parts), strict=True))
        distinct = dict(zip(keys, written, strict=True))
        texts = {one: joined(values, missing, nothing) for one, values in distinct.items()}
        return list(map(texts.__getitem__, keys))

    def _filled(self, spec: FieldSpec, column: Column) -> Column:
        """The column with what is written where there is no value as missing, and the field's default in its place."""
        written = self.profile.missing_for(spec)
        default = MISSING if spec.default is None else spec.default
        if not written and default is MISSING:
            return column
        missing = says_missing(written)
        filled = {key: default if missing(value) else value for key, value in column.distinct.items()}
        return column.replaced(filled)

    def _settled_at(self, name: str, place: str) -> Any:
        """What the layout itself says of a field at a place of records; MISSING where it says nothing."""
        own = self.profile.place_of.get(place)
        constants = self.profile.constants if own is None or name not in own.constants else own.constants
        if name not in constants:
            return MISSING
        if (name, place) not in self._settled:
            self._settled[name, place] = Settled(constant(name, constants[name]))
        return self._settled[name, place]

    def _places_of_records(self) -> Iterable[str]:
        return self.walk.places or repeat("", len(self))

    def objects(self, spec: FieldSpec) -> Objects:
        """The objects on which the field stands: one for each of its level, in the same order."""
        return self.objects_at(spec.level, spec.inside)

    def objects_at(self, level: Level, inside: str = "") -> Objects:
        """The objects of a level, or those inside each of them."""
        return self._objects[level, inside]

    def row_of(self, level: Level, index: int) -> int | None:
        """The record that the `index`-th object of a level is, or the first one below it; None where there is none."""
        return index if level == RECORD else self._first_rows(level).get(index)

    def object_of(self, level: Level, row: int) -> int | None:
        """The index of the object of a level in which a record stands, or which it is; None where it stands in none."""
        if level == RECORD:
            return row
        return 0 if level == HEADER else self.walk.above[level][row]

    def _first_rows(self, level: Level) -> dict[int, int]:
        """By the index of each object of a level with records, the first of these."""
        if level not in self._first:
            above = self.walk.above.get(level, [])
            rows = range(len(above) - 1, -1, -1)
            self._first[level] = {index: row for row in rows if (index := above[row]) is not None}
        return self._first[level]

    def values(self, name: str) -> list[Any]:
        """The canonical values, one per record; None where missing, refused by the form stage, or not real."""
        return self.canonical(name).values

    def canonical(self, name: str) -> Column:
        """Like `values`, with the distinct ones, by the keys of the values as written."""
        spec = self.profile.by_name[name]
        raw = self.column(name)
        if field_values.is_as_written(spec) and Settled not in raw.types:
            return self.readable(name)
        if name not in self._canonical:
            refused = self._refused.get(name, ())
            self._canonical[name] = raw.replaced({
                key: None if key in refused else self._canonical_value(spec, value)
                for key, value in raw.distinct.items()
            })  # fmt: skip
        return self._canonical[name]

    def _canonical_value(self, spec: FieldSpec, value: Any) -> Any:
        if value is MISSING:
            return None
        return value.value if type(value) is Settled else field_values.canonical(self.profile, spec, value)

    def readable_raw(self, name: str) -> list[Any]:
        """Like `raw`, with None where missing, settled by the layout or refused by the form stage."""
        return self.readable(name).values

    def readable(self, name: str) -> Column:
        """Like `readable_raw`, with the distinct values."""
        if name not in self._readable:
            raw, refused = self.column(name), self._refused.get(name, set())
            unwritten = {key for key, value in raw.distinct.items() if type(value) in (Missing, Settled)}
            hidden = unwritten | refused
            self._readable[name] = raw.without(hidden) if hidden else raw
        return self._readable[name]

    def refuse(self, name: str, keys: set[Hashable]) -> None:
        """Remember the distinct values (see `distinct_keys`) of a field that failed its form."""
        for one in (name, *(spec.name for spec in self.profile.same_key[name])):
            self._refused.setdefault(one, set()).update(keys)
            self._canonical.pop(one, None)
            self._readable.pop(one, None)
        self._unread.clear()

    def unread_rows(self, name: str, *, raw: bool = False, needed: bool = False) -> set[int]:
        """The records in which a needed value is missing, was refused, or (unless `raw`) is not real; an absent
        optional one is not, unless it is `needed`."""
        if (name, raw, needed) not in self._unread:
            column, written = self.readable(name) if raw else self.canonical(name), self.column(name)
            required = needed or self.profile.by_name[name].required
            keys = {
                key for key, value in column.distinct.items()
                if value is None and (required or written.distinct[key] is not MISSING)
                and type(written.distinct[key]) is not Settled
            } if column.gaps else set()  # fmt: skip
            self._unread[name, raw, needed] = set(column.rows_of(keys)) if keys else set()
        return self._unread[name, raw, needed]

    @property
    def person_count(self) -> int:
        """How many persons there are: distinct values of what a person is told by, well formed or not."""
        name = self.profile.identity
        if name is None or not self.has(name):
            return 0
        # A number is a number of the house; as person_id it has lost its quotes, which is told.
        kinds = (str,) if name == "person_id" else (str, int, float)
        return sum(isinstance(value, kinds) for value in self.column(name).distinct.values())

    def set_aside(self, level: Level, indices: set[int]) -> None:
        """Hide objects of a level, with what stands inside them: they hold nothing that could be read."""
        for (own, _), objects in self._objects.items():
            if own == level:
                objects.hide(indices)
        if level == RECORD:
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
        if spec.key == "" or not self.objects(spec).items:
            return MISSING
        return self.own_column(spec).values[0]

    def header_value(self, name: str) -> Any:
        """The canonical header value, None where missing, refused or not real."""
        own = self.header_own(name)
        return self.given.get(name) if own is None else own

    def header_own(self, name: str) -> Any:
        """The same, of the file and its profile alone."""
        if name in self.profile.constants:
            return constant(name, self.profile.constants[name])
        raw = self.header_readable_raw(name)
        return None if raw is None else field_values.canonical(self.profile, self.profile.by_name[name], raw)

    def header_text(self, name: str) -> str:
        """A header value for people, as the file or the profile writes it."""
        return str(self.profile.constants[name] if name in self.profile.constants else self.header_raw(name))

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
        index = self.object_of(spec.level, row or 0)
        return self.records.pointer(row or 0) if index is None else self.objects(spec).pointer(index)

    def pointer_or_holder(self, name: str, row: int | None) -> str:
        """The pointer of a field; where record `row` has none, that of the object that lacks it."""
        lacks = row is not None and self.has(name) and self.raw(name)[row] is MISSING
        return self.object_pointer(name, row) if lacks else self.pointer(name, row)

    def pointer(self, name: str, row: int | None = None) -> str:
        """The pointer of field `name`, of record `row` unless it stands in the header."""
        spec = self.profile.by_name[name]
        index = self.object_of(spec.level, row or 0)
        return self.records.pointer(row or 0) if index is None else self.pointer_at(spec, index)

    def pointer_at(self, spec: FieldSpec, index: int) -> str:
        """The pointer of a field on the `index`-th object of its level; the object's where it is no member of that."""
        objects, key = self.objects(spec), self.key_at(spec, index)
        return objects.member(index, key) if key else objects.pointer(index)

    def key_at(self, spec: FieldSpec, index: int) -> str:
        """The field's key on the `index`-th object of its level; "" where objects at this place do not have it."""
        if spec.level != RECORD or not self.walk.places:
            return spec.key
        return self.profile.key_at(spec, self.walk.places[index])

    def lacking_at(self, spec: FieldSpec, index: int) -> str:
        """The key, of the field's, that the `index`-th object of its level lacks; "" where it need not have any."""
        key, item = self.key_at(spec, index), self.objects(spec).items[index]
        if key in ("", "*") or not spec.more_keys:
            return key
        missing = says_missing(self.profile.missing_for(spec))
        return next((one for one in (key, *spec.more_keys) if missing(item.get(one, MISSING))), key)

    @property
    def records_pointer(self) -> str:
        """The pointer of the (first) list of records; "" where the layout has none."""
        return self.profile.layout.records[0].split("/*")[0]

    def level_pointer(self, level: Level) -> str:
        """The pointer of the (first) list of the objects of a level."""
        return self.profile.layout.objects(level)[0].split("/*")[0]

    # -- layout ----------------------------------------------------------------------------------------------------

    def _go_inside(self) -> None:
        """Find the objects inside those of the levels; what is missing on the way to the records is known already."""
        known = {(misfit.pointer, misfit.key) for misfit in self.misfits}
        for (level, inside), required in self.profile.inner_objects.items():
            above, key = self._objects[level, inside.rpartition("/")[0]], tokens_of(inside)[-1]
            self._objects[level, inside] = found = Inside(above, key)
            for index in sorted(found.broken - above.broken):
                value = above.items[index].get(key, MISSING)
                pointer = above.pointer(index) if value is MISSING else found.pointer(index)
                if (required or value is not MISSING) and (pointer, key) not in known:
                    self.misfits.append(Misfit(pointer, key, "object", value, self.row_of(level, index)))


def _found(key: str, items: list[dict[str, Any]]) -> list[Any]:
    return [item.get(key, MISSING) for item in items]


def _spread(values: Sequence[Any], above: list[int | None]) -> list[Any]:
    """What the objects of a level have, for each record in or below them."""
    return [MISSING if index is None else values[index] for index in above]
