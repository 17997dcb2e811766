"""One fault at every record has one cause, what makes the file, and is one finding of the file.

Causes that show in another way (all leaves in another month, the list written twice) are rules, under which the faults
that they cause are folded; see decision 7.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import replace
from functools import cache
from itertools import compress, count
from typing import Any

from pyvalidator.engine.finding import Finding
from pyvalidator.engine.registry import rules, rules_by_fault_code
from pyvalidator.profile import FieldSpec, notations
from pyvalidator.profile.fit import fitter
from pyvalidator.profile.layout import HEADER, PERSON, RECORD, Level
from pyvalidator.source.pointers import MISSING, tokens_of
from pyvalidator.table.column import Column
from pyvalidator.table.table import Table
from pyvalidator.text.characters import code_points, unseen
from pyvalidator.text.nearest import nearest, plain

#: How objects of a level are counted.
_UNITS = {RECORD: "筆", PERSON: "人"}
#: Of fewer records, each by itself may be wrong.
AT_LEAST = 5
_NOT_BLANK = re.compile(notations.NOT_BLANK)


def tell_once(findings: list[Finding], table: Table, off: Collection[str] = ()) -> list[Finding]:
    """The findings, those of a rule at every record (or person) put together to one of the file.

    Args:
        off: ids of rules that the profile switches off.
    """
    if len(table) < AT_LEAST:
        return findings
    once = {rule.id for rule in rules().values() if rule.told_once}
    groups: dict[tuple[str, str | None, Any, Level | None], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.rule in once and finding.offset is None:
            groups[finding.rule, finding.field, finding.params.get("key"), _level(finding, table)].append(finding)
    folded: Counter[str] = Counter()
    for finding in findings:
        if finding.folded:
            folded.update(finding.folded)
    shared: list[Finding] = []
    gone: set[int] = set()
    for group in groups.values():
        if (one := _shared(group, table, folded)) is not None:
            shared.append(one)
            gone.update(map(id, group))
    if not shared:
        return findings
    return [finding for finding in findings if id(finding) not in gone] + _renamed(shared, table, off)


def _shared(group: list[Finding], table: Table, folded: Counter[str]) -> Finding | None:
    """The finding that stands for all of `group`; None where it is not at every object of its level.

    Args:
        folded: how often each rule's finding has been folded under another: these are at fault too.
    """
    first = group[0]
    level = _level(first, table)
    # A person may have many records; of a field that few records have, each value may be wrong by itself.
    if level is None:
        return None
    if len(group) < (AT_LEAST if level == RECORD else 2):
        return None
    wanted = _count(first, level, table)
    if len(group) * 2 <= wanted or len(group) + folded[first.rule] < wanted:
        return None
    one = replace(
        first, row=None, pointer=table.level_pointer(level), at_key=False, folded={},
        whole_record=False, expected=None, expected_value=None, first=first,
        params={**first.params, "count": len(group), "unit": _UNITS.get(level, "處")},
    )  # fmt: skip
    one.folded[first.rule] = len(group)
    for finding in group:
        for rule, times in finding.folded.items():
            one.folded[rule] = one.folded.get(rule, 0) + times
    return one


def _level(finding: Finding, table: Table) -> Level | None:
    """The level of which the finding is about one object; None for one about the header or the file."""
    if finding.field is not None:
        level = table.profile.by_name[finding.field].level
        return None if level == HEADER else level
    if finding.row is not None:
        return RECORD
    place = tokens_of(finding.pointer or "")
    around = [
        level for level in table.walk.above
        if table.objects_at(level).items and _leads_to(table.profile.layout.objects(level)[0], place)
    ]  # fmt: skip
    return around[-1] if around else None


def _leads_to(pattern: str, place: tuple[str, ...]) -> bool:
    """Whether the place is one of the pattern, or lies below one."""
    tokens = tokens_of(pattern)
    return len(tokens) <= len(place) and all(key in ("*", at) for key, at in zip(tokens, place, strict=False))


def _count(finding: Finding, level: Level, table: Table) -> int:
    """How many such findings there are where every object has one: of a field, every one that has a value, or the key
    where the fault is that it has none; of what is no object at all, every element."""
    objects = table.objects_at(level)
    kind, whole = rules()[finding.rule].kind, len(objects.items) - len(objects.broken)
    if finding.rule in _about_objects():
        return len(objects.items)
    if finding.field is None or kind not in ("form", "value"):
        return whole
    spec = table.profile.by_name[finding.field]
    if _is_lack(finding, spec, table):
        return sum(value is not MISSING for value in table.own_column(spec).values)
    if level != RECORD and kind == "value":
        # A value rule tells of a person at the first record, and of none without records.
        rows = _rows_with_value(table.column(spec.name))
        return len({table.object_of(level, row) for row in rows}) or whole
    column = table.own_column(spec)
    return len(column.keys) - sum(map(_empty_keys(column).__contains__, column.keys)) or whole


@cache
def _about_objects() -> frozenset[str]:
    codes = rules_by_fault_code("container")
    return frozenset(codes[code].id for code in ("no_leave", "element_not_object"))


def _is_lack(finding: Finding, spec: FieldSpec, table: Table) -> bool:
    """Whether the finding is that a field's value is null or blank."""
    index = None if finding.row is None else table.object_of(spec.level, finding.row)
    return index is not None and _is_empty(table.own_column(spec).values[index])


