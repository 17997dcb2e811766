"""How a length of leave is written under one key: a number in a unit, days and hours in one number, or with words."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from pyvalidator.domain.amounts import UNIT_MINUTES
from pyvalidator.profile.amount_forms import DAY_DOT_HOUR, amount_form, rounded_days
from pyvalidator.wizard import value_formats
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.emptiness import is_nothing
from pyvalidator.wizard.evidence import is_number, number_like, numbers_of
from pyvalidator.wizard.names import unit_named

_UNITS = {
    "D": ("日", "天", "days", "day", "d"), "H": ("個小時", "小時", "時", "hours", "hour", "hrs", "hr", "h"),
    "M": ("分鐘", "分", "minutes", "minute", "mins", "min", "m"),
}  # fmt: skip
_COUNTED = {"D": "days", "H": "hours", "M": "minutes"}
_PIECE = re.compile(r"([0-9]+(?:[.][0-9]+)?)([^0-9]*)")
_CLOCK = re.compile("[0-9]{1,3}:[0-5][0-9]")
_HALF_HOURS = {"days": 0.0625, "hours": 0.5, "minutes": 30}
#: Share of the values that have to fit.
_MOST = 0.9
#: What says the whole length in one number, or is a reading of it.
UNITS = (*UNIT_MINUTES, DAY_DOT_HOUR)


def amount_texts(column: Column) -> list[str]:
    return [text for text in column.texts if not is_nothing(text)]


def text_format(column: Column) -> str:
    """The format of amounts with words (`1日4時`), or of hours and minutes (`04:30`); "" where they have none."""
    texts = amount_texts(column)
    if not texts or number_like(column):
        return ""
    if all(map(_CLOCK.fullmatch, texts)):
        return "H:MM"
    words: dict[str, str] = {}
    for text in texts:
        for _, behind in _PIECE.findall(text):
            unit = _unit(behind.strip())
            if unit:
                words.setdefault(unit, behind.strip())
    format = "".join(f"{unit}{words[unit]}" for unit in "DHM" if unit in words)
    if not format or amount_form(format).fault:
        return ""
    read = value_formats.share(texts, lambda text: amount_form(format).minutes(text) is not None)
    return format if read >= _MOST else ""


def _unit(behind: str) -> str:
    plain = behind.lower()
    known = ((unit, word) for unit, words in _UNITS.items() for word in words)
    return next((unit for unit, word in known if plain == word or (not word.isascii() and plain.startswith(word))), "")


def unit_of_word(word: str) -> str | None:
    """What a word counts: days, hours or minutes; None where it is no such word."""
    return _COUNTED.get(_unit(word))


def is_amount_like(column: Column) -> bool:
    """Numbers, texts that are all numbers, or amounts with words."""
    return number_like(column) or bool(text_format(column))


def claimed(value: Any, unit: str) -> float | None:
    """The minutes in one value, read in a unit or a format; None where it is not written so.

    Args:
        unit: `days`, `hours`, `minutes`, or a format.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if unit not in UNIT_MINUTES:
        return amount_form(unit).minutes(value)
    if isinstance(value, str) and not is_number(value):
        return None
    return float(rounded_days(value)) if unit == "days" else float(value) * UNIT_MINUTES[unit]


def amount_settings(choice: Choice) -> dict[str, Any]:
    """The settings of a whole amount."""
    if choice.more:
        # Of several keys together.
        texts = any(is_number(text) for column in (choice.column, *choice.more) for text in column.texts)
        format = " ".join("DHM"[-1 - len(choice.more) :])
        return {"type": "number", "format": format, **({"as_text": True} if texts else {})}
    return settings_in(choice.column, choice.unit or text_format(choice.column) or likely_unit(choice.column))


def settings_in(column: Column, unit: str) -> dict[str, Any]:
    """The settings of a whole amount that is read in a unit or a format."""
    if unit not in UNIT_MINUTES:
        return {"type": "number", "format": unit, **(written(column) if unit == DAY_DOT_HOUR else {})}
    return {"type": "number", "unit": unit, "minimum": 0, **step_of(column, unit), **written(column)}


def part_settings(choice: Choice) -> dict[str, Any]:
    """The settings of days, or of hours beside days, with a key of their own; of a number of records too."""
    field, column = choice.field, choice.column
    if format := text_format(column) if field in ("days", "hours") else "":
        return {"type": "number", "format": format}
    settings: dict[str, Any] = {"type": "number" if field == "hours" else "integer", "minimum": 0, **written(column)}
    if field == "hours":
        unit = "minutes" if choice.unit == "minutes" else "hours"
        # Hours are what is meant where a profile says nothing.
        settings |= ({} if unit == "hours" else {"unit": unit}) | {"below": 8 if unit == "hours" else 480}
        settings |= step_of(column, unit)
    return settings


def written(column: Column) -> dict[str, Any]:
    """Whether numbers are written as texts, or some of them."""
    texts = any(is_number(text) for text in column.texts)
    return {} if not texts else {"mixed": True} if "number" in column.types else {"as_text": True}


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
    if value_formats.share(values, lambda value: Fraction(value) % Fraction(step) == 0) >= 0.95 or not values:
        return {"step": step}
    return {"step": 1} if unit == "minutes" else {}
