"""The report: one model, one JSON, the same whichever way in. Keys may be added, none removed or changed.

Plain classes, because a file may have ten thousand entries, and because importing pydantic takes longer than to check a
small file. Only who wants the JSON Schema of the report imports it.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal

from pydantic_core import to_json, to_jsonable_python

from pyvalidator.wording import Origin

Severity = Literal["error", "warning", "info"]
Status = Literal["pass", "warning", "error", "unreadable"]
Owner = Literal["unit", "personnel", "vendor", "supervisor"]
Scalar = str | int | float | bool | None
_SCALARS = {str, int, float, bool, type(None)}


class _Part:
    """A part of the report."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]
    #: For the schema.
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid", "ser_json_inf_nan": "strings"}

    def as_dict(self) -> dict[str, Any]:
        """The part as JSON values."""
        values: dict[str, Any] = to_jsonable_python(_plain(self), inf_nan_mode="strings")
        return values


def _plain(value: Any) -> Any:
    """The parts as dictionaries. A reason that nobody gave is no key of an entry."""
    if isinstance(value, _Part):
        return {
            name: own if type(own) in _SCALARS else _plain(own) for name in value.__dataclass_fields__
            if (own := getattr(value, name)) is not None or name != "acknowledgement"
        }  # fmt: skip
    if isinstance(value, dict):
        return {name: _plain(own) for name, own in value.items()}
    return list(map(_plain, value)) if isinstance(value, list) else value


@dataclass(slots=True, kw_only=True)
class Person(_Part):
    """Whose record a finding is about. `index`: 0-based record.

    `first`: the first record of the file with the same person. Two people whose masked IDs and names read alike are
    told apart by it; without an ID, those of the same name are one.
    """

    id: Scalar
    name: Scalar
    index: int
    first: int


@dataclass(slots=True, kw_only=True)
class Entry(_Part):
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
    #: What to write there, as a JSON scalar; null where no single value is known, and for a person's ID.
    expected_value: Scalar = None
    person: Person | None
    #: The leave in one line (kind, span, amount), so that a person's several leaves can be told apart.
    record: str | None = None
    #: Who enters or produces the value that is at fault.
    owner: list[Owner] = dataclasses.field(default_factory=list)
    #: First day of the record, ISO, so that a finding can be told by person and day; None where it has none.
    day: str | None = None
    params: dict[str, Any]
    folded: dict[str, int] = dataclasses.field(default_factory=dict)
    #: The clerk's reason for a warning; not in the JSON where there is none.
    acknowledgement: str | None = None


@dataclass(slots=True, kw_only=True)
class BatchEntry(Entry):
    """One finding about several files."""

    files: list[str]


@dataclass(slots=True, kw_only=True)
class NotCheckedEntry(_Part):
    """A rule that did not run fully. `count` = records not looked at, 0 = the whole file."""

    rule: str
    reason: Literal["syntax", "layout", "form", "roster", "calendar", "schema", "incident", "limit"]
    count: int


@dataclass(slots=True, kw_only=True)
class DeadlineEntry(_Part):
    """When the file is due, `date` ISO. Whether it was sent is unknown, so this is never a finding."""

    date: str | None
    status: Literal["upcoming", "due", "overdue", "not_applicable"]
    days_left: int | None
    note: str | None


@dataclass(slots=True, kw_only=True)
class Counts(_Part):
    """True numbers, before any cap, without folded findings."""

    error: int = 0
    warning: int = 0
    info: int = 0


@dataclass(slots=True, kw_only=True)
class ElsewhereEntry(_Part):
    """Objects or rows with a date outside the layout's places: the pattern of theirs, and how many."""

    pointer: str
    count: int


@dataclass(slots=True, kw_only=True)
class CoverageEntry(_Part):
    """What of a file nobody looked at: canonical fields without a place, and data outside the places of the layout."""

    complete: bool
    unmapped: list[str]
    elsewhere: list[ElsewhereEntry]
    #: The same in sentences; none where all was looked at.
    said: list[str] = dataclasses.field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class GivenEntry(_Part):
    """A header value that the file lacks: set by the user, or from the file's name."""

    value: str
    source: Literal["set", "file_name"]
    said: str


@dataclass(slots=True, kw_only=True)
class FileReport(_Part):
    """One file of the batch."""

    #: `size` and `sha256` are those of the file; of one whose bytes could not be had `sha256` is null, and `size` what
    #: its folder or archive says.
    name: str
    size: int
    sha256: str | None
    status: Status
    agency_code: str | None
    agency_name: str | None
    period: str | None
    dataset: str | None
    record_count: int | None
    person_count: int | None
    deadline: DeadlineEntry
    counts: Counts
    #: None where nothing could be looked at: the file is unreadable, or laid out in another way.
    coverage: CoverageEntry | None = None
    #: Canonical field → what was given for it beside the file.
    given: dict[str, GivenEntry] = dataclasses.field(default_factory=dict)
    not_checked: list[NotCheckedEntry]
    findings: list[Entry]
    truncated: dict[str, int]
    #: The agency for which a file counts whose content cannot be read: by the code or roster name in its base name.
    named_by: str | None = None
    #: Whether it is a synthetic file of this tool: nothing about it may sound like leave to be sent.
    sample: bool = False


