"""How values of each semantic type are written: formats of dates, months and times, and the patterns they mean."""

from __future__ import annotations

import re

from pyvalidator.runtime.caches import forgettable
from pyvalidator.text.characters import INVISIBLE

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

#: White space and invisible characters; a text of nothing else is blank. Listed one by one, and those of four digits
#: only, so that every regular expression engine (Python, ECMA-262, Rust) agrees.
_BLANK_CONTROLS = ((0x20, 0x20), (0x09, 0x0A), (0x0D, 0x0D), (0x0B, 0x0C), (0x85, 0x85), (0xA0, 0xA0), (0x3000, 0x3000))
BLANKS = "".join(
    f"\\u{first:04x}" if first == last else f"\\u{first:04x}-\\u{last:04x}"
    for first, last in (*_BLANK_CONTROLS, *INVISIBLE) if last <= 0xFFFF
)  # fmt: skip
NOT_BLANK = f"[^{BLANKS}]"


#: Types whose canonical value is the value as it is written.
AS_WRITTEN = {"text", "any", "digits", "person_id", "agency_code"}

#: Numbers that a profile says are written as text; half an hour is 0.0625 days.
NUMBER_TEXTS = {"integer": "[0-9]{1,9}", "number": "[0-9]{1,9}([.][0-9]{1,2})?"}


def is_moment(format: str | None) -> bool:
    """Whether a format writes a day and a time of day as one value, e.g. `YYYY-MM-DD HH:mm` (mm = minute)."""
    return format is not None and "DD" in format and "HH" in format


def halves(format: str) -> tuple[str, str, str] | None:
    """The day's part of a moment's format, what stands between, and the time's part; None for a time before its day."""
    tokens = _TOKEN.findall(format)
    days = [place for place, token in enumerate(tokens) if token in ("YYYY", "YYY", "MM", "DD")]
    times = [place for place, token in enumerate(tokens) if token in ("HH", "mm", "SS")]
    if max(days) > min(times):
        return None
    first, second = max(days) + 1, min(times)
    return "".join(tokens[:first]), "".join(tokens[first:second]), "".join(tokens[second:])


def check_format(type: str, format: str) -> None:
    """Raise ValueError where `format` cannot be a form of `type`."""
    tokens = set(_tokens(type, format))
    missing = _REQUIRED[type] - tokens
    if missing or (type != "time" and not tokens & {"YYY", "YYYY"}):
        raise ValueError(f"「{format}」不能作為{type}的格式")


def _tokens(type: str, format: str) -> list[str]:
    tokens = _TOKEN.findall(format)
    # MM is the month in dates and the minute in times, as people write it; only where both stand it must be told.
    return ["mm" if token == "MM" and type == "time" and not is_moment(format) else token for token in tokens]


@forgettable(256)
def format_pattern(type: str, format: str, *, midnight: bool = False) -> str:
    """The regular expression (no anchors, named groups) of a date, period or time format.

    A date's day is 2 digits of any value and its month two digits: whether the day exists is the calendar's question.

    Args:
        midnight: only 24:00 as the time of day.
    """
    known = {**_TOKENS, "MM": "(?P<month>[0-9]{2})"} if type == "date" or is_moment(format) else _TOKENS
    if midnight:
        known = {**known, "HH": "24", "mm": "00", "SS": "00"}
    return "".join(known.get(token, re.escape(token)) for token in _tokens(type, format))
