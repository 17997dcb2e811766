"""Which canonical field each key probably is: from its name, its values and how values relate, with the reason."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from pyvalidator.nearest import nearest
from pyvalidator.person_ids import checksum_is_right
from pyvalidator.profile import built_in_profiles
from pyvalidator.profile.spec import CANONICAL
from pyvalidator.wizard import kinds
from pyvalidator.wizard.shape import Column, Shape, plain_key

#: Below this a proposal is not made: the user chooses.
_ENOUGH = 0.45
_NAME, _VALUES = 0.6, 0.55


@dataclass
class Choice:
    """One key with the field proposed for it.

    Attributes:
        field: canonical field, or None where nothing fits well enough.
        confidence: 0 … 1. reason: in plain words, without values of the file.
        settings: the form found (`type`, `format`, `true`, `false`, `as_text`, `table`), ready for a `FieldSpec`.
        codes: for a code: value in the file → canonical name, "" where unknown.
        by_user: the user said so.
    """

    column: Column
    field: str | None = None
    confidence: float = 0.0
    reason: str = ""
    settings: dict[str, Any] = dataclasses.field(default_factory=dict)
    codes: dict[str, str] = dataclasses.field(default_factory=dict)
    by_user: bool = False


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((resources.files("pyvalidator.data") / "aliases.toml").read_text("utf-8"))


def aliases() -> dict[str, list[str]]:
    """Canonical field → what systems call it."""
    return _data()["fields"]


@cache
def leave_names() -> tuple[str, ...]:
    """The canonical leave names."""
    return tuple(dict.fromkeys(built_in_profiles()["reference"].tables["leave_type"].values()))


@cache
def usually_required() -> frozenset[str]:
    """Canonical fields that the reference profile requires: others may be absent from another month's file."""
    return frozenset(spec.name for spec in built_in_profiles()["reference"].fields if spec.required)


def guess_fields(shape: Shape) -> list[Choice]:
    """A choice per column: the best pairs of key and field first, each field at most once."""
    choices = [Choice(column) for column in shape.columns]
    pairs = [
        (score, -index, name, reason)
        for index, choice in enumerate(choices) for name in CANONICAL
        for score, reason in [_score(choice.column, name, shape)] if score >= _ENOUGH
    ]  # fmt: skip
    taken: set[str] = set()
    for score, minus_index, name, reason in sorted(pairs, reverse=True):
        choice = choices[-minus_index]
        if choice.field is None and name not in taken:
            taken.add(name)
            choice.field, choice.confidence, choice.reason = name, _confidence(choice.column.key, name, score), reason
    _put_starts_before_ends(choices)
    for choice in choices:
        settle(choice)
    return choices


def _confidence(key: str, name: str, score: float) -> float:
    """0 … 1. A plain text has no form that could speak for it: there a name that is one of the known ones is enough."""
    named = name not in _VALUE_SCORES and _name_score(key, name) == 1.0
    return round(min(max(score, 0.9 if named else 0.0), 1.0), 2)


def settle(choice: Choice) -> None:
    """Find the form of the values for the field now chosen; called again when the user chooses another field."""
    choice.settings, choice.codes = {}, {}
    if choice.field is not None:
        choice.settings, choice.codes = _FORMS.get(type_of(choice.field), _text_settings)(choice)


def type_of(name: str) -> str:
    """The semantic type of a canonical field."""
    return _TYPES.get(name, "text")


_TYPES = {
    "format_version": "choice", "agency_code": "agency_code", "record_agency_code": "agency_code", "period": "period",
    "dataset": "choice", "generated_at": "date", "record_count": "integer", "person_id": "person_id",
    "person_category": "digits", "staff_class": "choice", "leave_type": "choice", "start_date": "date",
    "end_date": "date", "start_time": "time", "end_time": "time", "days": "integer", "hours": "number",
    "covid_related": "boolean",
}  # fmt: skip


# -- scores ----------------------------------------------------------------------------------------------------------


def _score(column: Column, name: str, shape: Shape) -> tuple[float, str]:
    by_name = _name_score(column.key, name)
    by_values = _VALUE_SCORES.get(name, _plain_text)(column, shape)
    if by_values is None:
        return 0.0, ""
    if not _level_fits(column, name, shape):
        return 0.0, ""
    score = by_name * _NAME + by_values * _VALUES
    words = []
    if by_name >= 0.5:
        words.append("鍵名相近" if by_name < 1 else "鍵名相符")
    if by_values >= 0.5 and name in _VALUE_SCORES:
        words.append("內容形式相符")
    return score, "，".join(words) or "依位置推測"


