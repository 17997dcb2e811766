"""A bounded part of a large file: enough to see how it is laid out, without reading it whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pyvalidator.input.files import Incoming
from pyvalidator.privacy.masking import mask_text
from pyvalidator.source import UNREADABLE, read_document
from pyvalidator.source.not_data import not_data

#: Bytes that are looked at of all files together, which is all of nearly every month's, and files of a batch. Of each
#: file an equal part is looked at in any case.
PART_BYTES, FILES = 12 * 1024 * 1024, 20

#: A text that does not end is one to the end: else each quote in a text of JSON would be looked at to the end again.
_SIGN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)


@dataclass(frozen=True)
class BoundedRead:
    """One file as far as it was looked at.

    `value` is UNREADABLE where no JSON value could be had; `instead`: what the file is that is no data, else None.
    """

    name: str
    value: Any
    whole: bool
    instead: str | None = None


def read_bounded(files: Iterable[Incoming], limit: int = PART_BYTES) -> tuple[list[BoundedRead], list[BoundedRead]]:
    """The first files of a batch, together up to about `limit` bytes: those with a layout, and those that are about
    data, such as a report, of which none is to be made. Never raises for anything in the files."""
    reads: list[BoundedRead] = []
    left = limit
    for file in files:
        if len(reads) == FILES:
            break
        most = max(left, limit // FILES)
        whole = len(file.data) <= most
        document = read_document(file.data if whole else first_part(file.data, most))
        left -= min(len(file.data), most)
        what = next((fault.params["what"] for fault in document.faults if fault.code == "own_file"), None)
        reads.append(BoundedRead(file.name, document.value, whole, what or not_data(document.value)))
    laid_out = [read for read in reads if read.value is not UNREADABLE and read.instead is None]
    return laid_out, [read for read in reads if read.instead is not None]


def told_apart(instead: list[BoundedRead]) -> str:
    """A sentence on files of which no layout is made; "" where there are none."""
    named = "、".join(f"「{mask_text(read.name)}」是{read.instead}" for read in instead)
    return f"{named}，不是差假資料，沒有用來推定格式；請改放差勤系統產製的資料檔。" if named else ""


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
