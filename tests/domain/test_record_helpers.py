"""What the record, person and batch rules stand on: spans, equality, slips, the law's figures, yearly sums."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import run

from pyvalidator.domain import leave_law
from pyvalidator.domain.amounts import DAY, amount_text, clock_minutes
from pyvalidator.domain.leave_groups import COUNTS_DAYS_OFF, EPIDEMIC, NEVER_EPIDEMIC, SUSPENDED
from pyvalidator.engine.batch import Batch, FileExtract, Leave, PersonExtract
from pyvalidator.profile import built_in_profiles
from pyvalidator.rule import document
from pyvalidator.rules._shared.agency_tree import parents_of
from pyvalidator.rules._shared.year_limits import over_year
from pyvalidator.table.relations import frozen, one_slip_apart, overlaps

KINDS = set(built_in_profiles()["reference"].tables["leave_type"].values())
LAW = leave_law._data()["limit"]

minutes = st.integers(0, 4 * DAY)
many = settings(deadline=None, max_examples=300)


# -- spans and equality ----------------------------------------------------------------------------------------------


@many
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8)), max_size=12), st.randoms(use_true_random=False))
def test_overlaps_agree_with_comparing_every_pair(given_spans, random):
    rows = random.sample(range(40), len(given_spans))
    spans = [(start, start + length, row) for (start, length), row in zip(given_spans, rows, strict=True)]
    earlier = {
        row: {other for begin, finish, other in spans if other < row and start < finish and begin < end}
        for start, end, row in spans
    }
    found = overlaps(spans)
    assert found.keys() == {row for row, others in earlier.items() if others}
    assert all(first in earlier[row] for row, first in found.items())


@many
@given(minutes, st.integers(1, 3 * DAY))
def test_clock_time_is_eight_hours_a_day_at_most(start, length):
    per_day: dict[int, int] = {}
    for minute in range(start, start + length):
        per_day[minute // DAY] = per_day.get(minute // DAY, 0) + 1
    assert clock_minutes(start, start + length) == sum(min(480, worked) for worked in per_day.values())


@pytest.mark.parametrize(
    ("hours", "words"), [(0, "0 小時"), (0.5, "0.5 小時"), (8, "1 日"), (12, "1 日 4 小時"), (17.5, "2 日 1.5 小時"),
     (8 + 1 / 60, "1 日 1 分鐘"), (1.75, "1 小時 45 分鐘"), (16, "2 日")]
)
def test_amounts_in_words(hours, words):
    assert amount_text(hours) == words


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (1, 1.0, True), (1, True, False), (0, False, False), ("1", 1, False), (None, False, False), ([], {}, False),
        ({"a": 1, "b": [2]}, {"b": [2.0], "a": 1}, True), ([1, 2], [2, 1], False), ({"a": None}, {}, False),
        (["boolean", 1], True, False), ([True], [1], False),
    ],
)  # fmt: skip
def test_equal_json_values(one, other, equal):
    assert (frozen(one) == frozen(other)) is equal


@pytest.mark.parametrize(
    ("ids", "pairs"),
    [
        (["A123456789", "A123456798"], [("A123456789", "A123456798")]),
        (["A123456789", "B123456789"], [("A123456789", "B123456789")]),
        (["A123456789", "A123456709"], [("A123456789", "A123456709")]),
        (["A123456789", "A123456897"], []),
        (["A123456789", "A321456789"], []),
        (["A112345678", "A123456789"], []),
        (["A123456789", "A123456798", "A123456780"],
         [("A123456789", "A123456798"), ("A123456789", "A123456780")]),
    ],
)  # fmt: skip
def test_one_slip_is_one_character_or_two_swapped_neighbours(ids, pairs):
    assert list(one_slip_apart(ids)) == pairs


@many
@given(st.lists(st.text("AB12", min_size=4, max_size=4), unique=True, max_size=10))
def test_slips_agree_with_comparing_every_pair(ids):
    def near(one: str, other: str) -> bool:
        places = [place for place in range(4) if one[place] != other[place]]
        swapped = len(places) == 2 and places[1] == places[0] + 1 and one[places[0]] == other[places[1]] \
            and one[places[1]] == other[places[0]]  # fmt: skip
        return len(places) == 1 or swapped

    later = {other for place, other in enumerate(ids) if any(near(one, other) for one in ids[:place])}
    found = list(one_slip_apart(ids))
    assert {other for _, other in found} == later and len(found) == len(later)
    assert all(near(one, other) for one, other in found)


def test_agencies_above_a_code():
    assert parents_of("376506211I") == ["376506200", "376500000"]
    assert parents_of("376506200A") == ["376500000"]
    assert parents_of("376500000A") == []
    assert parents_of("376801200A") == ["376800000"]


# -- law -------------------------------------------------------------------------------------------------------------


def test_the_law_speaks_of_known_kinds_and_classes():
    assert {kind for row in LAW for kind in row["kinds"]} <= KINDS
    assert {name for row in LAW for name in row["staff"]} == set(leave_law.STAFF_CLASSES)
    assert COUNTS_DAYS_OFF | EPIDEMIC | NEVER_EPIDEMIC | {SUSPENDED} <= KINDS
    assert {row["per"] for row in LAW} == {"event", "year", "month"}
    assert all(row["source"] and row["confidence"] in ("high", "medium", "low") and row["days"] > 0 for row in LAW)


@pytest.mark.parametrize("name", sorted({row["name"] for row in LAW}))
def test_one_figure_is_in_force_at_a_time(name):
    rows = leave_law.limits(name)
    days = {day for row in rows for day in (row.first, row.last, date(2021, 6, 1), date(2026, 6, 1))}
    for day in days:
        for staff in leave_law.STAFF_CLASSES:
            in_force = [row for row in rows if staff in row.staff and row.first <= day <= row.last]
            assert len(in_force) <= 1, f"domain/data/leave_law.toml: two figures of {name} for {staff} on {day}"


@pytest.mark.parametrize(
    ("name", "day", "staff", "days"),
    [
        ("marriage", "2021-06-01", "公務人員", 14), ("marriage", "2021-06-01", "適用勞基法人員", 8),
        ("marriage", "2021-06-01", None, 14), ("marriage", "2021-06-01", "別的", 14),
        ("paternity", "2022-01-17", None, 5), ("paternity", "2022-01-18", None, 7),
        ("ritual", "2025-05-27", None, 1), ("ritual", "2025-05-28", None, 3),
        ("mental-health", "2025-10-09", None, None), ("mental-health", "2025-10-10", "教師", 3),
        ("mental-health", "2025-10-10", "聘僱人員", None),
        ("sick", "2021-06-01", "聘僱人員", 14), ("sick", "2021-06-01", "公務人員", 28), ("sick", "2021-06-01", None, 30),
        ("vaccination", "2021-05-04", None, None), ("vaccination", "2023-04-30", None, 2),
    ],
)  # fmt: skip
def test_the_figure_in_force(name, day, staff, days):
    limit = leave_law.limit_on(name, date.fromisoformat(day), staff)
    assert (limit.days if limit else None) == days


def test_an_unknown_name_of_the_law_is_our_bug():
    with pytest.raises(KeyError):
        leave_law.limits("holiday")


# -- years -----------------------------------------------------------------------------------------------------------


def leave(day: str, days: float, kind: str = "事假", **changes: Any) -> Leave:
    start = date.fromisoformat(day)
    return Leave(**{"kind": kind, "start": start, "end": start, "span": None, "hours": days * 8, "row": 0, **changes})


def batch(*files: list[Leave], staff: str | None = "公務人員") -> Batch:
    return Batch(
        [
            FileExtract(f"{number}.json", str(number), "pass", period=date(2021, 1, 1) + timedelta(days=31 * number),
                        load_people=lambda own=own: {"A123456789": PersonExtract("王小明", "01", staff, tuple(own))})
            for number, own in enumerate(files)
        ],
        date(2021, 12, 31),
    )  # fmt: skip


def told(taken: Batch, name: str = "personal", **how: bool) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(fault.params["year"], fault.params["amount"], fault.files) for fault in over_year(taken, name, **how)]


def test_a_year_is_summed_over_files_and_kinds():
    taken = batch([leave("2021-03-02", 4)], [leave("2021-04-06", 3, "家庭照顧假")], [leave("2021-05-04", 0.5)])
    assert told(taken) == [("110 年", "7 日 4 小時", ("0.json", "1.json", "2.json"))]
    assert told(batch([leave("2021-03-02", 4)], [leave("2021-04-06", 3, "家庭照顧假")])) == []


def test_a_leave_of_two_months_files_counts_once():
    same = leave("2021-03-31", 5)
    assert told(batch([same], [same])) == []
    assert told(batch([same], [leave("2021-03-31", 5, end=date(2021, 4, 7))])) != []


def test_the_years_are_those_of_the_staff_class():
    files = [[leave("2021-07-30", 4)], [leave("2021-08-02", 4)]]
    assert told(batch(*files)) == [("110 年", "8 日", ("0.json", "1.json"))]
    assert told(batch(*files, staff="教師")) == []
    assert told(batch([leave("2021-08-02", 4)], [leave("2022-07-29", 4)], staff="教師"))[0][0] == "110 學年度"
    assert told(batch([leave("2021-12-30", 4)], [leave("2022-01-03", 4)])) == []


def test_an_unknown_class_gets_the_most_generous_figure_and_is_told_so():
    [fault] = over_year(batch([leave("2021-03-02", 10)], [leave("2021-04-06", 5)], staff=None), "personal")
    assert (fault.params["limit"], "勞工請假規則的日數；檔案看不出" in fault.params["basis"]) == (14, True)
    assert told(batch([leave("2021-03-02", 10)], [leave("2021-04-06", 4)], staff=None)) == []
    [fault] = over_year(batch([leave("2021-03-02", 8)]), "personal")
    assert (fault.params["limit"], "看不出" in fault.params["basis"]) == (7, False)


def test_a_single_leave_too_long_is_left_to_its_own_rule():
    taken = batch([leave("2021-03-02", 15, "婚假")], [leave("2021-04-06", 1, "婚假")])
    assert told(taken, "marriage") != []
    assert told(taken, "marriage", single_has_rule=True) == []


def test_covid_leave_is_left_out_where_the_rule_says_so():
    taken = batch([leave("2021-03-02", 28, "病假")], [leave("2021-04-06", 1, "病假", covid=True)])
    assert told(taken, "sick") != []
    assert told(taken, "sick", with_covid=False) == []


def test_what_cannot_be_read_is_not_counted():
    taken = batch([leave("2021-03-02", 7)], [leave("2021-04-06", 1, hours=None)], [leave("2021-04-06", 1, start=None)])
    assert told(taken) == []


def test_one_person_of_several_agencies_is_one_person():
    rows = [{"leave_type": "婚假", "start_date": "1100601", "end_date": "1100610", "days": 8}]
    july = [{"leave_type": "婚假", "start_date": "1100701", "end_date": "1100709", "days": 7}]
    other = {"agency_code": "376506100A", "agency_name": "鹿草鄉公所", "period": "11007", "generated_at": "1100805"}
    report = run({"a.json": document(rows), "b.json": document(july, **other)}, today=date(2021, 8, 10))
    [entry] = [entry for entry in report.batch.findings if entry.rule == "BAT570"]
    assert (entry.severity, entry.files) == ("warning", ["a.json", "b.json"])
    assert "A12345****" in entry.message and "A123456789" not in report.to_json()
