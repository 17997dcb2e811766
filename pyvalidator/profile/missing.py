"""Which values say that there is none, and the one value that several keys make."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable
from typing import Any

from pyvalidator.source.pointers import MISSING


def frozen(value: Any) -> Hashable:
    """A hashable stand-in, equal where the JSON values are equal: 1 is 1.0, true is not 1, key order is irrelevant."""
    if isinstance(value, dict):
        return frozenset((key, frozen(item)) for key, item in value.items())
    if isinstance(value, list):
        return tuple(map(frozen, value))
    # The type itself stands for "boolean": nothing read from JSON can equal it.
    return (bool, value) if isinstance(value, bool) else value


def says_missing(written: Iterable[Any]) -> Callable[[Any], bool]:
    """A function that says of a value whether it is one of those that are `written` where there is none."""
    known = set(map(frozen, written))
    return lambda value: value is MISSING or frozen(value) in known


def joined(parts: tuple[Any, ...], missing: Callable[[Any], bool], nothing: str | None = None) -> Any:
    """The text that the values of several keys make, a blank between each two; MISSING where one of them is missing.

    What is no scalar cannot be joined: then it is the value, and has not the form of a text.

    Args:
        nothing: what one that is missing means as long as another is there, if it means anything.
    """
    lacking = list(map(missing, parts))
    if all(lacking) or (any(lacking) and nothing is None):
        return MISSING
    parts = tuple(nothing if lacks else part for part, lacks in zip(parts, lacking, strict=True))
    odd = next((part for part in parts if isinstance(part, dict | list)), None)
    return " ".join(map(_text, parts)) if odd is None else odd


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return value if isinstance(value, str) else json.dumps(value)
