"""What is written where there is no value, which fields can do without one, and what a missing value means."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from pyvalidator.domain.aliases import data
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.names import parts_of
from pyvalidator.wizard.row_times import Row, value_in

#: Without these a record says nothing; a few records without one are faulty, and the field is required.
_ESSENTIAL = frozenset({"person_id", "person_number", "leave_type", "start_date", "end_date"})
_FEW = 0.1
#: Words that also mean something: they stand with the field where they were seen, not with the profile.
_OWN_WORDS = frozenset({"無", "/", "*"})
_AMOUNTS = ("days", "hours")


def is_nothing(value: Any) -> bool:
    """Whether a value says that there is none: null, a blank text, a dash, 無, N/A, a date of nothing but zeros."""
    if value is None:
        return True
    if not isinstance(value, str):
        return False
    text = value.strip()
    return text in _words() or (len(text) >= 7 and not text.strip("0-/: T.") and "0" in text)


@cache
def _words() -> frozenset[str]:
    return frozenset(data()["missing"]["words"])


def written_nothing(choice: Choice) -> list[Any]:
    """How a key says that there is no value, as a profile has it; words that are codes or yes and no are none."""
    settings = choice.settings
    known = [*(settings.get("true") or ()), *(settings.get("false") or ())]
    known += [code for code, name in choice.codes.items() if name]
    found = [value for value in choice.column.samples if is_nothing(value) and value not in known]
    return ["null" if value is None else value for value in found]


def missing_everywhere(choices: Sequence[Choice]) -> list[Any]:
    """What a profile says for all fields: words that never mean anything else."""
    written = (word for choice in choices if "missing" not in choice.settings for word in written_nothing(choice))
    return list(dict.fromkeys(word for word in written if word not in _OWN_WORDS))


def find_emptiness(choices: Sequence[Choice], rows: Sequence[Row]) -> None:
    """Say of each choice what is missing in it, whether it can be, and what it then means."""
    everywhere = missing_everywhere(choices)
    for choice in choices:
        if choice.field is None or choice.joined_to is not None:
            continue
        own = [word for word in written_nothing(choice) if word in _OWN_WORDS]
        if own and "missing" not in choice.settings:
            choice.settings["missing"] = [*everywhere, *own]
        _judge(choice, rows)
    by_field = {choice.field: choice for choice in choices if choice.field}
    _whole_days_without_times(by_field, rows)
    _amounts_left_out(by_field, rows)


def _judge(choice: Choice, rows: Sequence[Row]) -> None:
    if choice.field == "amount" and choice.more:
        # Of several keys those that are left empty are nothing.
        columns = [choice.column, *choice.more]
        choice.optional = any(
            all(is_nothing(row.get((column.level, column.path))) for column in columns) for row in rows
        )
        return
    column = choice.column
    empty = sum(count for value, count in column.counted.items() if is_nothing(value))
    lacking = column.objects - column.count + empty
    if not lacking or "default" in choice.settings:
        choice.optional = "default" in choice.settings
        return
    share = lacking / max(column.objects, 1)
    essential = not _ESSENTIAL.isdisjoint(parts_of(choice.field))
    choice.optional = not essential or share > _FEW
    if essential:
        need = "這一欄可以沒有值嗎？" if choice.optional else "這一欄應該都要有值，請確認。"
        choice.asks = f"{column.objects:,} 處中有 {lacking:,} 處沒有值。{need}"


def _whole_days_without_times(by_field: dict[str, Choice], rows: Sequence[Row]) -> None:
    """Times that are missing in leaves of whole days: said as the evidence."""
    start, end = by_field.get("start_time"), by_field.get("end_time")
    if not start or not end or not (start.optional or end.optional):
        return
    without = [row for row in rows if is_nothing(value_in(row, start)) and is_nothing(value_in(row, end))]
    if not without:
        return
    days = by_field.get("days")
    whole = days is not None and all(_number(value_in(row, days)) > 0 for row in without)
    seen = "都是整日的假" if whole else "其餘的有"
    for choice in (start, end):
        choice.asks = f"看到的 {len(rows):,} 筆中有 {len(without):,} 筆沒有時間，{seen}；沒有時間的當作整日。"


def _amounts_left_out(by_field: dict[str, Choice], rows: Sequence[Row]) -> None:
    """Days or hours that are missing where the other is there: nothing is meant by it."""
    days, hours = by_field.get("days"), by_field.get("hours")
    if not days or not hours:
        return
    for choice, other in ((days, hours), (hours, days)):
        without = [row for row in rows if is_nothing(value_in(row, choice))]
        if without and all(_number(value_in(row, other)) > 0 for row in without):
            choice.settings["default"] = "0" if choice.settings.get("as_text") else 0
            choice.optional = True
            named = "時數" if choice.field == "hours" else "日數"
            choice.asks = f"看到的 {len(rows):,} 筆中有 {len(without):,} 筆沒有{named}，另一欄都有值；沒有值的當作 0。"


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0.0
