"""The form stage: does the file fit its profile? What does not is reported here and hidden from content rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress, count
from operator import not_
from typing import Any

from pyvalidator.engine.finding import Fault, Finding, Incident
from pyvalidator.engine.registry import rules_by_fault_code, rules_of
from pyvalidator.profile import FieldSpec, Profile, notations
from pyvalidator.profile.fit import fitter
from pyvalidator.profile.spec import LEVELS
from pyvalidator.profile.tree import Node, layout_node, layout_tree
from pyvalidator.rule import Rule
from pyvalidator.source.pointers import MISSING, escape
from pyvalidator.table.table import Misfit, Table
from pyvalidator.text.json_types import type_word
from pyvalidator.text.nearest import nearest

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
    if not fits_layout(profile, value, table, damaged):
        result.other_layout = True
        # What the header says holds all the same; what is wrong with it is not said.
        for spec in (spec for spec in profile.fields if spec.name in _IDENTITY):
            _check_field(profile, spec, table, FormResult(), file)
        titles = fitting()
        named = "、".join(titles) or "沒有"
        result.findings.append(
            _found("other_layout", pointer="", profiles=titles, named=named, profile_title=profile.title)
        )
        return result
    result.findings += _container_faults(profile, value, table)
    for spec in profile.fields:
        _check_field(profile, spec, table, result, file)
    return result


def fits_layout(profile: Profile, value: Any, table: Table, damaged: Collection[str] = ()) -> bool:
    """False where no header key is known and holds what it should, if only an object or an array, or where there are
    records of which none holds half of the required keys.

    A record from which something was lost (`damaged`), such as the one in which a file breaks off, does not count.
    """
    header = profile.layout.header
    known = set(layout_node(layout_tree(profile), header).members)
    wrong = {misfit.pointer for misfit in table.misfits}
    fitting = {key for key in known if f"{header}/{escape(key)}" not in wrong}
    if known and not any(fitting & item.keys() for item in table.header.items):
        return False
    if not known and not table.records.items and table.misfits:
        return False
    required = [spec for spec in profile.level("record") if spec.required]
    wanted = len({spec.path for spec in required})
    # The keys wanted on each object of a record, and these objects.
    held = [
        ({spec.key for spec in required if spec.inside == inside}, table.objects_at("record", inside).items)
        for inside in {spec.inside for spec in required}
    ]  # fmt: skip
    rows: Sequence[int] = range(len(table))
    if damaged:
        rows = [row for row in rows if table.records.pointer(row) not in damaged]
    return not rows or any(2 * sum(len(keys & items[row].keys()) for keys, items in held) >= wanted for row in rows)


def _found(fault_code: str, *, pointer: str | None = None, **params: Any) -> Finding:
    at_key = bool(params.pop("at_key", False))
    expected = params.pop("expected", None)
    rule = rules_by_fault_code("container")[fault_code]
    return Finding(rule.id, pointer=pointer, at_key=at_key, expected=expected, params=params)


# -- containers and keys ---------------------------------------------------------------------------------------------


def _container_faults(profile: Profile, value: Any, table: Table) -> Iterator[Finding]:
    for misfit in table.misfits:
        yield _misfit(misfit)
    for objects in (table.persons, table.records):
        for index in sorted(objects.broken):
            yield _found("element_not_object", pointer=objects.pointer(index))
    for level in LEVELS:
        yield from _missing_fields(profile.level(level), table)
    if profile.unknown_keys == "error":
        yield from _unknown_keys(layout_tree(profile), value, table)


#: Of each kind of container: what it is, what to do where it is missing, and where something else is there.
_CONTAINERS = {
    "array": ("陣列（以方括號 [ ] 括住的清單）", "；沒有資料時請保留空的清單", "只有一筆資料時也要保留外層的清單"),
    "object": ("物件（以大括號 { } 括住的一組欄位）", "，連同裡面的欄位", "裡面的欄位要放在大括號裡"),
}


def _misfit(misfit: Misfit) -> Finding:
    words, missing, wrong = _CONTAINERS[misfit.expected]
    place: dict[str, Any] = {"pointer": misfit.pointer, "key": misfit.key, "expected": words}
    if misfit.found is MISSING:
        finding = _found("missing_container", **place, keep=missing)
    else:
        finding = _found("wrong_container", **place, keep=wrong, found=type_word(misfit.found))
    finding.row = misfit.row
    return finding


def _missing_fields(specs: list[FieldSpec], table: Table) -> Iterator[Finding]:
    for spec in specs:
        column, objects = table.own_column(spec), table.objects(spec)
        if not (spec.required and column.lacks and table.profile.is_first_of_key(spec)):
            continue
        for index, value in enumerate(column.values):
            if value is MISSING and index not in objects.broken:
                yield _place(_found("missing_field", key=spec.key), spec, index, table, missing=True)


def _place(finding: Finding, spec: FieldSpec, index: int, table: Table, *, missing: bool = False) -> Finding:
    """Give a finding the place of field `spec` on the `index`-th object of its level."""
    finding.field = spec.name
    if missing or spec.level != "record":
        base = table.objects(spec).pointer(index)
        finding.pointer = base if missing else f"{base}/{escape(spec.key)}"
    finding.row = table.row_of(spec.level, index)
    return finding


def _unknown_keys(tree: Node, value: Any, table: Table) -> Iterator[Finding]:
    yield from _unknown_above_records(tree, value, "")
    record = layout_node(tree, table.profile.layout.records[0])
    for inside in ("", *(inside for level, inside in table.profile.inner_objects if level == "record")):
        known, objects = set(layout_node(record, inside).members), table.objects_at("record", inside)
        for row in compress(count(), map(not_, map(known.issuperset, objects.items))):
            yield from _unknown(objects.items[row], known, objects.pointer(row), row)


def _unknown_above_records(node: Node, value: Any, pointer: str) -> Iterator[Finding]:
    if node.is_record:
        return
    if node.element is not None and isinstance(value, list):
        if not node.element.is_record:
            for index, element in enumerate(value):
                yield from _unknown_above_records(node.element, element, f"{pointer}/{index}")
    elif node.members and isinstance(value, dict):
        yield from _unknown(value, set(node.members), pointer, None)
        for key, child in node.members.items():
            if key in value and child.leaf is None:
                yield from _unknown_above_records(child, value[key], f"{pointer}/{escape(key)}")


def _unknown(item: dict[str, Any], known: set[str], pointer: str, row: int | None) -> Iterator[Finding]:
    for key in item:
        if key not in known:
            near = nearest(key, sorted(known - item.keys())) or nearest(key, sorted(known))
            hint = f"最接近的欄位是「{near}」" if near else "也沒有名稱相近的欄位"
            finding = _found(
                "unknown_key", pointer=f"{pointer}/{escape(key)}", at_key=True, key=key, nearest=near, hint=hint,
                expected=near,
            )  # fmt: skip
            finding.row = row
            yield finding


# -- values ----------------------------------------------------------------------------------------------------------


def _check_field(profile: Profile, spec: FieldSpec, table: Table, result: FormResult, file: str) -> None:
    if not profile.is_first_of_key(spec):
        return
    column = table.own_column(spec)
    fits = fitter(profile, spec)
    faults: dict[Hashable, tuple[Rule, Fault]] = {}
    for key, value in column.distinct.items():
        if value is MISSING or fits(value):
            continue
        found = _fault_in_time(profile, spec, value, result, file) or _first_fault(profile, spec, value, result, file)
        if found is not None:
            faults[key] = found
    if not faults:
        return
    table.refuse(spec.name, set(faults))
    for _, fault in faults.values():
        fault.expected = fault.expected or describe(profile, profile.by_name[fault.field or spec.name])
    for index in column.rows_of(faults):
        rule, fault = faults[column.keys[index]]
        own = profile.by_name[fault.field or spec.name]
        result.findings.append(_place(Finding.of(rule.id, fault), own, index, table))


def _fault_in_time(
    profile: Profile, spec: FieldSpec, value: Any, result: FormResult, file: str
) -> tuple[Rule, Fault] | None:
    """What is wrong with the time of a value of day and time whose day has its form: told of the time's field."""
    time = next((other for other in (spec, *profile.same_key[spec.name]) if other.type == "time"), None)
    parts = notations.halves(time.format or "") if time is not None and profile.same_key[spec.name] else None
    if time is None or parts is None or not isinstance(value, str):
        return None
    day, between, clock = parts
    pattern = f"({notations.format_pattern('date', day)})({re.escape(between)}(?P<time>.*))?"
    written = re.fullmatch(pattern, value, re.DOTALL)
    if written is None:
        return None
    tail = written["time"] or ""
    found = _first_fault(profile, replace(time, format=clock), tail, result, file)
    if found is None:
        return None
    rule, fault = found
    whole = f"{written[1]}{between}{fault.expected}"
    fault.field, fault.expected = time.name, whole if fitter(profile, spec)(whole) else None
    fault.params["value"] = tail
    return rule, fault


def _first_fault(
    profile: Profile, spec: FieldSpec, value: Any, result: FormResult, file: str
) -> tuple[Rule, Fault] | None:
    for rule in _applicable(spec):
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
    return spec.help or spec.title
