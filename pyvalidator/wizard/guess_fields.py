"""Which canonical field each key probably is: from its name, its values and how values relate, with the reason."""

from __future__ import annotations

from typing import Any

from pyvalidator.profile.spec import CANONICAL
from pyvalidator.text.nearest import nearest
from pyvalidator.wizard import value_formats
from pyvalidator.wizard.amounts import find_amounts, likely_unit, step_of
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.evidence import DECISIVE, SCORES, weigh
from pyvalidator.wizard.find_layout import FoundLayout
from pyvalidator.wizard.names import TOGETHER, column_score, leave_names, parts_of, usually_required
from pyvalidator.wizard.relations import find_by_relations
from pyvalidator.wizard.remarks import remark

#: Below this a proposal is not made: the user chooses.
_ENOUGH = 0.45
_NAME, _VALUES = 0.6, 0.55


def guess_fields(shape: FoundLayout) -> list[Choice]:
    """A choice per column: the best pairs of key and field first, each field at most once."""
    choices = [Choice(column) for column in shape.columns]
    pairs = [
        (score, -index, name, reason)
        for index, choice in enumerate(choices) for name in (*CANONICAL, *TOGETHER)
        for score, reason in [_score(choice.column, name, shape)] if score >= _ENOUGH
    ]  # fmt: skip
    taken: set[str] = set()
    for score, minus_index, name, reason in sorted(pairs, reverse=True):
        choice = choices[-minus_index]
        if choice.field is None and taken.isdisjoint(parts_of(name)):
            taken.update(parts_of(name))
            choice.field, choice.confidence, choice.reason = name, _confidence(choice.column, name, score), reason
    _put_starts_before_ends(choices)
    find_amounts(choices, shape)
    find_by_relations(choices, shape)
    for choice in choices:
        settle(choice)
        if choice.field is None:
            choice.reason = remark(choice.column)
    return choices


def _confidence(column: Column, name: str, score: float) -> float:
    """0 … 1. A plain text has no form that could speak for it: there a name that is one of the known ones is enough."""
    named = name not in SCORES and column_score(column, name) == 1.0
    return round(min(max(score, 0.9 if named else 0.0), 1.0), 2)


def settle(choice: Choice) -> None:
    """Find the form of the values for the field now chosen; called again when the user chooses another field."""
    choice.settings, choice.codes, choice.own = {}, {}, {}
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
    "covid_related": "boolean", "start_moment": "moment", "end_moment": "moment", "amount": "amount",
}  # fmt: skip


# -- scores ----------------------------------------------------------------------------------------------------------


def _score(column: Column, name: str, shape: FoundLayout) -> tuple[float, str]:
    by_name = column_score(column, name)
    by_values = weigh(column, name, shape)
    if by_values is None:
        return 0.0, ""
    if not _level_fits(column, name, shape):
        return 0.0, ""
    if name == "generated_at" and by_name == 0 and not _is_only_date(column, shape):
        return 0.0, ""
    score = by_name * _NAME + by_values * _VALUES
    if CANONICAL[parts_of(name)[0]] == "header" and column.level != "header":
        # A header's own key comes first.
        score -= 0.05
    if by_values >= 0.95 and name in DECISIVE:
        score = max(score, 0.92 + by_name * 0.08)
    words = []
    if by_name >= 0.5:
        words.append("鍵名相近" if by_name < 1 else "鍵名相符")
    if by_values >= 0.5 and name in SCORES:
        words.append("內容形式相符")
    return score, "，".join(words) or "依位置推測"


def _is_only_date(column: Column, shape: FoundLayout) -> bool:
    """Of two dates beside each other no value tells which one is the day of the export."""
    others = [other for other in shape.columns if other.level == column.level and other is not column]
    return not any(other.texts and value_formats.best_format("date", other.texts)[1] >= 0.5 for other in others)


#: What says whose and which month's file it is: some layouts repeat it in each record, whatever else is above them.
_IDENTITY = frozenset({"agency_code", "agency_name", "period", "dataset"})


