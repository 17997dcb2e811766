"""Reading the CSV files that a user gives beside the data: by their column titles, in UTF-8 or Big5.

Strictly: what a reader would have to guess (a quote without its other half, more cells than titles) is an error with
its row, because a guess could make rows disappear without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DELIMITERS = ",\t;"
_SAVE_AS_CSV = "請在 Excel 用「另存新檔」存成「CSV UTF-8（逗號分隔）」，再放入存好的 .csv 檔。"
#: First bytes of files that are given where a CSV is asked for.
_OTHER_FILES = (
    (b"PK\x03\x04", f"這是 Excel 或其他試算表檔，不是 CSV；{_SAVE_AS_CSV}"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"這是舊版 Excel 檔，不是 CSV；{_SAVE_AS_CSV}"),
    (b"%PDF", "這是 PDF 檔，不是 CSV；請向提供的單位索取 CSV 檔。"),
    (b"<", f"這是網頁或 XML（有些系統給的 .xls 就是這樣），不是 CSV；{_SAVE_AS_CSV}"),
)
_UTF16 = "這個 CSV 檔是 UTF-16（Excel 的「Unicode 文字」）；請另存為「CSV UTF-8」後再試。"
_LINE_END = re.compile(r"[\r\n]")
_BEFORE_QUOTE = re.compile('[ \u3000]*=?"')
#: Excel's way to keep a code from becoming a number: ="0123".
_AS_TEXT = re.compile('="([^"]*)"')
#: What a row of these lists begins with, a code or a date, at the start of a line inside a cell: the rows that follow a
#: quote which is never closed look like this.
_ROW_START = re.compile(r'\s*"?[0-9A-Za-z]{3}')


class ListFileError(ValueError):
    """The CSV cannot be used; the text says why, where and what to do, in Traditional Chinese."""


def list_error(name: str, what: str) -> ListFileError:
    """The error to raise. `name`: the file's, or ""."""
    return ListFileError(f"{name}：{what}" if name else what)


def csv_titles(data: bytes) -> list[str]:
    """The cells of the first row that is not blank, whatever they are; [] where the bytes are no text of a table."""
    try:
        first = list(_first_rows(_text(data, ""), ""))
    except ListFileError:
        return []
    return max((titles for _, titles in first), key=len, default=[])


def csv_header(data: bytes, name: str, *alternatives: str) -> list[str]:
    """The column titles.

    Args:
        alternatives: titles of which one must be there.

    Raises:
        ListFileError: none of them is, or the file is no CSV.
    """
    return _header(_text(data, name), name, alternatives)[1]


def csv_rows(
    data: bytes, name: str, *alternatives: str, more_cells: bool = False
) -> Iterator[tuple[int, dict[str, str]]]:
    """(line number of the row's start, cells by column title); empty rows are left out.

    Args:
        data, name, alternatives: as for `csv_header`.
        more_cells: whether a row may have cells behind the last title, which are then left out.

    Raises:
        ListFileError: as `csv_header`; a row cannot be read, or has more cells than it may.
    """
    text = _text(data, name)
    delimiter, titles = _header(text, name, alternatives)
    rows = _rows(text, delimiter, name)
    next(rows)
    for line, cells in rows:
        if any(cells[len(titles) :]) and not more_cells:
            raise list_error(
                name, f"CSV 檔第 {line} 列有 {len(cells)} 格，比標題列的 {len(titles)} 格多；"
                "內容裡有逗號的，請用雙引號把整格括住。",
            )  # fmt: skip
        yield line, dict(zip(titles, cells + [""] * (len(titles) - len(cells)), strict=False))


