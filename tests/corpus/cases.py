"""What a one-fault file is: a clean base, one change, and the one finding that must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from pyvalidator.domain.calendar import official_calendar
from pyvalidator.profile import Profile
from pyvalidator.samples import Draft, Row, build_draft
from pyvalidator.samples.fault_places import FaultPlace
from pyvalidator.samples.people import SamplePerson
from pyvalidator.samples.planner import SampleLeave

WANG = SamplePerson(900, "A123456789", "王小明", "01", "課員", "民政課", "公務人員", False, False)
#: A day on which every sample's month is over.
LATER = date(2026, 12, 20)

#: Changes the base, and tells where the finding must stand: a place, or the pointer of an array.
Change = Callable[[Draft, Row], FaultPlace | str]


@dataclass(frozen=True)
class Case:
    """One fault.

    Attributes:
        name: what was done, in Traditional Chinese. rule: the id of the rule that must find it.
        change: does it to the base and tells where the finding must stand.
        beside: rules whose findings come with it and cannot be avoided.
        given: further options (`agencies`, `roster`).
    """

    name: str
    rule: str
    change: Change
    severity: str = "error"
    period: str = "11006"
    dataset: str = "monthly"
    today: date = LATER
    beside: tuple[str, ...] = ()
    given: dict[str, Any] = field(default_factory=dict)
    profiles: tuple[str, ...] = ("reference", "example-nested", "example-rows")

    @property
    def id(self) -> str:
        return f"{self.rule}-{self.name}"


def base(
    profile: Profile, period: str = "11006", dataset: str = "monthly", *, people: int = 6, seed: int = 5
) -> tuple[Draft, Row]:
    """A clean file of some people and the record in its middle that is to be changed: 王小明, ill for one whole day,
    on a Monday to Thursday that is followed by another working day."""
    draft = build_draft(profile, period=period, dataset=dataset, people=people, seed=seed)
    day = draft.header["period"]
    off = official_calendar().is_off
    while day.weekday() > 3 or day.day < 6 or off(day) or off(day + timedelta(days=1)):
        day += timedelta(days=1)
    covid = dataset == "covid109"
    row = Row(WANG, SampleLeave("病假", day, 480, day, 1050, 16, covid, "發燒就醫"))
    middle = next((index for index, other in enumerate(draft.rows) if other.person.number >= people // 2), 0)
    draft.rows.insert(middle, row)
    return draft, row


# -- changes ---------------------------------------------------------------------------------------------------------


def raw(name: str, value: Any) -> Change:
    """`value` stands in the field, whatever it is."""

    def change(draft: Draft, row: Row) -> FaultPlace:
        if draft.profile.by_name[name].level == "header":
            draft.header_raw[name] = value
            return FaultPlace(name)
        row.raw[name] = value
        return FaultPlace(name, row)

    return change


def leave(name: str, **changes: Any) -> Change:
    """The leave is another; the finding stands at field `name`. A number of days for `start` and `end` is added."""

    def change(draft: Draft, row: Row) -> FaultPlace:
        change_leave(row, **changes)
        return FaultPlace(name, row)

    return change


#: A man with one of these is a fault of its own.
OF_WOMEN = ("生理假", "產前假", "產檢假", "娩假", "流產假")


def change_leave(row: Row, **changes: Any) -> None:
    """Replace parts of the row's leave."""
    for part in ("start", "end"):
        if isinstance(changes.get(part), int):
            changes[part] = getattr(row.leave, part) + timedelta(days=changes[part])
    row.leave = replace(row.leave, **changes)
    if row.leave.kind in OF_WOMEN and not row.person.woman:
        row.person = replace(row.person, id="A234567893", name="陳美玲", woman=True)


def header(name: str, value: Any) -> Change:
    """The header has another canonical value."""

    def change(draft: Draft, row: Row) -> FaultPlace:
        draft.header[name] = value
        return FaultPlace(name)

    return change


def second(at: str | None = None, *, later: int = 0, person: dict[str, Any] | None = None, **changes: Any) -> Change:
    """Another record of the same person follows; the finding stands at it, or at its field `at`.

    Args:
        later: days after the first. person: what differs in the person. changes: as in `leave`.
    """

    def change(draft: Draft, row: Row) -> FaultPlace:
        again = Row(replace(row.person, **(person or {})), row.leave)
        change_leave(again, start=later, end=later)
        change_leave(again, **changes)
        draft.rows.insert(draft.rows.index(row) + 1, again)
        return FaultPlace(at, again)

    return change
