"""Which agency and which month the name of a file names: an agency by its code, else by its name in the roster."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from pyvalidator.domain.agencies import Roster
from pyvalidator.domain.roc import FIRST_YEAR, common_year, period_text

#: A code with its usual ending in a letter; ten digits in a file's name are rather a moment.
_CODE = re.compile("(?<![0-9A-Za-z])(?:[0-9A-Z]{9}[A-Z]|[0-9]{9}[a-z])(?![0-9A-Za-z])")
_WORD = re.compile("(?<![0-9A-Za-z])[0-9A-Za-z]{10}(?![0-9A-Za-z])")
_FEWEST_DIGITS = 6
#: A month from 109 (2020) on, standing by itself: 11510, 115-10, 115年10月, 202610, 2026-10. With a day it is a date.
_MONTH = re.compile(
    "(?<![0-9A-Za-z])(?P<year>1(?:09|1[0-9])|20[2-3][0-9])"
    "(?:(?P<month>0[1-9]|1[0-2])|[-_./ ]?年?[-_./ ]?(?P<apart>(?<![0-9])(?:0?[1-9]|1[0-2])))"
    "(?![0-9A-Za-z]|[-_./ ]?月?[-_./ ]?[0-9]{1,2}(?:日|(?![0-9A-Za-z])))"
)
#: A month whose year is not named: 9月差假.
_BARE_MONTH = re.compile("(?<![0-9年/._-])(0?[1-9]|1[0-2])月(?!份?[-_ ]?[0-9])")
#: The end of an agency's name, behind the two characters that tell it from others of its kind.
_KIND = re.compile(
    "[\u4e00-\u9fff]{2}(?:[鄉鎮市區]公所|國民[小中]學|國[小中]|[戶地]政事務所|衛生所|清潔隊|代表會|幼兒園)"
)
#: A shorter name stands in too many file names that mean another agency.
_SHORTEST_NAME = 3


def codes_in(base_name: str) -> list[str]:
    """The agency codes in a file's base name, by their look; a code without a letter at its end is none."""
    return [code.upper() for code in _CODE.findall(base_name) if sum(map(str.isdigit, code)) >= _FEWEST_DIGITS]


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
    found = []
    for match in _MONTH.finditer(unicodedata.normalize("NFKC", base_name)):
        year, month = int(match["year"]), int(match["month"] or match["apart"])
        found.append(date(year if year >= FIRST_YEAR else common_year(year), month, 1))
    return found


def other_month_in(base_name: str, month: date) -> str | None:
    """The month that a file's base name names instead of `month`, as text; None where it names this one, or none."""
    months = months_in(base_name)
    if months:
        return None if month in months else period_text(months[0])
    bare = _BARE_MONTH.findall(unicodedata.normalize("NFKC", base_name))
    return f"{int(bare[0])} 月" if bare and month.month not in map(int, bare) else None


def other_agency_in(base_name: str, code: str, name: str | None, roster: Roster | None) -> str | None:
    """The agency that a file's base name names instead of this one; None where it names this one, or none.

    Without a roster that has it, a name is told by its look, and is another's only where its beginning is no part of
    this one's: 民雄鄉公所 and 水上鄉公所.
    """
    base = _plain(base_name)
    if code in {word.upper() for word in _WORD.findall(base)}:
        return None
    named = agency_named_in(base_name, roster) or next(iter(codes_in(base)), None)
    if named is not None:
        return named if named != code else None
    looks = _KIND.findall(base) if name else []
    return looks[0] if looks and not any(look[:2] in _plain(name or "") for look in looks) else None


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
