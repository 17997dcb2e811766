"""A whole file whose times are on a clock of twelve hours, so that the afternoon lacks twelve."""

from __future__ import annotations

from typing import Any, NamedTuple

from pyvalidator.domain.amounts import DAY, WORKED
from pyvalidator.profile import field_values
from pyvalidator.profile.fit import fitter
from pyvalidator.rule import FileView

#: Twelve hours in minutes.
_HALF = DAY // 2
#: The clock's one to seven in the afternoon; no time of such a file lies outside its own first and last.
_AFTERNOON, _CLOCK = (60, 7 * 60), (60, 13 * 60)
#: So many leaves that end in the afternoon, in a file without one time after 13:00, are no slips and no night shifts.
_ENOUGH = 3
_NEARLY_ALL = 0.95
_LISTED = 1000

_FIELDS = ("start_date", "start_time", "end_date", "end_time", "days", "hours")


class Moved(NamedTuple):
    """A leave whose end (and start, where it lies in the afternoon too) lacks twelve hours. `backwards`: as it is
    written, it ends before it starts."""

    start: int
    end: int
    backwards: bool


def on_twelve_hours(file: FileView) -> dict[int, Moved]:
    """The records whose times lack twelve hours, with the right ones; none where the file as a whole does not show it.

    It shows it where no time lies after 13:00 and none starts before 01:00, where a quarter of the leaves ends between
    01:00 and 07:00 (or at a noon that is written as 00:00, as clocks from 0 to 11 do, before they start), and where
    nearly all of these hold what they claim once they end in the afternoon. Night shifts have times in the evening or at
    midnight.
    """
    starts, ends = (
        [minutes for minutes in file.column(name).distinct.values() if minutes is not None]
        for name in ("start_time", "end_time")
    )
    if not starts or not ends or min(starts) < _CLOCK[0] or max(*starts, *ends) >= _CLOCK[1]:
        return {}
    judged = file.combinations.answers(_FIELDS, _moved)
    timed = sum(1 for end in file.values("end_time") if end is not None)
    found = {row: moved for row, moved in enumerate(judged) if isinstance(moved, Moved)}
    ending = sum(1 for moved in judged if moved is not None)
    return found if len(found) >= max(_ENOUGH, timed / 4, _NEARLY_ALL * ending) else {}


def _moved(start_date: Any, start: Any, end_date: Any, end: Any, days: Any, hours: Any) -> Moved | bool | None:
    """The right times of a leave; False where they explain nothing, None where it does not end in the afternoon."""
    if None in (start_date, start, end_date, end) or end >= _AFTERNOON[1]:
        return None
    backwards = start_date == end_date and end <= start
    if end < _AFTERNOON[0] and not backwards:
        # At midnight: of a duty, perhaps.
        return False
    right = Moved(start + _HALF if start < _AFTERNOON[1] else start, end + _HALF, backwards)
    length = (end_date - start_date).days
    if days is None or hours is None or length < 0:
        return False
    claimed = days * WORKED + hours * 60
    if length:
        return right if claimed <= (length + 1) * WORKED else False
    # Of a whole day, the break is not claimed.
    return right if 0 < claimed <= right.end - right.start <= 2 * claimed else False


def right_times(file: FileView, found: dict[int, Moved]) -> list[dict[str, Any]]:
    """The right time at each place, as far as they are listed."""
    listed: list[dict[str, Any]] = []
    for name in ("start_time", "end_time"):
        spec = file.profile.spec_of(name)
        if spec is None or file.profile.same_key[name]:
            return []
    starts, ends = file.values("start_time"), file.values("end_time")
    for row, moved in found.items():
        for name, now, right in (("start_time", starts[row], moved.start), ("end_time", ends[row], moved.end)):
            value = field_values.write_time(right, file.profile.by_name[name])
            if now != right and fitter(file.profile, file.profile.by_name[name])(value):
                listed.append({"pointer": file.pointer(name, row), "expected_value": value})
        if len(listed) >= _LISTED:
            break
    return listed[:_LISTED]
