"""Lists that say how to check, as CSV or as a sheet of a spreadsheet: rosters, agency lists, days off."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from pyvalidator.domain.agencies import CODE, DISSOLVED
from pyvalidator.domain.csv_kinds import Kind, read_list
from pyvalidator.domain.csv_lists import ListFileError, list_error
from pyvalidator.domain.days_off import DATES, KIND, OFFICIAL
from pyvalidator.input.spreadsheets import Sheet, SheetError, is_spreadsheet, read_sheets
from pyvalidator.source.sheet_texts import texts_of
from pyvalidator.wording import SIDE_FILE

#: Titles of which a list has one.
_TITLES: dict[Kind, tuple[str, ...]] = {"roster": (CODE,), "agencies": (CODE,), "days": DATES}
_OF_LEAVE = re.compile("身[分份]證|假別|差假|請假")


def list_in_spreadsheet(data: bytes) -> Kind | None:
    """Which list a spreadsheet seems to be, by the words in it; None for leave and everything else. The spreadsheet is
    not read as one: that takes its reader, which a page would have to load."""
    texts = texts_of(data)
    if _OF_LEAVE.search(texts):
        return None
    if CODE in texts:
        return "agencies" if DISSOLVED in texts else "roster"
    return "days" if any(title in texts for title in DATES) and (KIND in texts or OFFICIAL in texts) else None


def read_list_file(kind: Kind, data: bytes, name: str = "") -> tuple[Any, list[str]]:
    """Read a file that was given as a list of this kind.

    Returns:
        A Roster, AgencyList or DaysOffList, and what its reader should know, as sentences without full stop.

    Raises:
        ListFileError: it is another list, is leave, or cannot be read.
        PartMissing: a page has to load the reader of spreadsheets first.
    """
    if not is_spreadsheet(data):
        return read_list(kind, data, name), []
    try:
        sheets = read_sheets(data)
    except SheetError as error:
        raise list_error(name, str(error)) from None
    found = next(((sheet, at) for sheet in sheets if (at := _title_row(sheet, _TITLES[kind])) is not None), None)
    if found is None:
        wanted = "、".join(f"「{title}」" for title in _TITLES[kind])
        raise list_error(name, f"試算表裡沒有哪一列有{wanted}欄，不像{SIDE_FILE[kind]}；請確認選對檔案，或補上標題列。")
    sheet, at = found
    notes = sheet.notes()
    if len(sheets) > 1:
        notes.insert(0, f"讀的是工作表「{sheet.name}」，其他工作表沒有讀")
    try:
        return read_list(kind, _as_csv(sheet, at), name), notes
    except ListFileError as error:
        raise ListFileError(str(error).replace("CSV 檔", f"工作表「{sheet.name}」")) from None


def _title_row(sheet: Sheet, titles: tuple[str, ...]) -> int | None:
    rows = sheet.texts()[:50]
    return next((at for at, row in enumerate(rows) if not set(titles).isdisjoint(row)), None)


def _as_csv(sheet: Sheet, start: int) -> bytes:
    """The rows from the titles on, each in the line of its number."""
    text = io.StringIO("\n" * start, newline="")
    text.seek(0, io.SEEK_END)
    writer = csv.writer(text, lineterminator="\n")
    for row in sheet.texts()[start:]:
        cells = [" ".join(cell.split()) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        writer.writerow(cells)
    return text.getvalue().encode()
