"""The objects of one level of a layout, each with its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import repeat
from typing import Any

from pyvalidator.source.pointers import MISSING, escape


class Objects:
    """The objects of one level (the header, the persons, the records …), in file order.

    Args:
        columns: for objects that are rows in the file: which cell is under which key.

    Attributes:
        items: the objects. A list in the place of one, such as that of the leaves of one kind, is an empty object here.
        broken: the indices of what is no object or, of what is inside others, is not there: empty objects too.
    """

    def __init__(self, columns: dict[str, int] | None = None) -> None:
        self.items: list[dict[str, Any]] = []
        self.broken: set[int] = set()
        self.columns = columns
        # Of what was added at once: the first index, the pointer above, the tokens below (None: the pointer itself).
        self._firsts: list[int] = []
        self._bases: list[str] = []
        self._tokens: list[Sequence[int | str] | None] = []

    def add(self, items: list[Any], base: str, tokens: Sequence[int | str] | None, *, lists: bool = False) -> int:
        """Add what stands below `base`.

        Args:
            tokens: indices or keys; None: the one item stands at `base` itself.
            lists: whether a list may stand for an object.

        Returns:
            The index of the first.
        """
        first = len(self.items)
        self._firsts.append(first)
        self._bases.append(base)
        self._tokens.append(tokens)
        if not set(map(type, items)) <= {dict}:
            fitting = (dict, list) if lists else (dict,)
            self.broken.update(first + index for index, item in enumerate(items) if type(item) not in fitting)
            items = [item if type(item) is dict else {} for item in items]
        if first:
            # The first list may be the file's own.
            self.items = self.items if len(self._firsts) > 2 else list(self.items)
            self.items += items
        else:
            self.items = items
        return first

    def pointer(self, index: int) -> str:
        """The RFC 6901 pointer of an object."""
        run = bisect_right(self._firsts, index) - 1
        tokens = self._tokens[run]
        if tokens is None:
            return self._bases[run]
        token = tokens[index - self._firsts[run]]
        return f"{self._bases[run]}/{token if type(token) is int else escape(str(token))}"

    def member(self, index: int, key: str) -> str:
        """The pointer of what an object has under a key; where that is the object's own key, the object's."""
        if key == "*":
            return self.pointer(index)
        if self.columns is None:
            return f"{self.pointer(index)}/{escape(key)}"
        return f"{self.pointer(index)}/{self.columns[key]}" if key in self.columns else self.pointer(index)

    def keys(self) -> list[Any]:
        """Of each object the key under which it stands; MISSING where it is an element of a list."""
        found: list[Any] = []
        ends = [*self._firsts[1:], len(self.items)][: len(self._firsts)]
        for first, end, tokens in zip(self._firsts, ends, self._tokens, strict=True):
            named = tokens if tokens is not None and len(tokens) and type(tokens[0]) is str else None
            found += repeat(MISSING, end - first) if named is None else named
        return found

    def hide(self, indices: set[int]) -> None:
        """Empty some of the objects."""
        self.items = [{} if index in indices else item for index, item in enumerate(self.items)]
        self.broken |= indices


class Inside(Objects):
    """What stands inside each of other objects, under a key.

    Args:
        above: the other objects.
    """

    def __init__(self, above: Objects, key: str) -> None:
        super().__init__()
        self._above, self._key = above, key
        self.add([item.get(key) for item in above.items], "", None)

    def pointer(self, index: int) -> str:
        return self._above.member(index, self._key)
