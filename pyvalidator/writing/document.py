"""A document put together from the outside in: objects of each level, grouped by what stands on them, down to the
records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from pydantic_core import to_json

from pyvalidator.domain.amounts import DAY
from pyvalidator.profile import FieldSpec, Profile
from pyvalidator.profile.layout import HEADER, RECORD, Level
from pyvalidator.profile.moments import moved
from pyvalidator.source.pointers import escape, tokens_of
from pyvalidator.table.table import Table
from pyvalidator.writing.places import deal
from pyvalidator.writing.values import REMOVED, in_cells, together


class Entry(Protocol):
    """One record to be written. `raw` (canonical name → what stands in the file) and `extra` (key → value) are laid
    over its values."""

    @property
    def raw(self) -> dict[str, Any]: ...

    @property
    def extra(self) -> dict[str, Any]: ...

    def values(self) -> dict[str, Any]:
        """Canonical values by field; None: not known or left empty."""


@dataclass
class Written:
    """A written file.

    Attributes:
        document: the JSON value.
        tree: the same before JSON was put into texts.
        placed: the entries by the pointers of their records.
        left_out: the entries that would have had the key of another in a map.
    """

    profile: Profile
    document: Any
    tree: Any
    placed: dict[str, Any] = field(default_factory=dict)
    left_out: list[Any] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The file's text: indented JSON, as attendance systems write it."""
        return to_json(self.document, indent=2).decode() + "\n"

    @cached_property
    def table(self) -> Table:
        """The file as it is read again; its records are those of `order`."""
        return Table(self.profile, self.tree)

    @cached_property
    def order(self) -> list[Any]:
        """The entries as the file has them."""
        return [self.placed[self.table.records.pointer(row)] for row in range(len(self.table))]

    @cached_property
    def pointers(self) -> dict[Any, str]:
        """The pointer of each record, by its entry."""
        return {entry: pointer for pointer, entry in self.placed.items()}

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {id(entry): row for row, entry in enumerate(self.order)}

    def column(self, name: str) -> list[Any]:
        """What a reader gets of a field, one canonical value per record, wherever the profile keeps it."""
        return self.table.values(name) if self.table.has(name) else [self.table.header_value(name)] * len(self.order)

    def unsaid(self, wanted: Mapping[str, Sequence[Any]]) -> dict[str, list[int]]:
        """The records of which a reader gets something else than was meant: no code for it, or a coarser form.

        Args:
            wanted: by field, what was meant, one canonical value per record. What the profile has no place for is
                passed over, and so is the number of records, which is counted.
        """
        names = [name for name in self.profile.by_name if name in wanted and name != "record_count"]
        read = {name: self.column(name) for name in names}
        if {"end_date", "end_time"} <= read.keys():
            # Where 24:00 cannot be written, it is the next day's 00:00.
            both = ("end_date", "end_time")
            wanted = {**wanted, **dict(zip(both, _ends(wanted["end_date"], wanted["end_time"]), strict=True))}
            read |= dict(zip(both, _ends(read["end_date"], read["end_time"]), strict=True))
        pairs = {name: enumerate(zip(wanted[name], read[name], strict=True)) for name in names}
        found = {name: [row for row, (meant, said) in both if meant != said] for name, both in pairs.items()}
        return {name: rows for name, rows in found.items() if rows}

    def place(self, name: str, entry: Any = None) -> str:
        """The pointer of the object on which field `name` stands (of `entry`, or in the header)."""
        return self.table.object_pointer(name, None if entry is None else self._rows[id(entry)])

    def pointer(self, name: str, entry: Any = None) -> str:
        """The pointer of field `name`."""
        return self.table.pointer(name, None if entry is None else self._rows[id(entry)])


