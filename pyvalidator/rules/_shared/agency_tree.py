"""Agencies above others, by the serials inside the codes (1-2-2-2-2-1), and files that hold both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from pyvalidator.engine.batch import Batch, FileExtract

#: One person may have been moved or serve in two agencies; from this many on it is the subordinate's staff.
_FEW = 2


def parents_of(code: str) -> list[str]:
    """Codes without their last character of the agencies directly and next above, nearest first."""
    serials = code[:9]
    cut = [serials[:length] + "0" * (9 - length) for length in (7, 5)]
    return [parent for parent in dict.fromkeys(cut) if parent != serials]


def same_time(batch: Batch) -> dict[tuple[date, str], list[FileExtract]]:
    """The files of each month and dataset."""
    groups: dict[tuple[date, str], list[FileExtract]] = {}
    for file in batch.files:
        if file.agency_code is not None and file.period is not None and file.dataset is not None:
            groups.setdefault((file.period, file.dataset), []).append(file)
    return groups


def merged(batch: Batch) -> Iterator[tuple[FileExtract, FileExtract, set[str]]]:
    """(superior's file, subordinate's file, people in both) where the superior's holds most of the subordinate's."""
    for files in same_time(batch).values():
        by_serials: dict[str, list[FileExtract]] = {}
        for file in files:
            by_serials.setdefault((file.agency_code or "")[:9], []).append(file)
        for child in files:
            above = (by_serials.get(code, []) for code in parents_of(child.agency_code or ""))
            for parent in chain.from_iterable(above):
                shared = child.people.keys() & parent.people.keys()
                if len(shared) >= _FEW and 2 * len(shared) >= len(child.people):
                    yield parent, child, shared
