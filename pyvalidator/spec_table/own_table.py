"""A profile as a table of fields, and such a table as the very same profile.

Three parts, each under its own heading (sheets of a workbook, or one below the other in a CSV): what the profile says of
itself, the fields, the code tables. What no column says stands in 其他設定.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic_core import ValidationError

from pyvalidator.profile import FieldSpec, Profile
from pyvalidator.profile.load import problems_of, profile_of
from pyvalidator.profile.spec import InForce
from pyvalidator.spec_table.reading import Fault
from pyvalidator.spec_table.tables import Grid, Where
from pyvalidator.text.nearest import nearest
from pyvalidator.text.toml_values import toml_value
from pyvalidator.wording import LEVEL

_ABOUT = ("設定", "內容")
_CODES = ("代碼表名稱", "代碼", "意義")
#: Heading → setting of a field, in the order of the columns.
_COLUMNS = {
    "層級": "level", "欄位名稱": "title", "代號": "key", "上層物件": "inside", "型態": "type", "長度": "max_length", "格式": "format",
    "必填": "required", "代碼表": "table", "說明": "help", "範例": "example", "檢核欄位": "name", "其他設定": "",
}  # fmt: skip
#: A heading of fields has these two, and no other table of fields has.
_OWN = {"檢核欄位", "其他設定"}
_TYPES = {
    "text": "文字", "agency_code": "機關代碼", "person_id": "身分證字號", "period": "年月", "date": "日期", "time": "時間",
    "integer": "整數", "number": "數字", "boolean": "是否", "choice": "代碼", "digits": "數字碼", "any": "不檢核",
}  # fmt: skip

Part = tuple[str, list[list[str]]]


class OwnTableError(ValueError):
    """The table cannot become a profile. `faults`: each with its place."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("；".join(map(str, faults)))
        self.faults = faults


# -- writing -----------------------------------------------------------------------------------------------------------


def parts_of_profile(profile: Profile) -> list[Part]:
    """The parts by name, each with its heading as the first row."""
    data = plain_data(profile)
    about = [[name, toml_value(value)] for name, value in data.items() if name not in ("fields", "tables")]
    # Tables without codes, and those with blanks that cells do not keep.
    apart = {name: codes for name, codes in profile.tables.items() if not codes or not _fits_cells(name, codes)}
    about += [["tables", toml_value(apart)]] if apart else []
    listed = {name: codes for name, codes in profile.tables.items() if name not in apart}
    codes = [[name, code, meaning] for name, table in listed.items() for code, meaning in table.items()]
    fields = [_row(spec) for spec in profile.fields]
    return [
        ("版型", [list(_ABOUT), *about]), ("欄位", [list(_COLUMNS), *fields]), ("代碼表", [list(_CODES), *codes]),
    ]  # fmt: skip


def _fits_cells(name: str, codes: dict[str, str]) -> bool:
    texts = [name, *codes, *codes.values()]
    return all(codes) and all(text == text.strip() and "\n" not in text and "\r" not in text for text in texts)


def plain_data(item: Any) -> dict[str, Any]:
    """A profile, or a part of one, as plain data: what it says otherwise than by default."""
    found: dict[str, Any] = {}
    for each in dataclasses.fields(item):
        value = getattr(item, each.name)
        default = each.default_factory() if each.default_factory is not dataclasses.MISSING else each.default
        if value != default:
            key = InForce.KEYS.get(each.name, each.name) if isinstance(item, InForce) else each.name
            found[key] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return plain_data(value)
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return {name: _plain(each) for name, each in value.items()} if isinstance(value, dict) else value


def _row(spec: FieldSpec) -> list[str]:
    """The cells of a field; what reading them would not give is told in the last."""
    data = plain_data(spec)
    cells = {heading: _cell(setting, getattr(spec, setting)) for heading, setting in _COLUMNS.items() if setting}
    read = _settings(cells)
    rest = {name: value for name, value in data.items() if name not in read or not _same(read[name], value)}
    defaults = {each.name: each.default for each in dataclasses.fields(FieldSpec)}
    rest |= {name: defaults[name] for name in read if name not in data and not _same(read[name], defaults[name])}
    return [cells.get(heading, toml_value(rest) if rest else "") for heading in _COLUMNS]


