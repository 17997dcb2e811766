"""What single values are, whoever wrote them: days, months, kinds of leave. Only to find where leaves stand."""

from __future__ import annotations

import re
from typing import Any

from pyvalidator.domain.leave_kinds import leave_kinds, meant_by_class, same_leave, slipped_code
from pyvalidator.form.dates import read_date, read_period, spreadsheet_moment, timestamp, year_last
from pyvalidator.runtime.caches import forgettable
from pyvalidator.wizard.names import name_score

_YEARS = range(2015, 2041)
_BETWEEN = re.compile(r"\s*(?:[~～〜至到–—]|\s-\s)\s*")
#: Fields of which a plain number can be a day.
_DATES = ("start_date", "end_date", "generated_at", "start_time", "end_time")
_DATE_WORDS = re.compile("date|time|(?:^|_)d?at$|日|時間", re.IGNORECASE)


def is_day(value: Any, key: str = "") -> bool:
    """Whether a value is a plausible day, with or without a time, or a range of days.

    Args:
        key: under which it stands. Counts of days and seconds are only believed under one that means a date.
    """
    if isinstance(value, str):
        return _is_day_text(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return _is_day_text(f"{value:.0f}") if 1_000_000 <= value < 100_000_000 else means_date(key) and _is_count(value)


@forgettable(4096)
def _is_day_text(text: str) -> bool:
    if not 6 <= len(text) <= 60 or not any(character.isdigit() for character in text):
        return False
    parts = _BETWEEN.split(text)
    return len(parts) <= 2 and all(_is_one_day(part) for part in (parts if _is_one_day(parts[0]) else [text]))


def _is_one_day(text: str) -> bool:
    reading = read_date(text) or next(iter(year_last(text)), None)
    if reading is None:
        return text.startswith("/Date(") and timestamp(text) is not None
    return reading.year in _YEARS and (reading.real is not None or not reading.certain)


def _is_count(value: float) -> bool:
    return spreadsheet_moment(value) is not None or timestamp(value) is not None


def is_month(text: str) -> bool:
    """Whether a text is a plausible month."""
    reading = read_period(text) if 5 <= len(text) <= 12 else None
    return reading is not None and reading.year in _YEARS and reading.real is not None


@forgettable(1024)
def means_date(key: str) -> bool:
    """Whether a key says that a day stands under it."""
    return bool(_DATE_WORDS.search(key)) or any(name_score(key, name) > 0 for name in _DATES)


@forgettable(1024)
def kind_of_leave(text: str) -> str | None:
    """The kind of leave that a text names beyond doubt, but for a note behind it."""
    names = {name: name for name in leave_kinds()}
    by_class = meant_by_class(text, names).values()
    return same_leave(text, names) or slipped_code(text, names) or next(iter(by_class), None)
