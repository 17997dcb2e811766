"""Where the header, the persons and the records of an unknown file are, and what its keys hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pyvalidator.privacy.masking import mask_key
from pyvalidator.profile import Layout
from pyvalidator.source.pointers import escape
from pyvalidator.wizard.candidates import Candidate
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.maps import KeyPlace
from pyvalidator.wizard.value_formats import looks_like_date

#: Objects that are kept to see how their values relate.
_ROWS = 300
#: Objects with fewer keys are no records of leave.
_FEWEST_KEYS = 4
#: An object inside another with more keys has data for keys.
_MOST_KEYS = 60
#: Elements of an array that are looked at to decide what the array holds.
_SAMPLE = 50


@dataclass(frozen=True)
class Wanted:
    """What the user said of the places.

    Attributes:
        records: the patterns of the records, instead of those that would be chosen; None: nothing was said.
        ignored: the patterns that hold no leave.
        maps: pattern of an object → whether its keys are data.
    """

    records: tuple[str, ...] | None = None
    ignored: tuple[str, ...] = ()
    maps: Mapping[str, bool] = field(default_factory=dict)


NOTHING_SAID = Wanted()


@dataclass
class FoundLayout:
    """The layout found, and the columns of each level in file order.

    Attributes:
        columns: the keys, each with its level; `level_titles` has what the levels are called for people.
        doubt: why the user should look, or "".
        samples: level → its first objects as path → value, to see how their values relate. Not kept beyond the session.
        rows: the first records, with what stands on the objects above them: (level, path) → value.
        candidates: every place where records could be. key_places: every object whose keys could be data.
    """

    layout: Layout
    columns: list[Column]
    record_count: int
    doubt: str = ""
    samples: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    rows: list[dict[tuple[str, str], Any]] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    key_places: list[KeyPlace] = field(default_factory=list)
    level_titles: dict[str, str] = field(default_factory=dict)

    def hangs_on_person(self, column: Column) -> bool:
        """Whether each identity number has one value of this key: what a person has, not what a leave has."""
        if column.level != "record":
            return column.level == "person"
        rows = self.samples.get("record", [])
        ids = next((each.path for each in self.columns if each.level == "record" and each.looks_like_ids), None)
        if ids is None:
            return False
        pairs = {(str(row.get(ids)), str(row.get(column.path))) for row in rows}
        people = {person for person, _ in pairs}
        return len(pairs) == len(people) and len(people) < len(rows)


def find_layout(value: Any, wanted: Wanted = NOTHING_SAID) -> FoundLayout | None:
    """The most probable shape of a parsed file; None where nothing in it looks like records."""
    places = dict(_object_arrays(value, ""))
    patterns = _record_patterns(places)
    doubt = ""
    if not patterns and not (isinstance(value, dict) and _has_dates(_own(value))):
        patterns = [pattern for pattern, rows in places.items() if len(_flat(rows[0]) if rows else ()) >= _FEWEST_KEYS]
        patterns = sorted(patterns, key=lambda pattern: -len(places[pattern]))[:1]
        doubt = "看不出哪一個鍵是日期，以筆數最多的一組資料當作差假紀錄，請確認。"
        if not patterns and not (isinstance(value, dict) and _has_dates(_flat(value))):
            return None
    if not patterns:
        layout = Layout(header="", records=[""])
        doubt = "整份檔案只有一筆資料，請確認。"
        return FoundLayout(layout, _columns("record", [value], set()), 1, doubt, {"record": [_flat(value)]})
    persons = _persons_pattern(patterns, places)
    header, found = _header(value)
    layout = Layout(header=header, persons=persons, records=patterns)
    records = [row for pattern in patterns for row in places[pattern]]
    columns = _columns("header", [found] if found is not None else [], _arrays_below(header, patterns))
    if persons is not None:
        columns += _columns("person", places[persons], _arrays_below(persons, patterns))
    columns += _columns("record", records, set())
    people = places[persons] if persons is not None else []
    samples = {level: list(map(_flat, rows[:_ROWS])) for level, rows in (("record", records), ("person", people))}
    return FoundLayout(layout, columns, len(records), doubt, samples)


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
    dated = {pattern: rows for pattern, rows in places.items() if any(map(_has_dates, map(_flat, rows[:_SAMPLE])))}
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


def _own(item: dict[str, Any]) -> dict[str, Any]:
    """What stands on an object itself."""
    return {key: value for key, value in item.items() if not isinstance(value, dict)}


def _common_keys(rows: list[dict[str, Any]]) -> set[str]:
    counts = Counter(key for row in rows[:_SAMPLE] for key in row)
    return {key for key, count in counts.items() if count * 2 >= min(len(rows), _SAMPLE)}


def _has_dates(row: dict[str, Any]) -> bool:
    """At least one date, and something beside it: a leave has both. `row` as of `_flat`."""
    dates = sum(looks_like_date(value) for value in row.values() if isinstance(value, str))
    return dates >= 1 and len(row) - sum(map(_is_list, row.values())) >= 3


def _persons_pattern(patterns: list[str], places: dict[str, list[dict[str, Any]]]) -> str | None:
    parents = [pattern for pattern in places if all(own.startswith(pattern + "/") for own in patterns)]
    return max(parents, key=len) if parents else None


def _header(value: Any) -> tuple[str, dict[str, Any] | None]:
    """The innermost object in which everything stands that is outside of arrays."""
    pointer = ""
    while isinstance(value, dict):
        telling = [key for key, below in value.items() if not all(map(_is_list, _flat({key: below}).values()))]
        if len(telling) != 1 or not isinstance(value[telling[0]], dict):
            return pointer, value
        pointer, value = f"{pointer}/{escape(telling[0])}", value[telling[0]]
    return "", None


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _flat(item: dict[str, Any], inside: str = "") -> dict[str, Any]:
    """What stands on an object and the objects inside it, by its path."""
    found: dict[str, Any] = {}
    for key, value in item.items():
        path = f"{inside}/{escape(key)}"
        found |= _flat(value, path) if isinstance(value, dict) else {path: value}
    return found


def _arrays_below(place: str, patterns: list[str]) -> set[str]:
    """The paths, from the objects at `place` on, of the arrays by which one comes to the records."""
    return {pattern.removeprefix(place).split("/*")[0] for pattern in patterns if pattern.startswith(place + "/")}


def _columns(
    level: str, rows: list[dict[str, Any]], arrays: set[str], inside: str = "", total: int | None = None
) -> list[Column]:
    """The keys of a level's objects and of the objects inside them, but for the arrays that lead to the records.

    Args:
        rows: the objects at `inside`. total: how many objects the level has, where these are others.
    """
    total = len(rows) if total is None else total
    values: dict[str, list[Any]] = {}
    for row in rows:
        for key, value in row.items():
            values.setdefault(key, []).append(value)
    columns: list[Column] = []
    for key, found in values.items():
        column = Column(level, key, inside, objects=total)
        if column.path in arrays:
            continue
        leads_on = any(array.startswith(column.path + "/") for array in arrays)
        if leads_on or _is_group(key, found):
            below = [value for value in found if isinstance(value, dict)]
            columns += _columns(level, below, arrays, column.path, total)
        else:
            for value in found:
                column.add(value)
            columns.append(column)
    return columns


def _is_group(key: str, values: list[Any]) -> bool:
    """Whether what stands under a key are objects with a few keys of their own, not a list with data for keys."""
    if key in ("", "*") or not all(isinstance(value, dict) for value in values):
        return False
    keys = {below for value in values for below in value}
    return 0 < len(keys) <= _MOST_KEYS and not any(mask_key(below) != below for below in keys)
