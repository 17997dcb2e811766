"""A record in one line, e.g. 休假 115/10/17 08:00–17:30，1 日: kind, span and amount as far as they can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pyvalidator.domain.roc import slashed
from pyvalidator.source.fault import cut
from pyvalidator.table.table import Table

#: Longest text that is quoted as written, in code points: a line must stay one.
_WRITTEN = 20
#: Numbers beyond this are no dates, times or amounts, and Python does not write all of them.
_LARGEST = 1e15
_UNITS = {"days": "日", "hours": "時"}


def record_text(table: Table, row: int) -> str | None:
    """The record in one line.

    A value that cannot be read is told as it is written, one that is not there is left out.

    Returns:
        None where nothing is known of it.
    """
    record = _Record(table, row)
    head = " ".join(filter(None, (record.text("leave_type", str), record.span())))
    return "，".join(filter(None, (head, record.amount()))) or None


@dataclass(frozen=True, slots=True)
class _Record:
    table: Table
    row: int

    def span(self) -> str:
        first, last = (self.text(name, slashed) for name in ("start_date", "end_date"))
        start = " ".join(filter(None, (first, self._time("start_time"))))
        end = " ".join(filter(None, ("" if first == last else last, self._time("end_time"))))
        if not last and self.table.has("end_date"):
            # A time by itself would read as one of the first day.
            return f"{start} 起" if start else ""
        return "–".join(filter(None, (start, end))) if first else f"至 {end}" if end else ""

    def amount(self) -> str:
        """Days and hours; 0 is told only where both are."""
        names = [name for name in _UNITS if self.table.has(name)]
        if len(names) == 2 and self._is_half("hours") and self._value("days") is None:
            return self._written("days")
        told = {name: self.text(name, lambda amount: f"{round(amount, 2):g}") for name in names}
        parts = [
            # Who writes no number writes its unit too.
            f"{text} {_UNITS[name]}" if text[-1].isdigit() else text
            for name, text in told.items() if text not in ("", "0")
        ]  # fmt: skip
        nothing = bool(told) and all(text == "0" for text in told.values())
        return f"0 {_UNITS[names[-1]]}" if nothing else " ".join(parts)

    def text(self, name: str, say: Callable[[Any], str]) -> str:
        value = self._value(name)
        return self._written(name) if value is None else say(value)

    def _time(self, name: str) -> str:
        if self._is_half(name) and self._value(name) is None:
            # Told as the date already.
            return ""
        return self.text(name, lambda minutes: f"{minutes // 60:02d}:{minutes % 60:02d}")

    def _is_half(self, name: str) -> bool:
        """Whether the value holds another field too, as a moment holds day and time."""
        return self.table.has(name) and bool(self.table.profile.same_key[name])

    def _value(self, name: str) -> Any:
        return self.table.values(name)[self.row] if self.table.has(name) else None

    def _written(self, name: str) -> str:
        value = self.table.raw(name)[self.row] if self.table.has(name) else None
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return ""
        if not isinstance(value, str) and abs(value) > _LARGEST:
            return ""
        text = " ".join(str(value).split())
        return text if len(text) <= _WRITTEN else cut(text, _WRITTEN) + "…"
