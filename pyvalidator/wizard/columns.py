"""What stands under one key of an unknown file, counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pyvalidator.domain.person_ids import checksum_is_right
from pyvalidator.profile.field_values import code_text
from pyvalidator.source.pointers import Keyed

#: Distinct values kept per key; enough to tell forms and to fill code tables, few enough for a file of any size.
_KEPT = 200
#: The key of a column that holds the keys of a map's members.
MEMBER = "*"


@dataclass
class Column(Keyed):
    """One key of one level, on the level's objects or inside others on them: what stands under it.

    Attributes:
        level: any level of the layout's chain. key: `*` for the keys under which the objects of the level stand.
        places: the patterns of records where it stands; () for other levels, and where it stands at all of them.
            Keys of places that have nothing in common can be the same field.
        distinct: up to 200 distinct scalar values in the order of their first appearance, with their counts.
        others: of those beyond, the first that is written like no value before it, with how many are: a form has to
            hold for all values, and an empty place may come late.
    """

    level: str
    key: str
    inside: str = ""
    count: int = 0
    objects: int = 0
    types: Counter[str] = field(default_factory=Counter)
    distinct: Counter[Any] = field(default_factory=Counter)
    others: Counter[Any] = field(default_factory=Counter)
    longest: int = 0
    places: tuple[str, ...] = ()
    _first: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

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

    @property
    def is_member_key(self) -> bool:
        """Whether this is no key of the objects but what each of them is called in the map that holds it."""
        return self.key == MEMBER

    def fill(self, values: Iterable[Any]) -> None:
        """Count what stands under the key."""
        distinct, limit = self.distinct, self.limit
        kinds: Counter[type] = Counter()
        for value in values:
            kind = type(value)
            kinds[kind] += 1
            if kind is dict or kind is list:
                continue
            if kind is str and len(value) > self.longest:
                self.longest = len(value)
            if value in distinct or len(distinct) < limit:
                distinct[value] += 1
            else:
                self._note(value)
        self.count += kinds.total()
        for kind, count in kinds.items():
            self.types[_TYPES[kind]] += count

    def _note(self, value: Any) -> None:
        """Count a value that is too many with the first one that is written like it."""
        shape = _shape(value)
        if shape in self._first or len(self._first) < _SHAPES:
            self.others[self._first.setdefault(shape, value)] += 1

    @property
    def samples(self) -> list[Any]:
        """The distinct values, and one for each other way in which a value is written."""
        return [*self.distinct, *self.others]

    @property
    def counted(self) -> Counter[Any]:
        """How often each of `samples` was seen, or one written like it."""
        return self.distinct + self.others


_TYPES = {
    bool: "boolean", int: "number", float: "number", str: "string", type(None): "null", list: "array", dict: "object",
}  # fmt: skip


_DIGITS = str.maketrans("012345678", "999999999")
_DIGIT = re.compile("[0-9]")
#: Other ways of writing that are kept; forms have few.
_SHAPES = 30


def _shape(value: Any) -> Any:
    """What values that are written alike have in common: their digits are one, and longer words are."""
    if not isinstance(value, str):
        return type(value), len(str(value))
    text = value[:80]
    return text.translate(_DIGITS) if len(text) < 5 or _DIGIT.search(text) else "…"


_WORD = re.compile(r"[^0-9a-z\u4e00-\u9fff]")


def plain_key(key: str) -> str:
    """A key as names are compared: lower case, letters, digits and Chinese characters only."""
    return _WORD.sub("", key.lower())
