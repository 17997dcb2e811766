"""Records that are rows of a table: what their columns are called, and where that stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pyvalidator.privacy.masking import ONE_NUMBER, mask_text
from pyvalidator.source.pointers import escape
from pyvalidator.wizard.columns import MEMBER
from pyvalidator.wizard.telling import is_day

#: A row has more cells than a pair or a range.
_FEWEST, _MOST = 3, 200
#: Rows that are looked at.
_SAMPLE = 50


@dataclass(frozen=True)
class Heading:
    """The columns of rows.

    Attributes:
        names: in order. place: a pointer to them as a layout's `columns` has it; None: they stand nowhere.
        row: the row that is the heading itself, the first of its list.
    """

    names: tuple[str, ...]
    place: str | None = None
    row: list[Any] | None = None


def is_table(values: list[Any]) -> bool:
    """Whether values are rows: lists of single values, nearly all of one length."""
    rows = [value for value in values[:_SAMPLE] if isinstance(value, list)]
    if len(rows) * 2 <= len(values[:_SAMPLE]):
        return False
    width, count = Counter(map(len, rows)).most_common(1)[0]
    cells = [cell for row in rows for cell in row]
    single = sum(not isinstance(cell, dict | list) for cell in cells)
    return _FEWEST <= width <= _MOST and count * 2 > len(rows) and single * 2 > len(cells)


def find_heading(values: list[Any], pattern: str, around: Iterable[tuple[str, dict[str, Any]]]) -> Heading:
    """What the columns of rows are called: as it stands beside them or in the first row, else they are numbered.

    Args:
        values: the rows. pattern: where their list is. around: the objects around it, the nearest first, each with its
            pattern.
    """
    rows = [value for value in values if isinstance(value, list)]
    width = Counter(map(len, rows[: 4 * _SAMPLE])).most_common(1)[0][0]
    beside = next((found for found in _beside(around, width)), None)
    if beside is not None:
        return beside
    if _is_plain(pattern) and _is_heading(rows, width):
        return Heading(_distinct(rows[0]), f"{pattern}/0", rows[0])
    return Heading(tuple(f"第{number}欄" for number in range(1, width + 1)))


def _is_plain(pattern: str) -> bool:
    """Whether a pattern leads to one place only."""
    return MEMBER not in pattern.split("/")


def _beside(around: Iterable[tuple[str, dict[str, Any]]], width: int) -> Iterator[Heading]:
    """Lists of as many names as the rows have cells."""
    for pattern, holder in around:
        for key, value in holder.items():
            if isinstance(value, list) and len(value) == width:
                for names, path in _names_in(value):
                    place = f"{pattern}/{escape(key)}{path}"
                    yield Heading(_distinct(names), place if _is_plain(pattern) else None)


def _names_in(value: list[Any]) -> Iterator[tuple[list[str], str]]:
    """Names in a list, or under one key of each of its objects; the key whose values look most like names first."""
    if all(isinstance(item, str) for item in value):
        if _are_names(value):
            yield value, ""
    elif all(isinstance(item, dict) for item in value):
        keys = [key for key in value[0] if all(isinstance(item.get(key), str) for item in value)]
        known = ("name", "field", "key", "data", "id", "code", "title", "label", "caption")
        for key in sorted(keys, key=lambda key: known.index(key.lower()) if key.lower() in known else len(known)):
            names = [item[key] for item in value]
            if _are_names(names):
                yield names, f"/*/{escape(key)}"


def _are_names(texts: list[str]) -> bool:
    return len(set(texts)) == len(texts) and all(
        text.strip() and not is_day(text) and not _is_number(text) and ONE_NUMBER.search(text) is None
        for text in texts
    )


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace("-", "", 1).isdecimal()


def _is_heading(rows: list[list[Any]], width: int) -> bool:
    """Whether the first row names the others: texts alone, and no other row is like it."""
    first = rows[0]
    if len(first) != width or not all(isinstance(cell, str) for cell in first) or not _are_names(first):
        return False
    return len(rows) == 1 or not all(
        isinstance(cell, str) and not is_day(cell) and ONE_NUMBER.search(cell) is None for cell in rows[1]
    )


def _distinct(names: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for number, name in enumerate(names, 1):
        name = name if name.strip() and name != MEMBER and mask_text(name) == name else f"第{number}欄"
        found.append(name if name not in found else f"{name}_{number}")
    return tuple(found)
