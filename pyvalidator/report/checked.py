"""One checked file: its report, and what the report on all files and later questions need of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pyvalidator.engine.batch import FileExtract
from pyvalidator.engine.finding import Finding, Incident
from pyvalidator.report.entries import EntryMaker
from pyvalidator.report.model import FileReport


@dataclass
class CheckedFile:
    """One checked file. `maker` and `findings` give the entries beyond the cap; drop them to save memory."""

    report: FileReport
    extract: FileExtract
    incidents: list[Incident]
    maker: EntryMaker | None
    findings: list[Finding] = field(default_factory=list)


#: What is kept of each checked file until the report is put together; it may cross process borders.
Checked = tuple[FileReport, FileExtract, list[Incident]]
