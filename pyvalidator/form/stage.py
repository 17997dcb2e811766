"""The form stage: does the file fit its profile? What does not is reported here and hidden from content rules."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pyvalidator.engine.finding import Fault, Finding, Incident
from pyvalidator.engine.registry import rules_of
from pyvalidator.form.amounts import plain_number
from pyvalidator.form.dates import number_of, read_date
from pyvalidator.form.found import found
from pyvalidator.form.json_in_text import texts_with_json
from pyvalidator.form.leave_by_class import ClassOfRows
from pyvalidator.form.no_leave import NoLeave, says_empty_list, set_aside_no_leave
from pyvalidator.form.unknown_keys import unknown_keys
from pyvalidator.profile import FieldSpec, Profile, field_values, notations
from pyvalidator.profile.fit import fitter
from pyvalidator.profile.layout import HEADER, RECORD, Level
from pyvalidator.profile.tree import layout_node
from pyvalidator.rule import Rule
from pyvalidator.source.pointers import MISSING, escape, found_at
from pyvalidator.table.column import Settled
from pyvalidator.table.table import Table
from pyvalidator.table.walk import Misfit
from pyvalidator.text.json_types import type_word

#: What says whose and which month's file it is. A layout may keep it in the records.
_IDENTITY = ("agency_code", "agency_name", "period", "dataset")


@dataclass
class FormResult:
    """What the form stage found. `other_layout`: the file is laid out in another way, and nothing else was checked."""

    findings: list[Finding] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    other_layout: bool = False


def check_form(
    profile: Profile, value: Any, table: Table, file: str, fitting: Callable[[], list[str]],
    damaged: Collection[str] = (),
) -> FormResult:  # fmt: skip
    """Check containers, keys and every distinct value of every field.

    Args:
        value: the parsed JSON value that `table` was built from.
        file: the file's name, for incidents.
        damaged: pointers of objects from which something was lost.
        fitting: gives the titles of the built-in profiles that the file would fit; asked only where this one does not.
    """
    result = FormResult()
    no_leave = set_aside_no_leave(table, value, damaged)
    if not fits_layout(profile, value, table, damaged):
        result.other_layout = True
        # What the header says holds all the same; what is wrong with it is not said.
        for spec in (spec for spec in profile.fields if spec.name in _IDENTITY):
            _check_field(profile, spec, table, FormResult(), file)
        titles = fitting()
        named = "、".join(titles) or "沒有"
        result.findings.append(
            found("other_layout", pointer="", profiles=titles, named=named, profile_title=profile.title,
                  in_text=_in_text(value))
        )
        return result
    result.findings += _container_faults(profile, value, table, no_leave)
    for spec in profile.fields:
        _check_field(profile, spec, table, result, file)
    return result


def _in_text(value: Any) -> str:
    """A sentence that the data stand in a text, if they do; else nothing."""
    place = next(texts_with_json(value), None)
    if place is None:
        return ""
    advice = "請以對照精靈製作版型，或在版型的 embedded 寫上這個位置"
    return f"「{place[1:]}」的內容是寫成文字的 JSON，資料就在裡面：{advice}。"


def fits_layout(profile: Profile, value: Any, table: Table, damaged: Collection[str] = ()) -> bool:
    """False where no header key is known and holds what it should, if only an object or an array, or where there are
    records of which none holds half of the required keys.

    A record from which something was lost (`damaged`), such as the one in which a file breaks off, does not count.
    """
    header = profile.layout.header
    known = {key for key, node in layout_node(table.walk.tree, header).members.items() if not node.known}
    wrong = {misfit.pointer for misfit in table.misfits if not misfit.read}
    fitting = {key for key in known if f"{header}/{escape(key)}" not in wrong}
    objects = table.header.items if profile.level(HEADER) else [found_at(value, header)]
    if known and not any(isinstance(item, dict) and fitting & item.keys() for item in objects):
        return False
    if not known and not table.records.items and any(not misfit.read for misfit in table.misfits):
        return False
    required = [spec for spec in profile.level(RECORD) if spec.required]
    rows: Sequence[int] = range(len(table))
    if damaged or table.no_leave:
        left_out = table.no_leave
        rows = [row for row in rows if row not in left_out and table.records.pointer(row) not in damaged]
    return not rows or any(map(_holds_half(required, table), rows))


def _holds_half(required: list[FieldSpec], table: Table) -> Callable[[int], bool]:
    """A function that says whether a record holds half of the keys that are wanted there."""
    profile = table.profile
    # By place of records: the keys wanted on each object of a record, and these objects.
    held = {
        place: [
            ({key for spec in required if spec.inside == inside for key in profile.keys_at(spec, place)},
             table.objects_at(RECORD, inside).items)
            for inside in {spec.inside for spec in required}
        ]
        for place in profile.layout.records
    }  # fmt: skip
    wanted = {place: sum(len(keys) for keys, _ in parts) for place, parts in held.items()}
    places = table.walk.places

    def holds(row: int) -> bool:
        place = places[row] if places else profile.layout.records[0]
        return 2 * sum(len(keys & items[row].keys()) for keys, items in held[place]) >= wanted[place]

    return holds


# -- containers and keys ---------------------------------------------------------------------------------------------


def _container_faults(profile: Profile, value: Any, table: Table, no_leave: dict[Level, NoLeave]) -> Iterator[Finding]:
    for misfit in table.misfits:
        yield _misfit(misfit)
    for level in (*table.walk.above, RECORD):
        objects = table.objects_at(level)
        for index in sorted(objects.broken):
            if index in no_leave.get(level, ()):
                what, text = no_leave[level][index]
                shown = f"：「{text}」" if text else ""
                finding = found("no_leave", pointer=objects.pointer(index), what=what, text=text, shown=shown)
            else:
                finding = found("element_not_object", pointer=objects.pointer(index))
            finding.row = table.row_of(level, index)
            yield finding
    yield from _of_rows(table)
    for level in profile.layout.chain:
        yield from _missing_fields(profile.level(level), table)
    yield from unknown_keys(profile, value, table)


def _of_rows(table: Table) -> Iterator[Finding]:
    """What is wrong with the columns, and with rows that have another number of cells."""
    walk = table.walk
    for number, (pointer, name) in walk.odd_columns.items():
        said = isinstance(name, str) and name.strip()
        what = f"和前面的一欄同名（「{name}」）" if said else "沒有名稱" if not name else "的名稱不是文字"
        yield found("column_name", pointer=pointer, number=number + 1, what=what)
    columns = len(table.records.columns or ())
    for row, cells in sorted(walk.odd_rows.items()):
        if row in table.no_leave:
            continue
        many = f"多出的 {cells - columns} 格沒有檢核" if cells > columns else f"少了 {columns - cells} 格"
        finding = found("row_length", pointer=table.records.pointer(row), cells=cells, columns=columns, what=many)
        finding.row = row
        yield finding


#: Of each kind of container: what it is, what to do where it is missing, and where something else is there.
_CONTAINERS = {
    "array": ("陣列（以方括號 [ ] 括住的清單）", "；沒有資料時請保留空的清單", "只有一筆資料時也要保留外層的清單"),
    "object": ("物件（以大括號 { } 括住的一組欄位）", "，連同裡面的欄位", "裡面的欄位要放在大括號裡"),
    "map": ("物件（以大括號 { } 括住，裡面每一項各有自己的鍵）", "；沒有資料時請保留空的物件", "每一項都要有自己的鍵"),
    "embedded": ("內含 JSON 的文字（以雙引號括住）", "，連同裡面的內容", "裡面要是完整的 JSON"),
}


def _misfit(misfit: Misfit) -> Finding:
    words, missing, wrong = _CONTAINERS[misfit.expected]
    place: dict[str, Any] = {"pointer": misfit.pointer, "key": misfit.key, "expected": words}
    if misfit.expected == "array" and says_empty_list(misfit.found):
        return found("no_list", pointer=misfit.pointer, key=misfit.key, text=misfit.found)
    if misfit.expected == "array" and not misfit.found:
        wrong = "沒有資料時請寫空的清單（[]）"
    if misfit.found is MISSING:
        finding = found("missing_container", **place, keep=missing)
    else:
        finding = found("wrong_container", **place, keep=wrong, found=type_word(misfit.found))
    finding.row = misfit.row
    return finding


def _missing_fields(specs: list[FieldSpec], table: Table) -> Iterator[Finding]:
    for spec in specs:
        column, objects = table.own_column(spec), table.objects(spec)
        if not (spec.required and column.lacks and table.profile.is_first_of_key(spec)):
            continue
        passed = objects.broken | table.walk.odd_rows.keys() if spec.level == RECORD else objects.broken
        for index, value in enumerate(column.values):
            if value is MISSING and index not in passed and (key := table.lacking_at(spec, index)):
                written = objects.items[index].get(key, MISSING)
                said = "" if written is MISSING else f"（寫的是{_quoted(written)}，代表沒有內容）"
                yield _place(found("missing_field", key=key, written=said), spec, index, table, missing=True)


def _quoted(value: Any) -> str:
    """A value that says that there is none, for a sentence."""
    return f"「{value}」" if isinstance(value, str) and value else "空字串" if value == "" else json.dumps(value)


def _place(finding: Finding, spec: FieldSpec, index: int, table: Table, *, missing: bool = False) -> Finding:
    """Give a finding the place of field `spec` on the `index`-th object of its level."""
    finding.field = spec.name
    if missing or spec.level != RECORD:
        finding.pointer = table.objects(spec).pointer(index) if missing else table.pointer_at(spec, index)
    finding.row = table.row_of(spec.level, index)
    return finding


# -- values ----------------------------------------------------------------------------------------------------------


def _check_field(profile: Profile, spec: FieldSpec, table: Table, result: FormResult, file: str) -> None:
    if not profile.is_first_of_key(spec):
        return
    column = table.own_column(spec)
    fits = fitter(profile, spec)
    applicable = tuple(_applicable(spec))
    faults: dict[Hashable, tuple[Rule, Fault]] = {}
    for key, value in column.distinct.items():
        if value is MISSING or type(value) is Settled or fits(value):
            continue
        found = _fault_in_time(profile, spec, value, result, file) or _first_fault(
            applicable, profile, spec, value, result, file
        )
        if found is not None:
            faults[key] = found
    if not faults:
        return
    table.refuse(spec.name, set(faults))
    classes = ClassOfRows(table) if any(fault.by_class for _, fault in faults.values()) else None
    for index in column.rows_of(faults):
        rule, fault = faults[column.keys[index]]
        if classes is not None and fault.by_class:
            fault = classes.settle(fault, index)
        own = profile.by_name[fault.field or spec.name]
        result.findings.append(_place(Finding.of(rule.id, fault), own, index, table))


def _fault_in_time(
    profile: Profile, spec: FieldSpec, value: Any, result: FormResult, file: str
) -> tuple[Rule, Fault] | None:
    """What is wrong with the time of a value of day and time whose day has its form: told of the time's field."""
    time = next((other for other in (spec, *profile.same_key[spec.name]) if other.type == "time"), None)
    parts = notations.halves(time.format or "") if time is not None and profile.same_key[spec.name] else None
    if time is None or parts is None or not isinstance(value, str) or _is_elsewhere(time, value):
        return None
    day, between, clock = parts
    pattern = f"({notations.form_of('date', day).pattern})({re.escape(between)}(?P<time>.*))?"
    written = re.fullmatch(pattern, value, re.DOTALL)
    if written is None:
        return None
    tail = written["time"] or ""
    found = _first_fault(_applicable(time), profile, replace(time, format=clock), tail, result, file)
    if found is None:
        return None
    rule, fault = found
    fault.field, fault.params["value"] = time.name, tail
    if fault.expected_value is not None:
        fault.expected_value = f"{written[1]}{between}{fault.expected_value}"
    return rule, fault


