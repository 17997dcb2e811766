"""Reading the CSV files that a user gives beside the data: by their column titles, in UTF-8 or Big5."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

_DELIMITERS = ",\t;"


class ListFileError(ValueError):
    """The CSV cannot be used; the text says why, where and what to do, in Traditional Chinese."""


def list_error(name: str, what: str) -> ListFileError:
    """The error to raise. `name`: the file's, or ""."""
    return ListFileError(f"{name}：{what}" if name else what)


def csv_header(data: bytes, name: str, *alternatives: str) -> list[str]:
    """The column titles.

    Args:
        alternatives: titles of which one must be there.

    Raises:
        ListFileError: none of them is, or the file is UTF-16.
    """
    return _header(_text(data, name), name, alternatives)[1]


def csv_rows(data: bytes, name: str, *alternatives: str) -> Iterator[tuple[int, dict[str, str]]]:
    """(line number of the row's start, cells by column title); empty rows are left out. Arguments and errors as
    `csv_header`; a row that cannot be read is an error too."""
    text = _text(data, name)
    delimiter, titles = _header(text, name, alternatives)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    in_body = False
    try:
        for cells in reader:
            row = [_cell(cell) for cell in cells]
            if any(row):
                if in_body:
                    yield line, dict(zip(titles, row + [""] * (len(titles) - len(row)), strict=False))
                in_body = True
            line = reader.line_num + 1
    except csv.Error:
        raise list_error(
            name, f"CSV 檔第 {line} 列無法讀取；請確認引號成對，並以 Excel 另存為「CSV UTF-8」。"
        ) from None


def _text(data: bytes, name: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise list_error(name, "這個 CSV 檔是 UTF-16（Excel 的「Unicode 文字」）；請另存為「CSV UTF-8」後再試。")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # The official list has characters outside CP950 in some names; a code is never affected.
        return data.decode("cp950", errors="replace")


def _header(text: str, name: str, alternatives: tuple[str, ...]) -> tuple[str, list[str]]:
    """The delimiter and the column titles."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    for delimiter in _DELIMITERS:
        titles = [_cell(title) for title in first.split(delimiter)]
        if not set(alternatives).isdisjoint(titles):
            return delimiter, titles
    wanted = "、".join(f"「{title}」" for title in alternatives)
    raise list_error(name, f"CSV 檔的標題列沒有{wanted}欄；請確認第 1 列是欄位名稱。")


def _cell(text: str) -> str:
    """A cell's text without surrounding white space, quotes of the header, or Excel's `="…"`."""
    return text.strip().removeprefix("=").strip('"').strip()
