"""Fields that neither name nor form tells: found by how the values of one record go together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pyvalidator.wizard import kinds
from pyvalidator.wizard.evidence import is_number, number_like, numbers_of, texts_only
from pyvalidator.wizard.names import parts_of
from pyvalidator.wizard.shape import Shape

if TYPE_CHECKING:
    from pyvalidator.wizard.guess import Choice

_EPIDEMIC = ("防疫照顧假", "防疫隔離假", "疫苗接種假")
#: Share of the records in which a relation has to hold, and how sure a proposal is that stands on it.
_HOLDS, _SURE = 0.95, 0.7
_DAY = 24 * 60


def find_by_relations(choices: list[Choice], shape: Shape) -> None:
    """Give the fields that are still open to keys whose values fit what is known already."""
    rows = shape.samples.get("record", [])
    chosen = {choice.field: choice for choice in choices if choice.field}
    free = [choice for choice in choices if choice.field is None and choice.column.level == "record"]
    if rows:
        _find_amounts(chosen, free, rows)
        _find_covid(chosen, free, rows)
        _find_reason(chosen, free)


def _settle(choice: Choice, name: str, chosen: dict[str, Choice], reason: str) -> None:
    choice.field, choice.confidence, choice.reason = name, _SURE, reason
    chosen[name] = choice


def _find_amounts(chosen: dict[str, Choice], free: list[Choice], rows: list[dict[str, Any]]) -> None:
    """Days and hours are what, together, is more than nothing and no more than the time from start to end."""
    if "days" in chosen and "hours" in chosen:
        return
    spans = list(_spans(chosen, rows))
    if len(spans) != len(rows):
        return
    numeric = [choice for choice in free if number_like(choice.column)]
    days = [chosen["days"]] if "days" in chosen else numeric
    hours = [chosen["hours"]] if "hours" in chosen else numeric
    pairs = [(first, second) for first in days for second in hours if first is not second and _hours_like(second)]
    best = max(pairs, key=lambda pair: _fit(pair, rows, spans), default=None)
    if best is not None and _fit(best, rows, spans) >= _HOLDS:
        for choice, name in zip(best, ("days", "hours"), strict=True):
            if choice.field is None:
                _settle(choice, name, chosen, "與起訖時間相符")


def _hours_like(choice: Choice) -> bool:
    return all(0 <= value < 8 for value in numbers_of(choice.column))


def _fit(pair: tuple[Choice, Choice], rows: list[dict[str, Any]], spans: list[tuple[int, int]]) -> float:
    """The share of records whose amount fits. A part of a day counts in hours, whole days in days."""
    first, second = (choice.column.key for choice in pair)
    right = 0
    for row, (minutes, days) in zip(rows, spans, strict=True):
        count, rest = _number(row.get(first)), _number(row.get(second))
        if count is None or rest is None or not count.is_integer():
            return 0.0
        total = count * 8 + rest
        right += 0 < total <= min(8 * days, minutes / 60) and total >= min(8, minutes / 60) / 2
    return right / len(rows)


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or value is None:
        return None
    return float(value) if isinstance(value, int | float) or (isinstance(value, str) and is_number(value)) else None


def _spans(chosen: dict[str, Choice], rows: list[dict[str, Any]]) -> Iterable[tuple[int, int]]:
    """Minutes and calendar days from start to end of each record; ends early where they cannot be read."""
    sources = {part: choice.column for choice in chosen.values() for part in parts_of(choice.field)}
    names = ("start_date", "start_time", "end_date", "end_time")
    if not all(name in sources for name in names):
        return
    reads = []
    for name in names:
        type, texts = name.rpartition("_")[2], sources[name].texts
        form = max((kinds.best_format(each, texts) for each in (type, "moment")), key=lambda found: found[1])[0]
        reads.append((type, form, sources[name].key))
    for row in rows:
        found = [kinds.read(type, form, str(row.get(key))) for type, form, key in reads]
        if any(value is None for value in found):
            return
        days = (found[2] - found[0]).days
        yield days * _DAY + found[3] - found[1], days + 1


def _find_covid(chosen: dict[str, Choice], free: list[Choice], rows: list[dict[str, Any]]) -> None:
    """The mark is yes wherever the kind of leave is one of the epidemic's, and no somewhere else."""
    if "covid_related" in chosen or "leave_type" not in chosen:
        return
    kind = chosen["leave_type"].column.key
    for choice in free:
        pair = kinds.boolean_pair(choice.column.distinct)
        yes = pair[0][0] if pair and set(choice.column.types) != {"boolean"} else True
        marked = [row.get(choice.column.key) == yes for row in rows if row.get(kind) in _EPIDEMIC]
        boolean = pair is not None or set(choice.column.types) == {"boolean"}
        if boolean and marked and all(marked) and any(row.get(choice.column.key) != yes for row in rows):
            _settle(choice, "covid_related", chosen, "防疫假別都有註記")
            return


def _find_reason(chosen: dict[str, Choice], free: list[Choice]) -> None:
    """The longest text that differs from leave to leave; a guess that says so."""
    texts = [
        choice for choice in free
        if texts_only(choice.column) and len(choice.column.texts) >= 5 and choice.column.longest > 4
        and kinds.share(choice.column.texts, lambda text: not text.isascii()) > 0.5
    ]  # fmt: skip
    if "reason" not in chosen and len(texts) == 1:
        _settle(texts[0], "reason", chosen, "像是說明文字，請確認")
