"""How long a leave is: which keys say it and in which unit, found by what the time from start to end can hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pyvalidator.domain.amounts import DAY, UNIT_MINUTES, WORKED, amount_text, clock_minutes
from pyvalidator.profile.amount_forms import DAY_DOT_HOUR
from pyvalidator.wizard import joined_amounts, value_formats
from pyvalidator.wizard.amount_forms import UNITS, claimed, is_amount_like, likely_unit, settings_in, text_format
from pyvalidator.wizard.choice import Choice, Reading
from pyvalidator.wizard.emptiness import is_nothing
from pyvalidator.wizard.names import column_score, unit_named
from pyvalidator.wizard.row_times import Row, RowTimes, value_in

#: Share of the records in which an amount has to fit, and in which their times must be readable at all.
_HOLDS, _READABLE = 0.95, 0.8
#: From which share of exact amounts on a reading is proven, and below which another one is ruled out by it. Offices
#: rest for different times at noon, and some leave is claimed in part.
_PROVEN, _RULED_OUT = 0.8, 0.4
#: How sure a proposal is that stands on the clock times, and one that stands on the key's name alone.
_SURE, _BY_NAME = 0.7, 0.6
_WORDS = {"days": "以日計", "hours": "以小時計", "minutes": "以分鐘計",
          DAY_DOT_HOUR: "小數點前是日、後面是時（1.4 是 1 日 4 小時）"}  # fmt: skip
#: The rest at noon, in minutes after midnight.
_NOON = (12 * 60, 13 * 60)
_SHOWN = 4


@dataclass(frozen=True)
class _Span:
    """What a record's time can hold at most, in minutes of leave. `clock`: known to the minute, not only by days.
    `exact`: the amounts that the time is by itself, with the rest at noon and without."""

    most: int
    clock: bool
    exact: frozenset[int]
    words: str = ""


_Known = tuple[Row, _Span]


@dataclass(frozen=True)
class _Reading:
    """One way to read the amounts. Two choices: whole days, and the rest in `unit`; one: all of it in `unit`. Or as
    many as `unit` has parts, as a format of several keys: `D H M`."""

    choices: tuple[Choice, ...]
    unit: str

    @property
    def named(self) -> float:
        """How much the names of the keys speak for this reading."""
        if self.unit in joined_amounts.FORMATS:
            return float(not joined_amounts.lacking_names(self.unit, self.choices))
        wanted = ("days", "hours") if len(self.choices) == 2 else ("amount",)
        score = sum(column_score(one.column, name) for one, name in zip(self.choices, wanted, strict=True))
        said = unit_named(self.choices[-1].column.key)
        return score / len(wanted) + (0.5 if said == self.unit else -0.5 if said else 0.0)

    def minutes(self, row: Row) -> float | None:
        """What a record claims; None where it cannot be read so."""
        values = [None if is_nothing(value) else value for value in (value_in(row, each) for each in self.choices)]
        if units := joined_amounts.FORMATS.get(self.unit):
            said = [claimed(value or 0, unit) for value, unit in zip(values, units, strict=True)]
            return None if None in said or set(values) == {None} else sum(minutes or 0 for minutes in said)
        if len(values) == 2:
            # Of days and hours, one may be left out.
            if None in values and values != [None, None]:
                values = [0 if value is None else value for value in values]
            days = claimed(values[0], text_format(self.choices[0].column) or "days")
            rest = claimed(values[1], self.unit)
            if days is None or rest is None or days % WORKED or rest >= WORKED:
                return None
            return days + rest
        return claimed(values[0], self.unit)


def find_amounts(choices: list[Choice], rows: Sequence[Row], times: Sequence[RowTimes]) -> None:
    """Propose the amount's keys and units: what fits the time from start to end, else what a lone key is called."""
    chosen = {choice.field: choice for choice in choices if choice.field}
    numeric = [
        choice for choice in choices
        if choice.column.level == "record" and choice.joined_to is None
        and choice.field in (None, "days", "hours", "amount") and is_amount_like(choice.column)
    ]  # fmt: skip
    spans = list(map(_span, times))
    known = [(row, span) for row, span in zip(rows, spans, strict=True) if span is not None]
    readings = list(_readings(numeric)) if known and len(known) >= _READABLE * len(rows) else []
    fitting = [reading for reading in readings if _fits(reading, known)]
    exact = {id(reading): _exact(reading, known) for reading in fitting}
    usual = (chosen.get("days"), chosen.get("hours"))
    if _join_parts(numeric, known if readings else [], max(exact.values(), default=0.0), rows, usual):
        return
    if any(reading.choices == usual and reading.unit == "hours" for reading in fitting):
        # Names and times say the same.
        for choice in filter(None, usual):
            choice.certain = True
        return
    best = max(fitting, key=lambda reading: _rank(reading, exact[id(reading)]), default=None)
    if best is not None:
        _settle(best, usual, _SURE, "與起訖時間相符")
        others = [reading for reading in fitting if reading.choices == best.choices and reading is not best]
        _tell_apart(best, others, known, exact[id(best)])
    elif None in usual and usual != (None, None) and "amount" not in chosen:
        # Days or hours alone say nothing to the rules; a lone key is the whole amount.
        lone = usual[0] or usual[1]
        assert lone is not None
        unit = text_format(lone.column) or likely_unit(lone.column)
        _settle(_Reading((lone,), unit), usual, _BY_NAME, "只有這一個鍵是長度，請確認單位")
        _offer_all(lone, unit)


