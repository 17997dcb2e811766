"""A given table of fields as grids of text, and a profile's table as a file."""

from __future__ import annotations

import csv
import io

from pyvalidator.input.spreadsheets import Cell, SheetError, decode_table, is_spreadsheet, read_sheets, rows_of_text
from pyvalidator.profile import Profile
from pyvalidator.runtime.parts import require_part
from pyvalidator.spec_table.own_table import parts_of_profile
from pyvalidator.spec_table.pasted import Row, rows_of_paste
from pyvalidator.spec_table.tables import Grid


def grids_of(data: bytes | str) -> tuple[list[Grid], list[str]]:
    """The grids, and what their reader should know, as sentences without full stop.

    Args:
        data: pasted text, or the bytes of a spreadsheet, a CSV or a text file.

    Raises:
        SheetError: it cannot be read.
        PartMissing: a page has to load the reader of spreadsheets first.
    """
    if isinstance(data, str):
        return [("", rows_of_paste(data))], []
    if not is_spreadsheet(data):
        text = decode_table(data)
        return [("", _rows_of_csv(text) or rows_of_paste(text))], []
    sheets = read_sheets(data)
    grids: list[Grid] = [
        (sheet.name, list(enumerate(_indented(sheet.texts(fill=True), sheet.rows), 1))) for sheet in sheets
    ]
    return grids, [note for sheet in sheets for note in sheet.notes()]


def _rows_of_csv(text: str) -> list[Row]:
    """The rows of a CSV; none where the text is rather something else that was saved as text."""
    try:
        rows = [row for row in enumerate(rows_of_text(text), 1) if any(map(str.strip, row[1]))]
    except SheetError:
        return []
    return rows if sum(len(cells) >= 3 for _, cells in rows) * 2 >= len(rows) else []


def _indented(texts: list[list[str]], rows: list[list[Cell]]) -> list[list[str]]:
    """Blanks before a text say how deep a line stands."""
    found = [list(line) for line in texts]
    for line, row in zip(found, rows, strict=True):
        for at, cell in enumerate(row):
            if isinstance(cell, str) and cell.strip() == line[at]:
                line[at] = cell.rstrip()
    return found


def table_csv(profile: Profile) -> bytes:
    """The profile's table as CSV, its parts one below the other; with a BOM, for Excel."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for number, (_, rows) in enumerate(parts_of_profile(profile)):
        if number:
            writer.writerow([])
        writer.writerows(rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def table_xlsx(profile: Profile) -> bytes:
    """The profile's table as a workbook, a sheet for each part; every cell is text.

    Raises:
        PartMissing: a page has to load the writer first.
    """
    require_part("xlsxwriter")
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    head = book.add_format({"bold": True, "bg_color": "#e8eef4", "border": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for name, rows in parts_of_profile(profile):
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text, head if row == 0 else cell)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(map(len, rows)) - 1, 18)
    book.close()
    return target.getvalue()
