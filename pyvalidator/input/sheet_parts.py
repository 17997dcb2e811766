"""What the parts of an .xlsx or .ods say that their reader does not: how far a sheet reaches, what is hidden or broken.

Looked at before the reader takes the file: it would lay out a sheet with one cell in the last row and column as
seventeen thousand million cells, and an archive may hold more than its size tells.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import zipfile

#: Bytes of all parts of one file together, unpacked.
PARTS_LIMIT = 256 * 1024 * 1024
#: Cells from a sheet's first to its last row and column that hold something.
CELLS_LIMIT = 12_000_000

_XLSX_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(/?)>")
_NUMBER = re.compile(rb'\br="([A-Z]{0,4})([0-9]{0,8})"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_SPAN = re.compile(rb'\bmin="([0-9]{1,5})"[^>]*\bmax="([0-9]{1,5})"|\bmax="([0-9]{1,5})"[^>]*\bmin="([0-9]{1,5})"')
#: A formula that nobody has calculated since it was written.
_NO_RESULT = re.compile(rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>")
_ODS_TOKEN = re.compile(
    rb"<table:(table-row|table-column|table-cell|covered-table-cell|table)(?![\w-])([^>]*?)(/?)>|<(/table:table-row)>"
)
_ODS_NAME = re.compile(rb'table:name="([^"]*)"')
_ODS_ROWS = re.compile(rb'table:number-rows-repeated="([0-9]{1,9})"')
_ODS_COLUMNS = re.compile(rb'table:number-columns-repeated="([0-9]{1,9})"')
_ODS_ERROR = re.compile(rb'value-type="error"')


class TooLarge(Exception):
    """A sheet or the whole file is larger than is read; the text says which, as the end of a sentence."""


@dataclass
class Told:
    """What one sheet's part tells.

    Attributes:
        hidden_rows, hidden_columns: their 0-based numbers, of those that hold something or may.
        errors: places (A1) of cells that show an error or a formula without a result; the reader gives them as empty.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)


def place(row: int, column: int) -> str:
    """A cell as spreadsheets name it: (0, 0) is A1."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def look_into(archive: zipfile.ZipFile) -> dict[str, Told]:
    """What the parts tell, by the name of the sheet.

    Raises:
        TooLarge: more cells or bytes than are read.
        zipfile.BadZipFile, expat.ExpatError, …: a part is broken; an archive fails in many ways.
    """
    infos = archive.infolist()
    if sum(info.file_size for info in infos) > PARTS_LIMIT:
        raise TooLarge("解開後超過 256 MB")
    # Only who brings such a file waits for these imports.
    from xml.parsers import expat

    names = {info.filename for info in infos}
    for info in infos:
        if info.filename.endswith((".xml", ".rels")):
            # The reader waits for ever for the end of XML that has none.
            expat.ParserCreate().Parse(archive.read(info), True)
    if "content.xml" in names:
        return dict(_look_into_ods(archive.read("content.xml")))
    titles = _xlsx_titles(archive)
    parts = sorted(name for name in names if _XLSX_SHEET.fullmatch(name))
    return {titles.get(name, name): _look_into_xlsx(archive.read(name)) for name in parts}


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Raises zipfile.BadZipFile, and others, where the bytes are none."""
    import zipfile

    return zipfile.ZipFile(io.BytesIO(data))


def _xlsx_titles(archive: zipfile.ZipFile) -> dict[str, str]:
    """The name of the sheet that each part is."""
    try:
        parts = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")
        book, links = (archive.read(name).decode("utf-8", "replace") for name in parts)
    except KeyError:
        return {}
    targets: dict[str, str] = {}
    for tag in re.findall(r"<(?:\w+:)?Relationship\b[^>]*>", links):
        given = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        targets[given.get("Id", "")] = given.get("Target", "").removeprefix("/xl/")
    found = {}
    for tag in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", book):
        given = dict(re.findall(r'(?:\w+:)?(\w+)="([^"]*)"', tag))
        found[f"xl/{targets.get(given.get('id', ''), '')}"] = unescape(given.get("name", ""))
    return found


