"""A finding of a record tells the record's first day; one of the file tells none."""

from __future__ import annotations

from support import run

from pyvalidator.rule import document


def test_day_is_the_records_start_where_it_can_be_read() -> None:
    records = [{"hours": 9}, {"hours": 9, "start_date": "1100631"}]
    found = run({"a.json": document(records, record_count=7)}).files[0].findings
    days = {(entry.person.index if entry.person else None, entry.day) for entry in found}
    assert days == {(None, None), (0, "2021-06-07"), (1, None)}
