"""How records of a file relate: equal ones, overlapping ones, identity numbers one slip apart. All near-linear."""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import compress, count, pairwise
from typing import Any

from pyvalidator.profile import FieldSpec
from pyvalidator.profile.layout import RECORD
from pyvalidator.profile.missing import frozen
from pyvalidator.profile.spec import CANONICAL
from pyvalidator.source.pointers import Missing
from pyvalidator.table.column import Column
from pyvalidator.table.table import Table

#: A code, address or version mark, as systems give their records: no word, and nothing that people write.
_CODE = re.compile("[!-~]{1,200}")
_LONGEST_NUMBER = 19

#: What is written the same in copies, whatever else a layout has.
_SAME_IN_COPIES = ("start_date", "start_time", "end_date", "end_time")


def alike(table: Table) -> list[list[int]]:
    """The rows, two and more each, whose person and times are written the same: only they can be copies."""
    names = (table.profile.identity or "", *_SAME_IN_COPIES)
    columns = [table.column(name).keys for name in names if table.has(name)]
    written = list(zip(*columns, strict=True)) if columns else [()] * len(table)
    if len(set(written)) == len(written):
        return []
    repeated = {key for key, times in Counter(written).items() if times > 1}
    rows: defaultdict[Hashable, list[int]] = defaultdict(list)
    for row in compress(count(), map(repeated.__contains__, written)):
        rows[written[row]].append(row)
    return list(rows.values())


def copies(table: Table, alike: list[list[int]], without: str | None = None) -> dict[int, int]:
    """Later row → first row, of records with equal JSON values in all fields that the profile places on them and on
    what is around them (the person, the day). Serial numbers and other keys that it does not know may differ.

    Args:
        alike: see the function of this name.
        without: canonical field whose value may differ.
    """
    around = [spec for level in table.walk.above for spec in table.profile.level(level)]
    own = table.profile.level(RECORD)
    columns = [
        column for spec in (*own, *around) if spec.name != without
        and not _is_serial(spec, column := table.column(spec.name))
    ] if alike else []  # fmt: skip
    # The keys of a column tell values apart, but not one array or object from another.
    compared = [
        list(map(frozen, column.values)) if column.types & {list, dict} else column.keys for column in columns
    ]  # fmt: skip
    found = {}
    for rows in alike:
        firsts: dict[Hashable, int] = {}
        for row in rows:
            if row not in table.records.broken:
                first = firsts.setdefault(tuple([keys[row] for keys in compared]), row)
                if first != row:
                    found[row] = first
    return found


def _is_serial(spec: FieldSpec, column: Column) -> bool:
    """Whether a field that means nothing else numbers the records: the key under which each stands, a number or code
    that no two of them share, or numbers that go up by one and begin again in every list."""
    if spec.name in CANONICAL or spec.level != RECORD:
        return False
    values = column.values
    no_two_alike = len(column.distinct) == len(values)
    return spec.key == "*" or (no_two_alike and all(map(_is_code, column.distinct.values()))) or _counts_up(values)


def _is_code(value: Any) -> bool:
    if isinstance(value, str):
        return _CODE.fullmatch(value) is not None
    return type(value) in (int, Missing)


def _counts_up(values: Sequence[Any]) -> bool:
    numbers = [
        int(value) if isinstance(value, str) and value.isdecimal() and len(value) < _LONGEST_NUMBER else value
        for value in values
    ]  # fmt: skip
    if len(numbers) < 2 or not all(type(number) is int for number in numbers):
        return False
    return all(after in (before + 1, numbers[0]) for before, after in pairwise(numbers)) and numbers[0] != numbers[1]


def overlaps(spans: Iterable[tuple[int, int, int]]) -> dict[int, int]:
    """Later row → an earlier row that it overlaps.

    Args:
        spans: (start, end, row); touching ends do not overlap.
    """
    ordered = sorted(spans)
    found: dict[int, int] = {}
    if all(before[1] <= after[0] for before, after in pairwise(ordered)):
        return found
    # Both heaps hold spans that may still be running, dropped lazily: by lowest row, and by highest unreported row.
    lowest: list[tuple[int, int]] = []
    highest: list[tuple[int, int]] = []
    for start, end, row in ordered:
        while lowest and lowest[0][1] <= start:
            heapq.heappop(lowest)
        while highest and (highest[0][1] <= start or -highest[0][0] > row):
            other, until = heapq.heappop(highest)
            if until > start:
                found[-other] = row
        if lowest and lowest[0][0] < row:
            found[row] = lowest[0][0]
        else:
            heapq.heappush(highest, (-row, end))
        heapq.heappush(lowest, (row, end))
    return found


def touching(spans: Iterable[tuple[int, int, int]], others: Iterable[tuple[int, int, int]]) -> set[int]:
    """The rows of `spans` that meet another row of `others`; (start, end, row) as for `overlaps`."""
    ordered = sorted(others)
    starts = [start for start, _, _ in ordered]
    # The two that run longest of those that have begun: one of them may be the row itself.
    longest: list[list[tuple[int, int]]] = []
    best: list[tuple[int, int]] = []
    for _, end, row in ordered:
        best = sorted([*best, (end, row)], reverse=True)[:2]
        longest.append(best)
    found = set()
    for start, end, row in spans:
        begun = bisect_left(starts, end)
        if begun and any(until > start and other != row for until, other in longest[begun - 1]):
            found.add(row)
    return found


def one_slip_apart(ids: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs (earlier, later) of texts that differ in one character or two swapped neighbours; each later one once."""
    if not may_be_one_slip_apart(ids):
        return
    seen: dict[tuple[int, str], str] = {}
    for text in ids:
        patterns = list(_slips(text))
        near = next((seen[pattern] for pattern in patterns if pattern in seen and seen[pattern] != text), None)
        if near is not None:
            yield near, text
        for pattern in patterns:
            seen.setdefault(pattern, text)


def may_be_one_slip_apart(ids: list[str]) -> bool:
    """False where no two of the texts can be: one slip leaves all before the middle, or all behind it, as it was."""
    heads = {text[: max(0, len(text) // 2 - 1)] for text in ids}
    tails = {text[len(text) // 2 + 1 :] for text in ids}
    return len(heads) < len(ids) or len(tails) < len(ids)


def _slips(text: str) -> Iterator[tuple[int, str]]:
    """What two texts one slip apart have in common: one place left open, or two neighbours in sorted order."""
    for place in range(len(text)):
        yield place, text[:place] + text[place + 1 :]
    for place in range(len(text) - 1):
        if text[place] != text[place + 1]:
            pair = "".join(sorted(text[place : place + 2]))
            yield -1 - place, text[:place] + pair + text[place + 2 :]
