"""Leaves that run over the end of a month: they stand unchanged in the file of each month that they touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pyvalidator.domain.amounts import DAY
from pyvalidator.domain.calendar import next_month
from pyvalidator.domain.roc import day_text
from pyvalidator.engine.batch import Batch, FileExtract, Leave

#: (person_id, leave kind, start in minutes): what the two months' files know one leave by.
Key = tuple[str, str | None, int]


@dataclass(frozen=True)
class MonthEnd:
    """Two files of one agency for consecutive months, and the leaves of each that cross from one into the other."""

    earlier: FileExtract
    later: FileExtract
    before: dict[Key, Leave]
    after: dict[Key, Leave]

    def name(self, key: Key) -> str:
        """The name of the person of a leave."""
        person = self.earlier.people.get(key[0]) or self.later.people[key[0]]
        return person.name or "（姓名無法讀取）"


def month_ends(batch: Batch) -> Iterator[MonthEnd]:
    """Every pair of consecutive months of which the batch has one wholly readable file each."""
    for (agency, month), files in batch.by_month.items():
        following = next_month(month)
        later = batch.by_month.get((agency, following), []) if following else []
        if following is None or len(files) != 1 or len(later) != 1 or not (files[0].whole and later[0].whole):
            continue
        yield MonthEnd(files[0], later[0], _crossing(files[0], following), _crossing(later[0], following))


def leave_text(leave: Leave) -> str:
    """A leave in words, e.g. 110 年 6 月 30 日至 110 年 7 月 2 日病假."""
    days = " 至 ".join(day_text(day) for day in (leave.start, leave.end) if day)
    return f"{days}的{leave.kind}"


def _crossing(file: FileExtract, border: date) -> dict[Key, Leave]:
    midnight = border.toordinal() * DAY
    return {
        (person_id, leave.kind, leave.span.start): leave
        for person_id, person in file.people.items()
        for leave in person.leaves
        if leave.span is not None and leave.hours is not None and leave.span.start < midnight < leave.span.end
    }