def _cell(setting: str, value: Any) -> str:
    if setting == "level":
        return str(LEVEL.get(value, value))
    if setting == "type":
        return _TYPES[value]
    if setting == "required":
        return "是" if value else "否"
    return value if isinstance(value, str) else "" if value is None else toml_value(value)


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and one == other


# -- reading -----------------------------------------------------------------------------------------------------------


def is_own(grids: Iterable[Grid]) -> bool:
    """Whether a table was written from a profile."""
    return any({cell.strip() for cell in cells} >= _OWN for _, rows in grids for _, cells in rows)


def read_own(grids: Sequence[Grid]) -> dict[str, Any]:
    """The profile's plain data.

    Raises:
        OwnTableError: a cell cannot be read.
    """
    data: dict[str, Any] = {"fields": []}
    faults: list[Fault] = []
    places: list[Where] = []
    for sheet, rows in grids:
        heading: list[str] = []
        for number, cells in rows:
            row = [cell.strip() for cell in cells]
            if tuple(row[:2]) == _ABOUT or tuple(row[:3]) == _CODES or set(row) >= _OWN:
                heading = row
            elif heading[:2] == list(_ABOUT) and row[0]:
                _take(data, row[0], row[1], Where(sheet, number, 1), faults)
            elif heading[:3] == list(_CODES) and row[0]:
                data.setdefault("tables", {}).setdefault(row[0], {})[row[1]] = row[2] if len(row) > 2 else ""
            elif heading:
                told = {name: cells[at] for at, name in enumerate(heading) if at < len(cells)}
                if any(told.values()):
                    data["fields"].append(_field(told, Where(sheet, number), heading, faults))
                    places.append(Where(sheet, number))
    if faults:
        raise OwnTableError(faults)
    return data


def profile_of_own(grids: Sequence[Grid]) -> Profile:
    """The profile that was written as this table. Raises OwnTableError with every fault."""
    data = read_own(grids)
    try:
        return profile_of(data)
    except ValidationError as error:
        whole = Where(grids[0][0] if grids else "", 1)
        raise OwnTableError([Fault(whole, problem, stops=True) for problem in problems_of(error, {})]) from None


def _take(data: dict[str, Any], name: str, text: str, where: Where, faults: list[Fault]) -> None:
    value = _toml(text, where, faults)
    if name == "tables":
        for table, codes in value.items() if isinstance(value, dict) else ():
            data.setdefault("tables", {}).setdefault(table, {}).update(codes)
    else:
        data[name] = value


def _field(told: dict[str, str], where: Where, heading: list[str], faults: list[Fault]) -> dict[str, Any]:
    word = told.get("型態", "").strip()
    if word and word not in _TYPES.values():
        near = nearest(word, _TYPES.values())
        hint = f"您要寫的是「{near}」嗎？" if near else f"可用的為 {'、'.join(_TYPES.values())}"
        faults.append(
            Fault(Where(where.sheet, where.row, heading.index("型態")), f"型態「{word}」不認得；{hint}", stops=True)
        )
    answer = told.get("必填", "").strip()
    if answer not in ("是", "否", ""):
        faults.append(
            Fault(
                Where(where.sheet, where.row, heading.index("必填")),
                f"必填請寫「是」或「否」，不是「{answer}」",
                stops=True,
            )
        )
    settings = _settings(told)
    if rest := told.get("其他設定", "").strip():
        more = _toml(rest, Where(where.sheet, where.row, heading.index("其他設定")), faults)
        settings |= more if isinstance(more, dict) else {}
    return {name: value for name, value in settings.items() if value is not None}


def _settings(told: dict[str, str]) -> dict[str, Any]:
    """What the cells of a field say without 其他設定."""
    levels = {word: level for level, word in LEVEL.items()}
    kinds = {word: kind for kind, word in _TYPES.items()}
    found: dict[str, Any] = {}
    for heading, setting in _COLUMNS.items():
        text = told.get(heading, "").strip()
        if not setting or not text:
            continue
        if setting == "max_length":
            found[setting] = int(text) if text.isdigit() else text
        elif setting == "required":
            found[setting] = text == "是"
        else:
            found[setting] = (
                levels.get(text, text) if setting == "level" else kinds.get(text, text) if setting == "type" else text
            )
    return found


def _toml(text: str, where: Where, faults: list[Fault]) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except (tomllib.TOMLDecodeError, RecursionError):
        faults.append(Fault(where, f'「{text[:30]}」的寫法不正確；文字要加引號，例如 "…"', stops=True))
        return {}
