"""What rules are given of one file: the file, a person's records; each a thin reading view. The batch: `batch.py`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from pyvalidator.domain.agencies import AgencyList
from pyvalidator.domain.amounts import DAY
from pyvalidator.domain.calendar import WorkCalendar
from pyvalidator.domain.office import Leave, Office
from pyvalidator.profile import FieldSpec, Profile, built_in_profiles
from pyvalidator.profile.layout import HEADER, RECORD, Level
from pyvalidator.profile.needed import AMOUNT_FIELDS
from pyvalidator.source.pointers import MISSING
from pyvalidator.table.column import Column
from pyvalidator.table.combinations import Combinations
from pyvalidator.table.relations import alike, copies
from pyvalidator.table.table import Table

#: Agencies with a calendar of their own.
_SCHOOL = re.compile("學校|國小|國中|小學|中學|高中|高職|大學|學院|專科|幼兒園|附小|附中")


@dataclass(frozen=True)
class Context:
    """What a value or record rule may know beside its values.

    `period` (first day of the month) and `dataset` are None where the header's are unreadable. `calendar` answers
    working days with the user's own days off and typhoon days laid over the official calendar. `office`: what the
    file's own leaves show of it, for a rule that needs it. `field`: of a value rule the field whose value it is given.
    """

    profile: Profile
    today: date
    period: date | None
    dataset: str | None
    calendar: WorkCalendar
    agencies: AgencyList | None = None
    field: str = ""
    office: Office | None = None

    def spec(self, name: str) -> FieldSpec:
        """The profile's field of this canonical name."""
        return self.profile.by_name[name]

    @property
    def own(self) -> FieldSpec:
        """The field whose value a value rule is given."""
        return self.profile.by_name[self.field]


