"""Templates of days, months and times of day: each is compiled once into a pattern, a reader and a writer.

The tokens are those of docs/develop/add-a-profile.md. What may be read in two ways of writing (`M` takes 6 and 06) is
written in one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from pyvalidator.domain.amounts import DAY
from pyvalidator.domain.roc import common_year, roc_year
from pyvalidator.profile.moments import TAIPEI, Moment, WrittenDay, moved


class Token(NamedTuple):
    """`part`: what it says (two tokens of one part are two values). `least`, `most`: how long it can be."""

    part: str
    pattern: str
    least: int
    most: int
    digits: bool = True
    padded: bool = True


_HALF = "上午|下午|[AaPp][.]?[Mm][.]?"
#: Offsets from UTC; no place's clocks are farther from it than 14 hours.
_ZONE = "Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?"
#: Without day and time there is nothing to turn: only Taiwan's own.
_OWN_ZONE = "[+]08(?::?00)?"
_TOKENS = {
    "YYYY": Token("year", "[0-9]{4}", 4, 4), "YYY": Token("roc", "[0-9]{3}", 3, 3),
    # Below 50 a digit is rather missing: 110607 is no day of the year 11.
    "YY": Token("roc", "[1-9][0-9]{2}|[5-9][0-9]", 2, 3, padded=False),
    "MM": Token("month", "0[1-9]|1[0-2]", 2, 2), "M": Token("month", "0?[1-9]|1[0-2]", 1, 2, padded=False),
    "DD": Token("day", "[0-9]{2}", 2, 2), "D": Token("day", "[0-9]{1,2}", 1, 2, padded=False),
    "HH": Token("hour", "[01][0-9]|2[0-3]", 2, 2), "H": Token("hour", "2[0-3]|[01]?[0-9]", 1, 2, padded=False),
    "hh": Token("twelve", "0[1-9]|1[0-2]", 2, 2), "h": Token("twelve", "1[0-2]|0?[1-9]", 1, 2, padded=False),
    "mm": Token("minute", "[0-5][0-9]", 2, 2), "m": Token("minute", "[0-5]?[0-9]", 1, 2, padded=False),
    "SS": Token("second", "[0-5][0-9]", 2, 2), "S": Token("second", "[0-5]?[0-9]", 1, 2, padded=False),
    "f": Token("fraction", "[0-9]{1,9}", 1, 9, padded=False),
    "A": Token("half", _HALF, 2, 4, digits=False), "Z": Token("zone", _ZONE, 1, 6, digits=False),
}  # fmt: skip
_SPLIT = re.compile(r"\[[^\[\]]*\]|YYYY|YYY|YY|MM|M|DD|D|HH|H|hh|h|mm|m|SS|S|A|f+|Z|.", re.DOTALL)
#: A month of a date may be any two digits: whether the day exists is the calendar's question.
_ANY_MONTH = {"MM": "[0-9]{2}", "M": "[0-9]{1,2}"}
_AT_24 = {"HH": "24", "H": "24", "mm": "00", "m": "00?", "SS": "00", "S": "00?", "f": "0{1,9}"}
_YEARS = ("year", "roc")
_DAY_PARTS = (*_YEARS, "month", "day")
_HOURS = ("hour", "twelve")
#: What may be written otherwise and means the same thing: a second one begins the second half of a range.
_SAME = {"roc": "year", "twelve": "hour"}
#: Signs that every engine of regular expressions takes for themselves only behind a backslash.
_SIGNS = re.compile(r"[\\^$.*+?()\[\]{}|]")


def token_of(text: str) -> Token | None:
    """The token that this part of a format is; None for what stands between them."""
    return _TOKENS.get(text[0] if text.startswith("f") else text)


@dataclass(frozen=True)
class Template:
    """A form of tokens.

    Attributes:
        type: `date`, `period` or `time`; in a time by itself `MM` is the minute.
        end_of_day: whether 24:00 may stand (at the end of a range).
    """

    type: str
    format: str
    end_of_day: bool = False

    #: Written as a text unless the profile says otherwise.
    is_number = False

    @cached_property
    def texts(self) -> list[str]:
        """The tokens, and what stands between them."""
        texts = _SPLIT.findall(self.format)
        if any(text in ("YYYY", "YYY", "YY", "DD", "D") for text in texts) or self.type != "time":
            return texts
        return [{"MM": "mm", "M": "m"}.get(text, text) for text in texts]

    @cached_property
    def _halves(self) -> list[int]:
        """Of each token the half of a range in which it stands."""
        half, seen, found = 0, set[str](), []
        for text in self.texts:
            token = token_of(text)
            part = None if token is None else _SAME.get(token.part, token.part)
            if part in seen and half == 0:
                half, seen = 1, set()
            seen |= {part} if part else set()
            found.append(half)
        return found

    def parts(self, half: int = 0) -> list[str]:
        """What is said in this half, token by token."""
        tokens = (token_of(text) for text, own in zip(self.texts, self._halves, strict=True) if own == half)
        return [token.part for token in tokens if token is not None]

    @cached_property
    def has_day(self) -> bool:
        return "day" in self.parts()

    @cached_property
    def has_time(self) -> bool:
        return any(part in _HOURS for part in self.parts())

    @cached_property
    def zoned(self) -> bool:
        return "zone" in self.parts()

    @cached_property
    def has_seconds(self) -> bool:
        return "second" in self.parts()

    @cached_property
    def twelve(self) -> bool:
        """Whether hours are counted to twelve."""
        return "twelve" in self.parts()

    @property
    def is_range(self) -> bool:
        return 1 in self._halves

    @property
    def era(self) -> str:
        """`roc`, `year`, or "" for a time by itself."""
        return next((part for part in self.parts() if part in _YEARS), "")

    @cached_property
    def only_digits(self) -> bool:
        """Whether nothing stands between the numbers, so that a JSON number can be the value."""
        tokens = [token_of(text) for text in self.texts]
        numbers = all(token is not None and token.digits and token.part != "fraction" for token in tokens)
        return numbers and not self.is_range

    # -- reading ---------------------------------------------------------------------------------------------------

    def _named(self, *, at_24: bool) -> str:
        """The regular expression with a group for each part, those of a second half with a 2 behind their name."""
        any_month = self.type == "date" or (self.has_day and self.has_time)
        last = 1 if self.is_range else 0
        found = []
        for text, half in zip(self.texts, self._halves, strict=True):
            token = token_of(text)
            if token is None:
                found.append(_SIGNS.sub(r"\\\g<0>", _literal(text)))
                continue
            pattern = token.pattern
            if any_month:
                pattern = _ANY_MONTH.get(text, pattern)
            if token.part == "zone" and not (self.has_day and self.has_time):
                pattern = _OWN_ZONE
            if at_24 and half == last and (midnight := _AT_24.get(text[0] if token.part == "fraction" else text)):
                found.append(midnight)
            else:
                found.append(f"(?P<{token.part}{'2' if half else ''}>{pattern})")
        return "".join(found)

    @cached_property
    def _readers(self) -> list[re.Pattern[str]]:
        forms = [False, True] if self._may_end_at_24 else [False]
        return [re.compile(self._named(at_24=at_24)) for at_24 in forms]

    @property
    def _may_end_at_24(self) -> bool:
        return self.end_of_day and "hour" in self.parts(1 if self.is_range else 0)

    @cached_property
    def pattern(self) -> str:
        """The whole-string regular expression without anchors and names, in what all engines have in common."""
        forms = [re.sub(r"\?P<\w+>", "", reader.pattern) for reader in self._readers]
        return forms[0] if len(forms) == 1 else f"({'|'.join(forms)})"

    @cached_property
    def lengths(self) -> tuple[int, int]:
        """The shortest and the longest text, in code points."""
        least = most = 0
        for text in self.texts:
            token, plain = token_of(text), len(_literal(text))
            least += plain if token is None else token.least
            most += plain if token is None else token.most
        return least, most

    @cached_property
    def numbers(self) -> tuple[float, float] | None:
        """The least and the largest JSON number that has this form; None where none can."""
        if not self.only_digits:
            return None
        longest = self.lengths[1]
        largest = {2: "23", 4: "2359", 6: "235959"}.get(longest, "") if not self.has_day and not self.era else ""
        if largest:
            return 0, int("24".ljust(longest, "0")) if self._may_end_at_24 else int(largest)
        # Years of the Republic lose the zero in front; one that is lost below 50 cannot be told from a missing digit.
        least = 10 ** (longest - 1) if self.era == "year" else 5 * 10 ** (longest - 2)
        return least, 10**longest - 1

    def text_of(self, value: str | float) -> str:
        """The text that a value has, a number with the zeros that it lost."""
        return value if isinstance(value, str) else str(int(value)).zfill(self.lengths[0])

    def parse(self, value: str | float) -> tuple[Moment, ...] | None:
        """The moment of a value, of a range both; None where it has not this form. What is written and not real is
        None in it."""
        if not isinstance(value, str) and self._read_in_two_ways(value):
            return (Moment(None, None),)
        found = self._match(value)
        if found is None:
            return None
        return tuple(self._moment(found, behind) for behind in (("", "2") if self.is_range else ("",)))

    def _read_in_two_ways(self, number: float) -> bool:
        """Whether a time of day that lost its zeros could be two: 8 is 8 o'clock, or 8 minutes after midnight."""
        most = {4: 24, 6: 2400}.get(self.lengths[1], 0)
        return not self.has_day and not self.era and 0 < number <= most

    def _match(self, value: str | float) -> dict[str, str] | None:
        text = self.text_of(value)
        for number, reader in enumerate(self._readers):
            if found := reader.fullmatch(text):
                parts = found.groupdict()
                if self.is_range:
                    # What the second half leaves out is that of the first.
                    parts = {**{f"{name}2": parts[name] for name in _DAY_PARTS if name in parts}, **parts}
                return parts | ({f"hour{'2' if self.is_range else ''}": "24"} if number else {})
        return None

    def _moment(self, found: dict[str, str], behind: str) -> Moment:
        minutes = self._minutes(found, behind)
        written = _written_day(found, behind)
        day = None
        if written is not None and not (written.roc and written.year == 0):
            try:
                day = date(common_year(written.year) if written.roc else written.year, written.month, written.day)
            except ValueError:
                day = None
        zone = found.get(f"zone{behind}")
        return moved(day, minutes, 0 if zone is None else TAIPEI - _offset(zone))

    def _minutes(self, found: dict[str, str], behind: str) -> int | None:
        hour = found.get(f"hour{behind}")
        if hour is None:
            twelve = found.get(f"twelve{behind}")
            if twelve is None:
                return None
            afternoon = found[f"half{behind}"][0] in "下Pp"
            return (int(twelve) % 12 + 12 * afternoon) * 60 + int(found.get(f"minute{behind}") or 0)
        return int(hour) * 60 + int(found.get(f"minute{behind}") or 0)

    def written_day(self, value: str | float, half: int = 0) -> WrittenDay | None:
        """Year, month and day as they are written, real or not; None where the value has not this form, or no year."""
        found = self._match(value)
        return None if found is None else _written_day(found, "2" if half and self.is_range else "")

    # -- writing ---------------------------------------------------------------------------------------------------

    def fill(self, begun: str | None, half: int, day: date | None = None, minutes: int | None = None) -> str:
        """The template with a day or a time of day in it: the finished text once no token is left.

        Args:
            begun: what an earlier call gave. half: 1 for the end of a range.
        """
        half = half if self.is_range else 0
        texts = self.texts if begun is None else Template(self.type, begun).texts
        values = {**_day_texts(day), **_time_texts(minutes, self)}
        places: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            if token := token_of(text):
                places.setdefault(_SAME.get(token.part, token.part), []).append(place)
        filled = list(texts)
        for part, open_places in places.items():
            # Of two only one may be left: then the start was written already.
            wanted = 2 if part in map(_same, self.parts(1)) else 1
            turn = half - (wanted - len(open_places))
            if 0 <= turn < len(open_places):
                text = texts[open_places[turn]]
                made = values.get(text[0] if text.startswith("f") else text)
                if made is not None:
                    # In brackets, so that no letter of it is taken for a token.
                    filled[open_places[turn]] = f"[{made * len(text) if text.startswith('f') else made}]"
        left = any(token_of(text) for text in filled)
        return "".join(filled if left else map(_literal, filled))

    def write(self, start: Moment, end: Moment | None = None) -> str | None:
        """The moments as the template writes them; None where it needs something that they do not say."""
        text: str | None = None
        for half, moment in enumerate((start, end) if self.is_range else (start,)):
            day, minutes = moment or (None, None)
            if minutes == DAY and not (self._may_end_at_24 and half == (1 if self.is_range else 0)):
                day, minutes = moved(day, 0, DAY)
            needs = [_same(part) for part in self.parts(half)]
            if ("month" in needs and day is None) or ("hour" in needs and minutes is None):
                return None
            text = self.fill(text, half, day, minutes)
        return None if text is None or self.parse(text) is None else text


