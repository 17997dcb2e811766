"""Which canonical field each line is: by its Chinese name and its key, by what its type can hold, and by where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from pyvalidator.profile.spec import CANONICAL
from pyvalidator.source.pointers import Keyed, escape
from pyvalidator.spec_table.codes import codes_in, pair_in
from pyvalidator.spec_table.formats import format_of
from pyvalidator.spec_table.places import Placed
from pyvalidator.spec_table.tables import Line
from pyvalidator.spec_table.types import WrittenType, read_type
from pyvalidator.wizard.names import TOGETHER, column_score, name_score, parts_of, unit_named

#: Below this nothing is proposed.
_LEAST = 0.5
#: What is nearer than this to the best is named beside it.
_NEAR = 0.04
_MOMENTS = ("start_moment", "end_moment")
#: Of one value that is several, what tables describe.
_TOGETHER = (*_MOMENTS, "amount")
#: What a line can be.
FIELDS = (*CANONICAL, *_TOGETHER)
_DATES = {"start_date", "end_date", "generated_at"}
_TIMES = {"start_time", "end_time"}
_NUMBERS = {"days", "hours", "record_count", "amount"}


@dataclass(frozen=True)
class _Key(Keyed):
    """A line's key with those of the objects around it."""

    key: str
    inside: str


@dataclass
class Match:
    """What a line is. `name`: a canonical field or one of `TOGETHER`, None for none; `others`: nearly as near."""

    name: str | None
    reason: str = ""
    score: float = 0.0
    others: tuple[str, ...] = ()


def match_lines(placed: list[Placed], answers: dict[str, str]) -> dict[int, Match]:
    """By the identity of each line of a value.

    Args:
        answers: key of a line → the field that a person chose, "" for none.
    """
    values = [each for each in placed if not each.kind]
    has_header = any(_at_header(each) for each in values)
    found: dict[int, Match] = {}
    pairs: list[tuple[float, int, str, str]] = []
    scores: dict[int, list[tuple[float, str]]] = {}
    for index, each in enumerate(values):
        if line_id(each) in answers:
            chosen = answers[line_id(each)] or None
            found[id(each)] = Match(chosen, "由您指定", 1.0)
            continue
        for name in FIELDS:
            score, reason = _score(each, name, has_header)
            if score >= _LEAST:
                pairs.append((score, index, name, reason))
                scores.setdefault(index, []).append((score, name))
    taken = {part for match in found.values() for part in parts_of(match.name)}
    for score, index, name, reason in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        each = values[index]
        if id(each) in found or not taken.isdisjoint(parts_of(name)):
            continue
        taken |= set(parts_of(name))
        near = [other for value, other in scores[index] if other != name and abs(value - score) < _NEAR]
        found[id(each)] = Match(name, reason, score, tuple(near))
    for each in values:
        match = found.setdefault(id(each), Match(None))
        # What another line is with more right is no question here.
        match.others = tuple(other for other in match.others if taken.isdisjoint(parts_of(other)))
    return found


def line_id(placed: Placed) -> str:
    """By what a person's answer names a line: wherever it turns out to stand in a file."""
    line = placed.line
    # Two tables may stand beside each other.
    beside = min(line.columns.values())
    return f"{line.where.sheet}!{line.where.row}" + (f":{beside}" if beside else "")


def _at_header(placed: Placed) -> bool:
    return placed.objects == ()


def _score(placed: Placed, name: str, has_header: bool) -> tuple[float, str]:
    line = placed.line
    title, note = line.get("title"), line.get("note")
    *around, key = placed.way[len(placed.objects) :]
    by_title = name_score(title, name) if title else 0.0
    by_key = column_score(_Key(key, "".join(f"/{escape(each)}" for each in around)), name) if line.get("key") or line.get("path") else 0.0
    # A note that is nothing but a known name says what the value is.
    by_note = float(name_score(note, name) == 1.0) if 0 < len(note) <= 16 else 0.0
    best = max(by_title, by_key, by_note)
    if best < 0.4 and name in ("amount", "hours") and "minutes" in (unit_named(title), unit_named(key)):
        # 請假分鐘數 is the whole amount, or what is left beside days.
        best = by_title = 0.7 if name == "amount" else 0.68
    if best < 0.4:
        return 0.0, ""
    both = 0.12 * min(by_title, by_key)
    reason = f"欄位名稱「{title}」" if by_title >= by_key else f"代號「{key}」"
    if by_note > max(by_title, by_key):
        reason = f"說明「{note}」"
    return best * 0.85 + both + _suits(line, name) + _level_suits(placed, name, has_header), reason


def _level_suits(placed: Placed, name: str, has_header: bool) -> float:
    wanted = CANONICAL.get(name, "record")
    at_header = _at_header(placed)
    if name == "record_agency_code":
        return 0.1 if has_header and not at_header else -1.0
    if wanted == "header":
        return 0.05 if at_header else -0.3 if has_header else 0.0
    return -0.3 if at_header else 0.05


def _suits(line: Line, name: str) -> float:
    """How well the type goes with a field: what it cannot hold rules it out."""
    said = read_type(line.get("type"))
    kind = said.kind if said else ""
    moment = holds_moment(line, said)
    if name in _MOMENTS:
        return 0.1 if moment else -1.0
    if moment and (name in _DATES or name in _TIMES) and name != "generated_at":
        return -0.6
    if name in _DATES:
        return (
            -0.6
            if kind in ("boolean", "time", "period", "choice")
            else 0.1
            if kind == "date"
            else -0.4
            if _is_short(line, said, 6)
            else 0.0
        )
    if name in _TIMES:
        return (
            -0.6
            if kind in ("boolean", "date", "period", "datetime")
            else 0.1
            if kind == "time"
            else -0.5
            if _is_long(line, said, 8)
            else 0.0
        )
    if name in _NUMBERS:
        return (
            -0.5
            if kind in ("date", "time", "boolean", "datetime", "period")
            else 0.1
            if kind in ("number", "integer")
            else 0.0
        )
    if name == "covid_related":
        return 0.1 if kind == "boolean" or pair_in(_all(line)) or len(codes_in(_all(line))) == 2 else 0.0
    if kind in ("boolean", "date", "time", "datetime"):
        return -0.4
    return 0.0


def holds_moment(line: Line, said: WrittenType | None) -> bool:
    """Whether a line's value is a day and a time of day."""
    if said and said.kind == "datetime":
        return True
    if said and said.kind not in ("text", "date"):
        return False
    told = format_of("datetime", [line.get("format"), line.get("note"), line.get("title")], [line.get("example")], None)
    return bool(told.reason)


def _all(line: Line) -> str:
    return "\n".join(line.get(role) for role in ("codes", "note", "format"))


def _size(line: Line, said: WrittenType | None) -> int | None:
    text = line.get("length")
    return int(text) if text.isdigit() else said.length if said else None


def _is_short(line: Line, said: WrittenType | None, below: int) -> bool:
    size = _size(line, said)
    return size is not None and size < below


def _is_long(line: Line, said: WrittenType | None, above: int) -> bool:
    size = _size(line, said)
    return size is not None and size > above


assert set(_TOGETHER) <= set(TOGETHER)