def _readings(numeric: list[Choice]) -> Iterator[_Reading]:
    for first in numeric:
        worded = text_format(first.column)
        yield from (_Reading((first,), unit) for unit in ((worded,) if worded else UNITS))
        for second in numeric:
            if second is not first:
                worded = text_format(second.column)
                units = (worded,) if worded else ("hours", "minutes")
                yield from (_Reading((first, second), unit) for unit in units)


def _join_parts(
    numeric: list[Choice], known: list[_Known], others: float, rows: Sequence[Row], usual: tuple[Choice | None, ...]
) -> bool:  # fmt: skip
    """Make days, hours and minutes that have a key each one amount, where the times say so no less than another
    reading; without readable times, where all are named so.

    Args:
        known: the rows with their times, none where these are not readable. others: the share of records for which the
            best of the other readings is just the time.
    """
    found: list[tuple[float, int, _Reading]] = []
    for format, members in joined_amounts.candidates(numeric):
        reading, unnamed = _Reading(members, format), joined_amounts.lacking_names(format, members)
        exact = _exact(reading, known)
        fits = _fits(reading, known) and (exact > max(others, _PROVEN) or (not unnamed and exact >= others))
        if fits if known else not unnamed:
            found.append((exact, len(members) - unnamed, reading))
    if not found:
        return False
    exact, _, best = max(found, key=lambda each: each[:2])
    for former in filter(None, usual):
        former.field, former.confidence, former.reason = None, 0.0, ""
    whole = joined_amounts.join(best.unit, best.choices, rows)
    words = "、".join(one.column.key for one in best.choices)
    said = "合起來與起訖時間相符" if known else "鍵名這樣說，請確認"
    whole.confidence, whole.certain = (_SURE, exact >= _PROVEN) if known else (_BY_NAME, False)
    whole.reason = f"{words} 合起來是一個長度，{said}"
    return True


def _rank(reading: _Reading, exact: float) -> tuple[Any, ...]:
    return exact >= _PROVEN, reading.named, len(reading.choices), exact


def _fits(reading: _Reading, known: list[_Known]) -> bool:
    """Whether nearly every amount is more than nothing and no more than the time holds, and is not far less."""
    right = much = 0
    for row, span in known:
        claim = reading.minutes(row)
        if claim is not None and 0 < claim <= span.most:
            # Of a leave told by days alone, a part of the day is as likely as the day.
            right += not span.clock or claim * 2 >= min(WORKED, span.most)
            much += claim * 2 >= span.most
    by_days = not all(span.clock for _, span in known)
    # Against days alone many a number fits: there the key has to say something of it too.
    return right >= _HOLDS * len(known) and 3 * much >= len(known) and (not by_days or reading.named > 0)


