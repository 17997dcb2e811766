"""Objects and rows with dates that stand outside the places of a layout: maybe leave that nobody looked at."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pydantic_core import from_json

from pyvalidator.coverage.telling import MANY, Telling, everything, inner_values, share_keys
from pyvalidator.profile.tree import Node, is_single
from pyvalidator.source.document import read_document
from pyvalidator.source.pointers import escape

_CONTAINERS = {dict, list}
BLANKS = " \t\r\n\ufeff"
#: How a text begins in which JSON may stand.
OPENERS = frozenset(f'[{{"{BLANKS}')
_OPENED = re.compile(r'[\s\ufeff]*["\[{]').match
#: How it goes on, where it is damaged.
_BEGUN = re.compile(r"""[\s\ufeff]*"?[\s\ufeff]*(?:\{\s*["'\\]|\[\s*[\[{"'\\])""").match
#: JSON in a text in JSON in a text …: no program writes deeper.
_STRINGS = 8
#: No text is shorter that says whose a leave is, and when.
_LEAVES = 16
#: A heading has no more columns.
_COLUMNS = 500


@dataclass
class Hit:
    """Objects or rows at one pattern of places, of which each has a date.

    Attributes:
        pointer: of the first of them. text: the beginning of it that leads to the text in which it stands as JSON.
        key: under which the first has its date. known: whether it says whose it is.
    """

    pattern: str
    pointer: str
    text: str | None = None
    key: str = ""
    count: int = 0
    known: bool = False

    @property
    def counts(self) -> bool:
        """Two are a list; one by itself only where it is somebody's."""
        return self.count > 1 or self.known


@dataclass(slots=True)
class _At:
    """Where something stands.

    Attributes:
        pattern: of the place. pointer: of this one.
        above: the keys above it, the nearest first: (key, the object that has it, the others). A record, which its own
            fields tell about, has no part in it.
        text: the pointer of the outermost text with JSON around it. strings: how many such texts are around.
    """

    pattern: str
    pointer: str
    above: Any = None
    text: str | None = None
    strings: int = 0

    def below(self, token: str, step: str, key: str | None = None, owner: dict[str, Any] | None = None) -> _At:
        """One step further down: `token` of the pattern, `step` of the pointer ("": none)."""
        above = self.above if key is None else (key, owner, self.above)
        return _At(f"{self.pattern}/{token}", self.pointer + step, above, self.text, self.strings)

    def inside(self) -> _At:
        """In the text that stands here."""
        text = self.pointer if self.text is None else self.text
        return _At(self.pattern, self.pointer, self.above, text, self.strings + 1)


def elsewhere(value: Any, tree: Node, telling: Telling, closed: Collection[str] = ()) -> list[Hit]:
    """What stands outside the places of a layout and looks like leave, by pattern, in the order of the file.

    Args:
        value: the parsed document.
        tree: the places of the layout.
        closed: patterns of records in which nothing can be found.
    """
    search = _Search(telling, closed)
    search.visit(value, tree, _At("", ""), [])
    return [hit for hit in search.hits.values() if hit.counts]


