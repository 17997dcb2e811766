"""Dates and times that can be read in more than one way: shown with what decides, asked where nothing does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pyvalidator.domain.roc import day_text
from pyvalidator.profile import notations
from pyvalidator.profile.moments import Moment
from pyvalidator.profile.template_words import describe
from pyvalidator.wizard import value_formats
from pyvalidator.wizard.choice import Choice, Reading
from pyvalidator.wizard.emptiness import is_nothing
from pyvalidator.wizard.field_forms import written_as
from pyvalidator.wizard.row_times import VALUE_TYPES, Row, RowTimes, format_of, row_times

#: Share of the records that a reading has to suit to be taken, and below which another one is ruled out.
_HOLDS, _RULED_OUT = 0.9, 0.6
#: Hours, in minutes after midnight, in which leave starts and ends.
_AWAKE = range(5 * 60 + 30, 23 * 60)
_SHOWN = 3
#: The other of two is written without or with zeros in front.
_SIBLINGS = {"start_date": "end_date", "start_time": "end_time", "start_moment": "end_moment"}


def agree_on_forms(choices: Sequence[Choice]) -> None:
    """Let a form that its own values leave open (17:00, 12:00; midnight alone) be that of the other end's key."""
    chosen = {choice.field: choice for choice in choices if choice.field}
    for one, other in [*_SIBLINGS.items(), *((end, start) for start, end in _SIBLINGS.items())]:
        open_one, told = chosen.get(one), chosen.get(other)
        if open_one is None or told is None or "format" not in open_one.settings or "format" not in told.settings:
            continue
        wanted, now = told.settings["format"], open_one.settings["format"]
        settled = not _is_open(told) or not _best(open_one)
        if wanted != now and settled and _reads_alike(open_one, now, wanted):
            open_one.settings["format"] = wanted
            open_one.asks = ""


def _is_open(choice: Choice) -> bool:
    """Whether several forms read all values in the same way."""
    found = _best(choice)
    return len(found) > 1 and _reads_alike(choice, found[0], found[1])


def _best(choice: Choice) -> list[str]:
    forms = value_formats.forms(VALUE_TYPES[choice.field or ""], _values(choice))
    return [form.format for form in forms if form.share == forms[0].share]


def _values(choice: Choice) -> list[Any]:
    return [value for value in choice.values if not is_nothing(value) and value not in choice.settings.get("slots", {})]


def _reads_alike(choice: Choice, first: str, second: str) -> bool:
    type = VALUE_TYPES[choice.field or ""]
    said = [[value_formats.moments(type, format, value) for value in _values(choice)] for format in (first, second)]
    # A form that reads nothing, for want of a better one, gives way.
    return said[0] == said[1] or (not any(said[0]) and all(said[1]))


# -- several readings --------------------------------------------------------------------------------------------------


def find_readings(choices: Sequence[Choice], rows: Sequence[Row]) -> None:
    """Give each choice whose values can be read differently its readings, the likeliest first and in force."""
    month = _month(choices)
    for choice in choices:
        if choice.field not in VALUE_TYPES or "format" not in choice.settings:
            continue
        formats = _different(choice)
        if len(formats) > 1:
            scored = [(_suits(choice, format, choices, rows, month), format) for format in formats]
            best = max(score for score, _ in scored)
            ordered = sorted(scored, key=lambda each: -each[0])
            choice.readings = [
                _reading(choice, format, formats, _against(score, best)) for score, format in ordered
            ]  # fmt: skip
            choice.settings |= choice.readings[0].settings


def _different(choice: Choice) -> list[str]:
    """One form for each way to read the values; UTC's sign may have been set by a program that meant Taiwan's time."""
    type = VALUE_TYPES[choice.field or ""]
    formats = [choice.settings["format"], *_best(choice)]
    values = _values(choice)
    if formats[0].endswith("Z") and all(isinstance(value, str) and value.endswith("Z") for value in values):
        formats.append(f"{formats[0][:-1]}[Z]")
    found: dict[tuple[Any, ...], str] = {}
    for format in formats:
        said = tuple(value_formats.moments(type, format, value) for value in values)
        if any(said):
            found.setdefault(said, format)
    return list(found.values())


