"""How long a leave is: which keys say it and in which unit, found by what the time from start to end can hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from pyvalidator.domain.amounts import DAY, UNIT_MINUTES, WORKED, clock_minutes
from pyvalidator.wizard import value_formats
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.evidence import is_number, number_like, numbers_of
from pyvalidator.wizard.find_layout import FoundLayout
from pyvalidator.wizard.names import column_score, parts_of, unit_named

#: Share of the records in which an amount has to fit, and in which their times must be readable at all.
_HOLDS, _READABLE = 0.95, 0.8
#: How sure a proposal is that stands on the clock times, and one that stands on the key's name alone.
_SURE, _BY_NAME = 0.7, 0.6
_WORDS = {"days": "日", "hours": "小時", "minutes": "分鐘"}
_HALF_HOURS = {"days": 0.0625, "hours": 0.5, "minutes": 30}


@dataclass(frozen=True)
class _Span:
    """What a record's time can hold at most, in minutes of leave. `clock`: known to the minute, not only by days."""

    most: int
    clock: bool


@dataclass(frozen=True)
class _Reading:
    """One way to read the amounts. Two choices: whole days, and the rest in `unit`; one: all of it in `unit`."""

    choices: tuple[Choice, ...]
    unit: str

    @property
    def named(self) -> float:
        """How much the names of the keys speak for this reading."""
        wanted = ("days", "hours") if len(self.choices) == 2 else ("amount",)
        score = sum(column_score(one.column, name) for one, name in zip(self.choices, wanted, strict=True))
        said = unit_named(self.choices[-1].column.key)
        return score / len(wanted) + (0.5 if said == self.unit else -0.5 if said else 0.0)

    def minutes(self, row: dict[str, Any]) -> float | None:
        """What a record claims; None where it cannot be read so."""
        numbers = [_number(row.get(choice.column.path)) for choice in self.choices]
        if any(number is None for number in numbers):
            return None
        *days, rest = [number or 0.0 for number in numbers]
        claimed = rest * UNIT_MINUTES[self.unit]
        if days and (not days[0].is_integer() or claimed >= WORKED):
            return None
        return sum(days) * WORKED + claimed


def find_amounts(choices: list[Choice], shape: FoundLayout) -> None:
    """Propose the amount's keys and units: what fits the time from start to end, else what a lone key is called."""
    chosen = {choice.field: choice for choice in choices if choice.field}
    open_for_it = (None, "days", "hours")
    numeric = [
        choice for choice in choices
        if choice.column.level == "record" and choice.field in open_for_it and number_like(choice.column)
    ]  # fmt: skip
    rows = shape.samples.get("record", [])
    spans = list(_spans(chosen, rows))
    known = [(row, span) for row, span in zip(rows, spans, strict=True) if span is not None]
    readings = list(_readings(numeric)) if known and len(known) >= _READABLE * len(rows) else []
    fitting = [reading for reading in readings if _fits(reading, known)]
    usual = (chosen.get("days"), chosen.get("hours"))
    if any(reading.choices == usual and reading.unit == "hours" for reading in fitting):
        # Names and times say the same.
        return
    best = max(fitting, key=lambda reading: (reading.named, len(reading.choices)), default=None)
    if best is not None:
        _settle(best, usual, _SURE, "與起訖時間相符")
    elif None in usual and usual != (None, None):
        # Days or hours alone say nothing to the rules; a lone key is the whole amount.
        lone = usual[0] or usual[1]
        assert lone is not None
        _settle(_Reading((lone,), likely_unit(lone.column)), usual, _BY_NAME, "只有這一個鍵是長度，請確認單位")


def _readings(numeric: list[Choice]) -> Iterator[_Reading]:
    for first in numeric:
        yield from (_Reading((first,), unit) for unit in UNIT_MINUTES)
        for second in numeric:
            if second is not first:
                yield from (_Reading((first, second), unit) for unit in ("hours", "minutes"))


