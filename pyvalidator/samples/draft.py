"""A sample file before and while it is written through a profile: canonical values in, keys and forms out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic_core import to_json

from pyvalidator.domain.amounts import DAY
from pyvalidator.profile import FieldSpec, Profile, field_values, notations
from pyvalidator.samples.people import SamplePerson
from pyvalidator.samples.planner import SampleLeave
from pyvalidator.source.pointers import tokens_of


class SampleError(ValueError):
    """The sample that was asked for cannot be made; the text says why, in Traditional Chinese."""


class _Removed:
    def __repr__(self) -> str:
        return "REMOVED"


#: In `raw` and `header_raw`: the key is not written.
REMOVED: Any = _Removed()


@dataclass(eq=False)
class Row:
    """One record. `raw` (canonical name → what stands in the file) and `extra` (key → value) are laid over it."""

    person: SamplePerson
    leave: SampleLeave
    raw: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)

    def values(self) -> dict[str, Any]:
        """Canonical values by field name; None: not known or left empty."""
        leave, person = self.leave, self.person
        hours = leave.half_hours % 16
        return {
            "person_id": person.id, "person_name": person.name, "person_category": person.category,
            "staff_class": person.staff, "job_title": person.title, "unit": person.unit,
            "leave_type": leave.kind, "start_date": leave.start, "start_time": leave.start_time, "end_date": leave.end,
            "end_time": leave.end_time, "days": leave.half_hours // 16,
            "hours": hours / 2 if hours % 2 else hours // 2, "covid_related": leave.covid, "reason": leave.reason,
        }  # fmt: skip


@dataclass
class Draft:
    """A file to be written.

    Attributes:
        header: canonical values by field name; `record_count` is counted when the file is written.
        rows: records, those of one person next to each other.
        header_raw, header_extra: as `Row.raw` and `Row.extra`.
    """

    profile: Profile
    header: dict[str, Any]
    rows: list[Row]
    header_raw: dict[str, Any] = field(default_factory=dict)
    header_extra: dict[str, Any] = field(default_factory=dict)

    def write(self) -> Written:
        """The file as this draft's profile lays it out."""
        return _Writer(self).write()


@dataclass
class Written:
    """A written file.

    Attributes:
        document: the JSON value.
        header: the header's pointer.
        order: the rows as the file has them.
        pointers: the pointer of each of `order`, by its identity.
        owners: the same for the object of its person, where records are nested below persons.
    """

    profile: Profile
    document: Any
    header: str
    order: list[Row]
    pointers: dict[Row, str]
    owners: dict[Row, str]

    @property
    def text(self) -> str:
        """The file's text: indented JSON, as attendance systems write it."""
        return to_json(self.document, indent=2).decode() + "\n"

    def place(self, name: str, row: Row | None = None) -> str:
        """The pointer of the object on which field `name` stands (of `row`, or in the header)."""
        spec = self.profile.by_name[name]
        if spec.level == "header":
            return self.header + spec.inside
        row = row or self.order[0]
        return (self.owners[row] if spec.level == "person" else self.pointers[row]) + spec.inside

    def pointer(self, name: str, row: Row | None = None) -> str:
        """The pointer of field `name`."""
        spec = self.profile.by_name[name]
        return self.place(name, row) + spec.path.removeprefix(spec.inside)


