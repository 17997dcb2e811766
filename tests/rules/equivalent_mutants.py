"""Mutants that no file could tell from the rule: by rule, the change and why nothing differs.

`test_mutants.py` fails where one of these is noticed after all, or is no longer there.
"""

from __future__ import annotations

_IDENTITY = "A rule of persons is not called where nothing tells one person from another."
_FASTER = "A shortcut: without it the same is found, more slowly."
_FORM = "The value has the form of the profile by then, or the rule was not called: its parts can always be read."
_UNCERTAIN = "Where the day is not known, it is not certain either, and the next condition holds."
_SAME_LENGTH = "Both are of one length."
_TOLD_BEFORE = "Such a value is told by a rule of a lower order."

EQUIVALENT: dict[str, dict[str, str]] = {
    "BAT210": {"continue  →  pass": _FASTER},
    "BAT230": {"len(batch.files) > 1  →  len(batch.files) >= 1": _FASTER},
    "BAT310": {"timedelta(days=1)  →  timedelta(days=2)": "Both are days of the month before, whose first is meant."},
    "COD200": {
        "parts is None or not parts.year_is_real or parts.month_is_real  →  "
        "not parts.year_is_real or parts.month_is_real": _FORM
    },
    "COD205": {
        "parts is None or not parts.year_is_real or (not parts.month_is_real) or parts.day_is_real or "
        "parts.is_february_29  →  not parts.year_is_real or not parts.month_is_real or parts.day_is_real or "
        "parts.is_february_29": _FORM
    },
    "COD210": {
        "parts is None or not parts.year_is_real or parts.day_is_real or (not parts.is_february_29)  →  "
        "not parts.year_is_real or parts.day_is_real or (not parts.is_february_29)": _FORM
    },
    "COD215": {"parts and (not parts.year_is_real)  →  not parts.year_is_real": _FORM},
    "COD400": {
        "known is None or known.first is None or (not known.first_certain) or (start >= known.first)  →  "
        "known is None or not known.first_certain or start >= known.first": _UNCERTAIN
    },
    "COD405": {
        "known is None or known.last is None or (not known.last_certain) or known.renamed_to or "
        "(start <= known.last)  →  known is None or not known.last_certain or known.renamed_to or "
        "(start <= known.last)": _UNCERTAIN
    },
    "COD415": {
        "known is None or known.renamed_to is None or known.last is None or (start <= known.last)  →  "
        "known is None or known.renamed_to is None or start <= known.last": "What was renamed has a last day."
    },
    "FIL410": {
        "own is None or not file.table.has(name)  →  own is None":
            "The column is then the header's, whose only code is its own.",
    },
    "FIL420": {"zip(end, shorter, strict=True)  →  zip(end, shorter, strict=False)": _SAME_LENGTH},
    "FIL510": {
        "Part(starts[row], ends[row], 0, row)  →  Part(starts[row], ends[row], 1, row)": "Only its days are looked at.",
    },
    "PER110": {
        "Fault(row=row, whole_record=True, params=file.earlier(first))  →  "
        "Fault(row=row, whole_record=False, params=file.earlier(first))":
            "The rule reads no field at which its findings could stand.",
    },
    "PER230": {
        "len(namesakes) < 2 or not may_be_one_slip_apart(namesakes)  →  "
        "len(namesakes) < 2 and (not may_be_one_slip_apart(namesakes))": _FASTER,
        "len(namesakes) < 2 or not may_be_one_slip_apart(namesakes)  →  "
        "not may_be_one_slip_apart(namesakes)": _FASTER,
        "len(namesakes) < 2 or not may_be_one_slip_apart(namesakes)  →  len(namesakes) < 2": _FASTER,
        "continue  →  pass": _FASTER,
    },
    "PER310": {
        "first != row and limit is not None and (before <= limit.days * 8 < total)  →  "
        "first != row and before <= limit.days * 8 < total": "This limit has no time in which it is not in force.",
    },
    "PER350": {"file.identity or ''  →  file.identity": _IDENTITY},
    "PER360": {"file.identity or ''  →  file.identity": _IDENTITY},
    "STR305": {"value >= _OLDEST_CAREER  →  value > _OLDEST_CAREER": "Six characters are never equal to one."},
    "STR425": {
        "DateReading(reading.year, reading.month, 1, reading.roc, reading.separated)  →  "
        "DateReading(reading.year, reading.month, 2, reading.roc, reading.separated)": "A month is written without a day.",
    },
    "STR500": {"0 <= value <= 2400  →  0 <= value <= 2401": "24:01 is no time, and nothing is proposed for it."},
    "STR510": {"len(value) > 2  →  len(value) >= 2": "Two digits are read as no time."},
    "STR530": {
        "re.fullmatch('[0-9]{1,2}(?::?[0-9]{2}){1,2}', value) and read_time(value) is None  →  "
        "re.fullmatch('[0-9]{1,2}(?::?[0-9]{2}){1,2}', value)": _TOLD_BEFORE
    },
    "STR615": {
        "re.fullmatch('[0-9A-Za-z]+', value) and len(value) != 10  →  re.fullmatch('[0-9A-Za-z]+', value)": _TOLD_BEFORE
    },
    "STR930": {"value > limit  →  value >= limit": "The limit itself fits, or is told by a rule of a lower order."},
}  # fmt: skip
