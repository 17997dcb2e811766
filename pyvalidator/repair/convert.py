"""A file written anew in another profile's layout, keys and forms. Nothing is invented: what is missing is told."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pyvalidator.domain.amounts import DAY
from pyvalidator.engine.finding import Finding
from pyvalidator.engine.registry import rules_by_fault_code
from pyvalidator.form.fitting import fitting_profiles
from pyvalidator.form.stage import check_form, fits_layout
from pyvalidator.privacy.masking import mask_key
from pyvalidator.profile import FieldSpec, Profile, built_in_profiles, field_values
from pyvalidator.profile.fit import read
from pyvalidator.profile.layout import RECORD
from pyvalidator.profile.moments import moved
from pyvalidator.profile.notations import NUMBER_TEXTS
from pyvalidator.profile.spec import CANONICAL
from pyvalidator.source import UNREADABLE, read_document
from pyvalidator.source.document import Document
from pyvalidator.source.pointers import MISSING
from pyvalidator.table.table import Table
from pyvalidator.wording import LEVEL
from pyvalidator.writing import REMOVED, Written, write_document

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
    """One record on its way."""

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
        ConvertError: the text is no proper JSON, no profile fits, or `target` requires what the file does not say, or
            cannot say what it does.
    """
    document = read_document(data)
    if document.faults or document.value is UNREADABLE:
        raise ConvertError(["檔案的編碼或 JSON 語法有誤，請先用 pyvalidator check 查看並修正。"])
    # What the profile does not know is told, also where it lets it pass.
    source = replace(source or _fitting(document, target), unknown_keys="error")
    document.open_texts(source.layout.embedded)
    table = Table(source, document.value)
    form = check_form(source, document.value, table, "", lambda: [])
    if form.other_layout:
        raise ConvertError([f"檔案的格式與來源版型「{source.title}」不同，請用 --from 指定正確的版型。"])
    header, lines = _content(table)
    problems = [*_several(table), *_gaps(header, lines, target, table)]
    if not problems:
        _turn_midnights(lines, target)
        written = write_document(target, header, lines)
        problems = [*_unsaid(written, header)]
    if problems:
        raise ConvertError(problems)
    notes = [*_without_place(table, target), *_empty_objects(table), *_unplaced(form.findings)]
    return Converted(written.text, notes)


def _fitting(document: Document, target: Profile) -> Profile:
    """Which profile a file is laid out by, where nobody said.

    Raises:
        ConvertError: by none that is known, or by the target already: what else fits in part is no better guess.
    """
    value = document.opened_at(target.layout.embedded)
    if fits_layout(target, value, Table(target, value)):
        told = "請以 --profile 指定要轉成的版型；不是的話，請用 --from 指定來源。"
        raise ConvertError([f"檔案已經是「{target.title}」的寫法，{told}"])
    if fitting := fitting_profiles(document, target):
        return fitting[0]
    raise ConvertError(["沒有其他內建版型符合這個檔案，請用 --from 指定來源的版型檔。"])


def _content(table: Table) -> tuple[dict[str, Any], list[_Line]]:
    """What a file says once, and its records, in canonical values by field."""
    columns = {name: _column(table, name) for name in table.profile.by_name if table.has(name)}
    header = {name: table.header_value(name) for name in table.profile.by_name if _of_file(table, name)}
    names = list(columns)
    return header, [_Line(dict(zip(names, row, strict=True))) for row in zip(*columns.values(), strict=True)]


def _turn_midnights(lines: list[_Line], target: Profile) -> None:
    """Where the target has a day and a time apart, and no 24:00, a leave ends at 00:00 of the next day."""
    spec = target.spec_of("end_time")
    if spec is None or target.spec_of("end_date") is None:
        return
    for line in lines:
        values = line.canonical
        ends_at_24 = values.get("end_time") == DAY and values.get("end_date") is not None
        if ends_at_24 and field_values.write(target, spec, values) is None:
            values["end_date"], values["end_time"] = moved(values["end_date"], 0, DAY)


def _of_file(table: Table, name: str) -> bool:
    """Whether the field is about the file as a whole, wherever the profile keeps it."""
    return not table.has(name) or CANONICAL.get(name) == "header"


def _column(table: Table, name: str) -> list[Any]:
    """A field's canonical values, one per record, wherever the profile keeps it."""
    return table.values(name) if table.has(name) else [table.header_value(name)] * len(table)


def _several(table: Table) -> Iterator[str]:
    """Where a layout repeats in each record what is one for the file, it must be one."""
    for spec in table.profile.fields:
        if table.has(spec.name) and _of_file(table, spec.name) and len(set(table.values(spec.name))) > 1:
            yield f"檔案裡有不只一個「{spec.title}」，請先分成各自的檔案。"


