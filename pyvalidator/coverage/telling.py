"""What tells that an object or a row may be leave: a date in it, and whose it is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from pyvalidator.coverage.day_texts import MONTH_AND_DAY, is_day_text
from pyvalidator.domain.aliases import data
from pyvalidator.domain.person_ids import PERSON_ID
from pyvalidator.form.dates import digits_of, read_date, spreadsheet_moment, timestamp
from pyvalidator.profile import Profile, field_values
from pyvalidator.runtime.caches import forgettable
from pyvalidator.text.nearest import plain

#: More members of an object are told apart by what they hold, not by their keys.
MANY = 40
#: No date is longer (民國一百一十年 is none), and in a large file most texts are.
_LONGEST = 60
_DIGIT = re.compile(r"\d").search
#: Of an ID that is masked, part of it is enough.
_ID = re.compile(
    rf"(?<![0-9A-Z])(?:{PERSON_ID}|[A-Z][0-9A-D][0-9]{{2,6}}[*○●Xx]{{2,7}}[0-9]{{0,4}})(?![0-9A-Z*])", re.IGNORECASE
).search
_ID_ANYWHERE = re.compile(f"(?<![0-9A-Za-z]){PERSON_ID}(?![0-9A-Za-z])").findall
_DATE_ANYWHERE = re.compile(
    r"(?<!\d)(?:1[01]\d|20\d\d)(?:[01]\d[0-3]\d|([-/.])[01]?\d\1[0-3]?\d|年[01]?\d月[0-3]?\d)(?!\d)"
).findall
_GAPS = re.compile("(?<=[0-9A-Z])[ -](?=[0-9])", re.IGNORECASE)
_DATE_KEY = re.compile(
    "date|time|day|dt|ymd|epoch|stamp|begin|bgn|until|since|when|(?:^|[a-z])at$|日|期|時間|起|迄|訖|自|至|止"
)
#: Numbers under such a key count something: amounts, serial numbers.
_NO_DATE_KEY = re.compile("days|hours|count|日數|天數|時數|期數|期別|次數")
#: Under a key that is a day: nothing on that day, or what is looked at by itself.
_NOTHING: tuple[Any, ...] = (None, "", [], 0)
#: What year, month and day can be, and how keys of their own end: 年, START_YEAR, 起月.
_PARTS = {"year": {*range(90, 200), *range(1990, 2100)}, "month": range(1, 13), "day": range(1, 32)}
_PART_KEYS = {
    "year": re.compile(".*(?:年|year|yy)").fullmatch, "month": re.compile(".*(?:月|month|mm)").fullmatch,
    "day": re.compile(".*(?:日|day|dd)").fullmatch,
}  # fmt: skip
#: The days of the shortest month, and the keys of days: 1, 07, D31, 7日.
_MONTH = 28
_DAY_KEY = re.compile("(?:d|day|日)?_?0?([12]?[0-9]|3[01])日?", re.IGNORECASE).fullmatch
#: In any object a key `id` may be a serial number.
_ANYBODY = {"id"}


class Telling:
    """What the dates and the persons of one file look like.

    Args:
        profile: the profile in use; its own notation of dates counts too.
        persons: gives what identifies the persons of the file's records.
    """

    def __init__(self, profile: Profile, persons: Callable[[], Iterable[str]] = tuple) -> None:
        self._profile = profile
        self._dates = [spec for spec in profile.fields if spec.type == "date"]
        self._persons = persons
        self._known: frozenset[str] | None = None
        self._read: dict[str, bool] = {}

    def date_key(self, values: Iterable[tuple[str, Any]]) -> str | None:
        """The key of the first of (key, value) that is a date, a number only where its key means one; "" where several
        values are one together."""
        values = [*values]
        found = next((key for key, value in values if self.is_date(key, value)), None)
        return "" if found is None and (_are_parts(values) or _is_month(values)) else found

    def is_date(self, key: str, value: Any) -> bool:
        """Whether a value is a date, as far as a reader of dates can tell."""
        if type(value) is str:
            if len(value) > _LONGEST or _DIGIT(value) is None:
                return False
            if value not in self._read:
                self._read[value] = self.is_date_text(value)
            if self._read[value]:
                return True
            return means_date(key) and (
                _is_date_number(value) if value.isdecimal() else MONTH_AND_DAY(value.strip()) is not None
            )
        if type(value) is list:
            # As Java writes them: [2021, 6, 7, 8, 0].
            return 2 < len(value) < 8 and _are_parts([*zip(_PARTS, value, strict=False)])
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return is_number and means_date(key) and _is_date_number(value)

    def is_date_text(self, text: str) -> bool:
        """Whether a text by itself is a date, or a range that begins with one, in any notation or the profile's own."""
        if is_day_text(text):
            return True
        return any(field_values.canonical(self._profile, spec, text) is not None for spec in self._dates)

    def leaves_in(self, text: str) -> int:
        """How many times a text in no notation of values says whose something is, and when: the rows of a CSV."""
        persons = _ID_ANYWHERE(text)
        return min(len(persons), len(_DATE_ANYWHERE(text))) if persons else 0

    def has_person(self, values: Iterable[tuple[str, Any]]) -> bool:
        """Whether one of (key, value) says whose it is."""
        return any(self._is_person(key, value) for key, value in values)

    def _is_person(self, key: str, value: Any) -> bool:
        if isinstance(value, bool) or not isinstance(value, str | int):
            return False
        text = str(value).strip()
        if text == "" or means_person(key) or text in self._persons_known:
            return text != ""
        return _ID(_GAPS.sub("", text if text.isascii() else unicodedata.normalize("NFKC", text))) is not None

    @property
    def _persons_known(self) -> frozenset[str]:
        if self._known is None:
            # Short numbers stand for many other things.
            self._known = frozenset(person for person in self._persons() if len(person) > 3)
        return self._known


