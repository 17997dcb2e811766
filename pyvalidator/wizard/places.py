"""A file, or several of one layout, as a tree of places: what stands at each pattern, from all parents together.

Every value is visited once, whatever the file is like: lists and objects whose keys are data are one place each, and
so is what a text of JSON holds.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pyvalidator.privacy.masking import mask_key
from pyvalidator.source.pointers import escape
from pyvalidator.wizard.columns import MEMBER
from pyvalidator.wizard.heading import Heading, find_heading, is_table
from pyvalidator.wizard.maps import KeyPlace, key_place

#: An object inside another with more keys has data for keys.
_MOST_KEYS = 60
#: What lies deeper is not looked at, and no more places than these are told apart.
_DEEPEST, _MOST_PLACES = 32, 4000


@dataclass(eq=False)
class Place:
    """What stands at one pattern of places.

    Attributes:
        pattern: `/people/*/leave/*`. key: its last token. up: the place above.
        values: of all parents, texts of JSON as what they hold. owners: of each value the index of the one of `up` that
            holds it. names: of each value its key, where `up` is an object whose keys are data.
        members: what stands under each key, where objects have fixed keys, or under each column of a row.
        each: what elements of lists and members of maps are.
        is_group: whether this is, everywhere, an object with a few keys of its own: no list, and no data for keys.
        embedded: whether it is written as texts of JSON, which are `written`.
        single: whether some are one object in the place of a list.
        keys: what is known of the keys of objects whose members are alike.
        heading: of rows, what their columns are called.
    """

    pattern: str
    key: str = ""
    up: Place | None = None
    values: list[Any] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    members: dict[str, Place] = field(default_factory=dict)
    each: Place | None = None
    is_group: bool = False
    embedded: bool = False
    written: list[Any] = field(default_factory=list)
    single: bool = False
    keys: KeyPlace | None = None
    heading: Heading | None = None

    @property
    def is_step(self) -> bool:
        """Whether it is reached by a `*`."""
        return self.up is not None and self.up.each is self

    @property
    def above(self) -> Iterator[Place]:
        """The places above, the nearest first."""
        place = self.up
        while place is not None:
            yield place
            place = place.up

    @property
    def steps(self) -> list[Place]:
        """The places above that are reached by a `*`, the outermost first."""
        return [place for place in self.above if place.is_step][::-1]

    @property
    def called(self) -> str:
        """The key by which a list or map is known: of `/people/*/leave/*` it is `leave`."""
        return next((place.key for place in (self, *self.above) if place.key != MEMBER), "")

    def below(self) -> Iterator[Place]:
        """All places of the tree from here on, in file order."""
        stack = [self]
        while stack:
            place = stack.pop()
            yield place
            stack += [*reversed(place.members.values()), *([place.each] if place.each else [])]

    def _next(self, token: str, path: str) -> Place:
        return Place(f"{self.pattern}/{path}", token, self)


def grow(values: Sequence[Any], maps: Mapping[str, bool]) -> Place:
    """The tree of all places of files.

    Args:
        values: the files. maps: pattern of an object → whether its keys are data, as the user said.
    """
    root = Place("", values=list(values), owners=list(range(len(values))))
    count, stack = 0, [(root, 0)]
    while stack:
        place, depth = stack.pop()
        _open_texts(place)
        if depth >= _DEEPEST or count >= _MOST_PLACES:
            continue
        _expand(place, maps)
        found = [*place.members.values(), *([place.each] if place.each else [])]
        count += len(found)
        stack += [(each, depth + 1) for each in found]
    return root


def _expand(place: Place, maps: Mapping[str, bool]) -> None:
    objects = [value for value in place.values if isinstance(value, dict)]
    lists = [value for value in place.values if isinstance(value, list)]
    if is_table(place.values) and place.is_step:
        _expand_rows(place)
        return
    place.keys = key_place(place.pattern, objects, maps.get(place.pattern)) if objects else None
    if lists or (place.keys is not None and place.keys.is_data):
        if lists and not any(map(_holds_any, lists)) and not objects:
            # A list of single values is a value.
            return
        _expand_elements(place)
    elif objects and not _is_opaque(objects):
        _expand_objects(place)
        place.is_group = bool(place.members) and len(objects) == len(place.values)


def _holds_any(items: list[Any]) -> bool:
    """Whether a list holds objects, lists or texts of JSON; of many texts the first says it."""
    if any(isinstance(item, dict | list) for item in items):
        return True
    text = next((item for item in items if isinstance(item, str) and item.strip()), None)
    return text is not None and _held(text) is not None


def _expand_elements(place: Place) -> None:
    is_map = place.keys is not None and place.keys.is_data
    fixed = place.keys.fixed if place.keys is not None and is_map else frozenset()
    if fixed:
        _expand_objects(place, fixed)
    place.each = each = place._next(MEMBER, MEMBER)
    for index, value in enumerate(place.values):
        if isinstance(value, list):
            items, names = value, [None] * len(value)
        elif isinstance(value, dict) and is_map:
            names = [key for key in value if key not in fixed]
            items = [value[key] for key in names]
        elif isinstance(value, dict):
            items, names, place.single = [value], [None], True
        else:
            continue
        each.values += items
        each.names += names
        each.owners += [index] * len(items)


def _expand_objects(place: Place, only: frozenset[str] | None = None) -> None:
    members = place.members
    for index, value in enumerate(place.values):
        if isinstance(value, dict):
            for key, item in value.items():
                if only is not None and key not in only:
                    continue
                member = members.get(key)
                if member is None:
                    member = members[key] = place._next(key, escape(key))
                member.values.append(item)
                member.owners.append(index)


def _expand_rows(place: Place) -> None:
    """Cells of rows as if they were members, by the names of their columns."""
    assert place.up is not None, "rows stand in a list"
    around = (
        (above.pattern, next((value for value in above.values if isinstance(value, dict)), {})) for above in place.above
    )
    place.heading = heading = find_heading(place.values, place.up.pattern, around)
    if heading.row is not None:
        kept = [index for index, row in enumerate(place.values) if row != heading.row]
        place.values = [place.values[index] for index in kept]
        place.owners = [place.owners[index] for index in kept]
        place.names = [place.names[index] for index in kept]
    for column, name in enumerate(heading.names):
        member = place.members[name] = place._next(name, escape(name))
        for index, row in enumerate(place.values):
            if isinstance(row, list) and column < len(row):
                member.values.append(row[column])
                member.owners.append(index)


def _is_opaque(objects: list[dict[str, Any]]) -> bool:
    keys = Counter(key for value in objects for key in value)
    return len(keys) > _MOST_KEYS or any(key in ("", MEMBER) or mask_key(key) != key for key in keys)


def _open_texts(place: Place) -> None:
    """Put in the place of texts of JSON what they hold, where all that is not empty is such a text."""
    texts = [value for value in place.values if isinstance(value, str) and value.strip()]
    if not texts or any(isinstance(value, dict | list) for value in place.values):
        return
    opened = []
    for text in texts:
        value = _held(text)
        if value is None:
            return
        opened.append(value)
    found = iter(opened)
    place.embedded, place.written = True, place.values
    place.values = [
        next(found) if isinstance(value, str) and value.strip() else value for value in place.values
    ]  # fmt: skip


def _held(text: str) -> dict[str, Any] | list[Any] | None:
    """The object or list of objects that a text is; None where it is another text."""
    if text.lstrip()[0] not in "{[":
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) or (isinstance(value, list) and (not value or _holds_any(value))) else None
