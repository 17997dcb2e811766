"""The drop as a whole: what batch rules are given of each file, and the matrix of agencies and months."""

from __future__ import annotations

from datetime import date
from typing import Any

from pyvalidator.domain.calendar import deadline_of
from pyvalidator.options import Options
from pyvalidator.report.model import FileReport, MatrixEntry
from pyvalidator.table.table import Table
from pyvalidator.engine.contexts import Batch, Context, FileExtract, FileView, Leave, PersonExtract


def extract_of(
    name: str, sha256: str, status: str, table: Table | None, options: Options, *, laid_out: bool = True
) -> FileExtract:  # fmt: skip
    """What batch rules need of one file; without a table only its name and bytes are known.

    Args:
        laid_out: False where the records are laid out in another way, so that they tell nothing.
    """
    if table is None:
        return FileExtract(name, sha256, status)
    return FileExtract(
        name, sha256, status,
        agency_code=table.header_value("agency_code"),
        agency_name=table.header_value("agency_name"),
        period=table.header_value("period"),
        dataset=table.header_value("dataset"),
        load_people=lambda: _people(table, options) if laid_out else {},
    )  # fmt: skip


def _people(table: Table, options: Options) -> dict[str, PersonExtract]:
    context = Context(options.profile, options.today, None, None, options.calendar)
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


def build_matrix(files: list[FileReport], batch: Batch, options: Options) -> list[MatrixEntry]:
    """One entry per file, and one per expected agency and month of the drop that no file covers."""
    matrix = [
        MatrixEntry(agency_code=file.agency_code, agency_name=file.agency_name, period=file.period, status=file.status,
                    file=file.name)
        for file in files
    ]  # fmt: skip
    if options.roster is not None:
        periods = sorted({extract.period for extract in batch.files if extract.period and extract.dataset == "monthly"})
        have = {(extract.agency_code, extract.period) for extract in batch.files if extract.dataset == "monthly"}
        matrix += [
            _missing(code, name, period, options)
            for code, name, route in options.roster.expected if route != "WebHR"
            for period in periods if (code, period) not in have
        ]  # fmt: skip
    return sorted(matrix, key=lambda entry: (entry.agency_code or "", entry.period or "", entry.file or ""))


def _missing(code: str, name: str, period: date, options: Options) -> MatrixEntry:
    deadline = deadline_of(period, "monthly", options.today, options.calendar)
    return MatrixEntry(
        agency_code=code, agency_name=name, period=f"{period.year - 1911:03d}{period.month:02d}",
        status="overdue" if deadline.status == "overdue" else "missing", file=None,
    )  # fmt: skip