def _level_fits(column: Column, name: str, shape: FoundLayout) -> bool:
    has_header = any(other.level == "header" for other in shape.columns)
    if CANONICAL[parts_of(name)[0]] != "header":
        return column.level != "header" or shape.record_count == 0
    constant = column.always and len(column.distinct) == 1
    return column.level == "header" or (constant if has_header or name not in _IDENTITY else True)


def _put_starts_before_ends(choices: list[Choice]) -> None:
    """Where names did not tell, the earlier of two dates (or times) is the start."""
    chosen = {choice.field: choice for choice in choices if choice.field}
    for first, second, type in (("start_date", "end_date", "date"), ("start_time", "end_time", "time"),
                                ("start_moment", "end_moment", "moment")):  # fmt: skip
        start, end = chosen.get(first), chosen.get(second)
        if start and end and "鍵名" not in start.reason + end.reason:
            earliest = [_sum(choice, type) for choice in (start, end)]
            if earliest[0] > earliest[1]:
                start.field, end.field = second, first
            for choice in (start, end):
                choice.reason = "先後關係相符"


def _sum(choice: Choice, type: str) -> float:
    form = value_formats.best_format(type, choice.column.texts)[0]
    found = [value_formats.read(type, form, text) for text in choice.column.texts]
    numbers = [value.toordinal() if hasattr(value, "toordinal") else value for value in found if value is not None]
    return sum(numbers) / len(numbers) if numbers else 0.0


# -- forms -----------------------------------------------------------------------------------------------------------


def _moment_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    type = type_of(choice.field or "")
    settings: dict[str, Any] = {"type": type, "format": value_formats.best_format(type, choice.column.texts)[0]}
    if choice.field == "end_time":
        settings["end_of_day"] = True
    return settings, {}


def _both_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    return {"format": value_formats.best_format("moment", choice.column.texts)[0]}, {}


def _boolean_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    pair = value_formats.boolean_pair(choice.column.distinct)
    if set(choice.column.types) <= {"boolean", "null"} or pair is None:
        return {"type": "boolean"}, {}
    return {"type": "boolean", "true": pair[0], "false": pair[1]}, {}


def _number_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    type = type_of(choice.field or "")
    settings: dict[str, Any] = {"type": type, "minimum": 0}
    if "string" in choice.column.types:
        settings["as_text"] = True
    if choice.field == "hours":
        unit = "minutes" if choice.unit == "minutes" else "hours"
        # Hours are what is meant where a profile says nothing.
        settings |= ({} if unit == "hours" else {"unit": unit}) | {"below": 8 if unit == "hours" else 480}
        settings |= step_of(choice.column, unit)
    return settings, {}


def _amount_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    unit = choice.unit or likely_unit(choice.column)
    settings = {"type": "number", "unit": unit, "minimum": 0, **step_of(choice.column, unit)}
    return settings | ({"as_text": True} if "string" in choice.column.types else {}), {}


def _choice_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    """The code table from the values seen; leave names by their name or the nearest one."""
    codes = {text: "" for text in choice.column.codes}
    if choice.field == "leave_type":
        codes = {text: text if text in leave_names() else nearest(text, leave_names()) or "" for text in codes}
    elif choice.field == "dataset":
        codes = {text: "covid109" if "109" in text or "covid" in text.lower() else "monthly" for text in codes}
    elif choice.field == "format_version":
        codes = {text: text for text in codes}
    as_number = {"as_number": True} if set(choice.column.types) <= {"number", "null"} and codes else {}
    return {"type": "choice", "table": choice.field, **as_number}, codes


def _digits_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    return {"type": "digits", "pattern": "0[1-9]|[1-8][0-9]|9[0-6]", "max_length": 2}, {}


def _text_settings(choice: Choice) -> tuple[dict[str, Any], dict[str, str]]:
    type = type_of(choice.field or "")
    if type != "text":
        return {"type": type}, {}
    blank = choice.field not in usually_required() or any(not text.strip() for text in choice.column.texts)
    return {"type": "text", "blank": blank}, {}


_FORMS = {
    "date": _moment_settings, "moment": _both_settings, "period": _moment_settings, "time": _moment_settings,
    "boolean": _boolean_settings, "amount": _amount_settings,
    "integer": _number_settings, "number": _number_settings, "choice": _choice_settings, "digits": _digits_settings,
}  # fmt: skip
