"""Pure Python stand-in for the three `rpds` classes that `referencing` and `jsonschema` use.

`rpds` is compiled and has no WebAssembly wheel for the browser's runtime. Copying on each change is slower than its
shared tries, but a schema has few references, and a validator is built once.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Hashable, Iterable
from types import ModuleType
from typing import Any


def install() -> None:
    """Answer `import rpds` with the stand-in, only where the real one is not installed."""
    if "rpds" in sys.modules or importlib.util.find_spec("rpds") is not None:
        return
    module = ModuleType("rpds")
    module.HashTrieMap, module.HashTrieSet, module.List = HashTrieMap, HashTrieSet, List  # type: ignore[attr-defined]
    sys.modules["rpds"] = module


class HashTrieMap(dict[Any, Any]):
    """An immutable mapping: each change gives a new one."""

    @classmethod
    def convert(cls, value: Any) -> HashTrieMap:
        return value if isinstance(value, cls) else cls(value)

    def insert(self, key: Hashable, value: Any) -> HashTrieMap:
        return HashTrieMap({**self, key: value})

    def remove(self, key: Hashable) -> HashTrieMap:
        if key not in self:
            raise KeyError(key)
        return HashTrieMap({own: value for own, value in self.items() if own != key})

    def update(self, *others: Any, **named: Any) -> HashTrieMap:  # type: ignore[override]
        merged = dict(self)
        merged.update(*others, **named)
        return HashTrieMap(merged)

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))


class HashTrieSet(frozenset[Any]):
    """An immutable set: each change gives a new one."""

    def insert(self, value: Hashable) -> HashTrieSet:
        return HashTrieSet(self | {value})

    def update(self, *others: Iterable[Hashable]) -> HashTrieSet:
        return HashTrieSet(self.union(*others))

    def discard(self, value: Hashable) -> HashTrieSet:
        return HashTrieSet(self - {value})


class List(tuple[Any, ...]):
    """An immutable list that grows at its front."""

    __slots__ = ()

    def __new__(cls, *items: Any) -> List:
        given: Iterable[Any] = items[0] if len(items) == 1 else items
        return super().__new__(cls, given)

    def push_front(self, value: Any) -> List:
        return List((value, *self))