def _exact(reading: _Reading, known: list[_Known]) -> float:
    """The share of records of which the amount is just what the time is."""
    return value_formats.share(known, lambda each: round(reading.minutes(each[0]) or 0) in each[1].exact)


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
        told.reason = f"{whole}{_WORDS.get(reading.unit, f'寫成「{reading.unit}」')}，{reason}"


# -- several readings --------------------------------------------------------------------------------------------------


def _tell_apart(best: _Reading, others: list[_Reading], known: list[_Known], exact: float) -> None:
    """Keep the other readings of a whole amount that fit, and say of each what the times say of it."""
    choice = best.choices[-1]
    against = {other.unit: _against(best, other, known) for other in others}
    choice.certain = exact >= _PROVEN and all(against.values())
    if len(best.choices) == 1 and others:
        choice.readings = [_shown(each, known, against.get(each.unit, "")) for each in (best, *others)]


def _against(best: _Reading, other: _Reading, known: list[_Known]) -> str:
    """What speaks against another reading: the records that it reads differently, and whose time is just what the best
    one reads."""
    deciding = [each for each in known if best.minutes(each[0]) != other.minutes(each[0])]
    if not deciding or _exact(best, deciding) < _PROVEN or _exact(other, deciding) >= _RULED_OUT:
        return ""
    right = sum(round(other.minutes(row) or 0) in span.exact for row, span in deciding)
    return f"讀法不同的 {len(deciding):,} 筆裡，只有 {right:,} 筆和起訖時間算出來的一樣"


def _shown(reading: _Reading, known: list[_Known], against: str) -> Reading:
    examples: dict[str, str] = {}
    for row, span in known:
        value, claim = value_in(row, reading.choices[0]), reading.minutes(row)
        if claim is not None and not (isinstance(value, int | float) and float(value).is_integer()):
            examples.setdefault(str(value), f"{amount_text(claim / 60)}{span.words}")
    return Reading(
        reading.unit, _WORDS.get(reading.unit, reading.unit), settings_in(reading.choices[0].column, reading.unit),
        tuple(list(examples.items())[:_SHOWN]), against,
    )  # fmt: skip


def _offer_all(choice: Choice, unit: str) -> None:
    """Nothing in the file decides: all units in which the values could be."""
    if unit not in UNIT_MINUTES:
        return
    values = [value for value in choice.column.distinct if claimed(value, "hours") is not None]
    units = [unit, *(other for other in UNITS if other != unit)]
    fractions = [value for value in values if not float(value).is_integer()]
    shown = (fractions or values)[:_SHOWN]
    choice.readings = [
        Reading(
            each, _WORDS[each], settings_in(choice.column, each),
            tuple((str(value), amount_text((claimed(value, each) or 0) / 60)) for value in shown),
        )
        for each in units
        if all(claimed(value, each) is not None for value in values) and (each != DAY_DOT_HOUR or fractions)
    ]  # fmt: skip


# -- times -------------------------------------------------------------------------------------------------------------


def _span(times: RowTimes) -> _Span | None:
    """What the time from start to end of a record holds; None where it cannot be read."""
    days = times.days
    if days is None or days < 1:
        return None
    whole = frozenset({days * WORKED})
    if times.start_minute is None or times.end_minute is None:
        return _Span(days * WORKED, clock=False, exact=whole)
    if times.clock is None:
        return None
    start, end = times.clock
    words = f"（{_clock(times.start_minute)}–{_clock(times.end_minute)}）"
    most = clock_minutes(start, end)
    return _Span(most, clock=True, exact=frozenset({most, _without_noon(start, end)}), words=words)


def _without_noon(start: int, end: int) -> int:
    """The time from start to end by office hours, 8 hours a day at most."""
    total = 0
    for day in range(start // DAY, (end - 1) // DAY + 1):
        # On days between, and on the last one, work begins in the morning.
        first = start if day == start // DAY else day * DAY + 8 * 60
        last = end if day == (end - 1) // DAY else day * DAY + 17 * 60
        noon = max(0, min(last, day * DAY + _NOON[1]) - max(first, day * DAY + _NOON[0]))
        total += max(0, min(WORKED, last - first - noon))
    return total


def _clock(minutes: Any) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
