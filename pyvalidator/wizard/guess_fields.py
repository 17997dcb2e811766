"""Which canonical field each key probably is: from its name, its values and how values relate, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from pyvalidator.profile.spec import CANONICAL
from pyvalidator.wizard import value_formats
from pyvalidator.wizard.amounts import find_amounts
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.columns import Column
from pyvalidator.wizard.emptiness import find_emptiness
from pyvalidator.wizard.evidence import DECISIVE, SCORES, filled, parts_of_day, weigh
from pyvalidator.wizard.field_forms import settle, type_of
from pyvalidator.wizard.find_layout import FoundLayout
from pyvalidator.wizard.joined_keys import join_keys
from pyvalidator.wizard.leave_by_class import propose_by_class
from pyvalidator.wizard.names import TOGETHER, column_score, parts_of
from pyvalidator.wizard.readings import agree_on_forms, find_readings
from pyvalidator.wizard.relations import find_by_relations
from pyvalidator.wizard.remarks import remark
from pyvalidator.wizard.row_times import VALUE_TYPES, RowTimes, row_times, rows_of

__all__ = ["guess_fields", "settle", "type_of"]

#: Below this a proposal is not made: the user chooses.
_ENOUGH = 0.45
_NAME, _VALUES = 0.6, 0.55
#: Share of the records in which a relation has to hold to be proof.
_PROOF = 0.95
#: Of the keys under which objects stand, what can be a field.
_MEMBER_KEYS = frozenset({"person_id", "person_number", "start_date", "leave_type", "agency_code", "period", "unit"})


def guess_fields(shape: FoundLayout) -> list[Choice]:
    """A choice per column: the best pairs of key and field first, each field at most once at one place of records."""
    choices = [Choice(column) for column in shape.columns]
    taken: dict[str, list[Column]] = {}
    for field in join_keys(choices, shape):
        for part in parts_of(field):
            taken[part] = [choice.column for choice in choices if choice.field == field]
    pairs = [
        (score, -index, name, reason)
        for index, choice in enumerate(choices) if choice.field is None and choice.joined_to is None
        for name in (*CANONICAL, *TOGETHER)
        for score, reason in [_score(choice.column, name, shape)] if score >= _ENOUGH
    ]  # fmt: skip
    for score, minus_index, name, reason in sorted(pairs, reverse=True):
        choice = choices[-minus_index]
        if choice.field is None and all(_is_free(taken.get(part, []), choice.column) for part in parts_of(name)):
            for part in parts_of(name):
                taken.setdefault(part, []).append(choice.column)
            choice.field, choice.confidence, choice.reason = name, _confidence(choice.column, name, score), reason
            choice.certain = _is_certain(choice.column, name, score)
    _put_starts_before_ends(choices)
    _start_at_midnight(choices)
    _one_day_for_both(choices)
    rows = rows_of(shape)
    for choice in choices:
        if choice.field in VALUE_TYPES:
            settle(choice)
    agree_on_forms(choices)
    find_readings(choices, rows)
    times = row_times(choices, rows)
    _prove_by_order(choices, times)
    find_amounts(choices, rows, times)
    find_by_relations(choices, shape)
    for choice in choices:
        if choice.field not in VALUE_TYPES:
            readings = choice.readings
            settle(choice)
            choice.readings = readings if choice.field == "amount" else []
        if choice.field is None and choice.joined_to is None:
            choice.reason = remark(choice.column)
    propose_by_class(choices)
    find_emptiness(choices, rows)
    for choice in choices:
        choice.certain &= not choice.asks and not (choice.readings and not _is_decided(choice)) and not _is_open(choice)
    return choices


def _is_free(taken: list[Column], column: Column) -> bool:
    """Whether a field that these columns are can be another one too: where records stand at several places, each of
    them has its own keys."""
    return all(set(other.places) and column.places and set(other.places).isdisjoint(column.places) for other in taken)


def _confidence(column: Column, name: str, score: float) -> float:
    """0 … 1. A plain text has no form that could speak for it: there a name that is one of the known ones is enough."""
    named = name not in SCORES and column_score(column, name) == 1.0
    return round(min(max(score, 0.9 if named else 0.0), 1.0), 2)


def _is_certain(column: Column, name: str, score: float) -> bool:
    """Whether name and values agree, or the values alone decide."""
    by_name = column_score(column, name)
    if name in DECISIVE and score >= 0.92:
        return True
    return by_name == 1.0 and (name not in SCORES or score >= _NAME + 0.5 * _VALUES)


def _is_decided(choice: Choice) -> bool:
    """Whether the file's other values speak against all readings but the one in force."""
    return all(reading.against for reading in choice.readings[1:])


def _is_open(choice: Choice) -> bool:
    """Whether codes have no meaning yet, or one that is only proposed."""
    return bool(choice.proposed) or any(not name for name in choice.codes.values())


# -- scores ----------------------------------------------------------------------------------------------------------


