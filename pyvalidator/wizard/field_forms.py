"""How the values of a key are written, as the settings of a field: found again whenever another field is chosen."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pyvalidator.profile import notations
from pyvalidator.profile.serials import is_serial
from pyvalidator.text.nearest import plain
from pyvalidator.text.states import meant_state
from pyvalidator.wizard import value_formats
from pyvalidator.wizard.amount_forms import amount_settings, part_settings
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.emptiness import is_nothing
from pyvalidator.wizard.evidence import parts_of_day
from pyvalidator.wizard.names import leave_meant, leave_names, parts_of, usually_required
from pyvalidator.wizard.row_times import VALUE_TYPES

_Settings = tuple[dict[str, Any], dict[str, str]]

_TYPES = {
    "format_version": "choice", "agency_code": "agency_code", "record_agency_code": "agency_code", "period": "period",
    "dataset": "choice", "generated_at": "date", "record_count": "integer", "person_id": "person_id",
    "person_category": "digits", "staff_class": "choice", "leave_type": "choice", "start_date": "date",
    "end_date": "date", "start_time": "time", "end_time": "time", "days": "integer", "hours": "number",
    "covid_related": "boolean", "leave_state": "choice", "start_moment": "moment", "end_moment": "moment",
    "amount": "amount", "both_dates": "date", "span": "span", "day_span": "day_span", "clock_span": "clock_span",
}  # fmt: skip
#: Hours by which offices work: what a word for a part of the day means at the start and at the end of a leave.
#: A few values that are written otherwise, or are not real, are faults of the file.
_NEARLY_ALL = 0.95
_ASKED = "上午當作 08:00 到 12:00，下午當作 13:00 到 17:00，全日當作 08:00 到 17:00；不是的話，請改成機關的辦公時間。"
_HOURS = {"morning": ("0800", "1200"), "afternoon": ("1300", "1700"), "whole": ("0800", "1700")}


def type_of(name: str) -> str:
    """The semantic type of a canonical field."""
    return _TYPES.get(name, "text")


def settle(choice: Choice) -> None:
    """Find the form of the values for the field now chosen; called again when the user chooses another field."""
    choice.settings, choice.codes, choice.own, choice.readings = {}, {}, {}, []
    choice.proposed, choice.optional, choice.asks = set(), False, ""
    if choice.field is not None:
        choice.settings, choice.codes = _FORMS.get(type_of(choice.field), _text_settings)(choice)
        if choice.more:
            choice.settings["more_keys"] = [column.key for column in choice.more]


# -- days and times ----------------------------------------------------------------------------------------------------


def _time_settings(choice: Choice) -> _Settings:
    field = choice.field or ""
    type = VALUE_TYPES[field]
    values = [value for value in choice.values if not is_nothing(value)]
    settings: dict[str, Any] = {} if len(parts_of(field)) > 1 else {"type": type_of(field)}
    words = parts_of_day(choice.column) if type in ("time", "clock_span") else {}
    if words:
        choice.asks = _ASKED
        settings["slots"] = {word: _HOURS[part][field == "end_time"] for word, part in words.items()}
        if field == "clock_span":
            # One word says both.
            choice.own["end_time"] = {"slots": {word: _HOURS[part][1] for word, part in words.items()}}
        values = [value for value in values if value not in words]
        if not values:
            return settings, {}
    settings["format"], read = value_formats.best_format(type, values)
    if 0 < read < _NEARLY_ALL:
        choice.asks = f"這種寫法只讀得出 {read:.0%} 的值，其餘的會列為錯誤；寫法不只一種時，請廠商固定成一種。"
    if not settings["format"]:
        # Nothing is written like this field: whoever chose it says how.
        settings["format"] = value_formats.FORMATS[type][0]
        choice.asks = "看不出這裡的日期或時間怎麼寫，請選一種寫法，或自己輸入。"
    settings |= written_as(settings["format"], values)
    if field == "end_time":
        settings["end_of_day"] = True
    return settings, {}


def written_as(format: str, values: list[Any]) -> dict[str, Any]:
    """Whether values that are digits from head to foot are numbers of JSON, texts, or both."""
    numbers = sum(not isinstance(value, str) for value in values)
    if notations.form_of("date", format).numbers is None:
        # What has other signs in it is no number; a number among its values is a fault.
        return {}
    if 0 < numbers < len(values):
        return {"mixed": True}
    if is_serial(format):
        return {} if numbers or format.startswith("/") else {"as_text": True}
    return {"as_number": True} if numbers else {}


# -- others ------------------------------------------------------------------------------------------------------------


def _boolean_settings(choice: Choice) -> _Settings:
    values = choice.column.samples
    pair = value_formats.boolean_pair(values)
    if set(choice.column.types) <= {"boolean", "null"} or pair is None:
        return {"type": "boolean"}, {}
    if pair[1] == [None]:
        # JSON's null is no word of a table: it is a missing value, and that means no.
        return {"type": "boolean", "true": pair[0], "false": ["N"], "missing": ["null"], "default": "N"}, {}
    # An empty text that means no is not missing.
    blank: dict[str, Any] = {"missing": []} if "" in pair[1] else {}
    return {"type": "boolean", "true": pair[0], "false": pair[1], **blank}, {}


def _number_settings(choice: Choice) -> _Settings:
    return part_settings(choice), {}


def _amount_settings(choice: Choice) -> _Settings:
    return amount_settings(choice), {}


def _choice_settings(choice: Choice) -> _Settings:
    """The code table from the values seen; of leave names what is proposed for them, and all other official names."""
    codes = {text: "" for text in choice.column.codes if not is_nothing(text)}
    if choice.field == "leave_type":
        codes = _leave_codes(choice, codes)
    elif choice.field == "dataset":
        codes = {text: "covid109" if "109" in text or "covid" in text.lower() else "monthly" for text in codes}
    elif choice.field == "leave_state":
        codes = {text: meant_state(plain(choice.column.key), text) or "" for text in codes}
        choice.proposed = {text for text, meant in codes.items() if meant}
    elif choice.field == "format_version":
        codes = {text: text for text in codes}
    kinds: Counter[str] = Counter({name: count for name, count in choice.column.types.items() if name != "null"})
    written = {"as_number": True} if set(kinds) == {"number"} and codes else {"mixed": True} if len(kinds) > 1 else {}
    return {"type": "choice", "table": choice.field, **written}, codes


def _leave_codes(choice: Choice, codes: dict[str, str]) -> dict[str, str]:
    official = {name: name for name in leave_names()}
    codes = {text: leave_meant(text) or "" for text in codes}
    choice.proposed = {text for text, name in codes.items() if name and name != text}
    # Where leave is told by its name, other names come in other months.
    named = 2 * sum(map(bool, codes.values())) >= len(codes) > 0
    return {**codes, **official} if named else codes


def _digits_settings(choice: Choice) -> _Settings:
    return {"type": "digits", "pattern": "0[1-9]|[1-8][0-9]|9[0-6]", "max_length": 2}, {}


def _text_settings(choice: Choice) -> _Settings:
    type = type_of(choice.field or "")
    if type != "text":
        return {"type": type}, {}
    if set(choice.column.types) - {"string", "null"}:
        # A number of the house, or a code that means nothing here, may be written as a number.
        return {"type": "any"}, {}
    blank = choice.field not in usually_required() or any(not text.strip() for text in choice.column.texts)
    return {"type": "text", "blank": blank}, {}


_FORMS = {
    **dict.fromkeys(("date", "moment", "period", "time", "span", "day_span", "clock_span"), _time_settings),
    "boolean": _boolean_settings, "amount": _amount_settings, "integer": _number_settings, "number": _number_settings,
    "choice": _choice_settings, "digits": _digits_settings,
}  # fmt: skip
