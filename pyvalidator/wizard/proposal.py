"""A draft as plain data for the page: what was found, what is proposed, what is asked. Nothing in it is unmasked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pyvalidator.privacy.masking import mask_key, mask_text
from pyvalidator.profile.field_values import code_text
from pyvalidator.profile.needed import AMOUNT, essential_gaps, wanted_gaps
from pyvalidator.source.pointers import tokens_of
from pyvalidator.wizard.candidates import Candidate
from pyvalidator.wizard.choice import Choice, Reading
from pyvalidator.wizard.corrections import Refused, place_of
from pyvalidator.wizard.draft import Draft
from pyvalidator.wizard.file_facts import SOURCES, file_name_facts, sources
from pyvalidator.wizard.form_controls import controls
from pyvalidator.wizard.maps import KeyPlace
from pyvalidator.wizard.names import parts_of
from pyvalidator.wizard.readings import preview
from pyvalidator.wizard.row_times import VALUE_TYPES
from pyvalidator.wizard.toml_text import draft_toml
from pyvalidator.wizard.words import (
    are_ids,
    column_facts,
    confidence_word,
    examples,
    found_at,
    hides_ids,
    key_words,
    level_words,
    pattern_words,
    question_of,
    question_of_lack,
    shown_value,
    titles,
)

#: What is asked elsewhere than among the fields that nothing tells.
_ASKED = {field for source in SOURCES for field in source.fields}
#: Keys and rows of a place that are shown.
_KEYS, _ROWS = 8, 2
#: Values that are shown as they are read.
_PREVIEWS = 3


def as_data(
    draft: Draft, candidates: Sequence[Candidate], names: Sequence[str], edits: dict[str, Any],
    refused: Mapping[str, Refused],
) -> dict[str, Any]:  # fmt: skip
    """What the page shows of a draft.

    Args:
        candidates: every place where records could be. names: what the files are called.
        edits: what the user said so far. refused: of that, templates that cannot be used.
    """
    return {
        "found_at": found_at(draft.shape), "doubt": draft.shape.doubt,
        "places": [_place(draft, each, edits.get("places", {})) for each in candidates],
        "maps": [_map(each) for each in draft.shape.key_places],
        "header": sources(draft, edits.get("given", {})), "file_name": file_name_facts(draft, names),
        "columns": [_column(draft, choice, refused.get(place_of(choice)))
                    for choice in draft.choices if choice.joined_to is None],
        "absent": _lacking(draft), "about": asdict(draft.about), "toml": draft_toml(draft),
    }  # fmt: skip


def _place(draft: Draft, candidate: Candidate, said: dict[str, str]) -> dict[str, Any]:
    pattern, shown, rows = candidate.pattern, candidate.keys[:_KEYS], candidate.rows[:_ROWS]
    state = said.get(pattern, "" if candidate.role == "open" else candidate.role)
    lacks_kind = state == "records" and not _has(draft, pattern, ["leave_type"])
    asks_kind = state == "records" and (lacks_kind or len(draft.shape.layout.records) > 1)
    hidden = {key for key in shown if are_ids(tokens_of(key), (str(row.get(key, "")) for row in candidate.rows))}
    return {
        "place": pattern, "title": pattern_words(pattern), "count": candidate.count, "facts": candidate.reason,
        "keys": ["／".join(map(mask_text, tokens_of(key))) for key in shown],
        "rows": [[shown_value(row.get(key, ""), key in hidden) for key in shown] for row in rows],
        "state": state, "sure": (pattern in said or not candidate.asks) and not lacks_kind,
        "kind": str(draft.place_constants.get(pattern, {}).get("leave_type", "")) if asks_kind else None,
        "kind_hint": draft.suggested.place_constants.get(pattern, {}).get("leave_type", ""),
    }  # fmt: skip


def _map(place: KeyPlace) -> dict[str, Any]:
    return {"place": place.pattern, "title": pattern_words(place.pattern + "/*"), "count": place.members,
            "on": place.is_data, "facts": place.evidence,
            # No profile may hold anybody's number.
            "fixed": place.is_data and place.kind == "person_id"}  # fmt: skip


def _column(draft: Draft, choice: Choice, refused: Refused | None) -> dict[str, Any]:
    column, hide = choice.column, hides_ids(choice)
    typed = refused.template if refused else str(choice.settings.get("format", ""))
    # A month is read as its first day.
    pairs = [(text, read and (read.removesuffix(" 1 日") if choice.field == "period" else read))
             for text, read in preview(choice, typed)]  # fmt: skip
    return {
        "at": place_of(choice), "level": level_words(draft.shape, column.level), "key": key_words(choice),
        "facts": column_facts(column), "examples": examples(choice), "field": choice.field or "",
        "confidence": confidence_word(choice), "asks": question_of(choice), "reason": choice.reason,
        "required": draft.is_required(choice), "codes": _codes(choice),
        "controls": [asdict(control) for control in controls(choice)],
        "readings": [_reading(reading, hide) for reading in choice.readings],
        "reading": choice.readings[0].name if choice.readings and choice.by_user else "",
        "template": typed if choice.field in VALUE_TYPES else None,
        "template_problem": refused.problem if refused else "",
        "preview": [[shown_value(text, hide), read] for text, read in pairs if read is not None][:_PREVIEWS],
        "unread": [shown_value(text, hide) for text, read in pairs if read is None][:_PREVIEWS],
    }  # fmt: skip


def _reading(reading: Reading, hide: bool) -> dict[str, Any]:
    pairs = [[shown_value(text, hide) for text in pair] for pair in reading.examples]
    return {"name": reading.name, "title": reading.words, "against": reading.against, "pairs": pairs}


def _codes(choice: Choice) -> list[dict[str, Any]] | None:
    """The codes of a coded field with how often each was seen, those without a meaning first; identity numbers are no
    codes."""
    if not choice.codes:
        return None
    seen = {code_text(value): count for value, count in choice.column.distinct.items()}
    return [
        {"code": code, "count": seen.get(code, 0), "name": name, "proposed": code in choice.proposed}
        for code, name in sorted(choice.codes.items(), key=lambda told: (told[1] != "", told[0] not in choice.proposed))
        if mask_key(code) == code
    ]  # fmt: skip


def _lacking(draft: Draft) -> list[dict[str, Any]]:
    """The fields that every file needs and no key is, at one place of records at least; what is asked as a fact of the
    whole file, or of a place, is not asked again."""
    records = draft.shape.layout.records

    def without(*names: str) -> list[str]:
        return [pattern for pattern in records if not _has(draft, pattern, names)]

    def placed(*names: str) -> bool:
        return not without(*names)

    essential = essential_gaps(placed)
    gaps = ["amount" if name == AMOUNT else name for name in dict.fromkeys([*essential, *wanted_gaps(placed)])]
    found = []
    for name in gaps:
        where = without(*parts_of(name))
        somewhere = len(where) < len(records)
        if name in _ASKED or (name == "leave_type" and somewhere):
            continue
        found.append({
            "field": name, "title": titles()[name], "may_lack": name not in essential,
            "question": question_of_lack(name, name in essential, where if somewhere else []),
            "declared": draft.absent.issuperset(parts_of(name)),
        })  # fmt: skip
    return found


def _has(draft: Draft, pattern: str, names: Sequence[str]) -> bool:
    """Whether the records at one place have one of some fields, from a key or as all of them have it."""
    fixed = draft.constants.keys() | draft.place_constants.get(pattern, {}).keys() | {
        each["name"] for each in draft.kept_fields
    }  # fmt: skip
    return not fixed.isdisjoint(names) or any(
        not set(parts_of(choice.field)).isdisjoint(names)
        for choice in draft.choices if not choice.column.places or pattern in choice.column.places
    )  # fmt: skip
