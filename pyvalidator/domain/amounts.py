"""How much leave a time span can hold, and amounts in words. 8 hours are a day (公務人員請假規則)."""

from __future__ import annotations

#: Minutes of each unit of leave: 8 hours are a day (公務人員請假規則).
UNIT_MINUTES = {"days": 480, "hours": 60, "minutes": 1}
DAY = 1440
#: At most this much of a calendar day counts.
WORKED = 8 * 60


def clock_minutes(start: int, end: int) -> int:
    """What [start, end) can hold at most, 8 hours per calendar day.

    Args:
        start, end: minutes, midnight being a multiple of 1,440; end after start.
    """
    first, last = start // DAY, (end - 1) // DAY
    if first == last:
        return min(WORKED, end - start)
    return first_day_minutes(start) + WORKED * (last - first - 1) + min(WORKED, end - last * DAY)


def first_day_minutes(start: int) -> int:
    """What the rest of the day from `start` on can hold."""
    return min(WORKED, DAY - start % DAY)


def amount_text(hours: float) -> str:
    """Hours in words, e.g. 1 日 4 小時; half hours as 0.5 小時, other parts of an hour in minutes."""
    days, rest = divmod(round(hours, 9), 8)
    parts = [f"{int(days)} 日"] if days else []
    whole, minutes = divmod(round(rest * 60), 60)
    if minutes % 30:
        parts += [*([f"{whole} 小時"] if whole else []), f"{minutes} 分鐘"]
    elif rest or not days:
        parts.append(f"{rest:g} 小時")
    return " ".join(parts)


def hours_text(minutes: float) -> str:
    """A length of time by the clock in words, where 24 hours are not 3 days: 9 小時, 4.5 小時, 57 小時 10 分鐘."""
    hours, rest = divmod(round(minutes), 60)
    if rest % 30:
        return f"{hours} 小時 {rest} 分鐘" if hours else f"{rest} 分鐘"
    return f"{round(minutes) / 60:g} 小時"


def amount_field(days: float) -> str:
    """The field at which a wrong amount is shown."""
    return "days" if days else "hours"
