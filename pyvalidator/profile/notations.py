"""How values of each semantic type are written: the forms that formats name, and what texts of numbers look like."""

from __future__ import annotations

from pyvalidator.profile import template_words
from pyvalidator.profile.serials import Serial, is_serial
from pyvalidator.profile.templates import Template, token_of
from pyvalidator.runtime.caches import forgettable
from pyvalidator.text.characters import INVISIBLE

#: The largest integer that every JSON reader keeps exactly (RFC 8259 §6).
MAX_SAFE_INTEGER = 2**53 - 1

#: The fields that a leave's start and end may share one value for.
SPAN = {"start_date", "start_time", "end_date", "end_time"}

#: Types that are written in a format, with the reference profile's.
DEFAULT_FORMATS = {"date": "YYYMMDD", "period": "YYYMM", "time": "HHMM"}

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


Form = Template | Serial


@forgettable(256)
def form_of(type: str, format: str, end_of_day: bool = False) -> Form:
    """The form that a format means for a `date`, `period` or `time`."""
    return (Serial if is_serial(format) else Template)(type, format, end_of_day)


def check_format(type: str, format: str) -> None:
    """Raise ValueError, with a sentence for the user, where `format` cannot be a form of `type`."""
    if said := template_words.fault_of(form_of(type, format)):
        raise ValueError(said)


def is_moment(format: str | None) -> bool:
    """Whether a format always writes a day and a time of day as one value, e.g. `YYYY-MM-DD HH:mm` (mm = minute)."""
    form = None if format is None else form_of("date", format)
    return form is not None and form.has_day and form.has_time


def holds_both(format: str | None) -> bool:
    """Whether a day and a time of day can be read from one value of this format."""
    return is_moment(format) or (format is not None and is_serial(format))


def is_range(format: str | None) -> bool:
    """Whether a format writes start and end in one text."""
    return format is not None and form_of("time", format).is_range


def halves(format: str) -> tuple[str, str, str] | None:
    """The day's part of a moment's format, what stands between, and the time's part; None for a time before its day,
    for a range, and where the value is a number."""
    form = form_of("date", format)
    if isinstance(form, Serial) or form.is_range or not is_moment(format):
        return None
    parts = [token.part if (token := token_of(text)) else "" for text in form.texts]
    days = [place for place, part in enumerate(parts) if part in ("year", "roc", "month", "day")]
    times = [place for place, part in enumerate(parts) if part and place not in days]
    if max(days) > min(times):
        return None
    first, second = max(days) + 1, min(times)
    between = "".join(text.strip("[]") or text for text in form.texts[first:second])
    return "".join(form.texts[:first]), between, "".join(form.texts[second:])
