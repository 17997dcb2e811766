"""A bounded part of a large file: enough to see how it is laid out, without reading it whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pyvalidator.input.files import Incoming
from pyvalidator.source import UNREADABLE, read_document

#: Bytes of a file that are looked at, and files of a batch.
PART_BYTES = 2 * 1024 * 1024
FILES = 20

_SIGN = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


@dataclass(frozen=True)
class BoundedRead:
    """One file as far as it was looked at. `value` is UNREADABLE where no JSON value could be had."""

    name: str
    value: Any
    whole: bool


def read_bounded(files: Iterable[Incoming], limit: int = PART_BYTES) -> list[BoundedRead]:
    """The first files of a batch, each up to `limit` bytes. Never raises for anything in the files."""
    reads: list[BoundedRead] = []
    for file in files:
        if len(reads) == FILES:
            break
        whole = len(file.data) <= limit
        document = read_document(file.data if whole else first_part(file.data, limit))
        reads.append(BoundedRead(file.name, document.value, whole))
    return [read for read in reads if read.value is not UNREADABLE]


def first_part(data: bytes, limit: int) -> bytes:
    """The start of a JSON text up to the last object that ends within `limit` bytes, its open brackets closed."""
    open_brackets: list[bytes] = []
    cut, closers = 0, b""
    for found in _SIGN.finditer(data[:limit]):
        sign = found[0]
        if sign in (b"{", b"["):
            open_brackets.append(b"}" if sign == b"{" else b"]")
        elif sign in (b"}", b"]") and open_brackets:
            open_brackets.pop()
            cut, closers = found.end(), b"".join(reversed(open_brackets))
    return data[:cut] + closers