class _Writer:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._profile = draft.profile
        self._codes = {
            spec.name: {name: _code(spec, code) for code, name in reversed(self._profile.codes(spec).items())}
            for spec in self._profile.fields if spec.type == "choice"
        }  # fmt: skip
        profile, layout = self._profile, self._profile.layout
        #: Per level the fields of each key: two where one value holds both.
        self._keys: dict[str, list[list[FieldSpec]]] = {"header": [], "person": [], "record": []}
        for spec in filter(profile.is_first_of_key, profile.fields):
            self._keys[spec.level].append([spec, *profile.same_key[spec.name]])
        self._document: Any = [] if (layout.persons or layout.records[0]).startswith("/*") else {}
        self._header = {**draft.header, "record_count": len(draft.rows)}

    def write(self) -> Written:
        draft, layout = self._draft, self._profile.layout
        if self._profile.level("header"):
            target = _reach(self._document, layout.header, iter(()))[1]
            target.update(self._members("header", self._header, draft.header_raw, draft.header_extra))
        for pattern in layout.records if layout.persons is None else [layout.persons]:
            _reach(self._document, pattern.rpartition("/*")[0], iter((0,) * 9), [])
        written = Written(self._profile, self._document, layout.header, [], {}, {})
        if layout.persons is None:
            self._write_rows(written, draft.rows, layout.records, self._document, "")
        else:
            self._write_people(written, layout.persons)
        return written

    def _write_people(self, written: Written, pattern: str) -> None:
        for number, rows in enumerate(_grouped(self._draft.rows)):
            pointer, target = _reach(self._document, pattern, _indices(pattern, number))
            raw = {name: value for row in rows for name, value in row.raw.items()}
            target.update(self._members("person", {**self._header, **rows[0].values()}, raw, {}))
            below = [records.removeprefix(pattern) for records in self._profile.layout.records]
            for row in rows:
                written.owners[row] = pointer
            self._write_rows(written, rows, below, target, pointer)

    def _write_rows(self, written: Written, rows: list[Row], patterns: list[str], target: Any, base: str) -> None:
        for turn, pattern in enumerate(patterns):
            _reach(target, pattern.rpartition("/*")[0], iter((0,) * 9), [])
            for number, row in enumerate(rows[turn :: len(patterns)]):
                pointer, record = _reach(target, pattern, _indices(pattern, number))
                values = {**self._header, **row.values()}
                record.update(self._members("record", values, {**self._draft.header_raw, **row.raw}, row.extra))
                written.order.append(row)
                written.pointers[row] = base + pointer

    def _members(
        self, level: str, values: dict[str, Any], raw: dict[str, Any], extra: dict[str, Any]
    ) -> dict[str, Any]:
        members: dict[str, Any] = {}
        for parts in self._keys[level]:
            value, holder = self._value(parts, values, raw), members
            # An object is there for its required keys, also where one of them is taken away.
            for token in tokens_of(parts[0].inside) if value is not REMOVED or parts[0].required else ():
                holder = holder.setdefault(token, {})
            if value is not REMOVED:
                holder[parts[0].key] = value
        return members | extra

    def _value(self, parts: list[FieldSpec], values: dict[str, Any], raw: dict[str, Any]) -> Any:
        """What stands under a key. A raw part of a day and time is completed by the other; a raw amount stands."""
        given = [spec for spec in parts if spec.name in raw]
        value = raw[given[0].name] if given else None
        if given and not (isinstance(value, str) and notations.is_moment(parts[0].format)):
            return value
        for spec in parts:
            if spec not in given and value is not REMOVED:
                value = self._written(spec, values.get(spec.name), value)
        return value

    def _written(self, spec: FieldSpec, value: Any, begun: Any) -> Any:
        if value is None:
            return self._filler(spec) if spec.required else REMOVED
        if spec.type == "choice":
            code = self._codes[spec.name].get(value)
            return self._filler(spec) if code is None else code
        written = write_value(spec, value, begun)
        if notations.is_moment(spec.format) and not self._profile.same_key[spec.name]:
            # The profile has no use for the time of day; the file has one all the same.
            return field_values.write_time(0, spec, written)
        return written

    def _filler(self, spec: FieldSpec) -> Any:
        """What stands in a required field that samples know nothing of."""
        if spec.type == "choice":
            return _code(spec, next(iter(self._profile.codes(spec))))
        if spec.example is not None:
            return spec.example
        return {"integer": spec.minimum or 0, "number": spec.minimum or 0, "boolean": False}.get(spec.type, spec.title)


def _code(spec: FieldSpec, code: str) -> str | int:
    return int(code) if spec.as_number else code


def write_value(spec: FieldSpec, value: Any, begun: Any = None) -> Any:
    """A canonical value (no code) as the field is written; `begun`: what the other field of the key made of it."""
    if spec.unit is not None:
        return field_values.write_amount(value, spec, begun)
    if isinstance(value, date):
        return field_values.write_date(value, spec, begun)
    if spec.type == "time":
        # A profile without 24:00 has the minute before it.
        return field_values.write_time(value if spec.end_of_day else min(value, DAY - 1), spec, begun)
    if spec.type == "boolean" and spec.true and spec.false:
        return (spec.true if value else spec.false)[0]
    return f"{value:g}" if spec.as_text else value


def _grouped(rows: list[Row]) -> Iterator[list[Row]]:
    """The rows of each person: those next to each other that have the same person."""
    group: list[Row] = []
    for row in rows:
        if group and row.person != group[0].person:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _indices(pattern: str, number: int) -> Iterator[int]:
    """The element taken at each `*`: the first, at the last one `number`."""
    return iter([0] * (pattern.split("/").count("*") - 1) + [number])


def _reach(node: Any, pattern: str, indices: Iterator[int], leaf: Any = None) -> tuple[str, Any]:
    """The concrete pointer and the object (`leaf`: what else to put there) at `pattern`; what is not there is made."""
    pointer = ""
    tokens = pattern.split("/")[1:]
    for token, following in zip(tokens, [*tokens[1:], ""], strict=False):
        fresh: Any = [] if following == "*" else ({} if following or leaf is None else leaf)
        if token == "*":
            index = next(indices)
            if index == len(node):
                node.append(fresh)
            node, pointer = node[index], f"{pointer}/{index}"
        else:
            node = node.setdefault(*tokens_of(f"/{token}"), fresh)
            pointer = f"{pointer}/{token}"
    return pointer, node