def _ends(days: Sequence[Any], minutes: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """Days and times at which leaves end, 24:00 as 00:00 of the next day."""
    moments = [
        moved(day, 0, DAY) if minute == DAY and day is not None else (day, minute)
        for day, minute in zip(days, minutes, strict=True)
    ]  # fmt: skip
    return [day for day, _ in moments], [minute for _, minute in moments]


def write_document(
    profile: Profile, header: Mapping[str, Any], entries: Sequence[Entry], header_raw: Mapping[str, Any] | None = None,
    header_extra: Mapping[str, Any] | None = None,
) -> Written:  # fmt: skip
    """The entries as the files of `profile` have them.

    Args:
        header: canonical values of the whole file by field; `record_count` is counted.
        header_raw, header_extra: for the header, as an entry's `raw` and `extra`.
    """
    settled = {**header, "record_count": len(entries)}
    return _Writer(profile, settled, header_raw or {}).write(entries, dict(header_extra or {}))


#: Entries of each pattern of places that leads to records.
_ByPattern = dict[str, list[Entry]]


class _Writer:
    def __init__(self, profile: Profile, header: Mapping[str, Any], header_raw: Mapping[str, Any]) -> None:
        self._profile = profile
        self._header = header
        self._header_raw = header_raw
        layout = profile.layout
        #: The level whose objects stand at a pattern.
        self._level: dict[str, Level] = {
            pattern: level for level in layout.chain[1:] for pattern in layout.objects(level)
        }
        #: Per level the fields of each key: several where one value holds them.
        self._parts: dict[Level, list[list[FieldSpec]]] = {level: [] for level in layout.chain}
        for spec in filter(profile.is_first_of_key, profile.fields):
            self._parts[spec.level].append([spec, *profile.same_key[spec.name]])

    def write(self, entries: Sequence[Entry], header_extra: dict[str, Any]) -> Written:
        profile, layout = self._profile, self._profile.layout
        tree = self._container("", layout.records)
        written = Written(profile, tree, tree)
        if profile.level(HEADER):
            target = _reached(tree, layout.header, {})
            target.update(self._members(HEADER, layout.header, self._header, self._header_raw) | header_extra)
        self._head_rows(tree)
        self._below(written, tree, "", "", deal(profile, entries))
        for place in sorted(layout.embedded, key=lambda place: -place.count("/")):
            written.document = _embedded(written.document, place.split("/")[1:])
        return written

    def _below(self, written: Written, target: Any, prefix: str, pointer: str, by_pattern: _ByPattern) -> None:
        """Put what stands below the object `target` at the place `prefix`: containers also where they stay empty."""
        for element, patterns in _next_elements(prefix, by_pattern).items():
            inner = {pattern: by_pattern[pattern] for pattern in patterns}
            place = element.removesuffix("/*")
            container = _reached(target, place[len(prefix) :], self._container(place, patterns))
            base = pointer + place[len(prefix) :]
            if self._level.get(element) == RECORD:
                for entry in inner[element]:
                    at = self._put(container, element, base, [entry])[0]
                    if at is None:
                        written.left_out.append(entry)
                    else:
                        written.placed[at] = entry
                continue
            for group in self._groups(element, inner):
                within = [entry for each in group.values() for entry in each]
                at, value = self._put(container, element, base, within)
                if at is None:
                    written.left_out += within
                else:
                    self._below(written, value, element, at, group)

    def _groups(self, element: str, by_pattern: _ByPattern) -> Iterable[_ByPattern]:
        """The entries of each object at the place `element`: those that agree in what stands on it."""
        names = [spec.name for spec in self._profile.level(self._level.get(element, ""))]
        groups: dict[Any, _ByPattern] = {}
        for pattern, entries in by_pattern.items():
            for entry in entries:
                values = entry.values()
                key = tuple(values.get(name) for name in names)
                groups.setdefault(key, {each: [] for each in by_pattern})[pattern].append(entry)
        return groups.values()

    def _container(self, place: str, patterns: Iterable[str]) -> Any:
        """What is at a place on the way to `patterns`: a list, or an object with members of one kind or of several."""
        element = f"{place}/*"
        on_the_way = any(f"{pattern}/".startswith(f"{element}/") for pattern in patterns)
        return [] if on_the_way and element not in self._profile.maps else {}

    def _put(self, container: Any, element: str, base: str, entries: Sequence[Entry]) -> tuple[str | None, Any]:
        """Put the object of `entries` where it belongs: its pointer, None where another has its key, and itself."""
        values = {**self._header, **entries[0].values()}
        # What was laid over any of them stands on their object.
        raw = {**self._header_raw, **{name: value for entry in entries for name, value in entry.raw.items()}}
        level = self._level.get(element, "")
        # What has no members of its own may be the list of what is in it.
        members = self._members(level, element, values, raw)
        value: Any = members or self._container(element, self._profile.layout.records)
        if level == RECORD:
            value |= entries[0].extra
            if self._columns is not None:
                value = [value.get(key) for key in self._columns]
        if isinstance(container, list):
            container.append(value)
            return f"{base}/{len(container) - 1}", value
        key = self._key(level, element, values, raw) or str(len(container) + 1)
        if key in container:
            return None, value
        container[key] = value
        return f"{base}/{escape(key)}", value

    def _key(self, level: Level, element: str, values: Mapping[str, Any], raw: Mapping[str, Any]) -> str:
        """The key of an object in its map; "" where that says nothing."""
        for parts in self._parts.get(level, ()):
            if self._profile.key_at(parts[0], element) == "*":
                written = together(self._profile, parts, values, raw)
                return "" if written is REMOVED else str(written)
        return ""

    def _members(
        self, level: Level, element: str, values: Mapping[str, Any], raw: Mapping[str, Any]
    ) -> dict[str, Any]:
        members: dict[str, Any] = {}
        for parts in self._parts.get(level, ()):
            keys = self._profile.keys_at(parts[0], element)
            if not keys:
                continue
            cells = in_cells(parts[0], together(self._profile, parts, values, raw), len(keys))
            holder = members
            # An object is there for its required keys, also where one of them is taken away.
            for token in tokens_of(parts[0].inside) if cells[0] is not REMOVED or parts[0].required else ():
                holder = holder.setdefault(token, {})
            holder.update((key, cell) for key, cell in zip(keys, cells, strict=True) if cell is not REMOVED)
        return members

    # -- rows ------------------------------------------------------------------------------------------------------

    @cached_property
    def _columns(self) -> list[str] | None:
        """The keys of the cells of a row; None where records are objects."""
        columns = self._profile.layout.columns
        if not isinstance(columns, str):
            return columns
        place = self._profile.layout.records[0]
        return [key for parts in self._parts[RECORD] for key in self._profile.keys_at(parts[0], place)]

    def _head_rows(self, tree: Any) -> None:
        """Write the keys of the rows where the layout has them."""
        columns = self._profile.layout.columns
        if isinstance(columns, str):
            place, _, below = columns.partition("/*")
            names = [_nested(below, key) for key in self._columns or ()]
            rows = place.removesuffix("/0")
            if rows != place and f"{rows}/*" in self._profile.layout.records:
                # The first of the rows is their heading.
                _reached(tree, rows, []).append(names)
            else:
                _reached(tree, place, names)


def _next_elements(prefix: str, patterns: Iterable[str]) -> dict[str, list[str]]:
    """Where the next `*` below a place is → the patterns that go through it."""
    found: dict[str, list[str]] = {}
    for pattern in patterns:
        element = prefix + pattern[len(prefix) :].partition("/*")[0] + "/*"
        found.setdefault(element, []).append(pattern)
    return found


def _reached(node: Any, pointer: str, last: Any) -> Any:
    """What stands at a pointer through objects; what is not there is made, `last` at its end."""
    tokens = tokens_of(pointer)
    for number, token in enumerate(tokens, 1):
        node = node.setdefault(token, last if number == len(tokens) else {})
    return node


def _nested(pointer: str, value: Any) -> Any:
    """`value` in objects, so that it stands at `pointer`."""
    for token in reversed(tokens_of(pointer)):
        value = {token: value}
    return value


def _embedded(node: Any, tokens: list[str]) -> Any:
    """A copy of `node` with the JSON text of what stands at a pattern in its place."""
    if not tokens:
        return json.dumps(node, ensure_ascii=False)
    token, *rest = tokens
    if isinstance(node, list):
        return [_embedded(each, rest) for each in node] if token == "*" else node
    [key] = tokens_of(f"/{token}")
    return {
        name: _embedded(each, rest) if token == "*" or name == key else each for name, each in node.items()
    }  # fmt: skip