def _score(column: Column, name: str, shape: FoundLayout) -> tuple[float, str]:
    if column.is_member_key and name not in _MEMBER_KEYS:
        return 0.0, ""
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
        # A header's own key comes first; what stands on an agency is rather the agency's than its units'.
        score += 0.05 if column.level == "agency" else -0.05
    if by_values >= 0.95 and name in DECISIVE:
        score = max(score, 0.92 + by_name * 0.08)
    if column.is_member_key:
        score = max(score, by_values * 0.7)
    words = []
    if by_name >= 0.5:
        words.append("鍵名相近" if by_name < 1 else "鍵名相符")
    if by_values >= 0.5 and name in SCORES:
        words.append("內容形式相符")
    return score, "，".join(words) or "依位置推測"


def _is_only_date(column: Column, shape: FoundLayout) -> bool:
    """Of two dates beside each other no value tells which one is the day of the export."""
    others = [other for other in shape.columns if other.level == column.level and other is not column]
    return not any(
        value_formats.best_format("date", other.distinct).share >= 0.5 for other in others if filled(other)
    )


#: What says whose and which month's file it is: some layouts repeat it in each record, whatever else is above them.
_IDENTITY = frozenset({"agency_code", "agency_name", "period", "dataset"})


def _level_fits(column: Column, name: str, shape: FoundLayout) -> bool:
    has_header = any(other.level == "header" for other in shape.columns)
    if CANONICAL[parts_of(name)[0]] != "header":
        return column.level != "header" or shape.record_count == 0
    constant = column.always and len(column.distinct) == 1
    return column.level == "header" or (constant if has_header or name not in _IDENTITY else True)


# -- starts and ends -------------------------------------------------------------------------------------------------


def _put_starts_before_ends(choices: list[Choice]) -> None:
    """Where names did not tell, the earlier of two dates (or times) is the start."""
    chosen = {choice.field: choice for choice in choices if choice.field}
    for first, second in (("start_date", "end_date"), ("start_time", "end_time"), ("start_moment", "end_moment")):
        start, end = chosen.get(first), chosen.get(second)
        if start and end and "鍵名" not in start.reason + end.reason:
            if _mean(start) > _mean(end):
                start.field, end.field = second, first
            for choice in (start, end):
                choice.reason = "先後關係相符"


def _mean(choice: Choice) -> float:
    type = VALUE_TYPES[choice.field or ""]
    form = value_formats.best_format(type, choice.values).format
    found = [said[0] for value in choice.values if (said := value_formats.moments(type, form, value))]
    numbers = [(day.toordinal() if day else 0) * 1440 + (minutes or 0) for day, minutes in found]
    return sum(numbers) / len(numbers) if numbers else 0.0


def _prove_by_order(choices: list[Choice], times: Sequence[RowTimes]) -> None:
    """Where names are only like those of start and end, that every leave ends after it starts is proof."""
    ends = [choice for choice in choices if parts_of(choice.field)[:1] in (("start_date",), ("end_date",))]
    dates = [choice for choice in choices if choice.field is None and choice.column.level != "header"
             and value_formats.best_format("stamp", choice.column.distinct).share >= 0.5]  # fmt: skip
    known = [times.days for times in times if times.days is not None]
    right = sum(days > 0 for days in known)
    if known and right >= _PROOF * len(times) and not dates:
        for choice in ends:
            choice.certain |= "鍵名" in choice.reason


def _start_at_midnight(choices: list[Choice]) -> None:
    """Where one end has a time of day and the other is always midnight, that is its time."""
    chosen = {choice.field: choice for choice in choices}
    for side, other in (("start", "end"), ("end", "start")):
        day, moment = chosen.get(f"{side}_date"), chosen.get(f"{other}_moment")
        if day and moment and f"{side}_time" not in chosen and not day.more:
            form = value_formats.best_format("moment", moment.values).format
            if all(value_formats.moments("moment", form, value) for value in filled(day.column)):
                day.field, day.certain = f"{side}_moment", moment.certain


def _one_day_for_both(choices: list[Choice]) -> None:
    """One date and no other in all of a leave: it starts and ends on that day. So with one word for the time."""
    chosen = {part: choice for choice in choices for part in parts_of(choice.field)}
    for side, other in (("start_time", "end_time"), ("end_time", "start_time")):
        if other not in chosen and side in chosen and parts_of_day(chosen[side].column):
            chosen[side].field, chosen[side].reason = "clock_span", "一個詞同時說明開始與結束"
    start = chosen.get("start_date") or chosen.get("end_date")
    if start is None or start.field not in ("start_date", "end_date") or {"start_date", "end_date"} <= set(chosen):
        return
    named = column_score(start.column, "both_dates")
    one_sided = max(column_score(start.column, side) for side in ("start_date", "end_date"))
    if one_sided >= 1.0 > named:
        return
    start.field, start.confidence = "both_dates", 0.7
    start.reason = "每筆只有這一個日期，當作開始與結束是同一天"
    start.certain = False
