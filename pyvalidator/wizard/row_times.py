"""What the fields found so far say of when each leave starts and ends: the ground for judging other proposals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from pyvalidator.domain.amounts import DAY
from pyvalidator.wizard import value_formats
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.find_layout import FoundLayout
from pyvalidator.wizard.names import parts_of
from pyvalidator.wizard.templates import text_of

#: (level, path) → value, of one record and the objects above it.
Row = dict[tuple[str, str], Any]

#: Field, also one of the wizard's own → what its values are, as `value_formats` has it.
VALUE_TYPES = {
    "start_date": "date", "end_date": "date", "both_dates": "date", "start_time": "time", "end_time": "time",
    "start_moment": "moment", "end_moment": "moment", "span": "span", "day_span": "day_span",
    "clock_span": "clock_span", "period": "period", "generated_at": "stamp",
}  # fmt: skip


class RowTimes(NamedTuple):
    """Days and minutes after midnight; None where the record does not say it, or not readably."""

    start_day: date | None
    start_minute: int | None
    end_day: date | None
    end_minute: int | None

    @property
    def days(self) -> int | None:
        """Calendar days from start to end, both counted; None where not known, 0 or less where the end is first."""
        return (self.end_day - self.start_day).days + 1 if self.start_day and self.end_day else None

    @property
    def clock(self) -> tuple[int, int] | None:
        """Start and end in minutes after the start day's midnight, where both are known and in their order."""
        if self.days is None or self.start_minute is None or self.end_minute is None:
            return None
        end = (self.days - 1) * DAY + self.end_minute
        return (self.start_minute, end) if end > self.start_minute else None


def rows_of(shape: FoundLayout) -> list[Row]:
    """The first records with what stands above them."""
    if shape.rows:
        return shape.rows
    return [{("record", path): value for path, value in row.items()} for row in shape.samples.get("record", [])]


def value_in(row: Row, choice: Choice) -> Any:
    """What a record says under the key, or under all of the keys that make the value."""
    columns = [choice.column, *choice.more]
    if not choice.more:
        return row.get((choice.column.level, choice.column.path))
    texts = [text_of(row.get((column.level, column.path))) for column in columns]
    return " ".join(text for text in texts if text) if all(texts) else None


def format_of(choice: Choice) -> str:
    """The form in force, else the one that reads most values."""
    written = choice.settings.get("format")
    return written or value_formats.best_format(VALUE_TYPES[choice.field or ""], choice.values).format


def row_times(choices: Iterable[Choice], rows: Sequence[Row]) -> list[RowTimes]:
    """Start and end of each row, by the choices that tell them."""
    telling = [(choice, format_of(choice)) for choice in choices if choice.field in VALUE_TYPES]
    telling = [(choice, format) for choice, format in telling if parts_of(choice.field)[0].startswith(("start", "end"))]
    return [_times(telling, row) for row in rows]


def _times(telling: Sequence[tuple[Choice, str]], row: Row) -> RowTimes:
    found: dict[str, Any] = {}
    for choice, format in telling:
        value = value_in(row, choice)
        if value is not None:
            found |= {name: part for name, part in told(choice, format, value).items() if part is not None}
    return RowTimes(
        found.get("start_date"), found.get("start_time"), found.get("end_date"), found.get("end_time")
    )


def told(choice: Choice, format: str, value: Any) -> dict[str, Any]:
    """Canonical field → what a value says of it."""
    names = parts_of(choice.field)
    if isinstance(value, str) and value in choice.settings.get("slots", {}):
        words = {name: {**choice.settings, **choice.own.get(name, {})}["slots"][value] for name in names}
        return {name: int(word[:2]) * 60 + int(word[2:]) for name, word in words.items()}
    said = value_formats.moments(VALUE_TYPES[choice.field or ""], format, value)
    if said is None:
        return {}
    # One day may be both of a leave's.
    return {
        name: (said[-1] if name.startswith("end") else said[0])[name.endswith("time")] for name in names
    }  # fmt: skip