def _suits(choice: Choice, format: str, choices: Sequence[Choice], rows: Sequence[Row], month: date | None) -> float:
    """The share of the records that make sense if the choice, and what is written like it, is read in this form."""
    alike = [other for other in choices if other is not choice and other.field in VALUE_TYPES
             and other.settings.get("format") == choice.settings["format"]]  # fmt: skip
    tried = [replace(one, settings={**one.settings, "format": format}) for one in (choice, *alike)]
    rest = [other for other in choices if other is not choice and other not in alike]
    found = [_makes_sense(times, month) for times in row_times([*rest, *tried], rows)]
    judged = [sense for sense in found if sense is not None]
    return sum(judged) / len(judged) if judged else 0.0


def _makes_sense(times: RowTimes, month: date | None) -> bool | None:
    """Whether a leave starts before it ends, touches the file's month, and does so by day; None where nothing tells."""
    start, end = times.start_day or times.end_day, times.end_day or times.start_day
    if start is None or end is None:
        return None
    touches = month is None or (start < _next(month) and end >= month)
    awake = all(minute is None or minute in _AWAKE for minute in (times.start_minute, times.end_minute))
    return start <= end and touches and awake


def _next(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def _month(choices: Sequence[Choice]) -> date | None:
    """The month that the file is about, where it says one."""
    period = next((choice for choice in choices if choice.field == "period"), None)
    if period is None:
        return None
    format = format_of(period)
    found = {said[0].day for value in period.values if (said := value_formats.moments("period", format, value))}
    return found.pop() if len(found) == 1 else None


def _against(score: float, best: float) -> str:
    if best >= _HOLDS and score < _RULED_OUT:
        return f"這樣讀，只有 {score:.0%} 的差假日期與時間合理"
    return ""


def _reading(choice: Choice, format: str, formats: Sequence[str], against: str) -> Reading:
    type = VALUE_TYPES[choice.field or ""]
    telling: list[tuple[str, str]] = []
    for value in _values(choice):
        said = [value_formats.moments(type, each, value) for each in formats]
        if len(set(said)) > 1 and len(telling) < _SHOWN:
            own = value_formats.moments(type, format, value)
            telling.append((str(value), in_words(own) if own else "讀不出來"))
    form = notations.form_of(value_formats.FIELD_TYPES[type], format, True)
    settings = {"format": format, **written_as(format, _values(choice))}
    return Reading(format, describe(form), settings, tuple(telling), against)


def in_words(said: Sequence[Moment]) -> str:
    """What a value says, for people: `110 年 6 月 7 日 08:00`, of a range both ends."""
    return " 到 ".join(
        " ".join([*([day_text(day)] if day else []), *([_clock(minutes)] if minutes is not None else [])])
        for day, minutes in said
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


# -- a form by hand ----------------------------------------------------------------------------------------------------


def template_problem(choice: Choice, format: str) -> str:
    """What is wrong with a template that the user typed for a key, in a sentence; "" where it can be used."""
    type = VALUE_TYPES.get(choice.field or "")
    if type is None:
        return "這個欄位沒有日期或時間的寫法。"
    try:
        notations.check_format(value_formats.FIELD_TYPES[type], format)
    except ValueError as error:
        return f"{error}。"
    return ""


def preview(choice: Choice, format: str = "") -> list[tuple[str, str | None]]:
    """The values of a key as written, and as they are read in a form; None where they are not written so.

    Args:
        format: what the user typed, "" for the one in force; a faulty one reads nothing.
    """
    type = VALUE_TYPES.get(choice.field or "")
    if type is None:
        return []
    format = format or choice.settings.get("format", "")
    said = [(str(value), value_formats.moments(type, format, value)) for value in _values(choice)]
    pairs = [(text, in_words(found) if found else None) for text, found in said]
    # What cannot be read comes first: it is what has to be looked at.
    return sorted(pairs, key=lambda pair: pair[1] is not None)


def set_template(choice: Choice, format: str) -> str:
    """Put a template in force; returns what is wrong with it instead, and then changes nothing."""
    problem = template_problem(choice, format)
    if not problem:
        choice.settings |= {"format": format, **written_as(format, _values(choice))}
        choice.readings = []
    return problem


def set_reading(choice: Choice, name: str) -> None:
    """Put one of the readings in force; a name that is none of them is left alone."""
    chosen = next((reading for reading in choice.readings if reading.name == name), None)
    if chosen is None:
        return
    for former in choice.readings:
        for setting in former.settings:
            choice.settings.pop(setting, None)
    choice.settings |= chosen.settings
    choice.readings = [chosen, *(reading for reading in choice.readings if reading is not chosen)]