def _look_into_xlsx(part: bytes) -> Told:
    told = Told()
    last_row = last_column = rows = 0
    for row in _ROW.finditer(part):
        number = _NUMBER.search(row[1])
        rows = int(number[2]) if number and number[2] else rows + 1
        last_row = max(last_row, rows)
        if _HIDDEN.search(row[1]):
            told.hidden_rows.add(rows - 1)
    for cell in _CELL.finditer(part):
        number = _NUMBER.search(cell[1])
        if number is None:
            continue
        last_column = max(last_column, _column(number[1]))
        # A place in a row may name another row.
        last_row = max(last_row, int(number[2] or 0))
        if b't="e"' in cell[1]:
            told.errors.append((number[1] + number[2]).decode())
    if last_row * last_column > CELLS_LIMIT:
        raise TooLarge(f"有內容的範圍到 {place(last_row - 1, last_column - 1)}，格子太多")
    if _NO_RESULT.search(part):
        told.errors += [found for found in _without_result(part)]
    for column in _COLUMN.finditer(part):
        span = _SPAN.search(column[1])
        if span and _HIDDEN.search(column[1]):
            first, last = (int(number) for number in (span[1] or span[4], span[2] or span[3]))
            told.hidden_columns.update(range(first - 1, min(last, last_column)))
    return told


def _without_result(part: bytes) -> Iterator[str]:
    for found in _NO_RESULT.finditer(part):
        start = part.rfind(b"<c ", 0, found.start())
        number = _NUMBER.search(part, start, found.start()) if start >= 0 else None
        if number:
            yield (number[1] + number[2]).decode()


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _look_into_ods(part: bytes) -> Iterator[tuple[str, Told]]:
    """The sheets of an .ods. Rows and cells may stand for many; empty ones at the end count for nothing."""
    told, name = Told(), ""
    row = column = at_column = 0
    last_row = last_column = 0
    repeat, hidden, filled, widest = 1, False, False, 0

    def check() -> None:
        if last_row * last_column > CELLS_LIMIT:
            raise TooLarge(f"有內容的範圍到 {place(last_row - 1, last_column - 1)}，格子太多")

    for token in _ODS_TOKEN.finditer(part):
        kind, given, closed = token[1], token[2] or b"", token[3] == b"/"
        if kind == b"table":
            if name:
                yield name, told
            found = _ODS_NAME.search(given)
            told, name = Told(), unescape(found[1].decode("utf-8", "replace")) if found else "?"
            row = at_column = last_row = last_column = 0
        elif kind == b"table-column":
            times = _times(_ODS_COLUMNS, given)
            if b'visibility="collapse"' in given:
                told.hidden_columns.update(range(at_column, min(at_column + times, 1024)))
            at_column += times
        elif kind == b"table-row":
            repeat, column, filled, widest = _times(_ODS_ROWS, given), 0, False, 0
            hidden = b'visibility="collapse"' in given or b'visibility="filter"' in given
            if closed:
                row += repeat
        elif kind in (b"table-cell", b"covered-table-cell"):
            times = _times(_ODS_COLUMNS, given)
            column += times
            if not closed or b"office:value" in given:
                filled, widest = True, column
            if _ODS_ERROR.search(given):
                told.errors.append(place(row, column - 1))
        else:
            if filled:
                last_row, last_column = row + repeat, max(last_column, widest)
                check()
                if hidden:
                    told.hidden_rows.update(range(row, min(row + repeat, row + 1024)))
            row += repeat
    if name:
        yield name, told


def _times(pattern: re.Pattern[bytes], given: bytes) -> int:
    found = pattern.search(given)
    return max(1, int(found[1])) if found else 1


def looks_like(archive: zipfile.ZipFile) -> str:
    """`xlsx`, `ods`, `xlsb`, `macro` (an .xlsx with a program in it), `locked` (by a password) or "" for another
    archive."""
    names = set(archive.namelist())
    if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        return "locked"
    if any(re.search(r"(^|/)vbaProject\.bin$", name) for name in names):
        return "macro"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "xl/workbook.xml" in names:
        return "xlsx"
    return "ods" if _mimetype(archive).startswith(b"application/vnd.oasis.opendocument.spreadsheet") else ""


def _mimetype(archive: zipfile.ZipFile) -> Any:
    try:
        return archive.read("mimetype")
    except KeyError:
        return b""
