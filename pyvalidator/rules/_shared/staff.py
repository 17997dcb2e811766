"""Whose rules of leave apply to the person of a record, or of a batch."""

from __future__ import annotations

from pyvalidator.domain.leave_law import shown_by_kinds
from pyvalidator.domain.staff_classes import STAFF_CLASSES, Staff, may_be_school, staff_of
from pyvalidator.engine.batch import Batch
from pyvalidator.engine.contexts import FileView


class StaffOfRows:
    """The staff class of the person of each record of a file, looked up once for a person: call it with a record."""

    def __init__(self, file: FileView) -> None:
        self._told = file.values("staff_class") if file.table.has("staff_class") else None
        self._kinds = file.values("leave_type")
        self._persons = file.table.readable_raw(file.identity) if file.identity is not None else None
        self._file = file
        self._school = may_be_school(file.header("agency_code"), file.header("agency_name"))
        self._found: dict[tuple[object, object], Staff] = {}

    def __call__(self, row: int) -> Staff:
        told = None if self._told is None else self._told[row]
        person = None if self._persons is None else self._persons[row]
        if person is None:
            return staff_of(told, [self._kinds[row]], shown_by_kinds(), school=self._school)
        if (told, person) not in self._found:
            kinds = {self._kinds[own] for own in self._file.rows_of_person[person]}
            self._found[told, person] = staff_of(told, kinds, shown_by_kinds(), school=self._school)
        return self._found[told, person]


def staff_in_batch(batch: Batch, person_id: str) -> Staff:
    """The staff class of a person by all files of the batch; where they tell several, any of these."""
    files = batch.files_of_person[person_id]
    told = {file.people[person_id].staff_class for file in files} & set(STAFF_CLASSES)
    if told:
        return Staff(tuple(name for name in STAFF_CLASSES if name in told), told=True)
    kinds = {leave.kind for file in files for leave in file.people[person_id].leaves}
    school = any(may_be_school(file.agency_code, file.agency_name) for file in files)
    return staff_of(None, kinds, shown_by_kinds(), school=school)
