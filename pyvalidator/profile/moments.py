"""A day and a time of day as a value says them, whatever the form: by Taiwan's clocks, real or not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from pyvalidator.domain.amounts import DAY

#: Minutes that Taiwan's clocks are ahead of UTC.
TAIPEI = 8 * 60
#: From so near on, a fraction of a day is the next whole minute: programs cut the decimals (0.333333 is 8:00).
_NEAR = 6


class Moment(NamedTuple):
    """What one value says. `day` is None where it says none, or one that is not real; `minutes` (after midnight; 24:00
    is 1,440) likewise."""

    day: date | None
    minutes: int | None


class WrittenDay(NamedTuple):
    """Year, month and day as they are written, real or not; `roc`: the year is one of the Republic."""

    year: int
    month: int
    day: int
    roc: bool


def moved(day: date | None, minutes: int | None, by: int) -> Moment:
    """The moment that is `by` minutes later, the day with it; nothing of it where it cannot be told."""
    if by == 0:
        return Moment(day, minutes)
    if day is None or minutes is None:
        return Moment(None, None)
    steps, minutes = divmod(minutes + by, DAY)
    try:
        return Moment(day + timedelta(days=steps), minutes)
    except OverflowError:
        return Moment(None, None)


def minutes_of(seconds: float) -> int:
    """Seconds as minutes, begun ones not counted; the next minute where only cut decimals are missing."""
    whole = round(seconds)
    return (whole + _NEAR) // 60 if whole % 60 >= 60 - _NEAR else whole // 60
