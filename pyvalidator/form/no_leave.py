"""Rows of a list that are no leave: 「本月無差假資料」, blank rows, null, totals, headings.

What is wrong with their values says nothing: they are told once each, and hidden from all other rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from pyvalidator.profile import FieldSpec
from pyvalidator.profile.layout import RECORD, Level
from pyvalidator.source.pointers import MISSING, found_at
from pyvalidator.table.objects import Objects
from pyvalidator.table.table import Table
from pyvalidator.text.nearest import plain

_NO_DATA = re.compile(
    "(查無|無|沒有|未有)(任何|人員?|同仁|相關|符合條件的?|此|本|當|月份?|之|的)*(差假|請假|差勤|出勤|休假|公差|假單|資料|紀錄|記錄|明細|異動).{0,4}"
    "|以下空白|零報告|no(data|records?|rows?|results?)(found)?|norecordsfound|nonefound|end|完|結束"
)
#: What may stand in front of it: 本月無差假資料, 本機關 11 月查無資料.
_BEFORE = re.compile("(本|當|該|此|全|各|機關|單位|月份?|期間?|年度?|份|日|並|尚|均|皆|經|體|員|同仁|人員|[0-9])*")
_TOTAL = re.compile(
    ".{0,10}(合計|小計|總計|總和|共計|總數|累計|加總|總[人筆日天時]數|平均)([人筆日天時]?數)?[0-9]*[人筆日天]?"
    "|共[0-9]+[人筆日天]|(grand|sub)?totals?[0-9]*|sum"
)
#: What stands in the cells of a row that has nothing to say.
_NOTHING = {"無", "沒有", "空", "空白", "na", "none", "null", "nil", "nan"}
_LONGEST = 30
#: An identity number in any writing, a masked one too; a date in any writing.
_LIKE_ID = re.compile("(?=(?:[^0-9]*[0-9]){3})[A-Za-z0-9*○●Xx-]{6,}")
_LIKE_DATE = re.compile("(?:[^0-9]*[0-9]){3}.*", re.DOTALL)
#: Where more rows lack what tells whose or when, all do, and that is told in another way.
_MANY = 1000

#: Index of an object → (what it is, the text that says so, "" where none does).
NoLeave = dict[int, tuple[str, str]]


def says_no_data(text: Any) -> bool:
    """Whether a value says that there are no data: 查無資料."""
    word = _bare(text)
    return word != "" and _NO_DATA.fullmatch(word, _BEFORE.match(word).end()) is not None  # type: ignore[union-attr]


def says_empty_list(text: Any) -> bool:
    """Whether a text where a list should be says that it is empty."""
    return says_no_data(text) or (isinstance(text, str) and text.strip() != "" and _says_nothing(text))


def set_aside_no_leave(table: Table, value: Any, damaged: Collection[str] = ()) -> dict[Level, NoLeave]:
    """Find the rows that are no leave, and hide them in `table`.

    Args:
        value: what the table was built from.
        damaged: pointers of objects from which something was lost: these may have been leaves.
    """
    found: dict[Level, NoLeave] = {level: _found(level, table, value) for level in (*table.walk.above, RECORD)}
    for level, rows in found.items():
        pointer = table.objects_at(level).pointer
        for index in [index for index in rows if pointer(index) in damaged] if damaged else ():
            del rows[index]
        if rows:
            table.set_aside(level, set(rows))
    return found


def _found(level: Level, table: Table, value: Any) -> NoLeave:
    objects = table.objects_at(level)
    found = {index: what for index in objects.broken if (what := _of_element(objects, index, value)) is not None}
    specs = table.profile.level(level)
    left = _MANY
    for index in _in_doubt(level, specs, table):
        item = objects.items[index]
        if index in objects.broken or (level != RECORD and table.row_of(level, index) is not None):
            continue
        if not any(item.values()) or all(map(_says_nothing, _scalars(item))):
            found[index] = ("空白列", "")
        elif left:
            left -= 1
            if (what := _of_texts(item, specs)) is not None:
                found[index] = what
    return found


def _in_doubt(level: Level, specs: list[FieldSpec], table: Table) -> Iterator[int]:
    """The objects without what tells whose leave it is (or when), and those with a leave kind such as 無差假."""
    by_name = {spec.name: spec for spec in specs}
    rows: set[int] = set()
    anchor = by_name.get("person_id") or by_name.get("start_date")
    # What a key says is said of a place, and not in a row.
    if anchor is not None and anchor.key != "*":
        column, like = table.own_column(anchor), _LIKE_ID if anchor.name == "person_id" else _LIKE_DATE
        rows.update(column.rows_of({key for key, value in column.distinct.items() if not _is_like(value, like)}))
    if "leave_type" in by_name:
        column = table.own_column(by_name["leave_type"])
        rows.update(column.rows_of({key for key, value in column.distinct.items() if says_empty_list(value)}))
    yield from sorted(rows)


def _is_like(value: Any, pattern: re.Pattern[str]) -> bool:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return False
    text = str(value)
    usual = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return pattern.fullmatch(usual.replace(" ", "")) is not None


def _of_element(objects: Objects, index: int, value: Any) -> tuple[str, str] | None:
    """What an element is that is no object."""
    element = found_at(value, objects.pointer(index))
    if element is None:
        return "null", ""
    if isinstance(element, list) and all(map(_says_nothing, _scalars(element))):
        return "空白列", ""
    if not isinstance(element, str):
        return None
    return ("空白列", "") if _says_nothing(element) else _of_text(element)


def _of_texts(item: dict[str, Any], specs: list[FieldSpec]) -> tuple[str, str] | None:
    headings = 0
    for spec in specs:
        written = found_at(item, spec.path)
        if isinstance(written, str) and plain(written) in (plain(spec.key), plain(spec.title)):
            headings += 1
    if headings > 1:
        return "標題列", ""
    what = next((what for text in islice(_scalars(item), 50) if (what := _of_text(text)) is not None), None)
    return what or _of_note(item, specs)


def _of_note(item: dict[str, Any], specs: list[FieldSpec]) -> tuple[str, str] | None:
    """Of a row in which nothing but one short text stands: 製表人：王小明."""
    said = [one for one in islice(_scalars(item), 50) if not _says_nothing(one)]
    laid_out = sum(spec.key in item for spec in specs) > 1
    if len(said) != 1 or not laid_out or not isinstance(said[0], str) or len(said[0]) > _LONGEST:
        return None
    return "只有一格有字的一列", said[0]


def _of_text(text: Any) -> tuple[str, str] | None:
    if says_no_data(text):
        return "「沒有資料」的說明", str(text)
    return ("合計列", str(text)) if _TOTAL.fullmatch(_bare(text)) else None


def _bare(text: Any) -> str:
    """A short text without signs and spaces; "" for everything else."""
    if not isinstance(text, str) or len(text) > _LONGEST:
        return ""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def _scalars(value: Any, depth: int = 3) -> Iterator[Any]:
    """The values in an object, those inside others too, to a depth at which layouts end."""
    if depth and isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _scalars(one, depth - 1)
    else:
        yield value


def _is_blank(value: Any) -> bool:
    """Also 0 and false: what a program writes where nobody entered anything."""
    return not (value.strip() if isinstance(value, str) else value) or value is MISSING


def _says_nothing(value: Any) -> bool:
    """Blank, or what people and programs write instead: 無, -, N/A, (空白)."""
    if _is_blank(value):
        return True
    return isinstance(value, str) and len(value) <= _LONGEST and (_bare(value) in _NOTHING or not _bare(value))
