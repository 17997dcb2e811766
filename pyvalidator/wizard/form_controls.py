"""How the values of a field may be written: the choices that the user is offered, and what each means in a profile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pyvalidator.profile import notations
from pyvalidator.profile.template_words import describe
from pyvalidator.wizard import value_formats
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.field_forms import settle, type_of, written_as
from pyvalidator.wizard.row_times import VALUE_TYPES

_NATIVE = "json"
#: Units in which a field can be, each with what 4 hours, or a day and 4 hours, are in it; short for a narrow column.
_UNITS = {
    "hours": {"hours": "以小時計（4）", "minutes": "以分鐘計（240）"},
    "amount": {"days": "以日計（1.5）", "hours": "以小時計（12）", "minutes": "以分鐘計（720）"},
}


@dataclass(frozen=True)
class Control:
    """One choice for the user: `options` are (value, words), `value` is the one in force."""

    name: str
    title: str
    value: str
    options: list[tuple[str, str]]


def controls(choice: Choice) -> list[Control]:
    """The choices for the field that a key is mapped to; none where there is only one way."""
    if choice.field is None:
        return []
    settings = choice.settings
    # A given profile may have another type than the usual one, and forms that are not offered otherwise.
    type = settings.get("type", type_of(choice.field))
    found = []
    if (told := VALUE_TYPES.get(choice.field)) and settings.get("format"):
        known = dict.fromkeys([settings["format"], *value_formats.FORMATS[told]])
        found.append(Control("format", "寫法", settings["format"], [(form, _described(told, form)) for form in known]))
    elif type == "boolean":
        now = _pair_in_force(settings)
        pairs = [*value_formats.BOOLEANS, *([now] if now and now not in value_formats.BOOLEANS else [])]
        named = [(_pair_name(pair), f"{_said(pair[0])} 是，{_said(pair[1])} 否") for pair in pairs]
        native = (_NATIVE, "true 是，false 否")
        found.append(Control("words", "寫法", _pair_name(now) if now else _NATIVE, [native, *named]))
    elif type in ("integer", "number", "amount"):
        # Of several keys each counts in a unit of its own.
        units = None if choice.more else _UNITS.get(choice.field)
        if units:
            found.append(Control("unit", "單位", settings.get("unit", "hours"), list(units.items())))
        written = "text" if settings.get("as_text") else "number"
        found.append(Control("written", "寫成", written, [("number", "數字（1.5）"), ("text", '文字（"1.5"）')]))
    elif type == "text":
        blank = "yes" if settings.get("blank") else "no"
        found.append(Control("blank", "空白", blank, [("no", "不可空白"), ("yes", "可以空白")]))
    return found


def set_control(choice: Choice, name: str, value: str) -> None:
    """Put one of the options in force. A name or value that is not offered is left alone."""
    control = next((each for each in controls(choice) if each.name == name), None)
    if control is None or value == control.value or value not in dict(control.options):
        return
    settings = choice.settings
    if name == "format":
        settings |= {"format": value, **written_as(value, choice.values)}
        choice.readings = []
    elif name == "words":
        settings.pop("true", None)
        settings.pop("false", None)
        pair = next((pair for pair in value_formats.BOOLEANS if _pair_name(pair) == value), None)
        settings |= {"true": [pair[0]], "false": [pair[1]]} if pair else {}
    elif name == "unit":
        choice.unit, written = value, settings.get("as_text")
        settle(choice)
        choice.settings |= {"as_text": True} if written else {}
    elif name == "written":
        settings.pop("as_text", None)
        settings |= {"as_text": True} if value == "text" else {}
    else:
        settings["blank"] = value == "yes"


def _described(type: str, form: str) -> str:
    return describe(notations.form_of(value_formats.FIELD_TYPES[type], form, True))


def _pair_name(pair: tuple[Any, Any]) -> str:
    return f"{pair[0]!r}/{pair[1]!r}"


def _pair_in_force(settings: dict[str, Any]) -> tuple[Any, Any] | None:
    if settings.get("true") and settings.get("false"):
        return settings["true"][0], settings["false"][0]
    return None


def _said(word: Any) -> str:
    return f"「{word}」" if isinstance(word, str) and word else "空白" if word == "" else str(word)
