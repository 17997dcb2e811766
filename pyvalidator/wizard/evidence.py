"""What the values of a key say of the field that it could be: a share 0 … 1, or None where they speak against it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from pyvalidator.domain.aliases import data
from pyvalidator.domain.person_ids import checksum_is_right
from pyvalidator.profile.serials import is_serial
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.emptiness import is_nothing
from pyvalidator.wizard.find_layout import FoundLayout
from pyvalidator.wizard.names import column_score, leave_meant
from pyvalidator.wizard.row_times import VALUE_TYPES, rows_of
from pyvalidator.wizard.value_formats import best_format, boolean_pair, moments, share

#: Fields whose values alone are proof, whatever the key is called: identity numbers and leave names.
DECISIVE = frozenset({"person_id", "leave_type"})

#: Share of a key's values that have to be words for parts of the day.
_MOST = 0.9
#: Nobody has more kinds of leave, or longer names for them.
_MOST_KINDS, _LONGEST_KIND = 100, 40

#: Of an agency's ten characters a few at most are letters.
_AGENCY_DIGITS = 5

Score = float | None


def weigh(column: Column, name: str, shape: FoundLayout) -> Score:
    """How much the values of `column` look like field `name`."""
    return SCORES.get(name, _plain_text)(column, shape)


def texts_only(column: Column) -> bool:
    return set(column.types) <= {"string", "null"}


def number_like(column: Column) -> bool:
    """Numbers, or texts that are all numbers, but for what says that there is none."""
    values = filled(column)
    texts = [value for value in values if isinstance(value, str)]
    return set(column.types) <= {"string", "number", "null"} and bool(values) and all(map(is_number, texts))


def is_number(text: str) -> bool:
    plain = text.replace(".", "", 1)
    return plain.isascii() and plain.isdigit() and len(text) <= 6


def numbers_of(column: Column) -> list[float]:
    """The distinct values as numbers."""
    return [float(value) for value in column.distinct if value is not None and not isinstance(value, bool)
            and (isinstance(value, int | float) or is_number(value))]  # fmt: skip


def filled(column: Column) -> list[Any]:
    """The distinct values that are one."""
    return [value for value in column.samples if not is_nothing(value)]


def _by_format(name: str) -> Callable[[Column, FoundLayout], Score]:
    type = VALUE_TYPES[name]

    def score(column: Column, shape: FoundLayout) -> Score:
        values = filled(column)
        if not values or set(column.types) - {"string", "number", "null"}:
            return None
        form = best_format(type, values)
        if form.share < 0.5:
            return None
        # A number may be any count: there the key has to say something too. So has a month that is written as a day.
        return 0.4 if is_serial(form.format) or (type == "period" and form.format.endswith("01")) else form.share

    return score


def _time(column: Column, shape: FoundLayout) -> Score:
    if parts_of_day(column):
        return 0.9
    values = filled(column)
    numbers = [value for value in values if not isinstance(value, str)]
    form = best_format("time", values)
    small = bool(numbers) and max(numbers) < 100
    if is_serial(form.format) and form.share >= 0.5:
        # A part of a day may be an amount as well: there the key has to say something too.
        return 0.4
    if small or form.share < 0.5 or form.format == "H":
        # Small numbers are amounts.
        return None
    said = [found[0].minutes or 0 for value in values if (found := moments("time", form.format, value))]
    # Leave starts and ends at round times; numbers of the house do not.
    return form.share * (0.3 + 0.7 * share(said, lambda minutes: minutes % 5 == 0))


def _clock_span(column: Column, shape: FoundLayout) -> Score:
    return 0.8 if parts_of_day(column) else _by_format("clock_span")(column, shape)


def parts_of_day(column: Column) -> dict[str, str]:
    """The words among a key's values that stand for a part of the day → which; none where most values are others."""
    texts = [text for text in column.texts if not is_nothing(text)]
    found = {text: part for text in texts if (part := _slots().get(text.strip()))}
    # One letter by itself is a code of anything.
    telling = any(not word.isascii() or len(word) > 1 for word in found)
    return found if telling and (len(found) >= _MOST * len(texts) or "下午" in found) else {}


