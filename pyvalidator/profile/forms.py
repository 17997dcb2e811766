"""How values of each semantic type are written: patterns for the form stage, conversion to canonical values.

Canonical values: `date` → datetime.date; `period` → the first day of the month; `time` → minutes after midnight;
`boolean` → bool; `choice` → the canonical name; numbers as they are; texts as they are.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyvalidator.profile.spec import FieldSpec, Profile

#: The largest integer that every JSON reader keeps exactly (RFC 8259 §6).
MAX_SAFE_INTEGER = 2**53 - 1

#: Types that are written in a format, with the reference profile's.
DEFAULT_FORMATS = {"date": "YYYMMDD", "period": "YYYMM", "time": "HHMM"}

_TOKENS = {
    "YYYY": "(?P<year>[0-9]{4})", "YYY": "(?P<roc>[0-9]{3})", "MM": "(?P<month>0[1-9]|1[0-2])",
    "DD": "(?P<day>[0-9]{2})",
    "HH": "(?P<hour>[01][0-9]|2[0-3])", "mm": "(?P<minute>[0-5][0-9])", "SS": "(?P<second>[0-5][0-9])",
}  # fmt: skip
_TOKEN = re.compile("YYYY|YYY|MM|DD|HH|mm|SS|.")
_REQUIRED = {"date": {"MM", "DD"}, "period": {"MM"}, "time": {"HH", "mm"}}

#: White space and invisible characters; a text of nothing else is blank. Listed one by one so that every regular
#: expression engine (Python, ECMA-262, Rust) agrees.
BLANKS = r" \t\n\r\u000b\u000c\u0085\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
NOT_BLANK = f"[^{BLANKS}]"

AGENCY_CODE = "[0-9A-Z]{10}"
#: 國民身分證統一編號, 外來人口統一證號 new form (8, 9) and old form (A–D): facts of the numbering, not a check digit.
PERSON_ID = "[A-Z][1289A-D][0-9]{8}"


#: Numbers that a profile says are written as text.
NUMBER_TEXTS = {"integer": "[0-9]{1,9}", "number": "[0-9]{1,9}([.][0-9]{1,2})?"}


def check_format(type: str, format: str) -> None:
    """Raise ValueError where `format` cannot be a form of `type`."""
    tokens = set(_tokens(type, format))
    missing = _REQUIRED[type] - tokens
    if missing or (type != "time" and not tokens & {"YYY", "YYYY"}):
        raise ValueError(f"「{format}」不能作為{type}的格式")


def _tokens(type: str, format: str) -> list[str]:
    tokens = _TOKEN.findall(format)
    # MM is the month in dates and the minute in times, as people write it.
    return ["mm" if token == "MM" and type == "time" else token for token in tokens]


@lru_cache(maxsize=256)
def format_pattern(type: str, format: str) -> str:
    """The regular expression (no anchors, named groups) of a date, period or time format.

    A date's day is 2 digits of any value and its month two digits: whether the day exists is the calendar's question.
    """
    parts = []
    for token in _tokens(type, format):
        pattern = _TOKENS.get(token, re.escape(token))
        parts.append("(?P<month>[0-9]{2})" if token == "MM" and type == "date" else pattern)
    return "".join(parts)


def text_pattern(spec: FieldSpec) -> str | None:
    """The whole-string regular expression (without anchors or group names) of a field written as text, or None."""
    if spec.pattern is not None:
        return spec.pattern.removeprefix("^").removesuffix("$")
    if spec.type in DEFAULT_FORMATS:
        pattern = format_pattern(spec.type, spec.format or DEFAULT_FORMATS[spec.type])
        pattern = re.sub(r"\?P<\w+>", "", pattern)
        if spec.end_of_day:
            midnight = re.sub("HH|MM|SS", lambda found: "24" if found[0] == "HH" else "00", time_format(spec))
            pattern = f"({pattern}|{midnight})"
        return pattern
    if spec.as_text and spec.type in NUMBER_TEXTS:
        return NUMBER_TEXTS[spec.type]
    return {"agency_code": AGENCY_CODE, "person_id": PERSON_ID}.get(spec.type)


def time_format(spec: FieldSpec) -> str:
    return spec.format or DEFAULT_FORMATS[spec.type]


def text_length(spec: FieldSpec) -> int | None:
    """The exact length in code points of a field whose pattern has one, else None."""
    if spec.type in DEFAULT_FORMATS:
        return len(time_format(spec))
    return {"agency_code": 10, "person_id": 10}.get(spec.type)


def canonical(profile: Profile, spec: FieldSpec, value: Any) -> Any:
    """The canonical value of a raw value that has the right form; None where it names nothing real (1100230)."""
    if spec.type in ("date", "period", "time"):
        return _moment(spec, value)
    if spec.type == "choice":
        return profile.codes(spec).get(value)
    if spec.type == "boolean":
        return _boolean(spec, value)
    if spec.type == "integer":
        return int(value)
    return float(value) if spec.type == "number" else value


def _moment(spec: FieldSpec, value: str) -> Any:
    found = re.fullmatch(format_pattern(spec.type, time_format(spec)), value)
    if found is None:
        return 24 * 60 if spec.end_of_day else None
    parts = {name: int(text) for name, text in found.groupdict().items()}
    if spec.type == "time":
        return parts["hour"] * 60 + parts["minute"]
    if parts.get("roc") == 0:
        return None
    year = parts["year"] if "year" in parts else parts["roc"] + 1911
    try:
        return date(year, parts["month"], parts.get("day", 1))
    except ValueError:
        return None


def _boolean(spec: FieldSpec, value: Any) -> bool | None:
    if spec.true is None or spec.false is None:
        return value if isinstance(value, bool) else None
    if value in spec.true:
        return True
    return False if value in spec.false else None


def write_date(day: date, spec: FieldSpec) -> str:
    """`day` as the profile writes it, e.g. 1100607."""
    text = time_format(spec)
    for token, part in (
        ("YYYY", f"{day.year:04d}"),
        ("YYY", f"{day.year - 1911:03d}"),
        ("MM", f"{day.month:02d}"),
        ("DD", f"{day.day:02d}"),
    ):
        text = text.replace(token, part)
    return text


def write_time(minutes: int, spec: FieldSpec) -> str:
    """Minutes after midnight as the profile writes them, e.g. 0800."""
    text = time_format(spec).replace("HH", f"{minutes // 60:02d}").replace("MM", f"{minutes % 60:02d}")
    return text.replace("SS", "00")