def _text(data: bytes, name: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise list_error(name, _UTF16)
    for signature, what in _OTHER_FILES:
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(signature):
            raise list_error(name, what)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # The official list has characters outside CP950 in some names; a code is never affected.
        text = data.decode("cp950", errors="replace")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        what = f"CSV 檔第 {line} 列有不是文字的內容（NUL 字元），檔案可能已損壞；請重新存成「CSV UTF-8」，再試一次。"
        raise list_error(name, _UTF16 if "\n\0" in text or "\0\n" in text else what)
    return text


def _header(text: str, name: str, alternatives: tuple[str, ...]) -> tuple[str, list[str]]:
    """The delimiter and the column titles."""
    for delimiter, titles in _first_rows(text, name):
        if not set(alternatives).isdisjoint(titles):
            for title in alternatives:
                if titles.count(title) > 1:
                    raise list_error(name, f"CSV 檔的標題列有 {titles.count(title)} 個「{title}」欄；請只留一個。")
            return delimiter, titles
    wanted = "、".join(f"「{title}」" for title in alternatives)
    raise list_error(name, f"CSV 檔的標題列沒有{wanted}欄；請確認第 1 列是欄位名稱。")


def _first_rows(text: str, name: str) -> Iterator[tuple[str, list[str]]]:
    """(delimiter, cells of the first row) with each delimiter that it can be read with.

    Raises:
        ListFileError: it can be read with none.
    """
    problem = None
    readable = False
    for delimiter in _DELIMITERS:
        try:
            _, cells = next(_rows(text, delimiter, name), (0, []))
        except ListFileError as error:
            problem = problem or error
        else:
            readable = True
            yield delimiter, cells
    if problem is not None and not readable:
        raise problem


def _rows(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """(line number of its start, cells) of each row that is not blank.

    RFC 4180, and beside it what spreadsheets and people write: blanks around a quoted cell, ="…", pairs of quotes
    within a cell that does not begin with one, Excel's own first line that names the delimiter.
    """
    cursor = _Cursor(text, delimiter, name)
    while cursor.at < len(text):
        line, cells = cursor.line, cursor.row()
        if any(cells) and not (line == 1 and cells[0].startswith("sep=")):
            yield line, cells


@dataclass
class _Cursor:
    """How far a text has been read."""

    text: str
    delimiter: str
    name: str
    at: int = 0
    line: int = 1

    def row(self) -> list[str]:
        """The cells of the row that begins here; the cursor stands at the next one afterwards."""
        start = self.line
        cells = self._cells_without_quotes() or [self._cell(start)]
        while self.text.startswith(self.delimiter, self.at):
            self.at += 1
            cells.append(self._cell(start))
        if self.at < len(self.text):
            self.at += 2 if self.text.startswith("\r\n", self.at) else 1
            self.line += 1
        return cells

    def _cells_without_quotes(self) -> list[str]:
        """All cells of a row that has no quote, which is nearly every row; else none, and the cursor stays."""
        end = self._line_end()
        if self.text.find('"', self.at, end) >= 0:
            return []
        row, self.at = self.text[self.at : end], end
        return [_plain(cell) for cell in row.split(self.delimiter)]

    def _cell(self, row: int) -> str:
        """One cell; the cursor stands at a delimiter, a line end or the end of the text afterwards."""
        quote = _BEFORE_QUOTE.match(self.text, self.at)
        if quote is not None:
            return self._quoted(quote.end() - 1, row)
        end = self._line_end()
        delimiter = self.text.find(self.delimiter, self.at, end)
        end = end if delimiter < 0 else delimiter
        cell, self.at = self.text[self.at : end], end
        if cell.count('"') % 2:
            raise self._unpaired(row)
        return _plain(cell)

    def _line_end(self) -> int:
        found = _LINE_END.search(self.text, self.at)
        return found.start() if found else len(self.text)

    def _quoted(self, quote: int, row: int) -> str:
        end = self.text.find('"', quote + 1)
        while self.text.startswith('""', end) and end >= 0:
            end = self.text.find('"', end + 2)
        if end < 0:
            raise self._unpaired(row)
        self.at = end + 1
        while self.text.startswith((" ", "\u3000"), self.at):
            self.at += 1
        if self.at < len(self.text) and self.text[self.at] not in (self.delimiter, "\n", "\r"):
            raise self._unpaired(row)
        cell = self.text[quote + 1 : end].replace('""', '"')
        first, *inner = re.split("\r\n|\r|\n", cell)
        # Two quotes that are open on two rows pair with each other: the cell then holds the rest of the first.
        rest = inner and self.delimiter in first
        if rest or any(self.delimiter in part or _ROW_START.match(part) for part in inner):
            raise self._unpaired(row)
        self.line += len(inner)
        return _plain(cell)

    def _unpaired(self, row: int) -> ListFileError:
        return list_error(
            self.name, f"CSV 檔第 {row} 列的雙引號沒有成對，後面的內容無法確定是哪一列；"
            "請補上或刪去引號（格子裡有換行的，請刪去換行），或以 Excel 另存為「CSV UTF-8」。",
        )  # fmt: skip


def _plain(cell: str) -> str:
    """A cell's text without surrounding white space, a sign of equality before it, or Excel's `="…"`."""
    cell = cell.strip()
    found = _AS_TEXT.fullmatch(cell)
    return (found[1] if found else cell.removeprefix("=")).strip()