def _same(part: str) -> str:
    return _SAME.get(part, part)


def _literal(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text.startswith("[") else text


def _written_day(found: dict[str, str], behind: str) -> WrittenDay | None:
    roc, month = found.get(f"roc{behind}"), found.get(f"month{behind}")
    year = roc or found.get(f"year{behind}")
    if year is None or month is None:
        return None
    return WrittenDay(int(year), int(month), int(found.get(f"day{behind}") or 1), roc is not None)


def _offset(zone: str) -> int:
    if zone == "Z":
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return (int(digits[:2]) * 60 + int(digits[2:])) * (-1 if zone[0] == "-" else 1)


def _day_texts(day: date | None) -> dict[str, str]:
    if day is None:
        return {}
    roc = roc_year(day.year)
    return {"YYYY": f"{day.year:04d}", "YYY": f"{roc:03d}", "YY": f"{roc}",
            "MM": f"{day.month:02d}", "M": f"{day.month}", "DD": f"{day.day:02d}", "D": f"{day.day}"}  # fmt: skip


def _time_texts(minutes: int | None, template: Template) -> dict[str, str]:
    if minutes is None:
        return {}
    hour, minute = divmod(minutes, 60)
    twelve = (hour - 1) % 12 + 1
    parts = template.parts()
    # In front of the hour as in Taiwan, behind it as in English.
    words = ("上午", "下午") if "half" in parts and parts.index("half") < parts.index("twelve") else ("AM", "PM")
    return {"HH": f"{hour:02d}", "H": f"{hour}", "hh": f"{twelve:02d}", "h": f"{twelve}", "mm": f"{minute:02d}",
            "m": f"{minute}", "SS": "00", "S": "0", "f": "0", "Z": "+08:00", "A": words[hour % 24 >= 12]}  # fmt: skip