def _fits(reading: _Reading, known: list[tuple[dict[str, Any], _Span]]) -> bool:
    """Whether nearly every amount is more than nothing and no more than the time holds, and is not far less."""
    right = much = 0
    for row, span in known:
        claimed = reading.minutes(row)
        if claimed is not None and 0 < claimed <= span.most:
            # Of a leave told by days alone, a part of the day is as likely as the day.
            right += not span.clock or claimed * 2 >= min(WORKED, span.most)
            much += claimed * 2 >= span.most
    by_days = not all(span.clock for _, span in known)
    # Against days alone many a number fits: there the key has to say something of it too.
    return right >= _HOLDS * len(known) and 3 * much >= len(known) and (not by_days or reading.named > 0)


def _settle(reading: _Reading, usual: tuple[Choice | None, ...], sure: float, reason: str) -> None:
    for former in usual:
        if former is not None and former not in reading.choices:
            former.field, former.confidence, former.reason = None, 0.0, ""
    names = ("days", "hours") if len(reading.choices) == 2 else ("amount",)
    for choice, name in zip(reading.choices, names, strict=True):
        if choice.field != name:
            choice.field, choice.confidence, choice.reason = name, sure, reason
    told = reading.choices[-1]
    told.unit = reading.unit
    if reading.unit != "hours" or len(names) == 1:
        told.confidence, whole = sure, "整個長度" if len(names) == 1 else "不足 1 日的部分"
        told.reason = f"{whole}以{_WORDS[reading.unit]}計，{reason}"


# -- units -----------------------------------------------------------------------------------------------------------


def likely_unit(column: Column) -> str:
    """The unit of a whole amount, by the key's name, else by how large its values are."""
    named = unit_named(column.key)
    if named is not None:
        return named
    values = [value for value in numbers_of(column) if value]
    if not values:
        return "hours"
    # Few leaves are longer than 12 days in hours, and hardly one is of less than an hour in them.
    return "minutes" if max(values) > 100 and min(values) >= 10 else "days" if min(values) < 0.5 else "hours"


def step_of(column: Column, unit: str) -> dict[str, Any]:
    """Half hours where the values are such, as a setting; minutes are whole in any case."""
    values, step = numbers_of(column), _HALF_HOURS[unit]
    if value_formats.share(values, lambda value: Fraction(value) % Fraction(step) == 0) >= _HOLDS or not values:
        return {"step": step}
    return {"step": 1} if unit == "minutes" else {}


# -- times -----------------------------------------------------------------------------------------------------------


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or value is None:
        return None
    return float(value) if isinstance(value, int | float) or (isinstance(value, str) and is_number(value)) else None


def _spans(chosen: dict[str, Choice], rows: list[dict[str, Any]]) -> Iterator[_Span | None]:
    """What the time from start to end of each record holds; None where it cannot be read."""
    sources = {part: choice.column for choice in chosen.values() for part in parts_of(choice.field)}
    dates, times = ("start_date", "end_date"), ("start_time", "end_time")
    clock = all(name in sources for name in times)
    reads = []
    for name in (*dates, *times) if clock else dates:
        if name not in sources:
            yield from (None for _ in rows)
            return
        type, texts = name.rpartition("_")[2], sources[name].texts
        form = max((value_formats.best_format(each, texts) for each in (type, "moment")), key=lambda found: found[1])[0]
        reads.append((type, form, sources[name].path))
    for row in rows:
        found = [value_formats.read(type, form, str(row.get(path))) for type, form, path in reads]
        yield None if any(value is None for value in found) else _span(found)


def _span(found: list[Any]) -> _Span | None:
    """From [start date, end date], with their times where these are known."""
    days = (found[1] - found[0]).days
    if days < 0:
        return None
    if len(found) == 2:
        return _Span((days + 1) * WORKED, clock=False)
    start, end = found[2], days * DAY + found[3]
    return _Span(clock_minutes(start, end), clock=True) if end > start else None
