"""What values look like: date, period and time forms, codes, booleans in disguise. Each answers with a share 0 … 1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pyvalidator.profile import notations
from pyvalidator.profile.moments import Moment
from pyvalidator.profile.serials import is_serial
from pyvalidator.runtime.caches import forgettable
from pyvalidator.wizard import templates

#: What is offered where a form is chosen by hand; the one found in the file stands with them.
FORMATS = {
    "date": ("YYYMMDD", "YYY/MM/DD", "YYYY-MM-DD", "YYYY/MM/DD", "YYYYMMDD", "YYY年MM月DD日"),
    "period": ("YYYMM", "YYY/MM", "YYYYMM", "YYYY-MM"),
    "time": ("HHMM", "HH:MM", "HHMMSS", "HH:MM:SS"),
    "moment": ("YYYY-MM-DD HH:mm", "YYYY-MM-DDTHH:mm:SSZ", "YYYY/MM/DD HH:mm", "YYY/MM/DD HH:mm", "YYYMMDDHHmm"),
    "span": ("YYY/MM/DD HH:mm~YYY/MM/DD HH:mm", "YYY/MM/DD HH:mm~HH:mm"), "day_span": ("YYY/MM/DD~YYY/MM/DD",),
    "clock_span": ("HH:MM~HH:MM", "HHMM-HHMM"), "stamp": ("YYYMMDD", "YYYY-MM-DD", "YYYY-MM-DDTHH:mm:SSZ"),
}  # fmt: skip
#: The type of a field for each type of value; `stamp` is a day of which a time of day may be said and is not wanted.
FIELD_TYPES = {
    "date": "date", "stamp": "date", "period": "period", "time": "time", "moment": "date", "span": "date",
    "day_span": "date", "clock_span": "time",
}  # fmt: skip
_RANGES = frozenset({"span", "day_span", "clock_span"})
_TIMED = frozenset({"time", "clock_span", "moment", "span"})

#: Pairs of values that mean yes and no.
BOOLEANS: tuple[tuple[Any, Any], ...] = (
    ("Y", "N"), ("y", "n"), ("是", "否"), ("1", "0"), ("T", "F"), ("true", "false"), ("True", "False"), ("V", ""),
    ("v", ""), ("Y", ""), ("是", ""), ("1", ""), ("有", "無"), (1, 0), ("YES", "NO"), ("Yes", "No"), ("Y", None),
    ("是", None), ("1", None), (1, None), (True, None), ("✓", ""), ("○", ""), ("*", ""),
)  # fmt: skip
#: Known beside them: a mark, or nothing.
_MARKED = tuple((mark, nothing) for mark in ("Y", "是", "1", *"VvXx✓✔√○◎●■*") for nothing in ("", " ", None))

_YEARS = range(2015, 2041)
_WORLD_MIDNIGHT = 8 * 60
#: Excel's serial numbers and Unix time of these years.
_SERIALS, _SECONDS = range(42005, 51502), range(1_420_000_000, 2_240_000_000)


class Form(NamedTuple):
    """A template and the share of the values that it reads plausibly."""

    format: str
    share: float


def moments(type: str, format: str, value: Any) -> tuple[Moment, ...] | None:
    """What a value of this form says, of a range both ends; None where it is not written so, or not plausible."""
    form = _form(FIELD_TYPES[type], format)
    if form is None or isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    found = form.parse(value)
    if found is None or len(found) != (2 if type in _RANGES else 1):
        return None
    for day, minutes in found:
        if (FIELD_TYPES[type] != "time" and (day is None or day.year not in _YEARS)) or (
            type in _TIMED and minutes is None
        ):
            return None
    # A leave over midnight ends by its clock before it starts.
    return None if type in ("span", "day_span") and found[0] > found[1] else found


def read(type: str, format: str, value: Any) -> Any:
    """The canonical value of the first that a value says; None where it is not written so or not real."""
    form = _form(type, format)
    found = None if form is None or isinstance(value, bool) or value is None else form.parse(value)
    return None if found is None else found[0].minutes if type == "time" else found[0].day


@forgettable(512)
def _form(type: str, format: str) -> notations.Form | None:
    try:
        notations.check_format(type, format)
    except ValueError:
        return None
    return notations.form_of(type, format, True)


def forms(type: str, values: Iterable[Any]) -> list[Form]:
    """The forms that read most of `values`, the likeliest of equals first."""
    return list(_forms(type, tuple(value for value in values if value is not None and value != "")))


@forgettable(512)
def _forms(type: str, values: tuple[Any, ...]) -> tuple[Form, ...]:
    found = []
    for format in dict.fromkeys([*_counted(type, values), *templates.templates(type, values)]):
        said = [moments(type, format, value) for value in values]
        clocks = {each[0].minutes for each in said if each}
        # What is always midnight is a day; a count of days or seconds that is not is no day. Midnight of world time,
        # in a count of seconds, is eight o'clock here.
        is_day = clocks <= {0} or (clocks == {_WORLD_MIDNIGHT} and format in (*templates.EPOCHS, templates.DOTNET))
        if not ((type == "moment" and is_day) or (type == "date" and is_serial(format) and not is_day)):
            found.append(Form(format, share(said, bool)))
    return tuple(sorted((form for form in found if form.share > 0), key=lambda form: -form.share))


def _counted(type: str, values: Sequence[Any]) -> list[str]:
    """Formats of values that are a count of days or seconds from head to foot."""
    if type not in ("date", "moment", "stamp", "time") or not values:
        return []
    if type != "time" and isinstance(values[0], str) and values[0].startswith("/Date("):
        return [templates.DOTNET]
    numbers = [number for value in values if (number := _number(value)) is not None]
    if not numbers or 2 * len(numbers) < len(values):
        return []
    middle = sorted(numbers)[len(numbers) // 2]
    if type == "time":
        return [templates.SERIALS[0]] if 0 < middle < 1 else []
    if int(middle) in _SERIALS:
        return list(templates.SERIALS)
    return [name for name, unit in zip(templates.EPOCHS, (1, 1000), strict=True) if int(middle // unit) in _SECONDS]


def _number(value: Any) -> float | None:
    """A number, or a text that is one."""
    if isinstance(value, str):
        digits = value.replace(".", "", 1)
        return float(value) if digits.isascii() and digits.isdigit() and len(value) < 20 else None
    return None if isinstance(value, bool) or not isinstance(value, int | float) else float(value)


def best_format(type: str, values: Iterable[Any]) -> Form:
    """The form that most of `values` are written in, and the share of them."""
    return next(iter(forms(type, values)), Form("", 0.0))


def looks_like_date(value: Any) -> bool:
    """Whether a text, or a number of that many digits, is a plausible day with or without a time of day."""
    text = templates.text_of(value)
    if text is None or not 6 <= len(text) <= templates.LONGEST or not any(map(str.isdigit, text)):
        return False
    return any(
        not is_serial(form.format)
        for type in ("date", "moment", "day_span", "span") for form in _forms(type, (value,))
    )  # fmt: skip


def boolean_pair(values: Iterable[Any]) -> tuple[list[Any], list[Any]] | None:
    """The (true, false) writings that cover `values`, None where they are no booleans."""
    found = list(values)
    known = [value for value in found if value is not None]
    for true, false in (*BOOLEANS, *_MARKED):
        asked = found if false is None else known
        if known and all(_same(value, true) or _same(value, false) for value in asked):
            return [true], [false]
    return None


def _same(first: Any, second: Any) -> bool:
    return first == second and type(first) is type(second)


def share(items: Sequence[Any], test: Any) -> float:
    """The share of `items` that pass `test`; 0 for none at all."""
    return sum(bool(test(item)) for item in items) / len(items) if items else 0.0