def _are_parts(values: list[tuple[str, Any]]) -> bool:
    """Whether year, month and day stand under keys of their own."""
    parts = set()
    for key, value in values:
        number = int(value) if type(value) is str and value.isdecimal() and len(value) < 5 else value
        if type(number) is int and (part := _part(key)) and number in _PARTS[part]:
            parts.add(part)
    return len(parts) == len(_PARTS)


def _is_month(values: list[tuple[str, Any]]) -> bool:
    """Whether the days of a month stand side by side, each under its number."""
    return len(values) > _MONTH and len({found[1] for key, _ in values if (found := _DAY_KEY(key))}) >= _MONTH


@forgettable(1024)
def _part(key: str) -> str | None:
    """Which part of a date stands under a key."""
    word = plain(key)
    return next((part for part, names in _PART_KEYS.items() if names(word)), None)


def _is_date_number(value: Any) -> bool:
    """Whether a number, or its digits, may be a day: a count of seconds, a spreadsheet's, or the digits of a date."""
    if spreadsheet_moment(value) is not None or timestamp(value) is not None:
        return True
    digits = digits_of(value)
    reading = read_date(digits) if digits is not None else None
    return reading is not None and reading.real is not None


@forgettable(1024)
def means_date(key: str) -> bool:
    """Whether a key, or the heading of a column, says that a date stands under it."""
    word = plain(key)
    return word in _names("start_date", "end_date", "generated_at", "start_time", "end_time") or (
        _DATE_KEY.search(word) is not None and _NO_DATE_KEY.search(word) is None
    )


@forgettable(1024)
def means_person(key: str) -> bool:
    """Whether a key says that a person's number stands under it."""
    word = plain(key)
    return word in _names("person_id", "person_number") - _ANYBODY or "身分證" in word or "員工" in word


@cache
def _names(*fields: str) -> frozenset[str]:
    known = data()["fields"]
    return frozenset(plain(name) for field in fields for name in known.get(field, ()))


def inner_values(
    value: dict[str, Any] | list[Any], headings: Sequence[list[str]] = (), depth: int = 8
) -> Iterator[tuple[str, Any]]:
    """(key, value) of what an object holds itself and in the objects inside it; of a row by each of its headings.

    A key may itself be the day, or say whose it is: ("", key). Objects of one kind inside are a list of their own, and
    no part of it.
    """
    if isinstance(value, list):
        for names in headings or [[""] * len(value)]:
            yield from zip(names, value, strict=True)
            yield from (("", name) for name, inner in zip(names, value, strict=True) if inner not in _NOTHING)
        return
    objects = {}
    for key, inner in value.items():
        if isinstance(inner, dict):
            objects[key] = inner
        else:
            yield key, inner
            if inner not in _NOTHING:
                yield "", key
    if depth and not (len(objects) > 1 and share_keys([*objects.values()])):
        for key, inner in objects.items():
            yield "", key
            if len(inner) == 1:
                # {"起日": {"value": 44354}}
                yield key, *inner.values()
            yield from inner_values(inner, (), depth - 1)


def everything(value: Any) -> Iterator[tuple[str, str]]:
    """All keys and texts inside of something, each by itself: ("", text)."""
    open = [value]
    while open:
        one = open.pop()
        if type(one) is dict:
            yield from (("", key) for key in one)
            open += one.values()
        elif type(one) is list:
            open += one
        elif type(one) is str:
            yield "", one


def share_keys(values: list[Any]) -> bool:
    """Whether most objects have a key in common; for lists, their first elements."""
    values = values[:MANY]
    keys: Counter[str] = Counter()
    for value in values:
        one = value[0] if type(value) is list and value else value
        keys.update(one.keys() if type(one) is dict else ["/row"] if type(one) is list and one else ["/value"])
    [(_, times)] = keys.most_common(1) or [("", 0)]
    return times * 2 > len(values)
