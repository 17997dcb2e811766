"""Which agency and which month the name of a file names: an agency by its code, else by its name in the roster."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from pyvalidator.domain.agencies import Roster
from pyvalidator.domain.roc import month_of

#: A code with its usual ending in a letter; ten digits in a file's name are rather a moment.
_CODE = re.compile("(?<![0-9A-Za-z])[0-9A-Z]{9}[A-Z](?![0-9A-Za-z])")
_WORD = re.compile("(?<![0-9A-Za-z])[0-9A-Za-z]{10}(?![0-9A-Za-z])")
_FEWEST_DIGITS = 6
#: A ROC month from 109 on, standing by itself.
_MONTH = re.compile("(?<![0-9A-Za-z])1(?:09|1[0-9])(?:0[1-9]|1[0-2])(?![0-9A-Za-z])")
#: A shorter name stands in too many file names that mean another agency.
_SHORTEST_NAME = 3


def codes_in(base_name: str) -> list[str]:
    """The agency codes in a file's base name, by their look; a code without a letter at its end is none."""
    return [code for code in _CODE.findall(base_name) if sum(map(str.isdigit, code)) >= _FEWEST_DIGITS]


def agency_named_in(base_name: str, roster: Roster | None) -> str | None:
    """The code of the one agency that a file's base name names.

    A code counts before a name: one of the roster in any letter case, else one by its look. Of roster names the longest
    is taken at each place, so that 水上鄉公所 is not named by a file of 水上鄉公所清潔隊 where the roster has both.

    Returns:
        None where no agency is named, or more than one.
    """
    base = _plain(base_name)
    if roster is not None:
        listed = {code for word in _WORD.findall(base) if (code := word.upper()) in roster.by_code}
        if listed:
            return listed.pop() if len(listed) == 1 else None
    codes = set(codes_in(base))
    if codes or roster is None:
        return codes.pop() if len(codes) == 1 else None
    return _named(base, roster)


def named_in(name: str, roster: Roster | None) -> tuple[str | None, date | None]:
    """The agency and the month for which a file counts that does not tell them itself, by its name (with folders).

    Returns:
        The code of the agency as `agency_named_in`, and the first day of the one month; None for what is not named, and
        no month where no agency is.
    """
    base = name.rpartition("/")[2]
    code = agency_named_in(base, roster)
    months = set(months_in(base)) if code is not None else set()
    return code, months.pop() if len(months) == 1 else None


def months_in(base_name: str) -> list[date]:
    """The first days of the months in a file's base name, by their look."""
    return [month_of(text) for text in _MONTH.findall(base_name)]


def _named(base: str, roster: Roster) -> str | None:
    codes: dict[str, set[str]] = {}
    for code, name, _ in roster.expected:
        codes.setdefault(_plain(name), set()).add(code)
    found: set[str] = set()
    for name in sorted(codes, key=len, reverse=True):
        if len(name) >= _SHORTEST_NAME and name in base:
            found |= codes[name]
            base = base.replace(name, "\n")
    return found.pop() if len(found) == 1 else None


def _plain(text: str) -> str:
    """Text as it is compared: macOS decomposes, full-width letters are typed, and 臺 is also written 台."""
    return unicodedata.normalize("NFKC", text).replace("台", "臺")
