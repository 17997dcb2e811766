"""Dates, times and months whose parts have keys of their own: 起年, 起月, 起日 together are one field.

Taken for one only where all parts of a field are there, by their names and by what their values can be: 起日 alone is a
date, and 日 a number of days.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pyvalidator.domain.aliases import data
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.columns import Column, plain_key
from pyvalidator.wizard.find_layout import FoundLayout
from pyvalidator.wizard.names import spellings
from pyvalidator.wizard.templates import text_of
from pyvalidator.wizard.value_formats import best_format

#: Field → its parts in the order of the value, the first one being the field's key.
_DAY, _CLOCK, _MONTH = ("year", "month", "day"), ("hour", "minute"), ("year", "month")
_FIELDS = {
    ("start", _DAY): "start_date", ("start", _CLOCK): "start_time", ("end", _DAY): "end_date",
    ("end", _CLOCK): "end_time", ("", _DAY): "both_dates", ("", _MONTH): "period",
}  # fmt: skip
_LIMITS = {"month": range(1, 13), "day": range(1, 32), "hour": range(25), "minute": range(60)}
#: Years in which files are, of both calendars.
_YEARS = (range(104, 131), range(2015, 2042))
#: What can stand between the side and the part: 起始日期_年.
_WHAT = ("日期", "時間", "日", "date", "time", "dt", "tm")
#: What a header calls its month by: 資料年度, DATA_YEAR.
_OF_FILE = ("資料", "報送", "差假", "統計", "data", "report", "file", "leave", "stat")
#: Share of the values that have to be such a part.
_MOST = 0.9


def join_keys(choices: list[Choice], shape: FoundLayout) -> set[str]:
    """Give the fields whose parts have keys of their own to the first key of each; returns these fields."""
    by_part: dict[tuple[str, str, tuple[str, str]], Choice] = {}
    whole = {(choice.column.level, choice.column.inside) for choice in choices if _is_whole_moment(choice.column)}
    for choice in choices:
        column = choice.column
        if (column.level, column.inside) in whole:
            # What is counted from another year, or is a day of the week, is not to be guessed.
            continue
        for side, part in _named(column):
            if _can_be(column, part):
                by_part.setdefault((side, part, (column.level, column.inside)), choice)
    found: set[str] = set()
    for (side, names), field in _FIELDS.items():
        for place in dict.fromkeys(key[2] for key in by_part):
            members = [by_part.get((side, name, place)) for name in names]
            if field in found or not _is_free(members):
                continue
            if field == "period" and any(len(one.column.distinct) > 1 for one in members if one):
                # A month that differs from record to record is no month of the file.
                continue
            _join([one for one in members if one is not None], field, shape)
            found.add(field)
    return found


def _is_free(members: list[Choice | None]) -> bool:
    return all(one is not None and one.field is None and one.joined_to is None for one in members)


def _join(members: list[Choice], field: str, shape: FoundLayout) -> None:
    first, *others = members
    first.field, first.confidence, first.certain = field, 1.0, True
    first.more = [other.column for other in others]
    first.joined = _joined([one.column for one in members], shape)
    first.reason = f"{'、'.join(one.column.key for one in members)} 合起來是一個值，鍵名與內容相符"
    for other in others:
        other.joined_to = first


def _joined(columns: list[Column], shape: FoundLayout) -> list[Any]:
    """The distinct values of the keys together, a blank between each two."""
    rows = shape.samples.get(columns[0].level)
    if rows is None:
        rows = [{column.path: next(iter(column.distinct), None) for column in columns}]
    texts = ([text_of(row.get(column.path)) for column in columns] for row in rows)
    return list(dict.fromkeys(" ".join(filter(None, each)) for each in texts if all(each)))


def _can_be(column: Column, part: str) -> bool:
    texts = [text_of(value) for value in column.distinct if value not in (None, "")]
    numbers = [int(text) for text in texts if text and text.isascii() and text.isdigit() and len(text) <= 4]
    if not numbers or len(numbers) < _MOST * len(texts):
        return False
    limits = _YEARS if part == "year" else (_LIMITS[part],)
    return any(sum(number in limit for number in numbers) >= _MOST * len(numbers) for limit in limits)


def _is_whole_moment(column: Column) -> bool:
    """Whether a key in an object of its own says all of a day by itself, as Java's Date does beside its parts."""
    return column.inside != "" and best_format("stamp", column.distinct).share >= _MOST


def _named(column: Column) -> list[tuple[str, str]]:
    """(`start`, `end` or "", part) that a key can mean by its name, or by those of the objects around it as well."""
    found = [each for key in spellings(column) for each in _named_by(plain_key(key))]
    return [each for each in found if each[0]] or found


def _named_by(written: str) -> Iterator[tuple[str, str]]:
    for side, beginning in _sides():
        if written.startswith(beginning):
            rest = written[len(beginning) :]
            yield from ((side, part) for what in ("", *_WHAT) if (part := _parts().get(rest.removeprefix(what))))


@cache
def _parts() -> dict[str, str]:
    return {word: part for part, words in data()["parts"].items() for word in words}


@cache
def _sides() -> list[tuple[str, str]]:
    sides = [(side, word) for side, words in data()["sides"].items() for word in words]
    return [*sorted(sides, key=lambda each: -len(each[1])), *(("", word) for word in _OF_FILE), ("", "")]