class FileView:
    """One file for file rules.

    Attributes:
        table: columns of the records (`raw`, `values`, `pointer`).
        context: see `Context`.
        whole: whether the whole text was read (False: parts were lost to syntax faults).
    """

    def __init__(self, name: str, table: Table, context: Context, *, whole: bool = True) -> None:
        self.name = name
        self.table = table
        self.context = context
        self.whole = whole
        self.profile = context.profile
        self.combinations = Combinations(self.column)
        self._made: dict[str, Column] = {}

    def __len__(self) -> int:
        return len(self.table)

    def knows(self, name: str) -> bool:
        """Whether the profile has a place or a value for a field, or it was given beside the file."""
        return name in self.profile.by_name or name in self.table.given

    def level_of(self, name: str) -> Level | None:
        """The level of a field; None where nothing in the file, its profile or beside it says its value."""
        spec = self.profile.by_name.get(name)
        if spec is not None:
            return spec.level
        if name in self.table.given:
            return HEADER
        return RECORD if name in AMOUNT_FIELDS and any(map(self.table.has, AMOUNT_FIELDS)) else None

    def column(self, name: str) -> Column:
        """The canonical values over the records; None of each where the profile has no such field. Of days and hours
        the one that it does not have is then 0."""
        if self.table.has(name):
            return self.table.canonical(name)
        if name not in self._made:
            self._made[name] = Column([None if self.level_of(name) is None else 0.0] * len(self))
        return self._made[name]

    def title(self, name: str) -> str:
        """What a field is called, also where the profile has no key for it."""
        spec = self.profile.spec_of(name) or built_in_profiles()["reference"].by_name.get(name)
        return spec.title if spec is not None else name

    def header(self, name: str) -> Any:
        """Canonical header value, or None."""
        return self.table.header_value(name)

    def values(self, name: str) -> list[Any]:
        """Canonical values, one per record (None where unreadable)."""
        return self.column(name).values

    def raw(self, name: str) -> list[Any]:
        """Values as written, one per record (`MISSING` where absent)."""
        return self.table.raw(name)

    def pointer(self, name: str, row: int | None = None) -> str:
        return self.table.pointer(name, row)

    def record_pointer(self, row: int) -> str:
        return self.table.records.pointer(row)

    def earlier(self, row: int) -> dict[str, Any]:
        """Parameters that name an earlier record: its pointer for programs, its number (from 1) for people."""
        return {"first": self.record_pointer(row), "first_record": row + 1}

    @cached_property
    def rows_of_person(self) -> dict[str, list[int]]:
        """The records of each person, told by a readable ID or number of the house, in file order; persons in the
        order of their first record."""
        rows: defaultdict[Any, list[int]] = defaultdict(list)
        if self.identity is not None:
            for row, person in enumerate(self.table.readable_raw(self.identity)):
                rows[person].append(row)
            rows.pop(None, None)
        return rows

    @cached_property
    def identity(self) -> str | None:
        """The field by which a person is told; None where the records have none."""
        name = self.profile.identity
        return name if name is not None and self.table.has(name) else None

    @cached_property
    def persons(self) -> list[Person]:
        """Every person with a readable ID, in the order of their first record."""
        return [Person(self, person_id, rows) for person_id, rows in self.rows_of_person.items()]

    def persons_with_several(self, names: tuple[str, ...]) -> list[Person]:
        """Those in whose records these fields do not always hold the same."""
        if self.identity is None:
            return []
        pairs = self.combinations.of((self.identity, *names))
        counts = Counter(map(itemgetter(0), pairs))
        if len(counts) == len(pairs):
            return []
        return [
            Person(self, person_id, rows) for person_id, rows in self.rows_of_person.items() if counts[person_id] > 1
        ]

    @cached_property
    def persons_with_leaves_on_one_day(self) -> list[Person]:
        """Those who have two leaves of which one starts on a day that the other covers, or on its last day."""
        found = []
        bounds = self.bounds
        for person_id, rows in self.rows_of_person.items():
            if len(rows) > 1:
                own = sorted(filter(None, map(bounds.__getitem__, rows)))
                # Sorted by their start, two that meet have two neighbours between them that meet.
                if any((one[1] - 1) // DAY >= other[0] // DAY for one, other in pairwise(own)):
                    found.append(Person(self, person_id, rows))
        return found

    @cached_property
    def spans(self) -> list[Span | None]:
        """Start and end of each record as minutes since year 1; None where a date or time is unreadable or the end
        is not after the start."""
        names = ("start_date", "start_time", "end_date", "end_time")
        return self.combinations.answers(names, span_of)

    @cached_property
    def untimed(self) -> dict[int, Span]:
        """The records that have days and no times of day, each with its days from the first 00:00 to the last 24:00."""
        mapped = [name for name in ("start_time", "end_time") if self.table.has(name)]
        times = [self.table.column(name) for name in mapped]
        if any(self.profile.by_name[name].required for name in mapped):
            return {}
        if len(times) == 2 and not any(column.lacks for column in times):
            return {}
        days = (self.column("start_date").values, self.column("end_date").values)
        written = [column.values for column in times]
        return {
            row: Span(start.toordinal() * DAY, (end.toordinal() + 1) * DAY)
            for row, (start, end) in enumerate(zip(*days, strict=True))
            if start is not None and end is not None and start <= end and self.spans[row] is None
            and all(values[row] is MISSING for values in written)
        }  # fmt: skip

    @cached_property
    def bounds(self) -> list[Span | None]:
        """As `spans`, of records without times their days: no leave is longer."""
        return [self.untimed.get(row, span) for row, span in enumerate(self.spans)] if self.untimed else self.spans

    def whole_days(self, row: int) -> list[int] | None:
        """The days (as ordinals) that a record without times takes as a whole; None where it takes only parts of them,
        or nobody can tell which.

        It takes all its days where it claims as many as lie between its ends, by working days or by the calendar.
        """
        claimed, hours = self.column("days").values[row], self.column("hours").values[row]
        if not claimed or hours or (hours is None and self.table.has("hours")):
            return None
        span = self.untimed[row]
        days = range(span.start // DAY, span.end // DAY)
        if claimed == len(days):
            return list(days)
        worked = [day for day in days if self.context.calendar.is_off(date.fromordinal(day)) is False]
        return worked if claimed == len(worked) else None

    @cached_property
    def office(self) -> Office:
        """What the leaves of the file show of the office: its hours, the days on which work was done."""
        names = ("start_date", "start_time", "end_date", "end_time", "days", "hours", "leave_type")
        leaves = [
            Leave(start, start_time, end, end_time, round((days * 8 + hours) * 60), kind)
            for start, start_time, end, end_time, days, hours, kind in self.combinations.of(names)
            if None not in (start, start_time, end, end_time, days, hours) and start <= end
        ] if all(map(self.table.has, names[:4])) else []  # fmt: skip
        school = _SCHOOL.search(str(self.header("agency_name") or "")) is not None
        return Office.of(leaves, self.context.calendar, school=school)

    @cached_property
    def rows_of_kind(self) -> dict[str, list[int]]:
        """The records of each leave kind, in file order."""
        rows: dict[str, list[int]] = {}
        for row, kind in enumerate(self.values("leave_type") if self.table.has("leave_type") else ()):
            if kind is not None:
                rows.setdefault(kind, []).append(row)
        return rows

    @cached_property
    def copies(self) -> dict[int, int]:
        """Later row → first row, of records with equal JSON values."""
        return copies(self.table, self._alike)

    @cached_property
    def copies_but_reason(self) -> dict[int, int]:
        """Later row → first row, of records that are equal but for their reason, or equal."""
        return copies(self.table, self._alike, without="reason") if self.table.has("reason") else self.copies

    @cached_property
    def _alike(self) -> list[list[int]]:
        return alike(self.table)


class Span(NamedTuple):
    """[start, end) in minutes, day 1 of year 1 at 00:00 being 1,440."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Touching ends do not overlap."""
        return self.start < other.end and other.start < self.end


def span_of(
    start_date: date | None, start_time: int | None, end_date: date | None, end_time: int | None
) -> Span | None:
    """The span between two dates with their times; None where one of these is unreadable or the end is not after the
    start."""
    if start_date is None or start_time is None or end_date is None or end_time is None:
        return None
    start = start_date.toordinal() * DAY + start_time
    end = end_date.toordinal() * DAY + end_time
    return Span(start, end) if end > start else None


@dataclass(frozen=True, slots=True)
class Person:
    """One person's records in a file. `rows` are record indices in file order."""

    file: FileView
    id: str
    rows: list[int]

    def values(self, name: str) -> Iterator[tuple[int, Any]]:
        """(row, canonical value) of each record whose value is readable."""
        column = self.file.values(name)
        return ((row, column[row]) for row in self.rows if column[row] is not None)