@cache
def _slots() -> dict[str, str]:
    return {word: part for part, words in data()["slots"].items() for word in words}


def _person_id(column: Column, shape: FoundLayout) -> Score:
    formed = share(column.texts, lambda text: len(text) == 10 and text[0].isascii() and text[0].isalpha())
    right = share(column.texts, lambda text: len(text) == 10 and checksum_is_right(text.upper()))
    return (0.5 * formed + 0.5 * right) if formed >= 0.5 else None


def _agency(column: Column, shape: FoundLayout) -> Score:
    formed = share(column.texts, _is_agency_code)
    ids = share(column.texts, lambda text: len(text) == 10 and checksum_is_right(text))
    if formed < 0.5 or ids >= 0.5:
        return None
    # Digits alone are a count of seconds, or any number of ten digits: there the key has to say something too.
    return formed if share(column.texts, str.isdigit) < 0.5 else 0.4


def _is_agency_code(text: str) -> bool:
    """Whether a text is a code of an agency, and no key of a database."""
    plain = len(text) == 10 and text.isascii() and text.isalnum() and text in (text.upper(), text.lower())
    return plain and sum(map(str.isdigit, text)) >= _AGENCY_DIGITS


def _leave_type(column: Column, shape: FoundLayout) -> Score:
    if set(column.types) - {"null"} == {"number"}:
        # Few numbers that come again and again; each another one is a number of the form, and two are yes and no.
        often = 2 < len(column.distinct) <= 60 and len(column.distinct) * 2 <= column.count
        return 0.4 if often and len(column.codes) == len(column.distinct) else None
    if not column.texts or not texts_only(column):
        return None
    texts = [text for text in column.texts if not is_nothing(text)]
    if len(texts) > _MOST_KINDS or column.longest > _LONGEST_KIND:
        return None
    named = share(texts, lambda text: leave_meant(text) is not None)
    if named >= 0.5:
        return named
    coded = share(texts, lambda text: text.isascii() and text.isalnum() and len(text) <= 4)
    return 0.4 if coded == 1 and len(texts) >= 2 and boolean_pair(texts) is None else None


def _person_number(column: Column, shape: FoundLayout) -> Score:
    """A number of the house: each person has one, and it comes again with the person's other leaves."""
    texts = [str(value) for value in filled(column) if not isinstance(value, bool)]
    if set(column.types) - {"string", "number", "null"} or not texts or column.looks_like_ids:
        return None
    if share(texts, lambda text: len(text) <= 12 and text.isascii() and text.replace("-", "").isalnum()) < 0.9:
        return None
    if share(texts, lambda text: any(map(str.isdigit, text))) < 0.9:
        return None
    if column.level == "person":
        return 0.7 if column.is_member_key and _by_person(shape) is None else 0.4
    ids = _by_person(shape)
    person, own, rows = ids or _by_name(shape), (column.level, column.path), rows_of(shape)
    pairs = {(str(row.get(person)), str(row.get(own))) for row in rows} if person else set()
    people, numbers = ({pair[side] for pair in pairs} for side in (0, 1))
    if len(pairs) == len(people) == len(numbers) and 1 < len(people) < len(rows):
        return 0.8
    # Where every leave has another number, it is the leave's; where nobody has two leaves, nothing tells.
    return 0.3 if ids is None or not pairs or len(people) == len(rows) else None


def _by_person(shape: FoundLayout) -> tuple[str, str] | None:
    """Where identity numbers stand."""
    ids = next((column for column in shape.columns if column.looks_like_ids), None)
    return None if ids is None else (ids.level, ids.path)