def _name_score(key: str, name: str) -> float:
    known = aliases().get(name, [])
    written, spelled = plain_key(key), _spelled_out(key)
    if {written, spelled} & {plain_key(name), *known}:
        return 1.0
    telling = [alias for alias in known if len(alias) >= (4 if alias.isascii() else 2)]
    if any(alias in written or alias in spelled for alias in telling):
        return 0.6
    if not written.isascii() and len(written) >= 2 and any(written in alias for alias in known):
        return 0.6
    return 0.5 if len(written) > 3 and nearest(written, telling) else 0.0


@cache
def _spelled_out(key: str) -> str:
    """The key with the usual abbreviations of its parts written in full: `LV_CD` → leavecode."""
    parts = re.sub("([a-z0-9])([A-Z])", r"\1_\2", key).lower().replace("-", "_").split("_")
    return plain_key("".join(abbreviations().get(part, part) for part in parts))


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviated part of a key → the word."""
    return {short: word for word, shorts in _data()["abbreviations"].items() for short in shorts}


def _level_fits(column: Column, name: str, shape: Shape) -> bool:
    has_header = any(other.level == "header" for other in shape.columns)
    level = CANONICAL[name]
    if level == "header":
        return column.level == "header" or not has_header
    return column.level != "header" or shape.record_count == 0


def _texts_only(column: Column) -> bool:
    return set(column.types) <= {"string", "null"}


def _number_like(column: Column) -> bool:
    return set(column.types) <= {"number", "null"} or (
        bool(column.texts) and _texts_only(column) and kinds.share(column.texts, _is_number) == 1
    )


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isascii() and text.replace(".", "", 1).isdigit() and len(text) <= 6


def _values_of(column: Column) -> list[float]:
    return [float(value) for value in column.distinct if value is not None and not isinstance(value, bool)
            and (isinstance(value, int | float) or _is_number(value))]  # fmt: skip


def _by_format(type: str) -> Callable[[Column, Shape], float | None]:
    def score(column: Column, shape: Shape) -> float | None:
        found = kinds.best_format(type, column.texts)[1] if column.texts else 0.0
        return found if found >= 0.5 else None

    return score


def _person_id(column: Column, shape: Shape) -> float | None:
    formed = kinds.share(column.texts, lambda text: len(text) == 10 and text[0].isascii() and text[0].isalpha())
    right = kinds.share(column.texts, lambda text: len(text) == 10 and checksum_is_right(text.upper()))
    return (0.5 * formed + 0.5 * right) if formed >= 0.5 else None


def _agency(column: Column, shape: Shape) -> float | None:
    formed = kinds.share(column.texts, lambda text: len(text) == 10 and text.isascii() and text.isalnum())
    ids = kinds.share(column.texts, lambda text: len(text) == 10 and checksum_is_right(text))
    return formed if formed >= 0.5 and ids < 0.5 else None


def _leave_type(column: Column, shape: Shape) -> float | None:
    if not column.texts or not _texts_only(column):
        return None
    named = kinds.share(column.texts, lambda text: text in leave_names() or nearest(text, leave_names()) is not None)
    if named >= 0.5:
        return named
    coded = kinds.share(column.texts, lambda text: text.isascii() and text.isalnum() and len(text) <= 4)
    return 0.4 if coded == 1 and 2 <= len(column.texts) <= 60 else None


def _category(column: Column, shape: Shape) -> float | None:
    coded = kinds.share(column.texts, lambda text: len(text) <= 2 and text.isdigit())
    return 0.6 * coded if coded >= 0.5 and kinds.boolean_pair(column.texts) is None else None


def _name_value(column: Column, shape: Shape) -> float | None:
    if not column.texts:
        return None
    chinese = kinds.share(column.texts, lambda text: re.fullmatch("[\u4e00-\u9fff]{2,5}", text))
    varied = min(1.0, len(column.texts) / max(1, min(column.count, 8)))
    return 0.8 * chinese * varied


def _covid(column: Column, shape: Shape) -> float | None:
    pair = kinds.boolean_pair(column.distinct)
    boolean = set(column.types) <= {"boolean", "null"}
    return 0.5 if boolean or pair is not None else None


def _days(column: Column, shape: Shape) -> float | None:
    values = _values_of(column) if _number_like(column) else []
    return 0.5 if values and all(value.is_integer() and 0 <= value <= 400 for value in values) else None


def _hours(column: Column, shape: Shape) -> float | None:
    values = _values_of(column) if _number_like(column) else []
    if not values or not all(0 <= value < 8 for value in values):
        return None
    return 0.7 if any(not value.is_integer() for value in values) else 0.5


def _record_count(column: Column, shape: Shape) -> float | None:
    values = _values_of(column) if _number_like(column) else []
    return 1.0 if values == [shape.record_count] else 0.2 if values else None


def _plain_text(column: Column, shape: Shape) -> float | None:
    return 0.2 if _texts_only(column) else None


_VALUE_SCORES: dict[str, Callable[[Column, Shape], float | None]] = {
    "person_id": _person_id, "agency_code": _agency, "record_agency_code": _agency, "person_name": _name_value,
    "person_category": _category, "leave_type": _leave_type, "covid_related": _covid, "days": _days, "hours": _hours,
    "record_count": _record_count, "period": _by_format("period"), "generated_at": _by_format("date"),
    "start_date": _by_format("date"), "end_date": _by_format("date"), "start_time": _by_format("time"),
    "end_time": _by_format("time"),
}  # fmt: skip


def _put_starts_before_ends(choices: list[Choice]) -> None:
    """Where names did not tell, the earlier of two dates (or times) is the start."""
    chosen = {choice.field: choice for choice in choices if choice.field}
    for first, second, type in (("start_date", "end_date", "date"), ("start_time", "end_time", "time")):
        start, end = chosen.get(first), chosen.get(second)
        if start and end and "鍵名" not in start.reason + end.reason:
            earliest = [_sum(choice, type) for choice in (start, end)]
            if earliest[0] > earliest[1]:
                start.field, end.field = second, first
            for choice in (start, end):
                choice.reason = "先後關係相符"


def _sum(choice: Choice, type: str) -> float:
    form = kinds.best_format(type, choice.column.texts)[0]
    found = [kinds.read(type, form, text) for text in choice.column.texts]
    numbers = [value.toordinal() if hasattr(value, "toordinal") else value for value in found if value is not None]
    return sum(numbers) / len(numbers) if numbers else 0.0


# -- forms -----------------------------------------------------------------------------------------------------------


def _moment_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    type = type_of(choice.field or "")
    settings: dict[str, Any] = {"type": type, "format": kinds.best_format(type, choice.column.texts)[0]}
    if choice.field == "end_time":
        settings["end_of_day"] = True
    return settings, {}


def _boolean_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    pair = kinds.boolean_pair(choice.column.distinct)
    if set(choice.column.types) <= {"boolean", "null"} or pair is None:
        return {"type": "boolean"}, {}
    return {"type": "boolean", "true": pair[0], "false": pair[1]}, {}


def _number_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    type = type_of(choice.field or "")
    settings: dict[str, Any] = {"type": type, "minimum": 0}
    if "string" in choice.column.types:
        settings["as_text"] = True
    if choice.field == "hours":
        settings |= {"below": 8, "step": 0.5}
    return settings, {}


def _choice_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    """The code table from the values seen; leave names by their name or the nearest one."""
    codes = {text: "" for text in choice.column.texts}
    if choice.field == "leave_type":
        codes = {text: text if text in leave_names() else nearest(text, leave_names()) or "" for text in codes}
    elif choice.field == "dataset":
        codes = {text: "covid109" if "109" in text or "covid" in text.lower() else "monthly" for text in codes}
    elif choice.field == "format_version":
        codes = {text: text for text in codes}
    return {"type": "choice", "table": choice.field}, codes


def _digits_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    return {"type": "digits", "pattern": "0[1-9]|[1-8][0-9]|9[0-6]", "max_length": 2}, {}


def _text_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    type = type_of(choice.field or "")
    if type != "text":
        return {"type": type}, {}
    blank = choice.field not in usually_required() or any(not text.strip() for text in choice.column.texts)
    return {"type": "text", "blank": blank}, {}


_FORMS = {
    "date": _moment_settings, "period": _moment_settings, "time": _moment_settings, "boolean": _boolean_settings,
    "integer": _number_settings, "number": _number_settings, "choice": _choice_settings, "digits": _digits_settings,
}  # fmt: skip
