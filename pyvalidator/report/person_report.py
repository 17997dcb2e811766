"""One person's part of a report, for that person's unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from pyvalidator.report.checked import CheckedFile
from pyvalidator.report.model import BatchReport, Counts, FileReport, Report, SelectionEntry, Summary
from pyvalidator.report.render.words import person_label


def report_of_person(report: Report, places: set[tuple[str, int]], checked: Callable[[str], CheckedFile]) -> Report:
    """The report with one person's findings only, all of them: no cap holds here.

    Args:
        places: (file, first record of the person in it).
        checked: gives the checked file of a name.
    """
    files = []
    for file in report.files:
        wanted = {first for name, first in places if name == file.name}
        if not wanted:
            continue
        result = checked(file.name)
        assert result.maker is not None, "a file with findings about a person was read"
        first_row = result.maker.first_row
        entries = result.maker.make(
            [finding for finding in result.findings if finding.row is not None and first_row(finding.row) in wanted]
        )
        counts = Counts(**Counter[str](entry.severity for entry in entries))
        files.append(replace(file, findings=entries, truncated={}, counts=counts))
    totals = {level: sum(getattr(file.counts, level) for file in files) for level in ("error", "warning", "info")}
    summary = Summary(files=len(files), **totals)
    return replace(
        report, files=files, batch=BatchReport(findings=[], matrix=[]), summary=summary,
        selection=SelectionEntry(filter=_who(files), applied=True, whole=report.summary.counts),
    )  # fmt: skip


def _who(files: list[FileReport]) -> str:
    person = next((entry.person for file in files for entry in file.findings if entry.person is not None), None)
    return f"人員：{person_label(person)}" if person is not None else "一位同仁"
