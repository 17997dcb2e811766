"""The matrix of agencies and months: one entry per file, and per expected agency and month without one."""

from __future__ import annotations

from pyvalidator.domain.calendar import deadline_of
from pyvalidator.domain.roc import period_text
from pyvalidator.engine.batch import Batch, FileExtract, Unread
from pyvalidator.options import Options
from pyvalidator.privacy.masking import Masker
from pyvalidator.report.model import FileReport, MatrixEntry
from pyvalidator.report.outcome import is_incomplete


def build_matrix(files: list[FileReport], batch: Batch, options: Options) -> list[MatrixEntry]:
    """One entry per file, and one per expected agency and month of the batch that no file covers.

    A file that was passed over has one too where it may be all that there is of the agency that its name names.

    Args:
        files: of the same files as `batch`, in the same order.
    """
    matrix = [_of_file(file, extract, options) for file, extract in zip(files, batch.files, strict=True)]
    covered = {(entry.agency_code, entry.period) for entry in matrix}
    matrix += [
        entry for entry in (_of_unread(unread, options) for unread in batch.unread if unread.agency_code is not None)
        if (entry.agency_code, entry.period or (period_text(batch.month) if batch.month else None)) not in covered
    ]  # fmt: skip
    periods = {extract.period for extract in batch.files if extract.dataset == "monthly"} | {batch.month}
    for period in sorted(filter(None, periods)):
        status = deadline_of(period, "monthly", options.today, options.calendar).status
        matrix += [
            MatrixEntry(
                agency_code=code, agency_name=name, period=period_text(period),
                status="overdue" if status == "overdue" else "missing", file=None,
                other_months=[period_text(other) for other in others],
            )
            for code, name, others in batch.without_file(period)
        ]  # fmt: skip
    return sorted(matrix, key=lambda entry: (entry.agency_code or "", entry.period or "", entry.file or ""))


def _of_file(file: FileReport, extract: FileExtract, options: Options) -> MatrixEntry:
    """A file counts for the agency and month that its name names where its content does not tell."""
    month = extract.named_month
    return MatrixEntry(
        agency_code=file.agency_code or file.named_by,
        agency_name=file.agency_name or _listed_name(extract.named_by, options),
        period=file.period or (period_text(month) if month is not None else None), status=file.status, file=file.name,
        partial=is_incomplete(file),
    )  # fmt: skip


def _of_unread(unread: Unread, options: Options) -> MatrixEntry:
    masker = Masker(options.mask)
    return MatrixEntry(
        agency_code=masker.text(unread.agency_code), agency_name=_listed_name(unread.agency_code, options),
        period=period_text(unread.month) if unread.month is not None else None, status="unreadable",
        file=masker.text(unread.name),
    )  # fmt: skip


def _listed_name(code: str | None, options: Options) -> str | None:
    listed = options.roster.by_code.get(code or "") if options.roster is not None else None
    return listed[1] if listed else None
