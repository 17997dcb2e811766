"""Lists that the user gives: the agencies expected to report (roster), and the official list of agency codes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pyvalidator.profile import forms

CODE = "機關代碼"
NAME = "機關名稱"
DISSOLVED = "裁撤註記"
ROUTE = "報送方式"

_ROUTES = {"": "JSON", "json": "JSON", "webhr": "WebHR"}
_YES = {"是", "Y", "y", "1"}
_DELIMITERS = ",\t;"


class AgencyFileError(ValueError):
    """The CSV cannot be used; the text says why, where and what to do, in Traditional Chinese."""


@dataclass(frozen=True)
class AgencyList:
    """人事總處 dataset 7307 (行政院所屬中央及地方機關代碼), only for whether a code is known or dissolved.

    Attributes:
        names: name by code.
        gone: codes whose agency is dissolved.
    """

    names: dict[str, str]
    gone: frozenset[str] = frozenset()

    @classmethod
    def read(cls, data: bytes, name: str = "") -> AgencyList:
        """Read the CSV (`name`: the file's, for the messages).

        Rows whose code is not of the usual form are left out: an official list is not ours to correct. A code listed
        twice counts as dissolved only where every row says so.

        Raises:
            AgencyFileError: no column 機關代碼, or no usable row.
        """
        names: dict[str, str] = {}
        active: set[str] = set()
        for _, row in _rows(data, name):
            code = row[CODE]
            if not _is_code(code):
                continue
            dissolved = row.get(DISSOLVED, "") in _YES
            if code not in names or (code not in active and not dissolved):
                names[code] = row.get(NAME, "")
            if not dissolved:
                active.add(code)
        if not names:
            raise _error(name, "機關代碼檔中沒有任何 10 碼的機關代碼；請確認下載的檔案完整。")
        return cls(names, frozenset(names.keys() - active))

    def __contains__(self, code: object) -> bool:
        return code in self.names

    def __len__(self) -> int:
        return len(self.names)

    def name(self, code: str) -> str | None:
        """The agency's name, or None for an unknown code."""
        return self.names.get(code)

    def dissolved(self, code: str) -> bool:
        """Whether the list marks the agency as dissolved (False for an unknown code)."""
        return code in self.gone


@dataclass(frozen=True)
class Roster:
    """The agencies expected to report.

    Attributes:
        expected: (code, name, route) in file order; route is `JSON` or `WebHR` (then no file is ever missing).
    """

    expected: list[tuple[str, str, str]]

    @classmethod
    def read(cls, data: bytes, name: str = "") -> Roster:
        """Read the CSV (`name`: the file's, for the messages).

        Raises:
            AgencyFileError: no column 機關代碼, no row, a malformed code, an unknown route, or two rows that differ
                for one code.
        """
        seen: dict[str, tuple[int, tuple[str, str, str]]] = {}
        for line, row in _rows(data, name):
            code = row[CODE]
            if not _is_code(code):
                shown = f"「{code}」不是 10 碼的機關代碼（數字與大寫英文字母）" if code else "沒有機關代碼"
                raise _error(name, f"名冊第 {line} 列{shown}；請更正後再試。")
            route = _ROUTES.get(row.get(ROUTE, "").lower())
            if route is None:
                raise _error(name, f"名冊第 {line} 列的報送方式「{row[ROUTE]}」不明；請填 JSON 或 WebHR，或留空白。")
            entry = (code, row.get(NAME, ""), route)
            first, known = seen.setdefault(code, (line, entry))
            if known != entry:
                raise _error(
                    name, f"名冊第 {line} 列的機關代碼「{code}」已在第 {first} 列出現，內容卻不同；請只留一列。"
                )
        if not seen:
            raise _error(name, "名冊中沒有任何機關；請在標題列之後每列填寫一個機關。")
        return cls([entry for _, entry in seen.values()])

    @cached_property
    def by_code(self) -> dict[str, tuple[str, str, str]]:
        """The entries by code."""
        return {entry[0]: entry for entry in self.expected}


def is_agency_list(data: bytes, name: str = "") -> bool:
    """Whether a CSV is the agency list (its header has 裁撤註記) rather than a roster.

    Raises:
        AgencyFileError: it is neither.
    """
    return DISSOLVED in _header(_text(data, name), name)[1]


def _is_code(text: str) -> bool:
    return re.fullmatch(forms.AGENCY_CODE, text) is not None


def _error(name: str, what: str) -> AgencyFileError:
    return AgencyFileError(f"{name}：{what}" if name else what)


def _text(data: bytes, name: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _error(name, "這個 CSV 檔是 UTF-16（Excel 的「Unicode 文字」）；請另存為「CSV UTF-8」後再試。")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # The official list has characters outside CP950 in some names; a code is never affected.
        return data.decode("cp950", errors="replace")


def _header(text: str, name: str) -> tuple[str, list[str]]:
    """The delimiter and the column titles."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    for delimiter in _DELIMITERS:
        titles = [_cell(title) for title in first.split(delimiter)]
        if CODE in titles:
            return delimiter, titles
    raise _error(name, f"CSV 檔的標題列沒有「{CODE}」欄；請確認第 1 列是欄位名稱。")


def _rows(data: bytes, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """(line number of the row's start, cells by column title); empty rows are left out."""
    text = _text(data, name)
    delimiter, titles = _header(text, name)
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
        raise _error(name, f"CSV 檔第 {line} 列無法讀取；請確認引號成對，並以 Excel 另存為「CSV UTF-8」。") from None


def _cell(text: str) -> str:
    """A cell's text without surrounding white space, quotes of the header, or Excel's `="…"`."""
    return text.strip().removeprefix("=").strip('"').strip()
