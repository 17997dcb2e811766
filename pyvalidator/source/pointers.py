"""RFC 6901 pointers: keys as tokens and back, what stands where one leads, and keys inside objects."""

from __future__ import annotations

from typing import Any


class Missing:
    """The type of `MISSING`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSING"


#: Stands where an object lacks a key.
MISSING = Missing()



def escape(key: str) -> str:
    """A key as a reference token."""
    return key.replace("~", "~0").replace("/", "~1")


def tokens_of(pointer: str) -> tuple[str, ...]:
    """The keys and indices of a pointer, unescaped."""
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:])


def found_at(value: Any, pointer: str) -> Any:
    """What stands at a pointer; MISSING where there is nothing."""
    for token in tokens_of(pointer):
        if isinstance(value, dict) and token in value:
            value = value[token]
        elif isinstance(value, list) and token.isdecimal() and int(token) < len(value):
            value = value[int(token)]
        else:
            return MISSING
    return value


def moved_below(place: str, pointer: str, other: str) -> str:
    """The pointer `other`, after what stood at `pointer` was moved to `place`."""
    return place + other[len(pointer) :] if f"{other}/".startswith(f"{pointer}/") else other


class Keyed:
    """What has a key on an object, or on one further down: `inside` leads from the first to the second ("": none)."""

    key: str
    inside: str

    @property
    def path(self) -> str:
        """The pointer from the object to the key."""
        return f"{self.inside}/{escape(self.key)}"

    @property
    def around(self) -> list[str]:
        """The pointers of the objects further down in which the key stands, the outermost first."""
        tokens = self.inside.split("/")
        return ["/".join(tokens[:count]) for count in range(2, len(tokens) + 1)]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of these objects and the key itself."""
        return tokens_of(self.path)

    @property
    def shown_key(self) -> str:
        """The key for people: `機關／代號`."""
        return "／".join(self.keys)