def _by_name(shape: FoundLayout) -> tuple[str, str] | None:
    """Where names stand, as the keys say. Two persons may have one name: it can speak for a number, never against."""
    named = next((column for column in shape.columns if column_score(column, "person_name") == 1), None)
    return None if named is None else (named.level, named.path)


def _category(column: Column, shape: FoundLayout) -> Score:
    coded = share(column.texts, lambda text: len(text) <= 2 and text.isascii() and text.isdigit())
    if coded < 0.5 or boolean_pair(column.texts) is not None:
        return None
    # What a person is stays the same from leave to leave; what a leave is does not.
    return (0.9 if shape.hangs_on_person(column) and coded == 1 and len(column.texts) > 1 else 0.6) * coded


def _person_name(column: Column, shape: FoundLayout) -> Score:
    if not column.texts:
        return None
    formed = share(
        column.texts, lambda text: re.fullmatch("[\u4e00-\u9fff\U00020000-\U0003ffff·‧]{2,6}|[A-Z .-]+", text)
    )
    varied = min(1.0, len(column.texts) / max(1, min(column.count, 8)))
    named = share(column.texts, lambda text: text[:1] in _surnames())
    titled = share(column.texts, lambda text: text.endswith(_words("titles")))
    if named < 0.2 and len([text for text in column.texts if not text.isascii()]) >= 10:
        # Nearly every name begins with one of the usual surnames; a reason, a place or a thing does not.
        return None
    if titled > 0.5:
        return 0.2 * formed
    if named >= 0.6 and formed >= 0.8 and shape.hangs_on_person(column):
        return 0.95 * varied
    return (0.8 if named >= 0.5 else 0.5) * formed * varied


def _ending(group: str, weight: float) -> Callable[[Column, FoundLayout], Score]:
    def score(column: Column, shape: FoundLayout) -> Score:
        if not texts_only(column):
            return None
        texts = [text for text in column.texts if text.strip() and not text.isascii()]
        return max(0.2, weight * share(texts, lambda text: text.endswith(_words(group)) and len(text) <= 20))

    return score


def _covid(column: Column, shape: FoundLayout) -> Score:
    boolean = set(column.types) <= {"boolean", "null"}
    return 0.5 if boolean or boolean_pair(column.distinct) is not None else None


def _days(column: Column, shape: FoundLayout) -> Score:
    values = numbers_of(column) if number_like(column) else []
    return 0.5 if values and all(value.is_integer() and 0 <= value <= 400 for value in values) else None


def _hours(column: Column, shape: FoundLayout) -> Score:
    values = numbers_of(column) if number_like(column) else []
    if not values or not all(0 <= value < 8 for value in values):
        return None
    return 0.7 if any(not value.is_integer() for value in values) else 0.5


def _record_count(column: Column, shape: FoundLayout) -> Score:
    values = numbers_of(column) if number_like(column) else []
    return 1.0 if values == [shape.record_count] else 0.2 if values else None


def _plain_text(column: Column, shape: FoundLayout) -> Score:
    return 0.2 if texts_only(column) else None


@cache
def _surnames() -> frozenset[str]:
    return frozenset("".join(_words("surnames")))


@cache
def _words(group: str) -> tuple[str, ...]:
    return tuple(data()["words"][group])


SCORES: dict[str, Callable[[Column, FoundLayout], Score]] = {
    "person_id": _person_id, "agency_code": _agency, "record_agency_code": _agency, "person_name": _person_name,
    "person_category": _category, "leave_type": _leave_type, "covid_related": _covid, "days": _days, "hours": _hours,
    "record_count": _record_count, "job_title": _ending("titles", 0.85), "unit": _ending("units", 0.85),
    "agency_name": _ending("agencies", 0.85), "person_number": _person_number, "start_time": _time, "end_time": _time,
    **{name: _by_format(name) for name in VALUE_TYPES if not name.endswith("_time")}, "clock_span": _clock_span,
    # These are found by other ways than the value alone.
    "amount": lambda column, shape: None, "both_dates": lambda column, shape: None,
}  # fmt: skip
