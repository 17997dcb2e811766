"""What values look like: date, period and time forms, codes, booleans in disguise. Each answers with a share 0 … 1."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from pyvalidator.profile import FieldSpec, field_values
from pyvalidator.profile.fit import fitter
from pyvalidator.runtime.caches import forgettable
from pyvalidator.wizard import templates

#: What is offered where a form is chosen by hand; the one found in the file stands with them.
FORMATS = {
    "date": ("YYYMMDD", "YYY/MM/DD", "YYYY-MM-DD", "YYYY/MM/DD", "YYYYMMDD", "YYY年MM月DD日"),
    "period": ("YYYMM", "YYY/MM", "YYYYMM", "YYYY-MM"),
    "time": ("HHMM", "HH:MM", "HHMMSS", "HH:MM:SS"),
    "moment": ("YYYY-MM-DD HH:mm", "YYYY-MM-DDTHH:mm:SSZ", "YYYY/MM/DD HH:mm", "YYY/MM/DD HH:mm", "YYYMMDDHHmm"),
    "span": (), "day_span": (), "clock_span": (),
}  # fmt: skip
#: What a value of each type holds, as fields of a profile.
PARTS: dict[str, tuple[str, ...]] = {
    "date": ("start_date",), "period": ("period",), "time": ("start_time",), "moment": ("start_date", "start_time"),
    "span": ("start_date", "start_time", "end_date", "end_time"), "day_span": ("start_date", "end_date"),
    "clock_span": ("start_time", "end_time"),
}  # fmt: skip

#: Pairs of values that mean yes and no.
BOOLEANS: tuple[tuple[Any, Any], ...] = (
    ("Y", "N"), ("y", "n"), ("是", "否"), ("1", "0"), ("T", "F"), ("true", "false"), ("True", "False"), ("V", ""),
    ("v", ""), ("Y", ""), ("是", ""), ("1", ""), ("有", "無"), (1, 0), ("YES", "NO"), ("Yes", "No"), ("Y", None),
    ("是", None), ("1", None), (1, None), (True, None), ("✓", ""), ("○", ""), ("*", ""),
)  # fmt: skip

_YEARS = range(2015, 2041)
#: Excel's serial numbers and Unix time of these years.
_SERIALS, _SECONDS = range(42005, 51502), range(1_420_000_000, 2_240_000_000)


class Form(NamedTuple):
    """A template and the share of the values that it reads plausibly."""

    format: str
    share: float


def spec_for(type: str, format: str | None = None, name: str = "x", **more: Any) -> FieldSpec:
    """A field without a key, to ask `field_values` about a form."""
    return FieldSpec(name=name, key="x", title="x", type=type, format=format, end_of_day=True, **more)  # type: ignore[arg-type]


def read(type: str, format: str, value: Any, name: str = "") -> Any:
    """The canonical value in this form; None where it is not written so or not real.

    Args:
        type: `date`, `period` or `time`, also of a value that holds more. name: which field of such a value.
    """
    reader = _reader(type, format, name or {"period": "period"}.get(type, f"start_{type}"), isinstance(value, str))
    return None if reader is None else reader(value)


@forgettable(512)
def _reader(type: str, format: str, name: str, text: bool) -> Callable[[Any], Any] | None:
    try:
        spec = spec_for(type, format, name, **({} if text else {"as_number": True}))
    except ValueError:
        return None
    fits = fitter(None, spec)  # type: ignore[arg-type]
    return lambda value: field_values.canonical(None, spec, value) if fits(value) else None  # type: ignore[arg-type]


def type_of_part(name: str) -> str:
    """`date`, `period` or `time`."""
    return name.rpartition("_")[2]


def parts(type: str, format: str, value: Any) -> tuple[Any, ...] | None:
    """All that a value of this form holds; None where it is not written so, not real or not plausible."""
    found = tuple(read(type_of_part(name), format, value, name) for name in PARTS[type])
    if any(part is None or (isinstance(part, date) and part.year not in _YEARS) for part in found):
        return None
    start, end = found[: len(found) // 2], found[len(found) // 2 :]
    return None if len(found) > 1 and type != "moment" and start > end else found


def forms(type: str, values: Iterable[Any]) -> list[Form]:
    """The forms that read most of `values`, the likeliest of equals first."""
    return list(_forms(type, tuple(value for value in values if value is not None and value != "")))


@forgettable(512)
def _forms(type: str, values: tuple[Any, ...]) -> tuple[Form, ...]:
    tried = [*_number_forms(type, values), *templates.templates(type, values)]
    found = [Form(format, share(values, lambda value, format=format: parts(type, format, value))) for format in tried]
    return tuple(sorted((form for form in found if form.share > 0), key=lambda form: -form.share))


def _number_forms(type: str, values: Sequence[Any]) -> list[str]:
    """Formats for values that are a count of days or seconds from head to foot."""
    if type not in ("date", "moment") or not values:
        return []
    value = values[0]
    if isinstance(value, str) and value.startswith("/Date("):
        return [templates.DOTNET]
    number = number_of(value)
    if number is None:
        return []
    if int(number) in _SERIALS:
        return list(templates.SERIALS)
    return [name for name, unit in zip(templates.EPOCHS, (1, 1000), strict=True) if int(number // unit) in _SECONDS]


def number_of(value: Any) -> float | None:
    """A number, or a text that is one."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if abs(number) < 2**53 else None


def best_format(type: str, values: Iterable[Any]) -> Form:
    """The form that most of `values` are written in, and the share of them."""
    return next(iter(forms(type, values)), Form("", 0.0))


def looks_like_date(value: Any) -> bool:
    """Whether a text, or a number of that many digits, is a plausible day with or without a time of day."""
    text = templates.text_of(value)
    if text is None or not 6 <= len(text) <= templates.LONGEST or not any(map(str.isdigit, text)):
        return False
    return any(form.share for type in ("date", "moment", "day_span", "span") for form in _forms(type, (value,)))


def boolean_pair(values: Iterable[Any]) -> tuple[list[Any], list[Any]] | None:
    """The (true, false) writings that cover `values`, None where they are no booleans."""
    found = list(values)
    known = [value for value in found if value is not None]
    for true, false in BOOLEANS:
        asked = found if false is None else known
        if known and all(_same(value, true) or _same(value, false) for value in asked):
            return [true], [false]
    return None


def _same(first: Any, second: Any) -> bool:
    return first == second and type(first) is type(second)


def share(items: Sequence[Any], test: Any) -> float:
    """The share of `items` that pass `test`; 0 for none at all."""
    return sum(bool(test(item)) for item in items) / len(items) if items else 0.0
