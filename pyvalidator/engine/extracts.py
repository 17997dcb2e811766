"""What batch rules are given of each file, when it is checked already: its header and, once asked for, its people."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from pyvalidator.engine.contexts import Context, FileExtract, FileView, Leave, PersonExtract
from pyvalidator.table.table import Table


def extract_of(
    name: str, sha256: str, status: str, table: Table | None, context: Context, *, laid_out: bool = True,
    misread: Collection[int] = (),
) -> FileExtract:  # fmt: skip
    """What batch rules need of one file; without a table only its name and bytes are known.

    Args:
        laid_out: False where the records are laid out in another way, so that they tell nothing.
        misread: the records whose amounts are not what they say.
    """
    if table is None:
        return FileExtract(name, sha256, status)
    return FileExtract(
        name, sha256, status,
        agency_code=table.header_value("agency_code"),
        agency_name=table.header_value("agency_name"),
        period=table.header_value("period"),
        dataset=table.header_value("dataset"),
        load_people=lambda: _people(table, context, misread) if laid_out else {},
    )  # fmt: skip


def _people(table: Table, context: Context, misread: Collection[int]) -> dict[str, PersonExtract]:
    view = FileView("", table, context)
    if not table.has("person_id") or not len(table):
        return {}

    def column(field: str) -> list[Any]:
        return table.values(field) if table.has(field) else [None] * len(table)

    names, categories, classes = column("person_name"), column("person_category"), column("staff_class")
    kinds, starts, ends = column("leave_type"), column("start_date"), column("end_date")
    timed = all(map(table.has, ("start_date", "start_time", "end_date", "end_time")))
    spans = view.spans if timed else [None] * len(table)
    amounts = [_hours(*pair) for pair in zip(column("days"), column("hours"), strict=True)]
    for row in misread:
        amounts[row] = None
    covid = column("covid_related")
    people = {}
    for person in view.persons:
        first = person.rows[0]
        leaves = tuple(
            Leave(kinds[row], starts[row], ends[row], spans[row], amounts[row], row, covid[row] is True)
            for row in person.rows
        )
        people[person.id] = PersonExtract(names[first], categories[first], classes[first], leaves)
    return people


def _hours(days: float | None, hours: float | None) -> float | None:
    return None if days is None or hours is None else days * 8 + hours
