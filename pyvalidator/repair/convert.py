"""A file written anew in another profile's layout, keys and forms. Nothing is invented: what is missing is told."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pyvalidator.form.stage import check_form, fits_layout
from pyvalidator.privacy.masking import mask_key
from pyvalidator.profile import FieldSpec, Profile, built_in_profiles
from pyvalidator.profile.spec import CANONICAL
from pyvalidator.source import UNREADABLE, read_document
from pyvalidator.source.pointers import MISSING
from pyvalidator.table.table import Table
from pyvalidator.writing import REMOVED, write_document

_YES = {"是", "Y", "y", "true", "TRUE", "True", "1"}
_NO = {"否", "N", "n", "false", "FALSE", "False", "0"}


class ConvertError(ValueError):
    """The file cannot be converted. `problems` are sentences for the user."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("；".join(problems))
        self.problems = problems


@dataclass
class Converted:
    """A converted file. `notes`: what the target profile has no place for."""

    text: str
    notes: list[str] = field(default_factory=list)


@dataclass(eq=False)
class _Line:
    """One record on its way; what the writer of samples needs of a row."""

    person: Any
    canonical: dict[str, Any]
    raw: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)

    def values(self) -> dict[str, Any]:
        return self.canonical


def convert_json(data: bytes, target: Profile, source: Profile | None = None) -> Converted:
    """A JSON file in the layout of `target`.

    Args:
        source: the profile that the file follows; None: the built-in one that fits.

    Raises:
        ConvertError: the text is no proper JSON, no profile fits, or `target` requires what the file does not say.
    """
    document = read_document(data)
    if document.faults or document.value is UNREADABLE:
        raise ConvertError(["檔案的編碼或 JSON 語法有誤，請先用 pyvalidator check 查看並修正。"])
    source = source or _fitting(document.value, target)
    table = Table(source, document.value)
    if check_form(source, document.value, table, "", lambda: []).other_layout:
        raise ConvertError([f"檔案的格式與來源版型「{source.title}」不同，請用 --from 指定正確的版型。"])
    names = [*source.constants, *(spec.name for spec in source.fields if _of_file(spec))]
    header = {name: table.header_value(name) for name in names}
    columns = {spec.name: table.values(spec.name) for spec in source.fields if spec.level != "header"}
    people = columns.get("person_id") or [None] * len(table)
    lines = [_Line(people[row], {name: values[row] for name, values in columns.items()}) for row in range(len(table))]
    problems = [*_several(source, columns), *_misfits(header, lines, target, table)]
    if problems:
        raise ConvertError(problems)
    notes = [
        f"目標版型沒有「{spec.title}」，沒有轉換。" for spec in source.fields
        if spec.name not in target.by_name and any(value is not None for value in _values(spec.name, header, lines))
    ]  # fmt: skip
    return Converted(_write(target, header, lines), notes)


def _fitting(value: Any, target: Profile) -> Profile:
    for profile in built_in_profiles().values():
        if profile.id != target.id and fits_layout(profile, value, Table(profile, value)):
            return profile
    raise ConvertError(["沒有其他內建版型符合這個檔案，請用 --from 指定來源的版型檔。"])


def _of_file(spec: FieldSpec) -> bool:
    """Whether the field is about the file as a whole, wherever the profile keeps it."""
    return spec.level == "header" or CANONICAL.get(spec.name) == "header"


def _values(name: str, header: dict[str, Any], lines: list[_Line]) -> list[Any]:
    return [header[name]] if name in header else [line.canonical.get(name) for line in lines]


def _several(source: Profile, columns: dict[str, list[Any]]) -> Iterator[str]:
    """Where a layout repeats in each record what is one for the file, it must be one."""
    for spec in source.fields:
        if _of_file(spec) and len(set(columns.get(spec.name, ()))) > 1:
            yield f"檔案裡有不只一個「{spec.title}」，請先分成各自的檔案。"


def _misfits(header: dict[str, Any], lines: list[_Line], target: Profile, table: Table) -> Iterator[str]:
    for spec in target.fields:
        if spec not in _columns(target):
            continue
        if spec.required and spec.name not in table.profile.by_name:
            yield f"來源版型沒有「{spec.title}」，目標版型卻是必填。"
            continue
        raw = _raw(spec.name, header, table)
        bad = [
            row for row, value in enumerate(_values(spec.name, header, lines))
            if not _has_place(target, spec, value, raw[row] if raw else MISSING)
        ]  # fmt: skip
        if bad:
            where = "檔頭" if spec.name in header else f"第 {bad[0] + 1} 筆"
            more = f"等 {len(bad):,} 筆" if len(bad) > 1 else ""
            yield f"{where}{more}的「{spec.title}」沒有值、寫法有誤，或不在目標版型的代碼表內，無法轉換。"