class _Search:
    def __init__(self, telling: Telling, closed: Collection[str]) -> None:
        self.telling = telling
        self.closed = closed
        self.hits: dict[str, Hit] = {}
        self.dated_keys: dict[str, bool] = {}

    def visit(self, value: Any, node: Node | None, at: _At, headings: list[list[str]]) -> None:
        """Look at a value and at everything in it.

        Args:
            node: its place in the layout; None outside of it.
            headings: what may be the headings of rows in it.
        """
        if type(value) is dict:
            self._object(value, node, at)
        elif type(value) is list:
            self._list(value, node, at, headings)

    def _object(self, value: dict[str, Any], node: Node | None, at: _At) -> None:
        element = node.element if node is not None else None
        if node is not None and element is not None and is_single(node, value):
            # One object in the place of a list is a list of one.
            self._one(value, element, at.below("*", ""), [], nested=True)
            return
        members = node.members if node is not None else {}
        inner = []
        for key, member in value.items():
            if _may_hold(member):
                if not self._are_done(member, members.get(key, element)):
                    inner.append((key, member))
            elif key not in members and _may_be_text(member):
                self._text(member, at.below(escape(key), f"/{escape(key)}"))
        if not inner:
            return
        free = [] if element is not None else [(key, member) for key, member in inner if key not in members]
        starred = _alike(free, alone=not members)
        headings = [found for _, member in inner if (found := _heading(member))]
        owner = None if node is not None and node.is_record else value
        for key, member in inner:
            token = "*" if key in starred or (element is not None and key not in members) else escape(key)
            spot = at.below(token, f"/{escape(key)}", key, owner)
            # What an object inside another holds counts as the other's.
            nested = node is None and key not in starred and type(member) is dict
            self._one(member, members.get(key, element), spot, headings, nested=nested)

    def _list(self, value: list[Any], node: Node | None, at: _At, headings: list[list[str]]) -> None:
        if self._are_done(value, node):
            return
        element = node.element if node is not None else None
        members = node.members if node is not None else {}
        first = _heading(value[0]) if value and type(value[0]) is list else None
        known = [first, *headings] if first else headings
        read = element is not None and not is_outside(element)
        pattern = f"{at.pattern}/*"
        for index, item in enumerate(value):
            own = members.get(str(index)) if members else None
            if own is None and type(item) is dict and not _holds_more(item.values()):
                # Of a large file most are such: nothing is made for each of them.
                if not read and not self._is_one_more(pattern, item):
                    self._one(item, element, at.below("*", f"/{index}"), known)
            elif _may_hold(item):
                if not self._are_done(item, own or element):
                    self._one(item, own or element, at.below(str(index) if own else "*", f"/{index}"), known)
            elif node is None and _may_be_text(item):
                self._text(item, at.below("*", f"/{index}"))

    def _is_one_more(self, pattern: str, item: dict[str, Any]) -> bool:
        """Whether an object has its date under the same key as the first at this pattern, and so is counted."""
        hit = self.hits.get(pattern)
        if hit is None or not self.telling.is_date(hit.key, item.get(hit.key)):
            return False
        hit.count += 1
        return True

    def _is_done(self, node: Node) -> bool:
        """Whether nothing is to be looked for here."""
        return (node.known and node.leaf is None) or (node.is_record and node.place in self.closed)

    def _are_done(self, value: Any, node: Node | None) -> bool:
        """Whether nothing in a value is to be looked at: a list or map of what is done, or an object of the layout that
        holds single values and such lists. Of a large file most are such: nothing is made for each of them."""
        if node is None or node.leaf is not None:
            return False
        if node.element is None:
            return type(value) is dict and not is_outside(node) and all(
                self._are_done(member, node.members.get(key)) for key, member in value.items()
                if _may_hold(member) or (key not in node.members and _may_be_text(member))
            )  # fmt: skip
        if node.members or not (type(value) is list or (type(value) is dict and node.kind == "map")):
            return False
        if self._is_done(node.element) or node.element.is_record:
            return self._is_done(node.element)
        items = value.values() if isinstance(value, dict) else value
        return all(type(item) is dict and self._are_done(item, node.element) for item in items)

    def _one(
        self, value: Any, node: Node | None, at: _At, headings: list[list[str]], *, nested: bool = False
    ) -> None:  # fmt: skip
        """A list, an object, or a text that may hold one.

        Args:
            nested: an object that has been looked at as a part of the one around it.
        """
        if node is not None and self._is_done(node):
            return
        if type(value) is str:
            value = _json_in(value) if at.strings < _STRINGS else None
            if value is None:
                return
            at, nested = at.inside(), False
        if not nested and (node is None or is_outside(node)):
            self._note(value, at, headings, inside=node is not None)
        self.visit(value, None if node is not None and node.leaf is not None else node, at, headings)

    def _note(
        self, value: dict[str, Any] | list[Any], at: _At, headings: list[list[str]], *, inside: bool
    ) -> None:  # fmt: skip
        """Count an object or a row that has a date.

        Args:
            inside: whether the layout knows of something in it.
        """
        if not value:
            return
        is_row = type(value) is list
        # The first row may be headings, or data that looks like them.
        fitting = [one for one in headings if is_row and len(one) == len(value) and not self._are_dates(one)]
        if is_row and at.above is not None and at.pointer.endswith(f"/{escape(at.above[0])}"):
            # A column of its own.
            fitting.append([at.above[0]] * len(value))
        key = self.telling.date_key(inner_values(value, fitting))
        if key is None and not self._is_dated(at):
            return
        hit = self.hits.setdefault(at.pattern, Hit(at.pattern, at.pointer, at.text, key or ""))
        hit.count += 1
        # Of two it does not matter.
        if hit.count == 1:
            whose = chain(
                inner_values(value, fitting), _keys_above(at), () if inside else everything(value),
                _owned(at) if is_row or at.pattern.endswith("/*") else (),
            )  # fmt: skip
            hit.known = self.telling.has_person(whose)

    def _text(self, text: str, at: _At) -> None:
        """Count the lines of a text, of whatever notation, that say who and when."""
        lines = self.telling.leaves_in(text)
        if lines:
            hit = self.hits.setdefault(at.pattern, Hit(at.pattern, at.pointer, at.text))
            hit.count += lines

    def _is_dated(self, at: _At) -> bool:
        """Whether a key above is a date."""
        return any(self._is_date(key) for _, key in _keys_above(at))

    def _are_dates(self, keys: list[str]) -> bool:
        return all(map(self._is_date, keys))

    def _is_date(self, key: str) -> bool:
        if key not in self.dated_keys:
            self.dated_keys[key] = self.telling.is_date("", key)
        return self.dated_keys[key]