@dataclass(slots=True, kw_only=True)
class MatrixEntry(_Part):
    """One agency × period: a file of the batch, or one that the roster expects and the batch lacks.

    `other_months`: of an agency that lacks this month's file, the months of those that it has.
    """

    agency_code: str | None
    agency_name: str | None
    period: str | None
    status: Literal["pass", "warning", "error", "unreadable", "missing", "overdue"]
    file: str | None
    other_months: list[str] = dataclasses.field(default_factory=list)
    #: Whether a part of the file was not looked at.
    partial: bool = False


@dataclass(slots=True, kw_only=True)
class SkippedEntry(_Part):
    """A member of a folder or an archive that was passed over, or how many others were.

    `data`: whether it may hold data; then only a part was checked.
    """

    name: str
    reason: str
    data: bool = False


@dataclass(slots=True, kw_only=True)
class BatchReport(_Part):
    """What concerns the batch as a whole. `month`: the 資料年月 that lists of who is missing are about."""

    findings: list[BatchEntry]
    matrix: list[MatrixEntry]
    month: str | None = None


@dataclass(slots=True, kw_only=True)
class IncidentEntry(_Part):
    """A rule of ours that broke; `detail` holds nothing of the file."""

    rule: str
    file: str | None
    detail: str


@dataclass(slots=True, kw_only=True)
class Generator(_Part):
    name: str
    version: str


@dataclass(slots=True, kw_only=True)
class ProfileEntry(_Part):
    """The profile in use."""

    id: str
    version: str
    status: Literal["assumption", "official"]
    title: str

    @property
    def origin(self) -> Origin:
        """Whose the profile is, for what is said of it; no key of the report, whose form is fixed."""
        return "built_in"


class OwnProfileEntry(ProfileEntry):
    """The profile in use where the user has brought it."""

    __slots__ = ()

    @property
    def origin(self) -> Origin:
        return "own"


class ShippedProfileEntry(ProfileEntry):
    """The profile in use where it came with the page."""

    __slots__ = ()

    @property
    def origin(self) -> Origin:
        return "shipped"


#: The entry by whose profile it is.
PROFILE_ENTRIES: dict[Origin, type[ProfileEntry]] = {
    "built_in": ProfileEntry, "own": OwnProfileEntry, "shipped": ShippedProfileEntry,
}  # fmt: skip


@dataclass(slots=True, kw_only=True)
class SettingsEntry(_Part):
    """Settings that came with the page and were used: whose they are, of which day (ISO), and of which kinds."""

    owner: str
    date: str
    kinds: list[str]


@dataclass(slots=True, kw_only=True)
class DaysOffEntry(_Part):
    """The user's own days off that were laid over the bundled calendar: the file's name and how many days it lists."""

    name: str
    days: int


@dataclass(slots=True, kw_only=True)
class Summary(_Part):
    """Counts over all files and the batch."""

    files: int
    error: int
    warning: int
    info: int

    @property
    def counts(self) -> Counts:
        return Counts(error=self.error, warning=self.warning, info=self.info)


@dataclass(slots=True, kw_only=True)
class SelectionEntry(_Part):
    """What was chosen on the page when the report was taken away.

    `filter`: in words. `applied`: whether only that is listed; then `whole` has the counts of the whole check, and
    `counts` and `summary` those of what is listed.
    """

    filter: str
    applied: bool
    whole: Counts


@dataclass(slots=True, kw_only=True)
class Report(_Part):
    """The result of checking a batch of files."""

    report_version: Literal[1] = 1
    generator: Generator
    profile: ProfileEntry
    checked_at: str
    files: list[FileReport]
    skipped: list[SkippedEntry] = dataclasses.field(default_factory=list)
    batch: BatchReport
    incidents: list[IncidentEntry]
    summary: Summary
    days_off: DaysOffEntry | None = None
    settings: SettingsEntry | None = None
    selection: SelectionEntry | None = None

    def to_json(self) -> str:
        """The report as JSON text, two spaces of indentation, a newline at the end."""
        return to_json(_plain(self), indent=2, inf_nan_mode="strings").decode() + "\n"


def report_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the report."""
    from pydantic import TypeAdapter

    return TypeAdapter(Report).json_schema(mode="serialization")


def acknowledged(report: Report, reasons: list[dict[str, Any]]) -> Report:
    """The report with the clerk's reasons.

    Args:
        reasons: {"file", "rule", "pointer", "field", "reason"} each; `file` None for what concerns several files.
    """
    if not reasons:
        return report
    by_place = {(one["file"], one["rule"], one["pointer"], one["field"]): one["reason"] for one in reasons}

    def with_reasons(name: str | None, entries: list[Any]) -> list[Any]:
        told = ((entry, by_place.get((name, entry.rule, entry.pointer, entry.field))) for entry in entries)
        return [entry if reason is None else replace(entry, acknowledgement=reason) for entry, reason in told]

    return replace(
        report,
        files=[replace(file, findings=with_reasons(file.name, file.findings)) for file in report.files],
        batch=replace(report.batch, findings=with_reasons(None, report.batch.findings)),
    )