def _rows_with_value(column: Column) -> Iterable[int]:
    empty = _empty_keys(column)
    return compress(count(), (key not in empty for key in column.keys))


def _empty_keys(column: Column) -> set[Hashable]:
    return {key for key, value in column.distinct.items() if _is_empty(value)}


def _is_empty(value: Any) -> bool:
    blank = isinstance(value, str) and _NOT_BLANK.search(value) is None
    return value is MISSING or value is None or blank


# -- keys under another name -------------------------------------------------------------------------------------------


def _renamed(shared: list[Finding], table: Table, off: Collection[str]) -> list[Finding]:
    """`shared`, a key that every object lacks and an unknown one that every object has in its place put together."""
    codes = rules_by_fault_code("container")
    rule = codes["renamed_keys"].id
    if rule in off:
        return shared
    lacking = {codes["missing_field"].id: 0, codes["unknown_key"].id: 1}
    by_object: dict[str, tuple[list[Finding], list[Finding]]] = defaultdict(lambda: ([], []))
    for one in shared:
        if one.rule in lacking and one.first is not None:
            place = one.first.pointer or ""
            by_object[place if one.field else place.rpartition("/")[0]][lacking[one.rule]].append(one)
    told: list[Finding] = []
    gone: set[int] = set()
    for missing, unknown in by_object.values():
        pairs = _pairs(missing, unknown, table)
        if pairs:
            specs = [table.profile.by_name[lost.field or ""] for lost, _ in pairs]
            keys = [_key(other) for _, other in pairs]
            shown = [f"「{key}」{_unseen(key)}" for key in keys]
            named = [f"{key}看起來是{spec.title}（{spec.key}）" for key, spec in zip(shown, specs, strict=True)]
            one = replace(
                pairs[0][0], rule=rule, first=None, folded={}, expected="、".join(spec.key for spec in specs),
                params={"count": pairs[0][0].params["count"], "unit": pairs[0][0].params["unit"], "found": keys,
                        "wanted": [spec.key for spec in specs], "pairs": "、".join(named)},
            )  # fmt: skip
            for finding in (finding for pair in pairs for finding in pair):
                one.fold(finding)
                gone.add(id(finding))
            told.append(one)
    return [one for one in shared if id(one) not in gone] + told


def _unseen(key: str) -> str:
    """The code points of what does not show in a key that looks right."""
    return f"（含 {code_points(signs)}）" if (signs := unseen(key)) else ""


def _pairs(missing: list[Finding], unknown: list[Finding], table: Table) -> list[tuple[Finding, Finding]]:
    """(missing, unknown) that are one field: of one name but for its spelling, else of a near name and the field's
    form, else where only this key holds what only this field takes."""
    wanted = {id(lost): table.profile.by_name[lost.field or ""] for lost in missing}
    pairs: list[tuple[Finding, Finding]] = []

    def pair(is_it: Callable[[Finding, Finding], bool]) -> None:
        for other in list(unknown):
            found = next((lost for lost in missing if is_it(lost, other)), None)
            if found is not None:
                pairs.append((found, other))
                missing.remove(found)
                unknown.remove(other)

    def same(lost: Finding, other: Finding) -> bool:
        spec = wanted[id(lost)]
        return plain(_key(other)) in (plain(spec.key), plain(spec.title))

    def near(lost: Finding, other: Finding) -> bool:
        spec = wanted[id(lost)]
        return nearest(_key(other), [wanted[id(one)].key for one in missing]) == spec.key and _holds(other, spec, table)

    def only(lost: Finding, other: Finding) -> bool:
        alone = len(missing) == len(unknown) == 1
        # Any text is a name or a title: by itself that tells nothing.
        telling = wanted[id(lost)].type not in ("text", "any")
        return (alone or telling) and [
            (one, two) for one in missing for two in unknown
            if (one is lost or two is other) and _holds(two, wanted[id(one)], table)
        ] == [(lost, other)]  # fmt: skip

    order = {id(lost): number for number, lost in enumerate(missing)}
    for is_it in (same, near, only):
        pair(is_it)
    return sorted(pairs, key=lambda found: order[id(found[0])])


def _key(unknown: Finding) -> str:
    return str(unknown.params["key"])


def _holds(unknown: Finding, spec: FieldSpec, table: Table) -> bool:
    """Whether the values under an unknown key have the form of a field, as far as the first records tell."""
    items = table.objects(spec).items[:AT_LEAST]
    return all(map(fitter(table.profile, spec), [item.get(_key(unknown)) for item in items]))
