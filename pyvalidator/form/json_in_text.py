"""Texts of a document that hold JSON: data that no layout without `embedded` leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from pyvalidator.source.pointers import escape

_JSON = re.compile(r"\s*(?:\{\s*\"|\[\s*[\[{\"])")
#: Wrappers are shallow, and one element shows what all are like.
_DEEP, _BROAD = 4, 50


def texts_with_json(value: Any, pointer: str = "", depth: int = _DEEP) -> Iterator[str]:
    """The pointers of texts that begin as JSON does, as far as the beginning of each list or object shows them."""
    if isinstance(value, str) and pointer:
        if _JSON.match(value):
            yield pointer
    elif depth and isinstance(value, dict | list):
        members = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in islice(members, _BROAD):
            yield from texts_with_json(inner, f"{pointer}/{escape(str(key))}", depth - 1)
