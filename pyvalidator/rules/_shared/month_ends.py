"""Leaves that run over the end of a month: they stand unchanged in the file of each month that they touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pyvalidator.domain.amounts import DAY
from pyvalidator.domain.calendar import next_month
from pyvalidator.domain.person_ids import name_and_sex, old_or_new_form
from pyvalidator.domain.roc import day_text
from pyvalidator.engine.batch import Batch, FileExtract, Leave

#: (person_id, leave kind, start in minutes): what the two months' files know one leave by.
Key = tuple[str, str | None, int]


@dataclass(frozen=True)
class MonthEnd:
    """Two files of one agency for consecutive months, and the leaves of each that cross from one into the other.

    A leave of `after` that stands in the earlier file under a 統一證號 of the other form is known by that number.
    """

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
        before, after = _crossing(files[0], following), _crossing(later[0], following)
        yield MonthEnd(files[0], later[0], before, _renumbered(before, after, files[0], later[0]))


def _renumbered(
    before: dict[Key, Leave], after: dict[Key, Leave], earlier: FileExtract, later: FileExtract
) -> dict[Key, Leave]:
    """`after` by the numbers of `before`, where one leave is there under an old-form and a new-form 統一證號."""
    lacking = [key for key in after if key not in before and old_or_new_form(key[0])]
    if not lacking:
        return after
    numbers = {
        (name_and_sex(earlier.people[person_id].name, person_id), old_or_new_form(person_id), *leave): person_id
        for person_id, *leave in before if old_or_new_form(person_id)
    }  # fmt: skip
    known = dict(after)
    for key in lacking:
        person_id, *leave = key
        person = name_and_sex(later.people[person_id].name, person_id)
        other = "new" if old_or_new_form(person_id) == "old" else "old"
        if person is not None and (number := numbers.get((person, other, *leave))) is not None:
            known[number, key[1], key[2]] = known.pop(key)
    return known


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
