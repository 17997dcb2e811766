"""Where the header, the persons and the records of an unknown file are, and what its keys hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pyvalidator.person_ids import checksum_is_right
from pyvalidator.pointers import escape, tokens_of
from pyvalidator.profile import Layout
from pyvalidator.profile.forms import code_text
from pyvalidator.wizard.kinds import looks_like_date

#: Distinct values kept per key; enough to tell forms and to fill code tables, few enough for a file of any size.
_KEPT = 200
#: Objects that are kept to see how their values relate.
_ROWS = 300
#: Objects with fewer keys are no records of leave.
_FEWEST_KEYS = 4
#: Elements of an array that are looked at to decide what the array holds.
_SAMPLE = 50


@dataclass
class Column:
    """One key of one level: what stands under it.

    `distinct` holds up to 200 distinct scalar values in the order of their first appearance, with their counts.
    """

    level: str
    key: str
    count: int = 0
    objects: int = 0
    types: Counter[str] = field(default_factory=Counter)
    distinct: Counter[Any] = field(default_factory=Counter)
    longest: int = 0

    #: Most distinct values that are kept.
    limit = _KEPT

    @property
    def texts(self) -> list[str]:
        """The distinct text values."""
        return [value for value in self.distinct if isinstance(value, str)]

    @property
    def codes(self) -> list[str]:
        """The distinct values as codes of a table have them: texts, and whole numbers as text."""
        whole = (value for value in self.distinct if type(value) in (int, float) and float(value).is_integer())
        return [*self.texts, *map(code_text, whole)]

    @property
    def looks_like_ids(self) -> bool:
        """Whether most values are identity numbers with the right check digit."""
        right = sum(len(text) == 10 and checksum_is_right(text.upper()) for text in self.texts)
        return bool(self.texts) and 2 * right > len(self.texts)

    @property
    def always(self) -> bool:
        """Whether every object has the key."""
        return self.count == self.objects

    def add(self, value: Any) -> None:
        self.count += 1
        self.types[_type_name(value)] += 1
        if isinstance(value, str):
            self.longest = max(self.longest, len(value))
        if not isinstance(value, dict | list) and (value in self.distinct or len(self.distinct) < self.limit):
            self.distinct[value] += 1


@dataclass
class Shape:
    """The layout found, and the columns of each level in file order. `doubt`: why the user should look, or ""."""

    layout: Layout
    columns: list[Column]
    record_count: int
    doubt: str = ""
    #: The first objects of each level, to see how values of one object relate. Not kept beyond the session.
    samples: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def hangs_on_person(self, column: Column) -> bool:
        """Whether each identity number has one value of this key: what a person has, not what a leave has."""
        if column.level != "record":
            return column.level == "person"
        rows = self.samples.get("record", [])
        key = next((each.key for each in self.columns if each.level == "record" and each.looks_like_ids), None)
        if key is None:
            return False
        pairs = {(str(row.get(key)), str(row.get(column.key))) for row in rows}
        people = {person for person, _ in pairs}
        return len(pairs) == len(people) and len(people) < len(rows)


def find_shape(value: Any) -> Shape | None:
    """The most probable shape of a parsed file; None where nothing in it looks like records."""
    places = dict(_object_arrays(value, ""))
    patterns = _record_patterns(places)
    doubt = ""
    if not patterns and not (isinstance(value, dict) and _has_dates(value)):
        patterns = [pattern for pattern, rows in places.items() if len(rows[0] if rows else ()) >= _FEWEST_KEYS]
        patterns = sorted(patterns, key=lambda pattern: -len(places[pattern]))[:1]
        doubt = "看不出哪一個鍵是日期，以筆數最多的一組資料當作差假紀錄，請確認。"
        if not patterns:
            return None
    if not patterns:
        layout = Layout(header="", records=[""])
        doubt = "整份檔案只有一筆資料，請確認。"
        return Shape(layout, _columns("record", [value], set()), 1, doubt, {"record": [value]})
    persons = _persons_pattern(patterns, places)
    header, found = _header(value, set(places))
    layout = Layout(header=header, persons=persons, records=patterns)
    records = [row for pattern in patterns for row in places[pattern]]
    columns = _columns("header", [found] if found is not None else [], _containers(header, patterns, persons))
    if persons is not None:
        columns += _columns("person", places[persons], {_key_after(persons, pattern) for pattern in patterns})
    columns += _columns("record", records, set())
    samples = {"record": records[:_ROWS], "person": places[persons][:_ROWS] if persons is not None else []}
    return Shape(layout, columns, len(records), doubt, samples)


def _object_arrays(value: Any, pattern: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Every array of objects, by pattern (`/people/*/leave/*`), its objects from all parents together."""
    found: dict[str, list[dict[str, Any]]] = {}
    stack: list[tuple[str, Any]] = [(pattern, value)]
    while stack:
        place, item = stack.pop()
        if isinstance(item, dict):
            stack += [(f"{place}/{escape(key)}", below) for key, below in reversed(item.items())]
        elif isinstance(item, list):
            rows = [element for element in item if isinstance(element, dict)]
            if rows or (not item and place.count("*")):
                found.setdefault(f"{place}/*", []).extend(rows)
            stack += [(f"{place}/*", row) for row in reversed(rows)]
    yield from found.items()


