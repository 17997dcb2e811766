"""The overview counts what the files hold: each leave once, whole, on the days on which it is taken."""

from __future__ import annotations

from datetime import date
from typing import Any

from support import options

from pyvalidator.domain.person_ids import checksum_is_right
from pyvalidator.engine.examples import example_bytes
from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check_file
from pyvalidator.privacy.masking import Masker
from pyvalidator.report.overview import build_overview
from pyvalidator.rule import document

OPTIONS = options()
FIRST, SECOND = "A123456789", "F131104093"


def overview(*files: Any, month: date | None = None, mask: bool = True) -> dict[str, Any]:
    """The overview over documents."""
    checked = [check_file(Incoming(f"{i}.json", example_bytes(file)), OPTIONS) for i, file in enumerate(files)]
    return build_overview([each.extract for each in checked], OPTIONS.calendar, Masker(mask), month)


def leave(start: str, end: str | None = None, **changes: Any) -> dict[str, Any]:
    return {"start_date": start, "end_date": end or start, **changes}


def day(told: dict[str, Any], iso: str) -> dict[str, Any]:
    return next(each for each in told["days"] if each["date"] == iso)


def test_people_records_and_hours_by_kind():
    told = overview(document([
        leave("1100607"), leave("1100608", person_id=SECOND, person_name="李美華", days=0, hours=3, end_time="1100"),
        leave("1100609", leave_type="事假", covid_related=True),
    ]))  # fmt: skip
    assert told["total"] == {"records": 3, "people": 2, "hours": 19.0}
    assert told["kinds"] == [
        {"kind": "病假", "records": 2, "people": 2, "hours": 11.0},
        {"kind": "事假", "records": 1, "people": 1, "hours": 8.0},
    ]
    assert told["covid"] == {"records": 1, "people": 1, "hours": 8.0}
    assert (day(told, "2021-06-07")["people"], day(told, "2021-06-09")["covid"]) == (1, 1)


def test_a_leave_over_a_weekend_is_taken_on_its_working_days():
    told = overview(document([leave("1100610", "1100615", days=3)]))
    taken = {each["date"][-2:]: each["hours"] for each in told["days"] if each["people"]}
    # 6/12 and 6/13 are a weekend, 6/14 is the Dragon Boat Festival.
    assert taken == {"10": 8.0, "11": 8.0, "15": 8.0}
    assert day(told, "2021-06-14")["off"] is True


def test_a_leave_in_the_files_of_two_months_counts_once_and_shows_in_both():
    across = leave("1100630", "1100701", days=2)
    june, july = document([across]), document([across], period="11007", generated_at="1100805")
    told = overview(june, july)
    assert (told["months"], told["month"], told["total"]["hours"]) == (["11006", "11007"], "11007", 16.0)
    assert day(told, "2021-07-01")["hours"] == 8.0
    assert day(overview(june, july, month=date(2021, 6, 1)), "2021-06-30")["hours"] == 8.0


def test_a_copy_inside_one_file_counts_as_often_as_it_stands_there():
    assert overview(document([leave("1100607"), leave("1100607")]))["total"]["records"] == 2


def test_whoever_is_far_beyond_the_usual_is_named_masked():
    ids = [f"A1{number:08d}" for number in range(30_000_000, 30_000_200)]
    usual = [leave("1100607", person_id=one) for one in ids if checksum_is_right(one)][:12]
    told = overview(document([*usual, leave("1100601", "1100630", days=21)]))
    assert told["median"] == 8.0
    assert told["people"] == [{"id": "A12345****", "name": "王小明", "hours": 168.0, "kind": "病假"}]
    assert overview(document([leave("1100601", "1100630", days=21)]))["people"] == []


def test_unreadable_files_and_values_leave_numbers_out_and_break_nothing():
    told = overview("[", {"other": "layout"})
    assert (told["month"], told["days"], told["total"]["records"]) == (None, [], 0)
    odd = document([leave("1100607", "9991231", days=-1), leave("x"), leave("1100607", days="1")])
    told = overview(odd)
    assert told["total"]["records"] == 3
    assert day(told, "2021-06-07")["people"] == 1
