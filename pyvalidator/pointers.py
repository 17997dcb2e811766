"""RFC 6901 pointers: keys as tokens and back, and what stands where one leads."""

from __future__ import annotations

from typing import Any

from pyvalidator.column import MISSING


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
