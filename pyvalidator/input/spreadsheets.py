"""Spreadsheets that are given where a CSV is meant. They are not read as tables here; only what they are is told."""

from __future__ import annotations

import io
import re

from pyvalidator.domain.agencies import CODE
from pyvalidator.domain.csv_kinds import Kind

#: Endings of their names.
SPREADSHEETS = ("xlsx", "xlsm", "xlsb", "xls", "ods")
#: Parts of an .xlsx or .ods that hold the texts of its cells, and how much of each is looked at, in bytes.
_TEXTS = re.compile(r"xl/sharedStrings\.xml|xl/worksheets/sheet\d+\.xml|content\.xml")
_LOOKED_AT = 1024 * 1024
_OF_LEAVE = re.compile("身[分份]證|假別|差假|請假")


def texts_of(data: bytes, parts: re.Pattern[str] = _TEXTS) -> str:
    """The beginning of what a spreadsheet says, with its tags; "" where it cannot be opened."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        # An .xls stores text that is not Latin in two bytes each.
        return "".join(data[odd : 2 * _LOOKED_AT].decode("utf-16-le", "replace") for odd in (0, 1))
    if not data.startswith(b"PK"):
        return ""
    # Only who brings such a file waits for this import.
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            named = [name for name in book.namelist() if parts.fullmatch(name)]
            return "".join(book.open(name).read(_LOOKED_AT).decode("utf-8", "replace") for name in named)
    except Exception:
        # A broken archive fails in many ways; the reader of files tells of it.
        return ""


def list_in_spreadsheet(data: bytes) -> Kind | None:
    """`roster` where the cells are those of a list of agencies and not of leave, else None."""
    texts = texts_of(data)
    return "roster" if CODE in texts and not _OF_LEAVE.search(texts) else None
