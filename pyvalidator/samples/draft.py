"""A sample file before and while it is written through a profile: canonical values in, keys and forms out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pyvalidator.profile import Profile
from pyvalidator.samples.people import SamplePerson
from pyvalidator.samples.planner import SampleLeave
from pyvalidator.text.states import VALID
from pyvalidator.writing import Written, write_document


class SampleError(ValueError):
    """The sample that was asked for cannot be made; the text says why, in Traditional Chinese."""


@dataclass(eq=False)
class Row:
    """One record. `raw` (canonical name → what stands in the file) and `extra` (key → value) are laid over it."""

    person: SamplePerson
    leave: SampleLeave
    raw: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)

    def values(self) -> dict[str, Any]:
        """Canonical values by field name; None: not known or left empty."""
        leave, person = self.leave, self.person
        hours = leave.half_hours % 16
        return {
            "person_id": person.id, "person_name": person.name, "person_category": person.category,
            "staff_class": person.staff, "job_title": person.title, "unit": person.unit,
            "leave_type": leave.kind, "start_date": leave.start, "start_time": leave.start_time, "end_date": leave.end,
            "end_time": leave.end_time, "days": leave.half_hours // 16,
            "hours": hours / 2 if hours % 2 else hours // 2, "covid_related": leave.covid, "reason": leave.reason,
            "leave_state": VALID,
        }  # fmt: skip


@dataclass
class Draft:
    """A file to be written.

    Attributes:
        header: canonical values by field name; `record_count` is counted when the file is written.
        rows: records, those of one person next to each other.
        header_raw, header_extra: as `Row.raw` and `Row.extra`.
    """

    profile: Profile
    header: dict[str, Any]
    rows: list[Row]
    header_raw: dict[str, Any] = field(default_factory=dict)
    header_extra: dict[str, Any] = field(default_factory=dict)

    def write(self) -> Written:
        """The file as this draft's profile lays it out."""
        return write_document(self.profile, self.header, self.rows, self.header_raw, self.header_extra)
