"""Leaves that take days off as leave: those that begin on one, and those that take in others."""

from __future__ import annotations

from datetime import date

from pyvalidator.domain.calendar import WorkCalendar
from pyvalidator.domain.leave_groups import COUNTS_DAYS_OFF, SUSPENDED, may_be_by_calendar, workers_take_by_calendar

#: What is asked about, in its order; the staff class may follow.
FIELDS = ("start_date", "end_date", "days", "hours", "leave_type")
#: 曠職 on a day off makes no sense, though its amount is not compared with working days.
_EXEMPT = COUNTS_DAYS_OFF - {"曠職"}


def on_day_off(
    calendar: WorkCalendar, start: date, end: date, days: float, hours: float, kind: str, staff: str | None = None
) -> bool:
    """Whether a leave begins on a day off and claims days off as leave, where its kind does not count them anyway."""
    if kind in _EXEMPT or not calendar.is_off(start) or (kind == SUSPENDED and start in calendar.typhoon):
        return False
    working = calendar.working_minutes(start, end)
    claimed = days * 8 + hours
    # A long leave may begin on a day off as long as only its working days are claimed.
    if working is None or end < start or claimed <= working / 60:
        return False
    if not working:
        # A system that writes a record for each day writes one of a day off alone where it counts.
        return not workers_take_by_calendar(kind, staff)
    return not may_be_by_calendar(kind, claimed, start, end, staff)


def days_off_taken_in(
    calendar: WorkCalendar, start: date, end: date, days: float, hours: float, kind: str, staff: str | None = None
) -> int | None:
    """The working minutes of a leave that begins on a working day and claims more than these, where its kind does not
    count days off anyway; None of any other."""
    working = calendar.working_minutes(start, end)
    claimed = days * 8 + hours
    if working is None or claimed <= working / 60 or calendar.is_off(start):
        return None
    return None if may_be_by_calendar(kind, claimed, start, end, staff) else working
