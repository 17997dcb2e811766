"""Sheets and pasted text as tables of fields and of codes: where headings are, what each column is, what is no row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pyvalidator.input.sheet_parts import place
from pyvalidator.spec_table.pasted import Row, is_page_mark, rows_of_paste
from pyvalidator.spec_table.types import is_type
from pyvalidator.spec_table.words import (
    FORM_ROLES,
    is_code_heading,
    key_in,
    level_of,
    near_heading,
    role_of,
    says_required,
)
from pyvalidator.text.nearest import plain

_KEY = re.compile(r"[A-Za-z_$@][\w$@\-]*(?:\[[\w*]*\])?(?:[./\\][A-Za-z_*$@][\w$@\-*]*(?:\[[\w*]*\])?)*")
_HAN = re.compile("[\u3400-\u9fff]")
#: What a title of a part begins with.
_NUMBERED = re.compile(
    r"[（(]?[一二三四五六七八九十壹貳參肆伍]+[)）、.．]|附[表件錄]|[0-9]+(?:\.[0-9]+)*[、.．\s]|表\s*[0-9一二三四五六七八九十]+|[■◎●※【]"
)
#: What a heading has whose answers say that a value may be left out.
_OF_BLANKS = re.compile("空|缺|略|免|允許|選填|null|blank|optional", re.IGNORECASE)
_OF_CODES = re.compile("代碼|代號|對照|附[表件錄]|列舉|值域|code", re.IGNORECASE)


@dataclass(frozen=True)
class Where:
    """A place in the given table, for people. `row` is 1-based; `column` 0-based, None for the whole row."""

    sheet: str
    row: int
    column: int | None = None

    def __str__(self) -> str:
        of = f"工作表「{self.sheet}」" if self.sheet else ""
        return f"{of}第 {self.row} 列" + ("" if self.column is None else f" {place(0, self.column)[:-1]} 欄")


@dataclass
class Line:
    """One row about one field. `cells`: role → text; `columns`: role → 0-based column; `title`: of the part it is in;
    `starred`: whether its name is marked with *."""

    where: Where
    cells: dict[str, str]
    columns: dict[str, int]
    title: str = ""
    indent: int = 0
    starred: bool = False

    def get(self, role: str) -> str:
        return self.cells.get(role, "").strip()

    def at(self, role: str) -> Where:
        return Where(self.where.sheet, self.where.row, self.columns.get(role))


@dataclass
class CodeTable:
    """Codes of one kind: what the table is called, and (place, code, meaning) of each."""

    title: str
    codes: list[tuple[Where, str, str]] = field(default_factory=list)


@dataclass
class Tables:
    """All that was found. `notes`: what the user should know, as sentences; `settings`: rows of a written profile."""

    lines: list[Line] = field(default_factory=list)
    codes: list[CodeTable] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    settings: list[tuple[Where, str, str]] = field(default_factory=list)


#: One grid: name, and its rows with their 1-based numbers.
Grid = tuple[str, Sequence[Row]]


def tables_of_text(text: str) -> Tables:
    """What a pasted text says. Raises SheetError where it cannot be read."""
    return find_tables([("", rows_of_paste(text))])


def find_tables(grids: Sequence[Grid]) -> Tables:
    """The tables of some sheets."""
    found = Tables()
    for name, rows in grids:
        for part in _side_by_side(rows):
            _Scan(name, part, found).run()
    return found


def _side_by_side(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """The tables of a sheet that stand beside each other with an empty column between, each in its own columns."""
    width = max((len(cells) for _, cells in rows), default=0)
    for at in range(1, width - 1):
        if any(cells[at].strip() for _, cells in rows if at < len(cells)):
            continue
        left = [(number, cells[:at]) for number, cells in rows]
        right = [(number, [""] * (at + 1) + cells[at + 1 :]) for number, cells in rows]
        if all(any(_heading_roles(cells) for _, cells in part) for part in (left, right)):
            return [left, *_side_by_side(right)]
    return [rows]


def _heading_roles(cells: Sequence[str]) -> dict[int, str]:
    """Column → role of the usual headings, where a row may be one of headings of fields; {} for any other."""
    roles = {at: role for at, cell in enumerate(cells) if (role := role_of(cell)) is not None}
    said = set(roles.values())
    if len(roles) < 2 or not (said & {"title", "key", "path"}):
        return {}
    return roles if said & FORM_ROLES or (said >= {"title", "key"} and said & {"codes", "note"}) else {}


class _Scan:
    """One sheet, row by row: a heading begins a table, what stands alone in its row is a title or goes on a text."""

    def __init__(self, sheet: str, rows: Sequence[Row], found: Tables) -> None:
        self._sheet, self._found = sheet, found
        self._rows = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
        alone = Counter(_alone(cells) for _, cells in self._rows)
        #: Running titles of pages, which are no title of a part.
        self._running = {text for text, count in alone.items() if text and count > 1 and not _NUMBERED.match(text)}
        self._title = sheet if level_of(sheet) or _OF_CODES.search(sheet) else ""
        self._roles: dict[int, str] = {}
        self._codes: tuple[CodeTable, int, int] | None = None
        self._settings = False

    def run(self) -> None:
        """Take in all rows."""
        start = len(self._found.lines) + len(self._found.codes)
        for index, (number, cells) in enumerate(self._rows):
            self._take(index, number, cells)
        if len(self._found.lines) + len(self._found.codes) == start:
            self._without_headings()

    def _take(self, index: int, number: int, cells: list[str]) -> None:
        text = _alone(cells)
        if text is not None:
            self._take_alone(index, number, text)
        elif not self._has_type(cells) and (roles := self._heading(number, cells, self._rows[index + 1 : index + 40])):
            self._roles, self._codes, self._settings = roles, None, False
        elif [plain(cell) for cell in cells[:2]] == ["設定", "內容"]:
            self._roles, self._codes, self._settings = {}, None, True
        elif self._settings:
            self._found.settings.append((Where(self._sheet, number), cells[0].strip(), cells[1].strip()))
        elif codes := self._code_heading(index, cells):
            self._codes, self._roles = codes, {}
        elif self._codes is not None:
            self._take_code(number, cells)
        elif self._roles:
            self._take_line(number, cells)

    def _has_type(self, cells: list[str]) -> bool:
        """Whether a row says a type in the column of types: the key `name` is no heading there."""
        return any(
            role == "type" and at < len(cells) and role_of(cells[at]) is None and is_type(cells[at])
            for at, role in self._roles.items()
        )

    def _take_alone(self, index: int, number: int, text: str) -> None:
        if text in self._running or is_page_mark(text):
            return
        following = self._rows[index + 1][1] if index + 1 < len(self._rows) else []
        heads = bool(self._heading(0, following, [], quiet=True)) or is_code_heading(following)
        if heads or level_of(text) or (_NUMBERED.match(text) and len(text) < 40) or not (self._roles or self._codes):
            self._title = text
            if heads or _OF_CODES.search(text):
                self._roles, self._codes = ({} if heads else self._roles), None
        elif self._roles and self._found.lines and self._found.lines[-1].where.sheet == self._sheet:
            # What Word breaks off a cell goes on in a line of its own.
            line = self._found.lines[-1]
            last = next((role for role in ("note", "codes", "format", "example") if role in line.columns), "note")
            line.cells[last] = f"{line.get(last)}\n{text}".strip()

    def _take_line(self, number: int, cells: list[str]) -> None:
        told: dict[str, str] = {}
        columns: dict[str, int] = {}
        for at, role in self._roles.items():
            text = cells[at] if at < len(cells) else ""
            if text.strip():
                told[role] = f"{told[role]}\n{text}" if role in told else text
            columns.setdefault(role, at)
        if not (told.get("key", "").strip() or told.get("title", "").strip() or told.get("path", "").strip()):
            lines = self._found.lines
            if told and lines and lines[-1].where.sheet == self._sheet:
                for role, text in told.items():
                    lines[-1].cells[role] = f"{lines[-1].get(role)}\n{text}".strip()
            return
        indent = max(_indent(told.get("title", "")), _indent(told.get("key", "")))
        told = {role: text if role in ("title", "key") else text.strip() for role, text in told.items()}
        starred = any(re.search(r"^[*＊]|[*＊]$", told.get(role, "").strip()) for role in ("title", "key"))
        for role in ("title", "key"):
            if role in told:
                told[role] = " ".join(told[role].strip(" \u3000\t\n└├│─—－-+>‧·*＊※").split())
        if "level" in columns and "level" not in told and self._found.lines:
            # A merged cell, pasted from Word, stands in its first row only.
            above = self._found.lines[-1]
            if (above.where.sheet, above.title, above.columns) == (self._sheet, self._title, columns):
                told["level"] = above.get("level")
        self._found.lines.append(Line(Where(self._sheet, number), told, columns, self._title, indent, starred))

    def _take_code(self, number: int, cells: list[str]) -> None:
        assert self._codes is not None
        table, code_at, name_at = self._codes
        code, name = (cells[at].strip() if at < len(cells) else "" for at in (code_at, name_at))
        if code:
            table.codes.append((Where(self._sheet, number, code_at), code, name))

    # -- headings ----------------------------------------------------------------------------------------------------

    def _heading(
        self, number: int, cells: Sequence[str], below: Sequence[Row], *, quiet: bool = False
    ) -> dict[int, str]:
        """Column → role, where a row is one of headings of fields; {} for any other."""
        roles = _heading_roles(cells)
        said = set(roles.values())
        if not roles or (not said & FORM_ROLES and not self._keys_below(roles, below)):
            return {}
        if quiet:
            return roles
        for at, cell in enumerate(cells):
            if at in roles or not cell.strip():
                continue
            role = self._by_content(at, below, said)
            if role == "required" and _OF_BLANKS.search(cell):
                role = "optional" if "optional" not in said else "note"
            near = near_heading(cell)
            if near and (role in ("note", None) or role == role_of(near)):
                role = role_of(near)
            else:
                near = None
            if role:
                roles[at] = role
                said.add(role)
            where = Where(self._sheet, number, at)
            if near:
                self._found.notes.append(
                    f"{where}：標題「{cell.strip()}」不認得，當作「{near}」；您要寫的是「{near}」嗎？"
                )
            elif role in _ROLE_WORDS:
                self._found.notes.append(f"{where}：標題「{cell.strip()}」不認得，由內容當作「{_ROLE_WORDS[role]}」")
        return _settled(roles, below)

    def _keys_below(self, roles: dict[int, str], below: Sequence[Row]) -> bool:
        key_at = next((at for at, role in roles.items() if role == "key"), None)
        keys = [cells[key_at] for _, cells in below[:10] if key_at is not None and key_at < len(cells)]
        return sum(bool(_KEY.fullmatch(key.strip())) for key in keys) * 2 > len(keys)

    def _by_content(self, at: int, below: Sequence[Row], taken: set[str]) -> str | None:
        values = [cells[at].strip() for _, cells in below if at < len(cells) and cells[at].strip()]
        for role, fits in _CONTENTS:
            if role not in taken and values and sum(map(fits, values)) * 3 >= 2 * len(values):
                return role
        return "note" if values and max(map(len, values)) > 4 else None

    def _code_heading(self, index: int, cells: list[str]) -> tuple[CodeTable, int, int] | None:
        filled = [at for at, cell in enumerate(cells) if cell.strip()]
        if not is_code_heading(cells):
            return None
        if "代碼表名稱" in cells:
            return None
        code_at = filled[0]
        title = self._title or plain(cells[code_at])
        table = CodeTable(title)
        self._found.codes.append(table)
        return table, code_at, filled[1]

    def _without_headings(self) -> None:
        """A sheet without any heading: what its columns hold tells what they are."""
        width = max((len(cells) for _, cells in self._rows), default=0)
        rows = [row for row in self._rows if _alone(row[1]) is None]
        roles: dict[int, str] = {}
        for at in range(width):
            values = [cells[at].strip() for _, cells in rows if at < len(cells) and cells[at].strip()]
            for role, fits in _CONTENTS if at == 0 else _NOT_FIRST:
                if values and role not in roles.values() and sum(map(fits, values)) * 3 >= 2 * len(values):
                    roles[at] = role
                    break
            else:
                if values:
                    roles[at] = "title" if "title" not in roles.values() else "note"
        if "type" in roles.values() and {"key", "title"} & set(roles.values()):
            self._roles = roles
            heads = "、".join(f"{place(0, at)[:-1]} 欄是{_ROLE_WORDS.get(role, '說明')}" for at, role in roles.items())
            self._found.notes.append(
                f"{f'工作表「{self._sheet}」' if self._sheet else ''}沒有標題列，由內容判斷：{heads}"
            )
            for number, cells in rows:
                self._take_line(number, cells)
        elif len(roles) == 2 and len(rows) >= 2 and _OF_CODES.search(self._sheet):
            self._found.codes.append(CodeTable(self._sheet))
            self._codes = (self._found.codes[-1], 0, 1)
            for number, cells in rows:
                self._take_code(number, cells)


_ROLE_WORDS = {
    "number": "項次",
    "type": "型態",
    "key": "代號",
    "length": "長度",
    "required": "必填",
    "optional": "可否空白",
    "title": "欄位名稱",
}
#: What the contents of a column without a known heading make it, the most telling first.
_CONTENTS = (
    ("level", lambda text: len(text) <= 6 and level_of(text) is not None),
    ("number", lambda text: re.fullmatch(r"[0-9]{1,3}([.\-][0-9]{1,3})*[.、]?", text) is not None and len(text) <= 7),
    ("type", is_type),
    ("key", lambda text: _KEY.fullmatch(text) is not None and len(text) > 1),
    ("length", lambda text: re.fullmatch(r"[0-9]{1,4}([.,][0-9])?", text) is not None),
    ("required", lambda text: says_required(text) is not None),
    ("title", lambda text: _HAN.search(text) is not None and len(text) <= 16),
)
_NOT_FIRST = tuple(each for each in _CONTENTS if each[0] != "number")


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" \u3000\t└├│─—－-+>‧·．.")) if text.strip() else 0


def _alone(cells: Sequence[str]) -> str | None:
    """The text of a row that has one only (also in all cells of a merged one); None for other rows."""
    texts = {cell.strip() for cell in cells if cell.strip()}
    return (
        texts.pop() if len(texts) == 1 and (len(cells) < 2 or sum(bool(cell.strip()) for cell in cells) != 2) else None
    )


def _settled(roles: dict[int, str], below: Sequence[Row]) -> dict[int, str]:
    """Of two columns with one role, the one whose contents fit better keeps it; the other is a note."""
    found = dict(roles)
    values = {at: [cells[at].strip() for _, cells in below if at < len(cells) and cells[at].strip()] for at in roles}
    tests = dict(_CONTENTS)
    keys = [at for at, role in found.items() if role == "key"]
    if not keys or (len(keys) == 1 and not _fit(_KEY.fullmatch, values[keys[0]])):
        # 「欄位名稱」 may be the key where no other column is.
        told = [at for each in ("title", "codes", "note") for at, role in found.items() if role == each]
        other = [at for at in told if _fit(tests["key"], values[at])]
        if other and (not keys or not values[keys[0]]):
            found[other[0]] = "key"
        elif other and keys:
            found[other[0]], found[keys[0]] = "key", found[other[0]]
    for role, others in (("type", ("format", "note", "codes")), ("title", ("note", "codes"))):
        # 「格式」 may be the type, and a short 「說明」 the name, where no other column is.
        if role not in found.values():
            fit = [
                at for each in others for at, known in found.items() if known == each and _fit(tests[role], values[at])
            ]
            if fit:
                found[fit[0]] = role
    for role in ("key", "title", "type", "length"):
        same = [at for at, each in found.items() if each == role]
        if len(same) > 1:
            best = max(same, key=lambda at: (_share(tests[role], values[at]), -at))
            for at in same:
                if at != best:
                    found[at] = "title" if role == "key" and "title" not in found.values() else "note"
    return found


def _share(fits: object, values: Sequence[str]) -> float:
    return sum(bool(fits(value)) for value in values) / len(values) if values else 0.0  # type: ignore[operator]


def _fit(fits: object, values: Sequence[str]) -> bool:
    return _share(fits, values) > 0.5


def title_key(line: Line) -> str:
    """The key that the title of a line's part names."""
    return key_in(line.title)
