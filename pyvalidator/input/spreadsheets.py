"""Spreadsheets and CSV as sheets of rows: the one place where they are read.

.xlsx, .xls and .ods are read by python-calamine, which a page loads when the first of them comes (PartMissing reaches
the worker, which asks for it).
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from pyvalidator.input.sheet_parts import CELLS_LIMIT, Told, TooLarge, look_into, looks_like, open_archive, place
from pyvalidator.runtime.parts import PartLost, require_part

#: Endings of the names of spreadsheets, read here or not.
SPREADSHEETS = ("xlsx", "xlsm", "xlsb", "xls", "ods")
#: Largest file that is read, in bytes.
SHEET_LIMIT = 48 * 1024 * 1024

#: What a cell holds. Empty ones and those that show an error are "".
Cell = str | int | float | bool | datetime.date | datetime.datetime | datetime.time | datetime.timedelta
#: (first row, first column), (last row, last column), 0-based.
Area = tuple[tuple[int, int], tuple[int, int]]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "請用 Excel 或 LibreOffice 開啟後「另存新檔」存成 .xlsx，再試一次"
_MACRO = "這個試算表含有巨集（程式），不會開啟；請另存成不含巨集的 .xlsx，再試一次"
_BROKEN = f"這個試算表打不開，檔案可能損壞或沒有下載完整；{_SAVE_AS}"
_LOCKED = "這個試算表有密碼保護，讀不到內容；請先用 Excel 移除密碼，另存成 .xlsx 再試一次"
_NOT_A_SHEET = f"這不是試算表（.xlsx、.xls、.ods）或 CSV；{_SAVE_AS}"
_WEB_PAGE = f"這是網頁或 XML（有些系統給的 .xls 就是這樣），不是試算表；{_SAVE_AS}"


class SheetError(ValueError):
    """The file cannot be read as sheets; the text says why and what to do, in Traditional Chinese, no full stop."""


@dataclass(frozen=True)
class Sheet:
    """One sheet.

    Attributes:
        name: as its tab says; "" for CSV.
        rows: its cells from A1 on; rows may differ in length.
        hidden: whether the sheet itself is hidden.
        merged: areas of merged cells, of which only the first holds the content; none are known of an .ods.
        told: hidden rows and columns, and cells without a result, where the file tells them (not an .xls).
    """

    name: str
    rows: list[list[Cell]]
    hidden: bool = False
    merged: Sequence[Area] = ()
    told: Told = field(default_factory=Told)

    def texts(self, *, fill: bool = False) -> list[list[str]]:
        """The cells as texts, without white space around them.

        Args:
            fill: whether what a merged area holds stands in all of its cells.
        """
        rows = [[cell_text(cell) for cell in row] for row in self.rows]
        for (top, left), (bottom, right) in self.merged if fill else ():
            text = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
            for row in rows[top : bottom + 1] if text else ():
                row += [""] * (right + 1 - len(row))
                row[left : right + 1] = [text] * (right + 1 - left)
        return rows

    def notes(self) -> list[str]:
        """What a reader of the sheet should know, as sentences without full stop."""
        of = f"工作表「{self.name}」" if self.name else "檔案"
        notes = [f"{of}是隱藏的，也讀了"] if self.hidden else []
        within = (row for row in sorted(self.told.hidden_rows) if row < len(self.rows))
        if used := [row for row in within if any(map(cell_text, self.rows[row]))]:
            notes.append(f"{of}有 {len(used)} 列是隱藏的（第 {used[0] + 1} 列{'等' if len(used) > 1 else ''}），也讀了")
        filled = {at for row in self.rows for at, cell in enumerate(row) if cell_text(cell)}
        if columns := sorted(filled & self.told.hidden_columns):
            letters = "、".join(place(0, at)[:-1] for at in columns[:5])
            notes.append(f"{of}有隱藏的欄（{letters}），也讀了")
        if self.told.errors:
            places = "、".join(self.told.errors[:5]) + ("等" if len(self.told.errors) > 5 else "")
            notes.append(f"{of}的 {places} 是錯誤值或沒有結果的公式，當作空白；請在 Excel 重新計算、存檔後再試")
        return notes


def read_sheets(data: bytes) -> list[Sheet]:
    """The sheets of a spreadsheet, or the one of a CSV (UTF-8, UTF-16 or Big5; comma, tab or semicolon).

    Raises:
        SheetError: it cannot be read.
        PartMissing: a page has to load the reader first.
    """
    if len(data) > SHEET_LIMIT:
        raise SheetError("這個檔案超過 48 MB，不當作試算表讀取；請只留需要的工作表與列，再試一次")
    if is_spreadsheet(data):
        return _read_book(data)
    return [Sheet("", list(map(list, rows_of_text(decode_table(data)))))]


def is_spreadsheet(data: bytes) -> bool:
    """Whether the bytes begin like an .xlsx, .ods or .xls."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE))


