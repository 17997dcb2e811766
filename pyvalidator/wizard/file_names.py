"""What the names of files say: the agency's code and the month, where nothing in the files does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pyvalidator.privacy.masking import ONE_NUMBER
from pyvalidator.profile.file_names import texts_in
from pyvalidator.profile.given import read_given
from pyvalidator.wizard.telling import is_month

#: Fields that a file's name may say.
NAMED = frozenset({"agency_code", "period"})

_CODE = re.compile("(?<![0-9A-Za-z])(?=[0-9A-Z]*[0-9])[0-9A-Z]{10}(?![0-9A-Za-z])")
_MONTH = re.compile("(?<![0-9])(?P<year>1[0-9]{2}|20[0-9]{2})(?P<sign>[-.]?)(?:0[1-9]|1[0-2])(?![0-9])")
#: What may stand between a field and what is another in each name.
_SEPARATOR = re.compile("[^0-9A-Za-z\u4e00-\u9fff*{}]")


def file_name_of(names: Sequence[str]) -> str:
    """The template that all names fit, `{agency_code}_{period}`; "" where there is none.

    Args:
        names: base names, or with folders before them.
    """
    bases = [re.sub(r"\.json$", "", name.rpartition("/")[2], flags=re.IGNORECASE) for name in names]
    for template in dict.fromkeys(map(_template, bases)):
        if template and all(_is_read(template, base) for base in bases):
            return template
    return ""


def _template(name: str) -> str:
    codes = [found for found in _CODE.finditer(name) if ONE_NUMBER.search(found[0]) is None]
    # What is part of the code is no month.
    bare = name if not codes else name[: codes[0].start()] + "_" * 10 + name[codes[0].end() :]
    months = [found for found in _MONTH.finditer(bare) if is_month(found[0])]
    spans = [(found.span(), "{agency_code}") for found in codes[:1]]
    spans += [(found.span(), _month(found)) for found in months[:1]]
    if not spans:
        return ""
    template, at = "", 0
    for (start, end), field in sorted(spans):
        between = name[at:start]
        # In front stands what is another in each name, up to the sign before the field.
        open_front = between and not at and _SEPARATOR.fullmatch(between[-1])
        template += (f"*{between[-1]}" if open_front else between) + field
        at = end
    rest = name[at:]
    return template + (rest[0] + "*" if rest and _SEPARATOR.fullmatch(rest[0]) else rest)


def _month(found: re.Match[str]) -> str:
    format = f"{'YYYY' if len(found['year']) == 4 else 'YYY'}{found['sign']}MM"
    return "{period}" if format == "YYYMM" else f"{{period:{format}}}"


def _is_read(template: str, name: str) -> bool:
    """Whether a name gives by the template what it says."""
    try:
        for field, (text, format) in (texts_in(template, name) or {"": ("", None)}).items():
            read_given(field, text, format=format, source="file_name")
    except ValueError:
        return False
    return True
