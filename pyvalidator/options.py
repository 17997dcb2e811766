"""What a check is told beside the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Any

from pyvalidator.domain.agencies import AgencyList, Roster
from pyvalidator.domain.calendar import WorkCalendar, official_calendar
from pyvalidator.profile import Profile, built_in_profiles, origin_of
from pyvalidator.profile.given import Given
from pyvalidator.wording import Origin

#: Taiwan has had no daylight saving time since 1980 (民國 69 年), so a fixed offset is right for all data here.
TAIPEI = timezone(timedelta(hours=8))


def now_in_taipei() -> datetime:
    """The present moment, whole seconds, in Taiwan's time wherever the computer is set to."""
    return datetime.now(TAIPEI).replace(microsecond=0)


def today_in_taipei() -> date:
    """Today's date in Taiwan."""
    return now_in_taipei().date()


@dataclass(frozen=True)
class Shipped:
    """Settings that came with the page, as far as they are used: whose they are, of which day, and of which kinds."""

    owner: str
    date: date
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Options:
    """How to check.

    Attributes:
        today: governs deadlines, the matrix and "in the future".
        mask: False shows whole ID numbers.
        max_per_rule: entries kept per rule and file; 0 = all.
        month: first day of the month that lists of who has no file are about; None: the month of most files.
        schema: the user's own JSON Schema, already parsed.
        checked_at: the moment written into the report; None: now.
        given: header values that the user gives beside one file that lacks them.
        shipped: what of these came with the page; None: nothing.
    """

    profile: Profile = field(default_factory=lambda: built_in_profiles()["reference"])
    today: date = field(default_factory=today_in_taipei)
    mask: bool = True
    max_per_rule: int = 1000
    month: date | None = None
    calendar: WorkCalendar = field(default_factory=official_calendar)
    roster: Roster | None = None
    agencies: AgencyList | None = None
    schema: Any = None
    checked_at: datetime | None = None
    given: Mapping[str, Given] = field(default_factory=dict)
    shipped: Shipped | None = None

    @property
    def origin(self) -> Origin:
        """Whose the profile is."""
        if self.shipped is not None and "profile" in self.shipped.kinds:
            return "shipped"
        return origin_of(self.profile)

    @property
    def off(self) -> set[str]:
        """Ids of the rules that the profile switches off."""
        return {rule for rule, severity in self.profile.severity.items() if severity == "off"}
