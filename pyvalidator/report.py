"""The report: one pydantic model, one JSON, the same from every door. Keys may be added, none removed or changed."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Severity = Literal["error", "warning", "info"]
Status = Literal["pass", "warning", "error", "unreadable"]
Scalar = str | int | float | bool | None


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", ser_json_inf_nan="strings")


class Person(_Model):
    """Whose record a finding is about. `index`: 0-based record.

    `first`: the first record of the file with the same person. Two people whose masked IDs and names read alike are
    told apart by it; without an ID, those of the same name are one.
    """

    id: Scalar
    name: Scalar
    index: int
    first: int


class Entry(_Model):
    """One finding, with sentences and place."""

    rule: str
    severity: Severity
    title: str
    message: str
    fix: str
    pointer: str | None
    line: int | None
    column: int | None
    field: str | None
    value: Scalar
    expected: str | None
    person: Person | None
    #: First day of the record, ISO, so that a finding can be told by person and day; None where it has none.
    day: str | None = None
    params: dict[str, Any]
    folded: dict[str, int] = Field(default_factory=dict)
    #: The clerk's reason for a warning; not in the JSON where there is none.
    acknowledgement: str | None = Field(default=None, exclude_if=lambda reason: reason is None)


class BatchEntry(Entry):
    """One finding about several files."""

    files: list[str]


class NotCheckedEntry(_Model):
    """A rule that did not run fully. `count` = records not looked at, 0 = the whole file."""

    rule: str
    reason: Literal["syntax", "layout", "form", "roster", "calendar", "schema", "incident", "limit"]
    count: int


class DeadlineEntry(_Model):
    """When the file is due, `date` ISO. Whether it was sent is unknown, so this is never a finding."""

    date: str | None
    status: Literal["upcoming", "due", "overdue", "not_applicable"]
    days_left: int | None
    note: str | None


class Counts(_Model):
    """True numbers, before any cap, without folded findings."""

    error: int = 0
    warning: int = 0
    info: int = 0


class FileReport(_Model):
    """One file of the drop."""

    name: str
    size: int
    sha256: str
    status: Status
    agency_code: str | None
    agency_name: str | None
    period: str | None
    dataset: str | None
    record_count: int | None
    person_count: int | None
    deadline: DeadlineEntry
    counts: Counts
    not_checked: list[NotCheckedEntry]
    findings: list[Entry]
    truncated: dict[str, int]


class MatrixEntry(_Model):
    """One agency × period: a file of the drop, or one that the roster expects and the drop lacks."""

    agency_code: str | None
    agency_name: str | None
    period: str | None
    status: Literal["pass", "warning", "error", "unreadable", "missing", "overdue"]
    file: str | None


class BatchReport(_Model):
    """What concerns the drop as a whole."""

    findings: list[BatchEntry]
    matrix: list[MatrixEntry]


class IncidentEntry(_Model):
    """A rule of ours that broke; `detail` holds nothing of the file."""

    rule: str
    file: str | None
    detail: str


class Generator(_Model):
    name: str
    version: str


class ProfileEntry(_Model):
    """The profile in use."""

    id: str
    version: str
    status: Literal["assumption", "official"]
    title: str


class DaysOffEntry(_Model):
    """The user's own days off that were laid over the bundled calendar: the file's name and how many days it lists."""

    name: str
    days: int


class Summary(_Model):
    """Counts over all files and the batch."""

    files: int
    error: int
    warning: int
    info: int


class Report(_Model):
    """The result of checking a drop of files."""

    report_version: Literal[1] = 1
    generator: Generator
    profile: ProfileEntry
    checked_at: str
    files: list[FileReport]
    batch: BatchReport
    incidents: list[IncidentEntry]
    summary: Summary
    days_off: DaysOffEntry | None = None

    def to_json(self) -> str:
        """The report as JSON text, two spaces of indentation, a newline at the end."""
        return self.model_dump_json(indent=2) + "\n"


def acknowledged(report: Report, reasons: list[dict[str, Any]]) -> Report:
    """The report with the clerk's reasons.

    Args:
        reasons: {"file", "rule", "pointer", "field", "reason"} each; `file` None for what concerns several files.
    """
    if not reasons:
        return report
    by_place = {(one["file"], one["rule"], one["pointer"], one["field"]): one["reason"] for one in reasons}
    copy = report.model_copy(deep=True)
    found: list[tuple[str | None, Entry]] = [(file.name, entry) for file in copy.files for entry in file.findings]
    for name, entry in [*found, *((None, entry) for entry in copy.batch.findings)]:
        entry.acknowledgement = by_place.get((name, entry.rule, entry.pointer, entry.field))
    return copy
