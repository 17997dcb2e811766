"""Keys that the profile does not know: what they mean for the whole file where that can be told, else each by itself.

A key of a page (`total_pages`) says that the file may be a part, a key of state (`deleted`) that some leaves are
cancelled. Both are told also where the profile lets unknown keys pass, and never as a key too many: without it the file
would look whole, and the leave would look taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from operator import not_
from typing import Any, NamedTuple

from pyvalidator.engine.finding import Finding
from pyvalidator.engine.registry import rules_by_fault_code
from pyvalidator.form.found import found
from pyvalidator.form.meant_keys import meant_key
from pyvalidator.profile import Profile
from pyvalidator.profile.layout import RECORD
from pyvalidator.profile.spec import CANONICAL
from pyvalidator.profile.tree import Node, elements_of, layout_node
from pyvalidator.source.pointers import MISSING, escape, tokens_of
from pyvalidator.table.objects import Objects
from pyvalidator.table.table import Table
from pyvalidator.table.walk import ODD_COLUMN
from pyvalidator.text.nearest import plain
from pyvalidator.text.states import (
    NOT_VALID,
    STATUS_KEY,
    is_open,
    is_state_key,
    is_taken_back,
    looks,
    names_cancelled,
    says_cancelled,
)

_PAGE = re.compile("(current)?(page|part|chunk)(no|num|number|index)?|currentpage|paging|頁次|頁碼|頁數|目前頁數|分頁")
_PAGES = re.compile(
    "(total|last)(pages?|parts?|chunks?|batch(es)?|files?)|(pages?|parts?|chunks?|batch|files?)(count|total)"
    "|pages|parts|batches|(總|共)(頁數|幾頁|批數)"
)
_MORE = re.compile("(has|is)?(more|next|nextpage|partial|truncated|incomplete)(pages|data|records|results)?")
_LAST = re.compile("(is)?(last|lastpage|complete|completed|final|eof)")
_REST = re.compile("(remaining|left)(pages|data|records|items|count)?|剩餘筆數")
_NEXT = re.compile(
    "@?(odata)?next(page|url|link|token|cursor|pagetoken|offset|start|href|uri|marker)?|cursor|continuationtoken|scrollid"
)
_OFFSET = re.compile("offset|skip|start(index|row)?")
_LIMIT = re.compile("limit|size|pagesize|perpage|top|(rows|records|items)perpage|每頁筆數")
_TOTAL = re.compile(
    "total|@?(odata)?count|(total|all)(count|cnt|num|number|records?|rows?|elements?|items?|results?|hits)"
    "|(records?|rows?)(total|count)|numfound|.{0,4}總?(筆數|件數)|總數"
)
#: What stands beside these and tells nothing by itself.
_BESIDE = re.compile(
    "(is)?first(page)?|(has)?prev(ious)?(page)?|(start|end)cursor|(returned|filtered|current)(rows|records|count)"
    "|(records|rows)filtered|numberofelements|rows|draw"
)
_ABOUT_PAGES = (_PAGE, _PAGES, _MORE, _LAST, _REST, _NEXT, _OFFSET, _LIMIT, _TOTAL, _BESIDE)
#: Objects that hold such keys, in others of them too.
_HOLDER = re.compile(
    "pagination|paging|pager?|pageinfo|(response)?meta(data)?|links?|cursor|result(info)?|summary|分頁(資訊)?"
)
_DEEP = 3
_NAMED = 10
_LONGEST = 40
_YES = {"true", "1", "y", "yes", "是"}
_NO = {"", "false", "0", "n", "no", "none", "null", "否"}


class _Member(NamedTuple):
    """A member of the file that the profile does not know. `row`: the record on which it stands. `placed`: the profile
    knows the key, as one that no rule reads.
    """

    pointer: str
    key: str
    value: Any
    known: set[str]
    siblings: dict[str, Any]
    row: int | None = None
    placed: bool = False


def unknown_keys(profile: Profile, value: Any, table: Table) -> Iterator[Finding]:
    """The findings on all unknown keys of the parsed `value`."""
    strict = profile.unknown_keys == "error"
    above = list(_above_records(table.walk.tree, value, ""))
    part = _part_of_several(above, len(table), strict=strict)
    if part is not None:
        yield part
        above = [member for member in above if not _is_about_pages(member)]
    records = list(_on_records(table, strict=strict))
    telling = {member.key for member in records if is_state_key(plain(member.key)) or says_cancelled(member.value)}
    states = [*(member for member in records if member.key in telling), *_placed_states(table)]
    state = _cancelled(states, table, strict=strict) if states else None
    if state is not None:
        yield state
        told = set(state.params["keys"])
        records = [member for member in records if member.key not in told]
    if strict:
        yield from map(_unknown, above)
        yield from map(_unknown, records)


def _above_records(node: Node, value: Any, pointer: str) -> Iterator[_Member]:
    if node.is_record or node.known:
        return
    if node.has_elements and node.element is not None and not node.element.is_record:
        for key, element in elements_of(node, value):
            place = pointer if key is None else f"{pointer}/{escape(str(key))}"
            yield from _above_records(node.element, element, place)
    if not isinstance(value, dict):
        return
    if node.members and not node.has_elements and not value.keys() <= node.members.keys():
        known = set(node.members)
        for key in value:
            if key not in known:
                yield _Member(f"{pointer}/{escape(key)}", key, value[key], known, value)
    for key, child in node.members.items():
        # Of a large file most lists are those of records.
        if key in value and child.leaf is None and (child.members or not child.element or not child.element.is_record):
            yield from _above_records(child, value[key], f"{pointer}/{escape(key)}")


def _on_records(table: Table, *, strict: bool) -> Iterator[_Member]:
    """The unknown members of the records; where the profile lets them pass, only those of state."""
    places = table.walk.places
    for pattern in table.profile.layout.records if places else table.profile.layout.records[:1]:
        record = layout_node(table.walk.tree, pattern)
        here = [place == pattern for place in places] if places else None
        for inside in ("", *(inside for level, inside in table.profile.inner_objects if level == RECORD)):
            known = set(layout_node(record, inside).members)
            yield from _on_objects(table.objects_at(RECORD, inside), known, here, strict=strict)


def _placed_states(table: Table) -> Iterator[_Member]:
    """The leaves that the profile's field of state says are not valid, and the cancelled ones by keys of state that the
    profile knows only as keys that no rule reads. Its author has seen that some are not granted yet.
    """
    for spec in table.profile.fields:
        if spec.name == "leave_state":
            values = table.canonical(spec.name).values
            for index in (index for index, meant in enumerate(values) if meant == NOT_VALID):
                yield _Member(table.pointer_at(spec, index), spec.shown_key, NOT_VALID, set(), {}, index, placed=True)
        if spec.level != RECORD or spec.name in CANONICAL:
            continue
        column = table.own_column(spec)
        key = tokens_of(spec.key)[-1] if spec.key.startswith("/") else spec.key
        if not is_state_key(plain(key)):
            continue
        cancelled = {
            own for own, value in column.distinct.items() if value is not MISSING and is_taken_back(plain(key), value)
        }
        for index in column.rows_of(cancelled) if cancelled else ():
            yield _Member(table.pointer_at(spec, index), key, column.values[index], set(), {}, index, placed=True)


def _on_objects(objects: Objects, known: set[str], here: list[bool] | None, *, strict: bool) -> Iterator[_Member]:
    # Where nobody minds them, most records may have some: only those wanted are looked for.
    passed = set() if strict else {key for key in set().union(*objects.items) - known if not is_state_key(plain(key))}
    rows: Iterable[int] = compress(count(), map(not_, map((known | passed).issuperset, objects.items)))
    for row in rows if here is None else filter(here.__getitem__, rows):
        item = objects.items[row]
        for key in item:
            if key not in known and key not in passed and not key.startswith(ODD_COLUMN):
                yield _Member(objects.member(row, key), key, item[key], known, item, row)


def _unknown(member: _Member) -> Finding:
    near, hint = meant_key(member.key, member.known, member.siblings)
    # Without its state a cancelled leave looks taken: the key is not simply one too many.
    tells_state = member.row is not None and is_state_key(plain(member.key))
    first = "先確認取消或沒有核准的差假都沒有產製，再" if tells_state else ""
    finding = found(
        "unknown_key", pointer=member.pointer, at_key=True, key=member.key, nearest=near, hint=hint, first=first,
        expected=near,
    )  # fmt: skip
    finding.row = member.row
    return finding


# -- a part of several -------------------------------------------------------------------------------------------------


def _is_about_pages(member: _Member) -> bool:
    key = plain(member.key)
    if isinstance(member.value, dict):
        held = _held(member.pointer, member.value)
        return bool(_HOLDER.fullmatch(key)) and any(_is_page_key(plain(inner)) for _, inner, _ in held)
    return _is_page_key(key)


def _held(pointer: str, value: dict[str, Any], depth: int = _DEEP) -> Iterator[tuple[str, str, Any]]:
    """(pointer, key, value) of the members of an object, and of those in the holders among them."""
    for key, inner in value.items():
        at = f"{pointer}/{escape(key)}"
        if isinstance(inner, dict) and depth and _HOLDER.fullmatch(plain(key)):
            yield from _held(at, inner, depth - 1)
        else:
            yield at, key, inner


def _is_page_key(key: str) -> bool:
    return any(pattern.fullmatch(key) for pattern in _ABOUT_PAGES)


def _part_of_several(members: Sequence[_Member], records: int, *, strict: bool) -> Finding | None:
    """The finding that the file is one of several pages; None where no key says so."""
    about = [member for member in members if _is_about_pages(member)]
    said: list[tuple[str, str, Any]] = []
    for member in about:
        if isinstance(member.value, dict):
            said += _held(member.pointer, member.value)
        else:
            said.append((member.pointer, member.key, member.value))
    telling = [one for one in said if _tells_of_more(plain(one[1]), one[2], records)]
    if not telling:
        # A full page by itself, of which no total says that it is all.
        full = [one for one in said if _LIMIT.fullmatch(plain(one[1])) and _number(one[2]) == records > 0]
        totals = [one for one in said if (_TOTAL.fullmatch(plain(one[1])) or _PAGES.fullmatch(plain(one[1])))]
        telling = [] if totals else full
    if not telling:
        return None
    named = "、".join(
        f"{key} 是 {json.dumps(value, ensure_ascii=False)[:_LONGEST]}" for _, key, value in said[:_NAMED]
        if _is_page_key(plain(key)) and not isinstance(value, dict | list)
    )  # fmt: skip
    finding = found(
        "page_of_several", pointer=telling[0][0], key=telling[0][1], said=named or telling[0][1], actual=records,
        keys=[member.key for member in about],
    )  # fmt: skip
    if strict:
        finding.folded = {rules_by_fault_code("container")["unknown_key"].id: len(about)}
    return finding


def _tells_of_more(key: str, value: Any, records: int) -> bool:
    if _LAST.fullmatch(key) and isinstance(value, bool | str):
        return str(value).casefold() in _NO - {""}
    number = _number(value)
    if _TOTAL.fullmatch(key):
        return number is not None and number > records
    if _PAGES.fullmatch(key) or _PAGE.fullmatch(key):
        # 1/3, 1 of 3, 第1頁，共3頁.
        pages = re.findall("[0-9]{1,9}", value) if isinstance(value, str) and len(value) < _LONGEST else []
        return number > 1 if number is not None else len(pages) == 2 and int(pages[1]) > 1
    if _OFFSET.fullmatch(key) or _REST.fullmatch(key):
        return number is not None and number > 0
    if _NEXT.fullmatch(key) and isinstance(value, str | int | dict) and not isinstance(value, bool):
        return bool(value) and str(value).casefold() not in _NO
    return _MORE.fullmatch(key) is not None and str(value).casefold() in _YES


def _number(value: Any) -> int | None:
    if isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value.strip()):
        return int(value)
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12 else None


# -- cancelled leaves --------------------------------------------------------------------------------------------------


def _cancelled(members: Sequence[_Member], table: Table, *, strict: bool) -> Finding | None:
    """The finding on all leaves whose own keys say that they are cancelled; None where the keys tell nothing."""
    cancelled = [
        member for member in members
        if member.value == NOT_VALID or names_cancelled(plain(member.key), member.value)
    ]  # fmt: skip
    # That nothing is cancelled is said of a mark; a status may be any other.
    unknown = [member for member in members if strict and not member.placed]
    marks = [member for member in unknown if not STATUS_KEY.fullmatch(plain(member.key))]
    unclear = _unclear(members) if strict and not cancelled else {}
    keys = list(dict.fromkeys([*(member.key for member in (*cancelled, *marks)), *unclear]))
    if not keys:
        return None
    rows = sorted({member.row for member in cancelled if member.row is not None})
    numbers = "、".join(str(row + 1) for row in rows[:_NAMED]) + ("…" if len(rows) > _NAMED else "")
    state = max((looks(plain(member.key), member.value) for member in cancelled), key=len, default="")
    written = "、".join(f"「{str(value)[:_LONGEST]}」" for values in unclear.values() for value in values[:_NAMED])
    if rows:
        seen = f"看起來有 {len(rows):,} 筆{state}（第 {numbers} 筆）"
    else:
        seen = f"看不出哪些差假已經取消：寫的是{written}" if unclear else "目前沒有看起來已經取消的"
    named = "、".join(f"「{key}」" for key in keys)
    finding = found(
        "state_key", pointer=table.records_pointer, key=keys[0], keys=keys, named=named, seen=seen,
        count=len(rows), records=[table.records.pointer(row) for row in rows[:_NAMED]],
    )  # fmt: skip
    finding.rows = frozenset(rows)
    if strict:
        told = sum(member.key in keys and not member.placed for member in members)
        finding.folded = {rules_by_fault_code("container")["unknown_key"].id: told} if told else {}
    return finding


def _unclear(members: Sequence[_Member]) -> dict[str, list[Any]]:
    """By key, the values of a state that differ and of which nobody can tell what they mean: A, C."""
    values: dict[str, dict[str, Any]] = {}
    open_keys = {member.key for member in members if is_open(plain(member.key), member.value)}
    for member in members:
        if member.key in open_keys and not isinstance(member.value, dict | list):
            values.setdefault(member.key, {})[str(member.value)] = member.value
    return {key: [*found.values()] for key, found in values.items() if len(found) > 1}