def _raw(name: str, header: dict[str, Any], table: Table) -> list[Any]:
    if name not in table.profile.by_name:
        return []
    return [table.header_raw(name)] if name in header else table.raw(name)


def _has_place(target: Profile, spec: FieldSpec, value: Any, raw: Any) -> bool:
    if value is None:
        return not spec.required and raw is MISSING
    return spec.type != "choice" or value in target.codes(spec).values()


def _write(target: Profile, header: dict[str, Any], lines: list[_Line]) -> str:
    first: dict[Any, int] = {}
    for number, line in enumerate(lines):
        first.setdefault(line.person, number)
    # Records of one person stand together, for layouts that nest them below the person.
    ordered = sorted(lines, key=lambda line: first[line.person]) if target.layout.persons else lines
    return write_document(target, header, ordered).text


# -- CSV -------------------------------------------------------------------------------------------------------------


#: Titles in templates that are already filled in → what the profiles call the field now.
_FORMER_TITLES = {"身分證統一編號": "身分證字號"}


def template_csv(profile: Profile) -> bytes:
    """An empty table with the profile's titles, to be filled in with a spreadsheet: one record per row."""
    return (",".join(spec.title for spec in _keys(profile)) + "\r\n").encode("utf-8-sig")


def convert_csv(data: bytes, target: Profile) -> Converted:
    """A table filled in after `template_csv`, as a file of `target`. Whether its values are right, a check will tell.

    Raises:
        ConvertError: a column of a required field is missing.
    """
    rows = list(csv.reader(io.StringIO(_text(data), newline="")))
    specs = {name: spec for spec in _keys(target) for name in (spec.title, spec.shown_key)}
    written = [title.strip() for title in rows[0]] if rows else []
    titles = [title if title in specs else _FORMER_TITLES.get(title, title) for title in written]
    missing = [spec.title for spec in _keys(target) if spec.required and not {spec.title, spec.shown_key} & set(titles)]
    if missing:
        raise ConvertError([f"第 1 列的標題缺少：{'、'.join(missing)}。"])
    lines = []
    for cells in rows[1:]:
        if any(cell.strip() for cell in cells):
            named = dict(zip(titles, cells, strict=False))
            known = [(specs[title], cell.strip()) for title, cell in named.items() if title in specs]
            raw = {spec.name: _typed(spec, cell) for spec, cell in known}
            lines.append(_Line(raw.get("person_id"), {}, raw))
    first = lines[0].raw if lines else {}
    header_raw = {spec.name: first[spec.name] for spec in target.level("header") if spec.name in first}
    notes = [f"沒有「{mask_key(title)}」這個欄位，沒有轉換。" for title in titles if title and title not in specs]
    return Converted(write_document(target, {}, lines, header_raw).text, notes)


def _columns(profile: Profile) -> list[FieldSpec]:
    """The fields that a person fills in: not what is counted, nor what can only be one thing."""
    return [spec for spec in profile.fields if spec.name != "record_count" and len(profile.codes(spec)) != 1]


def _keys(profile: Profile) -> list[FieldSpec]:
    """The same, of two fields that stand in one value only the first: its column holds the value whole."""
    return [spec for spec in _columns(profile) if profile.is_first_of_key(spec)]


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp950", "replace")


def _typed(spec: FieldSpec, cell: str) -> Any:
    """A cell as the field is written. Leading zeros that a spreadsheet took away are put back."""
    if cell == "":
        return "" if spec.required else REMOVED
    if spec.type in ("integer", "number") and not spec.as_text and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell):
        return float(cell) if "." in cell else int(cell)
    if spec.type == "boolean" and (cell in _YES or cell in _NO):
        wanted = cell in _YES
        return ((spec.true if wanted else spec.false) or [wanted])[0]
    length = spec.max_length if spec.type == "digits" else len(spec.format or "HHMM") if spec.type == "time" else None
    return cell.zfill(length) if length and re.fullmatch("[0-9]+", cell) else cell
