"""What a file's name says, by a template: `{agency_code}_{period}`, `{period:YYYYMM}`; `*` stands for anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyvalidator.domain.agencies import AGENCY_CODE
from pyvalidator.profile.needed import GIVABLE
from pyvalidator.profile.notations import DEFAULT_FORMATS, check_format, form_of

_PART = re.compile(r"\{(?P<name>[^{}:]*)(?::(?P<format>[^{}]*))?\}|(?P<any>\*)|(?P<text>[^{}*]+|.)", re.DOTALL)
#: Fields that are written in a format.
_FORMATTED = {"period": "period", "generated_at": "date"}


def template_problem(template: str) -> str:
    """What is wrong with a template, for people; "" where nothing is, or where there is none."""
    fields = list(_fields(template))
    names = [name for name, _ in fields]
    for name, format in fields:
        if name not in GIVABLE:
            return f"檔名裡不能有「{{{name}}}」，可用的是 " + "、".join(f"{{{each}}}" for each in GIVABLE)
        if names.count(name) > 1:
            return f"「{{{name}}}」只能出現一次"
        if format is not None:
            if name not in _FORMATTED:
                return f"「{{{name}}}」後面不能指定寫法，只有 {{period}} 與 {{generated_at}} 可以"
            try:
                check_format(_FORMATTED[name], format)
            except ValueError as error:
                return str(error)
    rest = re.sub(r"\{[^{}]*\}", "", template)
    if "{" in rest or "}" in rest:
        return "大括號要成對，例如 {agency_code}_{period}"
    return "" if names or not template else "檔名的格式至少要有一個欄位，例如 {agency_code}_{period}"


def texts_in(template: str, name: str) -> dict[str, tuple[str, str | None]] | None:
    """Field → what the name of a file says, and the format in which; None where the name does not fit.

    Args:
        name: the file's name, with or without folders and `.json`.
    """
    base = re.sub(r"\.json$", "", name.rpartition("/")[2], flags=re.IGNORECASE)
    formats = dict(_fields(template))
    found = re.fullmatch("".join(map(_pattern, _PART.finditer(template))), base, re.DOTALL)
    return None if found is None else {field: (found[field], formats[field]) for field in formats}


def _fields(template: str) -> Iterator[tuple[str, str | None]]:
    return ((part["name"], part["format"]) for part in _PART.finditer(template) if part["name"] is not None)


def _pattern(part: re.Match[str]) -> str:
    name = part["name"]
    if name is not None:
        return f"(?P<{name}>{_text_of(name, part['format'])})"
    return ".*?" if part["any"] else re.escape(part["text"])


def _text_of(name: str, format: str | None) -> str:
    """What a field can be in a name; where it has no form, as little as will do: what stands behind it ends it."""
    if name in _FORMATTED:
        type = _FORMATTED[name]
        return form_of(type, format or DEFAULT_FORMATS[type]).pattern
    return AGENCY_CODE if name == "agency_code" else ".+?"