def cell_text(cell: Cell | None) -> str:
    """A cell as text: whole numbers without a point, days as YYYY-MM-DD, times as HH:MM."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime.datetime):
        if cell.time() == datetime.time():
            return cell.date().isoformat()
        return cell.isoformat(" ", "minutes" if cell.second == 0 else "seconds")
    if isinstance(cell, datetime.timedelta):
        minutes, seconds = divmod(round(cell.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    if isinstance(cell, datetime.time):
        return cell.isoformat("minutes" if cell.second == 0 else "seconds")
    return "" if cell is None else str(cell)


# -- text ------------------------------------------------------------------------------------------------------------


def decode_table(data: bytes) -> str:
    """The text of a CSV or of anything that was saved as text.

    Raises:
        SheetError: these bytes are no text, or a web page.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp950", "replace")
            if text.count("\ufffd") * 20 > len(text):
                raise SheetError(_NOT_A_SHEET) from None
    if "\0" in text or text.startswith("%PDF"):
        raise SheetError(_NOT_A_SHEET)
    if text.lstrip().startswith("<"):
        raise SheetError(_WEB_PAGE)
    return text


def rows_of_text(text: str) -> list[list[str]]:
    """The cells of a text whose columns are apart by comma, tab or semicolon, whichever most lines have.

    Raises:
        SheetError: quotes do not pair.
    """
    lines = text.splitlines()
    delimiter = max(",\t;", key=lambda each: sum(each in line for line in lines))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(row)
            # A cell of several lines keeps those below it in their place: rows are counted as lines.
            rows += [[] for _ in range(reader.line_num - len(rows))]
    except csv.Error:
        what = f"第 {len(rows) + 1} 列的雙引號沒有成對；請補上或刪去引號，或以 Excel 另存為「CSV UTF-8」"
        raise SheetError(what) from None
    return rows


# -- spreadsheets ----------------------------------------------------------------------------------------------------


def _read_book(data: bytes) -> list[Sheet]:
    if data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data:
        raise SheetError(_LOCKED)
    told = {} if data.startswith(_OLE) else _look(data)
    try:
        require_part("python_calamine")
    except PartLost as error:
        raise SheetError(f"讀不了試算表：{error}，或另存為 CSV") from None
    import python_calamine

    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        return [_sheet(book, about, told) for about in book.sheets_metadata if str(about.typ).endswith("WorkSheet")]
    except python_calamine.PasswordError:
        raise SheetError(_LOCKED) from None
    except TooLarge as error:
        raise SheetError(f"這個試算表太大：{error}；請刪去不需要的列與欄，再試一次") from None
    except BaseException as error:
        # A reader of other people's formats fails in many ways; one in Rust may also panic, which is no Exception.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise SheetError(_BROKEN) from None
        raise


def _sheet(book: object, about: object, told: dict[str, Told]) -> Sheet:
    name: str = about.name  # type: ignore[attr-defined]
    read = book.get_sheet_by_name(name)  # type: ignore[attr-defined]
    if read.total_height * read.total_width > CELLS_LIMIT:
        raise TooLarge(f"工作表「{name}」的格子太多")
    rows = read.to_python(skip_empty_area=False)
    visible = str(about.visible).endswith(".Visible")  # type: ignore[attr-defined]
    return Sheet(name, rows, not visible, read.merged_cell_ranges or (), told.get(name, Told()))


def _look(data: bytes) -> dict[str, Told]:
    try:
        with open_archive(data) as archive:
            kind = looks_like(archive)
            if kind == "locked":
                raise SheetError(_LOCKED)
            if kind == "macro":
                raise SheetError(_MACRO)
            if kind == "xlsb":
                raise SheetError(f"這是二進位的 Excel 檔（.xlsb），不支援；{_SAVE_AS}")
            if not kind:
                raise SheetError(_NOT_A_SHEET)
            return look_into(archive)
    except SheetError:
        raise
    except TooLarge as error:
        raise SheetError(f"這個試算表太大：{error}；請刪去不需要的列與欄，再試一次") from None
    except Exception:
        # A broken archive fails in many ways.
        raise SheetError(_BROKEN) from None
