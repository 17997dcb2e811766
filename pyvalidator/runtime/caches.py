"""Answers that are kept because the same words come again and again, and how they are forgotten.

Whatever is given words of a file is remembered through here, and nowhere else: nothing of a file may outlive its check.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")

_emptiers: list[Callable[[], None]] = []
#: The JSON reader keeps the last 16,384 short texts, each in a place given by its hash, and has no way to empty them.
#: So many others leave none of them there: the chance of one place to stay is 1 in 90 million.
_OTHERS = 300_000


def forgettable(most: int) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """A decorator: keeps up to `most` answers of a function until `forget`."""

    def wrap(function: Callable[_P, _T]) -> Callable[_P, _T]:
        wrapper = lru_cache(maxsize=most)(function)
        _emptiers.append(wrapper.cache_clear)
        return wrapper  # type: ignore[return-value]

    return wrap


def forget(*, patterns: bool = True) -> None:
    """Forget every answer that was kept for words of a file.

    Args:
        patterns: regular expressions too, which the next check compiles again. They hold keys of the profile in use;
            where that is a built-in one, nothing of a file.
    """
    for empty in _emptiers:
        empty()
    if patterns:
        re.purge()


def clear_text_cache() -> None:
    """Push every text of a file out of what the JSON reader keeps. Takes a good tenth of a second."""
    from pydantic_core import from_json

    from_json('["' + '","'.join(map(str, range(_OTHERS))) + '"]')