def _gaps(header: dict[str, Any], lines: list[_Line], target: Profile, table: Table) -> Iterator[str]:
    """What the target wants and the file has not, and what stands in the file and could not be read."""
    for spec in target.fields:
        if spec not in _columns(target):
            continue
        if spec.name not in table.profile.by_name:
            if spec.required:
                yield f"來源版型沒有「{spec.title}」，目標版型卻是必填。"
            continue
        once = spec.name in header
        values = [header[spec.name]] if once else [line.canonical[spec.name] for line in lines]
        raw = [table.header_raw(spec.name)] if once else table.raw(spec.name)
        # A row has a cell for each of its columns.
        left_out = not spec.required and not (spec.level == RECORD and target.layout.columns)
        optional = left_out or bool(target.missing_for(spec))
        bad = [
            row for row, value in enumerate(values)
            if value is None and not (optional and raw[row] is MISSING)
        ]  # fmt: skip
        if bad:
            yield f"{_where(bad, once=once)}的「{spec.title}」沒有值或寫法有誤，無法轉換。"


def _unsaid(written: Written, header: dict[str, Any]) -> Iterator[str]:
    """What the written file does not say as it was."""
    yield from _left_out(written)
    entries = [entry.values() for entry in written.order]
    columns = {name: [values[name] for values in entries] for name in entries[0]} if entries else {}
    wanted = {**columns, **{name: [value] * len(entries) for name, value in header.items()}}
    for name, bad in written.unsaid(wanted).items():
        where, title = _where(bad, once=name in header), _title(written.profile.by_name[name])
        yield f"{where}的「{title}」不在目標版型的代碼表內，或目標版型寫不出這個值，無法轉換。"


def _left_out(written: Written) -> Iterator[str]:
    if written.left_out:
        yield f"有 {len(written.left_out):,} 筆在目標版型裡與別筆同一個鍵，無法同時寫出。"


def _title(spec: FieldSpec) -> str:
    """What people call the field; one that a layout settles has no title of its own."""
    usual = built_in_profiles()["reference"].by_name.get(spec.name)
    return usual.title if usual is not None and not spec.key else spec.title


def _where(rows: list[int], *, once: bool) -> str:
    if once:
        return "檔頭"
    return f"第 {rows[0] + 1} 筆" + (f"等 {len(rows):,} 筆" if len(rows) > 1 else "")


def _without_place(table: Table, target: Profile) -> Iterator[str]:
    """What the source has a place for and the target has not."""
    for name, spec in table.profile.by_name.items():
        if name not in target.by_name and any(value is not None for value in _column(table, name)):
            yield f"目標版型沒有「{_title(spec)}」，沒有轉換。"


def _empty_objects(table: Table) -> Iterator[str]:
    """Objects around records that hold none: a layout of records alone has no place for them."""
    for level, above in table.walk.above.items():
        if empty := len(table.objects_at(level).items) - len(set(above) - {None}):
            title = LEVEL.get(level, level)
            yield f"「{title}」這一層有 {empty:,} 個底下沒有差假，沒有轉換。"


def _unplaced(findings: list[Finding]) -> Iterator[str]:
    """Keys of the file that its own profile has no place for."""
    rules = {rules_by_fault_code("container")[code].id for code in ("unknown_key", "state_key", "page_of_several")}
    told = (finding.params for finding in findings if finding.rule in rules)
    for key in dict.fromkeys(key for params in told for key in params.get("keys") or [params["key"]]):
        yield f"來源版型沒有鍵名「{mask_key(key)}」，沒有轉換。"


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
            # By what they say it is told which rows are of one person, or belong in one list.
            said = {spec.name: _said(target, spec, raw[spec.name]) for spec, _ in known}
            lines.append(_Line(said, raw))
    first = lines[0].raw if lines else {}
    header_raw = {spec.name: first[spec.name] for spec in target.level("header") if spec.name in first}
    notes = [f"沒有「{mask_key(title)}」這個欄位，沒有轉換。" for title in titles if title and title not in specs]
    made = write_document(target, {}, lines, header_raw)
    if made.left_out:
        raise ConvertError([*_left_out(made)])
    return Converted(made.text, notes)


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


def _said(profile: Profile, spec: FieldSpec, value: Any) -> Any:
    """The canonical value of a cell; the cell itself where it has not the form of its field, or says several fields."""
    if value is REMOVED:
        return None
    if profile.same_key[spec.name]:
        return value
    found = read(profile, spec, value)
    return value if found is None else found


def _typed(spec: FieldSpec, cell: str) -> Any:
    """A cell as the field is written. Leading zeros that a spreadsheet took away are put back."""
    if cell == "":
        return "" if spec.required else REMOVED
    is_number = field_values.takes_number(spec) and (spec.type in NUMBER_TEXTS or not field_values.takes_text(spec))
    if is_number and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell):
        return float(cell) if "." in cell else int(cell)
    if spec.type == "boolean" and (cell in _YES or cell in _NO):
        wanted = cell in _YES
        return ((spec.true if wanted else spec.false) or [wanted])[0]
    length = spec.max_length if spec.type == "digits" else len(spec.format or "HHMM") if spec.type == "time" else None
    return cell.zfill(length) if length and re.fullmatch("[0-9]+", cell) else cell
