"""What batch rules are given: what is kept of each file, and all files together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from pyvalidator.domain.agencies import AgencyList, Roster
from pyvalidator.engine.contexts import Span


class Leave(NamedTuple):
    """One leave of a file as batch rules see it.

    `hours` = days × 8 + hours; None where unreadable. `covid`: marked as because of COVID-19.
    """

    kind: str | None
    start: date | None
    end: date | None
    span: Span | None
    hours: float | None
    row: int
    covid: bool = False


@dataclass
class FileExtract:
    """What is kept of a checked file for batch rules (small once settled, and may cross process borders then).

    `load_people` builds `people` when it is first asked for; `settle` does so at once and lets the file's table go.
    `whole`: whether the whole text was read. `sha256` is empty where the bytes could not be had. `named_by`,
    `named_month`: the agency and month that the file's name names, where its content does not tell.
    """

    name: str
    sha256: str
    status: str
    agency_code: str | None = None
    agency_name: str | None = None
    period: date | None = None
    dataset: str | None = None
    whole: bool = True
    named_by: str | None = None
    named_month: date | None = None
    load_people: Callable[[], dict[str, PersonExtract]] | None = None

    @cached_property
    def people(self) -> dict[str, PersonExtract]:
        """person_id → the person's part of the file. Values are canonical; None where unreadable."""
        return self.load_people() if self.load_people is not None else {}

    def settle(self) -> FileExtract:
        """Build `people` now and forget the table it came from."""
        _ = self.people
        self.load_people = None
        return self


class PersonExtract(NamedTuple):
    """One person of one file for batch rules."""

    name: str | None
    category: str | None
    staff_class: str | None
    leaves: tuple[Leave, ...]


class Unread(NamedTuple):
    """A file that was passed over though it may hold data, with the agency and month that its name names."""

    name: str
    agency_code: str | None
    month: date | None


@dataclass(frozen=True)
class Batch:
    """The whole batch for batch rules. `files` in code point order of their names.

    `chosen_month`: first day of the month that the user wants to know about; None: see `month`.
    """

    files: list[FileExtract]
    today: date
    roster: Roster | None = None
    agencies: AgencyList | None = None
    chosen_month: date | None = None
    unread: Sequence[Unread] = ()

    @cached_property
    def month(self) -> date | None:
        """The month that is asked about, of who has no file: the chosen one, else that of most files of monthly leave,
        of equals the latest; where none of them tells, that of most files' names. None where no file has one."""
        told = [file.period for file in self.files if file.period is not None and file.dataset == "monthly"]
        often = Counter(told or [file.named_month for file in self.files if file.named_month is not None])
        return self.chosen_month or max(often, key=lambda month: (often[month], month), default=None)

    def without_file(self, month: date) -> list[tuple[str, str, list[date]]]:
        """The agencies of the roster of which no file is about this month: code, name, the months of their files.

        A file of which the month cannot be told may be the one of this month: its agency does not lack it.
        """
        expected = self.roster.expected if self.roster is not None else []
        return [
            (code, name, sorted(filter(None, months)))
            for code, name, route in expected
            if route != "WebHR" and not (months := self._months_of.get(code, set())) & {month, None}
        ]

    @cached_property
    def _months_of(self) -> dict[str, set[date | None]]:
        """By agency, the months of its files of monthly leave; None for one that cannot be told."""
        found: dict[str, set[date | None]] = {}
        for file in self.files:
            code = file.agency_code or file.named_by
            if code is not None and file.dataset in ("monthly", None):
                found.setdefault(code, set()).add(file.period or file.named_month)
        for _, code, month in self.unread:
            if code is not None:
                found.setdefault(code, set()).add(month)
        return found

    @cached_property
    def leaves_of_kind(self) -> dict[str, list[tuple[FileExtract, str, Leave]]]:
        """(file, person_id, leave) of every leave of each kind, in the order of files."""
        found: dict[str, list[tuple[FileExtract, str, Leave]]] = {}
        for file in self.files:
            for person_id, person in file.people.items():
                for leave in person.leaves:
                    if leave.kind is not None:
                        found.setdefault(leave.kind, []).append((file, person_id, leave))
        return found

    @cached_property
    def files_of_person(self) -> dict[str, list[FileExtract]]:
        """The files in which each person has leaves."""
        found: dict[str, list[FileExtract]] = {}
        for file in self.files:
            for person_id in file.people:
                found.setdefault(person_id, []).append(file)
        return found

    @cached_property
    def by_month(self) -> dict[tuple[str, date], list[FileExtract]]:
        """The files of monthly leave of each agency and month."""
        found: dict[tuple[str, date], list[FileExtract]] = {}
        for file in self.files:
            if file.agency_code is not None and file.period is not None and file.dataset == "monthly":
                found.setdefault((file.agency_code, file.period), []).append(file)
        return found