def _as_digits(spec: FieldSpec, value: Any) -> tuple[FieldSpec, Any]:
    """A number that may stand where a date, time or text is asked for, as the rules for its digits read it."""
    if spec.type not in (*notations.DEFAULT_FORMATS, "text") or not field_values.takes_number(spec):
        return spec, value
    if not isinstance(value, int | float) or isinstance(value, bool):
        return spec, value
    number = number_of(value)
    # What is too large for any moment is read as nothing that a rule knows.
    return replace(spec, mixed=True), "∞" if number is None else f"{plain_number(number)}"


def _is_elsewhere(time: FieldSpec, value: str) -> bool:
    """Whether the day itself may be another, because the time is that of another place; or of which is not said."""
    if field_values.form(time).zoned:
        return True
    reading = read_date(value)
    return reading is not None and reading.zone != ""


def _first_fault(
    applicable: Iterable[Rule], profile: Profile, spec: FieldSpec, value: Any, result: FormResult, file: str
) -> tuple[Rule, Fault] | None:
    spec, value = _as_digits(spec, value)
    for rule in applicable:
        try:
            fault = rule.check(spec, value, profile)  # type: ignore[misc]
        except Exception as error:
            result.incidents.append(Incident.of(rule.id, file, error))
            continue
        if fault is not None:
            return rule, fault
    return None


def _applicable(spec: FieldSpec) -> Iterable[Rule]:
    return (rule for rule in rules_of("form") if (not rule.types or spec.type in rule.types)
            and (not rule.reads or spec.name in rule.reads))  # fmt: skip


def describe(profile: Profile, spec: FieldSpec) -> str:
    """What the field should hold, as text for `expected`."""
    names = list(profile.codes(spec))
    if spec.type == "choice":
        return "、".join(names[:8]) + ("…等" if len(names) > 8 else "")
    return spec.help or field_values.describe(spec) or spec.title
