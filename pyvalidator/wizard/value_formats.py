"""What values look like: date, period and time forms, codes, booleans in disguise. Each answers with a share 0 … 1."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from pyvalidator.profile import FieldSpec, field_values
from pyvalidator.runtime.caches import forgettable

DATE_FORMATS = ("YYYMMDD", "YYYYMMDD", "YYYY-MM-DD", "YYYY/MM/DD", "YYY/MM/DD", "YYY-MM-DD", "YYY.MM.DD", "YYYY.MM.DD",
                "YYY年MM月DD日", "YYYY年MM月DD日", "YYYY-MM-DDT00:00:00", "YYYY-MM-DD 00:00:00")  # fmt: skip
PERIOD_FORMATS = ("YYYMM", "YYYYMM", "YYYY-MM", "YYY-MM", "YYYY/MM", "YYY/MM", "YYY年MM月", "YYYY年MM月")
TIME_FORMATS = ("HHMM", "HH:MM", "HHMMSS", "HH:MM:SS")

#: A day and a time of day in one value; here `mm` is the minute.
MOMENT_FORMATS = (
    "YYYY-MM-DD HH:mm", "YYYY-MM-DD HH:mm:SS", "YYYY-MM-DDTHH:mm", "YYYY-MM-DDTHH:mm:SS", "YYYY-MM-DDTHH:mm:SS+08:00",
    "YYYY/MM/DD HH:mm", "YYYY/MM/DD HH:mm:SS", "YYY/MM/DD HH:mm", "YYY/MM/DD HH:mm:SS",
    "YYY-MM-DD HH:mm", "YYY-MM-DD HH:mm:SS", "YYYY-MM-DDTHH:mm:SS.000", "YYYYMMDDHHmm", "YYYYMMDDHHmmSS", "YYYMMDDHHmm",
    "YYYMMDDHHmmSS", "YYYMMDD HHmm", "YYYYMMDD HHmm",
)  # fmt: skip
FORMATS = {"date": DATE_FORMATS, "period": PERIOD_FORMATS, "time": TIME_FORMATS, "moment": MOMENT_FORMATS}

#: Pairs of values that mean yes and no.
BOOLEANS: tuple[tuple[Any, Any], ...] = (
    ("Y", "N"), ("y", "n"), ("是", "否"), ("1", "0"), ("T", "F"), ("true", "false"), ("True", "False"), ("V", ""),
    ("有", "無"), (1, 0), ("YES", "NO"), ("Yes", "No"),
)  # fmt: skip

_YEARS = range(2015, 2041)


def spec_for(type: str, format: str | None = None, **more: Any) -> FieldSpec:
    """A field without a key, to ask `field_values` about a form."""
    return FieldSpec(name="x", key="x", title="x", type=type, format=format, end_of_day=True, **more)  # type: ignore[arg-type]


def read(type: str, format: str, text: str) -> Any:
    """The canonical value of `text` in this form; None where it is not written so or not real."""
    spec, pattern = _form("date" if type == "moment" else type, format)
    if pattern.fullmatch(text) is None:
        return None
    return field_values.canonical(None, spec, text)  # type: ignore[arg-type]


@forgettable(256)
def _form(type: str, format: str) -> tuple[FieldSpec, re.Pattern[str]]:
    spec = spec_for(type, format)
    return spec, re.compile(field_values.text_pattern(spec) or "")


def best_format(type: str, texts: list[str]) -> tuple[str, float]:
    """The form that most of `texts` are written in, and the share of them."""
    scored = [(_share_in(type, form, texts), form) for form in FORMATS[type]]
    best, form = max(scored, key=lambda pair: pair[0])
    return form, best


def _share_in(type: str, form: str, texts: list[str]) -> float:
    return share(texts, lambda text: _plausible(type, read(type, form, text)))


def _plausible(type: str, value: Any) -> bool:
    if value is None:
        return False
    return type == "time" or (isinstance(value, date) and value.year in _YEARS)


def looks_like_date(text: str) -> bool:
    """Whether a text is a plausible day in one of the known forms, with or without a time of day."""
    return 7 <= len(text) <= 25 and any(
        _plausible("date", read("date", form, text)) for form in (*DATE_FORMATS, *MOMENT_FORMATS)
    )


def boolean_pair(values: Iterable[Any]) -> tuple[list[Any], list[Any]] | None:
    """The (true, false) writings that cover `values`, None where they are no booleans."""
    found = {value for value in values if value is not None}
    for true, false in BOOLEANS:
        if found and all(_same(value, true) or _same(value, false) for value in found):
            return [true], [false]
    return None


def _same(first: Any, second: Any) -> bool:
    return first == second and type(first) is type(second)


def share(items: list[Any], test: Any) -> float:
    """The share of `items` that pass `test`; 0 for none at all."""
    return sum(bool(test(item)) for item in items) / len(items) if items else 0.0