def _keys_above(at: _At) -> Iterator[tuple[str, str]]:
    """The keys above as values, which say nothing of one another: ("", key)."""
    above = at.above
    while above is not None:
        key, _, above = above
        yield "", key


def _owned(at: _At) -> Iterator[tuple[str, Any]]:
    """(key, value) of what the objects around hold themselves, single or as columns."""
    above = at.above
    while above is not None:
        _, owner, above = above
        for key, value in (owner or {}).items():
            for one in value[:MANY] if type(value) is list else [value]:
                yield key, one


def _holds_more(values: Iterable[Any]) -> bool:
    """Whether one of the values may hold others."""
    for value in values:
        kind = type(value)
        if value[:1] in OPENERS if kind is str else kind in _CONTAINERS:
            return True
    return False


def _may_be_text(value: Any) -> bool:
    """Whether a value is a text long enough to hold leaves that are written as rows."""
    return type(value) is str and len(value) > _LEAVES


def _may_hold(value: Any) -> bool:
    kind = type(value)
    return kind in _CONTAINERS or (kind is str and value[:1] in OPENERS)


def may_hold_json(value: Any) -> bool:
    """Whether a single value may be a text that holds an object or a list as JSON."""
    return type(value) is str and value[:1] in OPENERS and _OPENED(value) is not None


def may_hold_leaves(value: Any) -> bool:
    """Whether leaves may be in a value that no field of the layout has."""
    return type(value) in _CONTAINERS or _may_be_text(value) or may_hold_json(value)


def _json_in(text: str) -> Any:
    """The object or list that a text holds as JSON, damaged as it may be; None where it holds none."""
    try:
        value = from_json(text.strip(BLANKS))
    except ValueError:
        # Of sentences that begin with a bracket nothing is made.
        value = read_document(text.encode("utf-8", "backslashreplace")).value if _BEGUN(text) else None
    if type(value) is str and value[:1] in OPENERS and len(value) < len(text):
        return _json_in(value)
    return value if type(value) in _CONTAINERS else None


def is_outside(node: Node) -> bool:
    """Whether what holds several values here is read by nobody: it is in a field's place, or only on the way to what
    is ignored."""
    return node.leaf is not None or not (node.leads or _has_fields(node))


def _has_fields(node: Node) -> bool:
    below = [*node.members.values(), *([] if node.element is None else [node.element])]
    return any(child.leaf is not None or _has_fields(child) for child in below)


def _alike(members: list[tuple[str, Any]], *, alone: bool) -> set[str]:
    """The keys of members that are the elements of a map: objects of one kind, or lists of one kind.

    Args:
        alone: nothing else in the object has a place; else two lists with names of their own are two lists.
    """
    found: set[str] = set()
    for kind in (dict, list):
        own = {key: member for key, member in members if type(member) is kind}
        if len(own) >= MANY or (len(own) > 1 and (kind is dict or alone) and share_keys(list(own.values()))):
            found |= own.keys()
    return found


def _heading(value: Any) -> list[str] | None:
    """The headings of columns that a list holds; None where it holds none."""
    if type(value) is not list or not 1 < len(value) <= _COLUMNS:
        return None
    if all(type(one) is str for one in value):
        return value
    if all(type(one) is dict for one in value):
        # [{"name": "START", "type": "date"}, …]
        for key in value[0]:
            names = [one.get(key) for one in value]
            if all(type(name) is str for name in names) and len(set(names)) == len(names):
                return [str(name) for name in names]
    return None
