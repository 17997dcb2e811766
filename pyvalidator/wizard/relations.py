"""Fields that neither name nor form tells: found by how the values of one record go together."""

from __future__ import annotations

from typing import Any

from pyvalidator.domain.leave_groups import EPIDEMIC
from pyvalidator.wizard import value_formats
from pyvalidator.wizard.choice import Choice
from pyvalidator.wizard.evidence import texts_only
from pyvalidator.wizard.find_layout import FoundLayout

#: A tuple, because a value of a file may be a list, which cannot be looked for in a set.
_EPIDEMIC = tuple(EPIDEMIC)
#: Share of the records in which a relation has to hold, and how sure a proposal is that stands on it.
_HOLDS, _SURE = 0.95, 0.7


def find_by_relations(choices: list[Choice], shape: FoundLayout) -> None:
    """Give the fields that are still open to keys whose values fit what is known already."""
    rows = shape.samples.get("record", [])
    chosen = {choice.field: choice for choice in choices if choice.field}
    free = [choice for choice in choices if choice.field is None and choice.column.level == "record"]
    if rows:
        _find_covid(chosen, free, rows)
        _find_reason(chosen, free)


def _settle(choice: Choice, name: str, chosen: dict[str, Choice], reason: str) -> None:
    choice.field, choice.confidence, choice.reason = name, _SURE, reason
    chosen[name] = choice


def _find_covid(chosen: dict[str, Choice], free: list[Choice], rows: list[dict[str, Any]]) -> None:
    """The mark is yes wherever the kind of leave is one of the epidemic's, and no somewhere else."""
    if "covid_related" in chosen or "leave_type" not in chosen:
        return
    kind = chosen["leave_type"].column.path
    for choice in free:
        pair = value_formats.boolean_pair(choice.column.distinct)
        yes = pair[0][0] if pair and set(choice.column.types) != {"boolean"} else True
        marked = [row.get(choice.column.path) == yes for row in rows if row.get(kind) in _EPIDEMIC]
        boolean = pair is not None or set(choice.column.types) == {"boolean"}
        if boolean and marked and all(marked) and any(row.get(choice.column.path) != yes for row in rows):
            _settle(choice, "covid_related", chosen, "防疫假別都有註記")
            return


def _find_reason(chosen: dict[str, Choice], free: list[Choice]) -> None:
    """The longest text that differs from leave to leave; a guess that says so."""
    texts = [
        choice for choice in free
        if texts_only(choice.column) and len(choice.column.texts) >= 5 and choice.column.longest > 4
        and value_formats.share(choice.column.texts, lambda text: not text.isascii()) > 0.5
    ]  # fmt: skip
    if "reason" not in chosen and len(texts) == 1:
        _settle(texts[0], "reason", chosen, "像是說明文字，請確認")
