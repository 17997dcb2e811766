"""Code tables as people have them: copied out of a spreadsheet, or saved as CSV or a spreadsheet."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field

from pyvalidator.domain.leave_kinds import leave_kinds, proposed_leave
from pyvalidator.input.spreadsheets import SheetError, is_spreadsheet, read_sheets
from pyvalidator.privacy.masking import mask_key, mask_text
from pyvalidator.text.nearest import nearest, plain

#: Rows of a table that are read; real ones have a few dozen.
_ROWS = 5000


@dataclass
class Meanings:
    """What a table says.

    Attributes:
        codes: code → canonical name. proposed: of these, whose name in the table is another one: to be confirmed.
        open: code → its name, which no rule knows.
        own: code → what the table itself calls it, of all codes.
    """

    codes: dict[str, str] = field(default_factory=dict)
    open: dict[str, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    proposed: set[str] = field(default_factory=set)


def read_code_table(data: bytes | str, known: set[str], words: dict[str, str]) -> Meanings:
    """Codes and names out of a table of two or more columns, a heading or none.

    Args:
        data: pasted text (columns apart by tab, comma or blanks), or the bytes of a CSV or spreadsheet.
        known: the canonical names that a code can mean.
        words: canonical name → what people call it, where the two differ.

    Raises:
        ValueError: the table cannot be read; the text says why, in Traditional Chinese.
    """
    rows = [[cell.strip() for cell in row] for row in _rows(data)[:_ROWS]]
    rows = [row for row in rows if sum(map(bool, row)) >= 2]
    if not rows:
        raise ValueError("找不到代碼表：每列要有代碼和名稱兩欄。")
    code_at, name_at = _columns(rows, known, words)
    found = Meanings()
    for row in rows:
        if len(row) <= max(code_at, name_at) or not row[code_at] or mask_key(row[code_at]) != row[code_at]:
            continue
        code, name = row[code_at], row[name_at]
        meant = _meant(name, known, words)
        if meant is not None:
            found.codes[code] = meant
            if meant != name and words.get(meant) != name:
                found.proposed.add(code)
        elif name and row is not rows[0]:
            found.open[code] = mask_text(name)
        else:
            continue
        found.own[code] = mask_text(name)
    return found


def _columns(rows: list[list[str]], known: set[str], words: dict[str, str]) -> tuple[int, int]:
    """Which column holds the codes and which the names: names are those that the rules know."""
    width = max(map(len, rows))
    hits = [sum(_meant(row[at], known, words) is not None for row in rows if at < len(row)) for at in range(width)]
    name_at = max(range(width), key=lambda at: hits[at])
    if hits[name_at] == 0:
        raise ValueError("表裡沒有規則認得的名稱，請確認有一欄是名稱（例如 事假、病假）。")
    others = [at for at in range(width) if at != name_at]
    return min(others, key=lambda at: -_code_like(rows, at)), name_at


def _code_like(rows: list[list[str]], at: int) -> float:
    """How much a column looks like codes: short, and each different."""
    cells = [row[at] for row in rows if at < len(row) and row[at]]
    return len(set(cells)) / len(rows) - sum(map(len, cells)) / (100 * len(cells)) if cells else -1.0


def _meant(name: str, known: set[str], words: dict[str, str]) -> str | None:
    """The canonical name that `name` means: itself, what people call it, or what is proposed for it. Leave kinds are
    terms of law: of them nothing is proposed for being alike."""
    if name in known:
        return name
    if known & set(leave_kinds()):
        return proposed_leave(name, {each: each for each in known})
    wanted = plain(name)
    meant = (each for each in sorted(known) if wanted and wanted == plain(words.get(each, each)))
    return next(meant, None) or (nearest(name, sorted(known)) if len(name) >= 2 else None)


def _rows(data: bytes | str) -> list[list[str]]:
    if isinstance(data, bytes) and is_spreadsheet(data):
        return _sheet_rows(data)
    text = data if isinstance(data, str) else _decoded(data)
    lines = text.splitlines()
    if any("\t" in line for line in lines):
        return list(csv.reader(lines, delimiter="\t"))
    if any("," in line for line in lines):
        return list(csv.reader(lines))
    return [re.split(r"[\s,，;；:：=＝、]+", line.strip()) for line in lines]


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp950", "replace")


def _sheet_rows(data: bytes) -> list[list[str]]:
    """The rows of the first sheet that is a table."""
    try:
        sheets = [sheet.texts(fill=True) for sheet in read_sheets(data)]
    except SheetError as error:
        raise ValueError(f"{error}；也可以選取代碼與名稱兩欄，複製後貼上。") from None
    tables = (rows for rows in sheets if sum(sum(map(bool, row)) >= 2 for row in rows) >= 2)
    return next(tables, [])
