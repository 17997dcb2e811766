"""What batch rules are given of each file, when it is checked already: its header and, once asked for, its people."""

from __future__ import annotations

from collections.abc import Collection

from pyvalidator.domain.person_ids import HouseNumber
from pyvalidator.engine.batch import FileExtract, Leave, PersonExtract
from pyvalidator.engine.contexts import Context, FileView
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
    scope = table.header_value("agency_code") or name
    return FileExtract(
        name, sha256, status,
        agency_code=table.header_value("agency_code"),
        agency_name=table.header_value("agency_name"),
        period=table.header_value("period"),
        dataset=table.header_value("dataset"),
        load_people=lambda: _people(table, context, misread, scope) if laid_out else {},
    )  # fmt: skip


def _people(table: Table, context: Context, misread: Collection[int], scope: str) -> dict[str, PersonExtract]:
    view = FileView("", table, context)
    if view.identity is None or not len(table):
        return {}
    column = view.values
    names, categories, classes = column("person_name"), column("person_category"), column("staff_class")
    kinds, starts, ends = column("leave_type"), column("start_date"), column("end_date")
    # Without times, the days: no leave is longer.
    spans = view.bounds
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
        # A number of the house is another person's in another agency.
        key = person.id if view.identity == "person_id" else HouseNumber(str(person.id), scope)
        people[key] = PersonExtract(names[first], categories[first], classes[first], leaves)
    return people


def _hours(days: float | None, hours: float | None) -> float | None:
    return None if days is None or hours is None else days * 8 + hours
