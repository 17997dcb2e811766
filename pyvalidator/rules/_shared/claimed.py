"""How much one leave claims, how much time lies between its start and its end, and how much of that usually counts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pyvalidator.domain.amounts import DAY, clock_minutes
from pyvalidator.profile import Profile
from pyvalidator.profile.field_values import rounding_minutes


class Claimed(NamedTuple):
    """Minutes of one leave.

    Attributes:
        amount: what it claims.
        clock: what lies between start and end, by the clock; without times, all of its days.
        usual: what of that counts at 8 hours a calendar day.
        rounding: what the unit of the amount may have added.
    """

    amount: int
    clock: int
    usual: int
    rounding: float

    @property
    def over_clock(self) -> bool:
        return self.amount > self.clock + self.rounding

    @property
    def over_usual(self) -> bool:
        return self.amount > self.usual + self.rounding


def claimed(
    days: float | None, hours: float | None, start_date: date, start_time: int | None, end_date: date,
    end_time: int | None, profile: Profile,
) -> Claimed | None:  # fmt: skip
    """The minutes of a leave; None where the amount is not known or the end is not after the start."""
    start = start_date.toordinal() * DAY + (start_time or 0)
    end = end_date.toordinal() * DAY + (DAY if end_time is None else end_time)
    if days is None or hours is None or end <= start:
        return None
    # In whole minutes, because parts of an hour are not exact: 1 日 25 分鐘 is not more than 505 minutes.
    amount = round((days * 8 + hours) * 60)
    rounding = rounding_minutes(profile.spec_of("hours") or profile.by_name["days"])
    return Claimed(amount, end - start, clock_minutes(start, end), rounding)
