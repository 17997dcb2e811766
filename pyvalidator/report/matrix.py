"""The matrix of agencies and months: one entry per file, and per expected agency and month without one."""

from __future__ import annotations

from datetime import date

from pyvalidator.domain.calendar import deadline_of
from pyvalidator.domain.roc import period_text
from pyvalidator.engine.contexts import Batch
from pyvalidator.options import Options
from pyvalidator.report.model import FileReport, MatrixEntry


def build_matrix(files: list[FileReport], batch: Batch, options: Options) -> list[MatrixEntry]:
    """One entry per file, and one per expected agency and month of the batch that no file covers."""
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
        agency_code=code, agency_name=name, period=period_text(period),
        status="overdue" if deadline.status == "overdue" else "missing", file=None,
    )  # fmt: skip
