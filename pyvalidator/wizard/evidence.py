"""What the values of a key say of the field that it could be: a share 0 … 1, or None where they speak against it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from pyvalidator.domain.person_ids import checksum_is_right
from pyvalidator.text.nearest import nearest
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.find_layout import FoundLayout
from pyvalidator.wizard.names import data, leave_names
from pyvalidator.wizard.value_formats import best_format, boolean_pair, share

#: Fields whose values alone are proof, whatever the key is called: identity numbers and leave names.
DECISIVE = frozenset({"person_id", "leave_type"})

_NAME = re.compile("[\u4e00-\u9fff\U00020000-\U0003ffff·‧]{2,6}|[A-Z .-]+")

Score = float | None


def weigh(column: Column, name: str, shape: FoundLayout) -> Score:
    """How much the values of `column` look like field `name`."""
    return SCORES.get(name, _plain_text)(column, shape)


def texts_only(column: Column) -> bool:
    return set(column.types) <= {"string", "null"}


def number_like(column: Column) -> bool:
    """Numbers, or texts that are all numbers."""
    return set(column.types) <= {"number", "null"} or (
        bool(column.texts) and texts_only(column) and share(column.texts, is_number) == 1
    )


def is_number(text: str) -> bool:
    plain = text.replace(".", "", 1)
    return plain.isascii() and plain.isdigit() and len(text) <= 6


def numbers_of(column: Column) -> list[float]:
    """The distinct values as numbers."""
    return [float(value) for value in column.distinct if value is not None and not isinstance(value, bool)
            and (isinstance(value, int | float) or is_number(value))]  # fmt: skip


def _by_format(type: str) -> Callable[[Column, FoundLayout], Score]:
    def score(column: Column, shape: FoundLayout) -> Score:
        found = best_format(type, column.texts)[1] if column.texts else 0.0
        return found if found >= 0.5 else None

    return score


def _person_id(column: Column, shape: FoundLayout) -> Score:
    formed = share(column.texts, lambda text: len(text) == 10 and text[0].isascii() and text[0].isalpha())
    right = share(column.texts, lambda text: len(text) == 10 and checksum_is_right(text.upper()))
    return (0.5 * formed + 0.5 * right) if formed >= 0.5 else None


def _agency(column: Column, shape: FoundLayout) -> Score:
    formed = share(column.texts, lambda text: len(text) == 10 and text.isascii() and text.isalnum())
    ids = share(column.texts, lambda text: len(text) == 10 and checksum_is_right(text))
    return formed if formed >= 0.5 and ids < 0.5 else None


def _leave_type(column: Column, shape: FoundLayout) -> Score:
    if set(column.types) == {"number"}:
        # Few numbers that come again and again; each another one is a number of the form, and two are yes and no.
        often = 2 < len(column.distinct) <= 60 and len(column.distinct) * 2 <= column.count
        return 0.4 if often and len(column.codes) == len(column.distinct) else None
    if not column.texts or not texts_only(column):
        return None
    named = share(column.texts, lambda text: text in leave_names() or nearest(text, leave_names()) is not None)
    if named >= 0.5:
        return named
    coded = share(column.texts, lambda text: text.isascii() and text.isalnum() and len(text) <= 4)
    return 0.4 if coded == 1 and 2 <= len(column.texts) <= 60 and boolean_pair(column.texts) is None else None


def _category(column: Column, shape: FoundLayout) -> Score:
    coded = share(column.texts, lambda text: len(text) <= 2 and text.isdigit())
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
    "record_count": _record_count, "period": _by_format("period"), "generated_at": _by_format("date"),
    "start_date": _by_format("date"), "end_date": _by_format("date"), "start_time": _by_format("time"),
    "end_time": _by_format("time"), "job_title": _ending("titles", 0.85), "unit": _ending("units", 0.85),
    "agency_name": _ending("agencies", 0.85), "start_moment": _by_format("moment"),
    "end_moment": _by_format("moment"), "amount": lambda column, shape: None,
}  # fmt: skip