def _record_patterns(places: dict[str, list[dict[str, Any]]]) -> list[str]:
    """The arrays whose objects carry dates: the leaves. Several where leaves and trips stand apart."""
    dated = {pattern: rows for pattern, rows in places.items() if any(_has_dates(row) for row in rows[:_SAMPLE])}
    deepest = [pattern for pattern in dated if not any(other.startswith(pattern + "/") for other in dated)]
    if not deepest:
        return []
    main = max(deepest, key=lambda pattern: len(dated[pattern]))
    keys = _common_keys(dated[main])
    parent = main.rsplit("/", 2)[0]
    return [
        pattern for pattern in dated if pattern in deepest and pattern.rsplit("/", 2)[0] == parent
        and len(keys & _common_keys(dated[pattern])) * 2 >= len(keys)
    ]  # fmt: skip


def _common_keys(rows: list[dict[str, Any]]) -> set[str]:
    counts = Counter(key for row in rows[:_SAMPLE] for key in row)
    return {key for key, count in counts.items() if count * 2 >= min(len(rows), _SAMPLE)}


def _has_dates(row: dict[str, Any]) -> bool:
    """At least one date, and something beside it: a leave has both."""
    dates = sum(looks_like_date(value) for value in row.values() if isinstance(value, str))
    return dates >= 1 and sum(not isinstance(value, dict | list) for value in row.values()) >= 3


def _persons_pattern(patterns: list[str], places: dict[str, list[dict[str, Any]]]) -> str | None:
    parents = [pattern for pattern in places if all(own.startswith(pattern + "/") for own in patterns)]
    return max(parents, key=len) if parents else None


def _header(value: Any, places: set[str]) -> tuple[str, dict[str, Any] | None]:
    """The object with the most scalar members outside every array: the root, or one a few levels below."""
    best: tuple[int, str, dict[str, Any] | None] = (0, "", value if isinstance(value, dict) else None)
    stack = [("", value)]
    while stack:
        pointer, item = stack.pop()
        if not isinstance(item, dict):
            continue
        scalars = sum(not isinstance(below, dict | list) for below in item.values())
        if scalars > best[0]:
            best = (scalars, pointer, item)
        stack += [(f"{pointer}/{escape(key)}", below) for key, below in item.items()]
    return best[1], best[2]


def _containers(header: str, patterns: list[str], persons: str | None) -> set[str]:
    return {_key_after(header, pattern) for pattern in [*patterns, *([persons] if persons else [])]
            if pattern.startswith(header + "/")}  # fmt: skip


def _key_after(prefix: str, pattern: str) -> str:
    return tokens_of(pattern.removeprefix(prefix))[0]


def _columns(level: str, rows: list[dict[str, Any]], containers: set[str]) -> list[Column]:
    columns: dict[str, Column] = {}
    for row in rows:
        for key, value in row.items():
            if key not in containers and not (level == "header" and isinstance(value, dict)):
                columns.setdefault(key, Column(level, key)).add(value)
    for column in columns.values():
        column.objects = len(rows)
    return list(columns.values())


def _type_name(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    return {str: "string", type(None): "null", list: "array", dict: "object"}[type(value)]


_WORD = re.compile(r"[^0-9a-z\u4e00-\u9fff]")


def plain_key(key: str) -> str:
    """A key as names are compared: lower case, letters, digits and Chinese characters only."""
    return _WORD.sub("", key.lower())
