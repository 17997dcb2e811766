"""Names of leave that mean another kind for each staff class: which of them a record's person can mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from pyvalidator.domain.leave_kinds import agreed
from pyvalidator.domain.leave_law import shown_by_kinds
from pyvalidator.domain.staff_classes import CLASS_OF_CATEGORY, STAFF_CLASSES, staff_of
from pyvalidator.engine.finding import Fault
from pyvalidator.table.table import Table


def classes_said(meant: Mapping[str, str], classes: Collection[str] = STAFF_CLASSES) -> str:
    """For the message: what each class means, e.g. 公務人員、教師是「公假」."""
    told: dict[str, list[str]] = defaultdict(list)
    for staff, code in meant.items():
        if staff in classes:
            told[code].append(staff)
    return "".join(f"，{'、'.join(staff)}是「{code}」" for code, staff in told.items())


class ClassOfRows:
    """The classes that the person of each record may belong to, before values are read: call it with a record."""

    def __init__(self, table: Table) -> None:
        self._staff, self._category = _meant(table, "staff_class"), _meant(table, "person_category")
        persons, kinds = _meant(table, "person_id"), _meant(table, "leave_type")
        self._persons = persons
        self._kinds: dict[Any, set[str]] = defaultdict(set)
        for person, kind in zip(persons, kinds, strict=True):
            self._kinds[person].add(kind)

    def __call__(self, row: int) -> tuple[str, ...]:
        told = self._staff[row] or CLASS_OF_CATEGORY.get(self._category[row])
        kinds = self._kinds[self._persons[row]] if self._persons[row] else ()
        return staff_of(told or None, kinds, shown_by_kinds()).classes

    def settle(self, fault: Fault, row: int) -> Fault:
        """A fault that depends on the class, as it is for the person of a record."""
        meant, classes = fault.by_class or {}, self(row)
        code = agreed(meant, classes)
        if code is None:
            return fault
        return replace(fault, expected=None, expected_value=code, params={"proposal": classes_said(meant, classes)})


def _meant(table: Table, name: str) -> list[str]:
    """What each record has in a field, by its code table; "" where that is no text, or the profile has no field."""
    if not table.has(name):
        return [""] * len(table)
    codes = table.profile.codes(table.profile.by_name[name])
    return [codes.get(value, value) if isinstance(value, str) else "" for value in table.raw(name)]
