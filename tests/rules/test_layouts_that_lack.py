"""Rules need as little as they can: dates alone, days alone, a number of the house in the place of an ID."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from support import options

from pyvalidator.engine.examples import profile_text
from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check
from pyvalidator.profile import Profile, load_profile
from pyvalidator.report.model import FileReport, Report
from pyvalidator.rule import document

_TIMES = ("start_time", "end_time")
_HOUSE = {"person_number": '[[fields]]\nname = "person_number"\nkey = "emp"\ntitle = "員工代號"\ntype = "text"\n'}


def profile(*without: str, more: str = "", fields: str = "") -> Profile:
    text = profile_text(*without, more=more)().replace("[tables.format_version]", f"{fields}\n[tables.format_version]", 1)
    text = re.sub(r'(name = "days"\n(?:.+\n)*?type = )"integer"', r'\1"number"', text)
    return load_profile(text, "p.toml")


DATES_ONLY = profile(*_TIMES, more='absent = ["start_time", "end_time"]')
DAYS_ONLY = profile(*_TIMES, "hours", more='absent = ["start_time", "end_time"]')
HOUSE = profile("person_id", fields=_HOUSE["person_number"])


def without(records: list[dict[str, Any]], *keys: str, **header: Any) -> dict[str, Any]:
    return document([{**dict.fromkeys(keys, ...), **record} for record in records], **header)


def checked(layout: Profile, *documents: Any) -> Report:
    files = [Incoming(f"{index}.json", json.dumps(one).encode()) for index, one in enumerate(documents)]
    report = check(files, options(profile=layout))
    assert report.incidents == []
    return report


def rules_of(file: FileReport) -> dict[str, str | None]:
    return {entry.rule: entry.pointer for entry in file.findings}


def one(layout: Profile, records: list[dict[str, Any]], *keys: str, **header: Any) -> FileReport:
    return checked(layout, without(records, *keys, **header)).files[0]


def test_a_clean_file_without_times_passes() -> None:
    file = one(DATES_ONLY, [{}], *_TIMES)
    assert (file.status, file.coverage and file.coverage.complete) == ("pass", True)


@pytest.mark.parametrize(
    ("record", "rule", "place"),
    [
        ({"start_date": "1100701", "end_date": "1100701"}, "REC310", "/records/0/start_date"),
        ({"days": 4}, "REC220", "/records/0/days"),
        ({"days": 2}, "REC225", "/records/0/days"),
        ({"days": 0}, "REC210", "/records/0/hours"),
        ({"start_date": "1100605", "end_date": "1100605"}, "REC340", "/records/0/start_date"),
        ({"start_date": "1100604", "end_date": "1100607", "days": 4}, "REC230", "/records/0/days"),
        ({"start_date": "1100601", "end_date": "1100611", "days": 1}, "REC240", "/records/0/days"),
        ({"start_date": "1000607", "end_date": "1000607"}, "REC350", "/records/0/start_date"),
    ],
)
def test_dates_alone_are_enough(record: dict[str, Any], rule: str, place: str) -> None:
    found = rules_of(one(DATES_ONLY, [record], *_TIMES))
    assert found.get(rule) == place or (rule == "REC350" and "REC310" in found)


@pytest.mark.parametrize("gone", [("start_date", "end_date"), ("start_date", "end_date", *_TIMES)])
def test_without_any_date_nothing_is_said_of_dates(gone: tuple[str, ...]) -> None:
    file = one(profile(*gone), [{}], *gone)
    assert "REC310" in {entry.rule for entry in file.not_checked if (entry.reason, entry.count) == ("layout", 0)}
    assert file.coverage is not None and {"start_date", "end_date"} <= {*file.coverage.unmapped}


def test_without_any_date_what_compares_dates_is_not_checked() -> None:
    without_days = ("start_date", "end_date", *_TIMES)
    file = one(profile(*without_days, more='absent = ["start_time", "end_time"]'), [{}], *without_days)
    assert {"REC310", "REC110", "REC220"} <= {entry.rule for entry in file.not_checked}
    assert file.coverage is not None and not file.coverage.complete


@pytest.mark.parametrize(("record", "rule"), [({"days": 4}, "REC220"), ({"days": 2}, "REC225"), ({"days": 0}, "REC210")])
def test_days_alone_are_enough(record: dict[str, Any], rule: str) -> None:
    file = one(DAYS_ONLY, [record], *_TIMES, "hours")
    assert rules_of(file)[rule] == "/records/0/days"
    assert file.coverage is not None and file.coverage.complete


def test_a_part_of_a_day_without_times_is_no_less_than_its_span() -> None:
    assert rules_of(one(DAYS_ONLY, [{"days": 0.25}], *_TIMES, "hours")) == {}


def test_without_times_only_whole_days_overlap_and_the_rest_is_said() -> None:
    both = [{}, {"leave_type": "事假"}]
    assert rules_of(one(DATES_ONLY, both, *_TIMES))["PER130"] == "/records/1"
    halves = [{"days": 0, "hours": 4}, {"days": 0, "hours": 4, "leave_type": "事假"}]
    file = one(DATES_ONLY, halves, *_TIMES)
    assert rules_of(file) == {}
    assert [(gap.reason, gap.count) for gap in file.not_checked if gap.rule == "PER130"] == [("layout", 2)]


def test_more_than_a_day_on_one_day_is_seen_without_times() -> None:
    file = one(DATES_ONLY, [{"days": 0, "hours": 6}, {"days": 0, "hours": 6, "leave_type": "事假"}], *_TIMES)
    assert rules_of(file)["PER140"] == "/records/1"


def test_some_records_without_times_are_judged_by_their_dates() -> None:
    text = profile_text()().replace('type = "time"\n', 'type = "time"\nrequired = false\n')
    layout = load_profile(text, "p.toml")
    late = {"start_date": "1100701", "end_date": "1100701", "start_time": ..., "end_time": ...}
    file = checked(layout, document([{}, late])).files[0]
    assert rules_of(file)["REC310"] == "/records/1/start_date"


def test_what_compares_a_persons_records_runs_with_a_number_of_the_house() -> None:
    rows = [{"emp": "10800"}, {"emp": "10800", "leave_type": "事假", "person_name": "陳大文"}, {"emp": "10801"}]
    file = one(HOUSE, rows, "person_id")
    found = rules_of(file)
    assert (found["PER130"], found["PER210"]) == ("/records/1", "/records/1/person_name")
    assert (file.person_count, file.coverage and file.coverage.complete) == (2, True)
    [entry] = [entry for entry in file.findings if entry.rule == "PER210"]
    assert entry.person is not None and entry.person.id == "10800", "a number of the house is not masked"
    assert "員工代號" in entry.message and "身分證字號" not in entry.message + entry.fix
    assert not {gap.rule for gap in file.not_checked} & {"PER130", "PER140", "PER210", "PER220", "PER310"}


def test_a_number_of_the_house_means_a_person_within_one_agency_only() -> None:
    june = without([{"emp": "10800"}], "person_id")
    july = {"start_date": "1100705", "end_date": "1100705"}
    other = {"agency_code": "376506100A", "agency_name": "鹿草鄉公所"}
    renamed = without([{"emp": "10800", "person_name": "陳大文", **july}], "person_id", period="11007", generated_at="1100805")
    elsewhere = without([{"emp": "10800", "person_name": "林小美"}], "person_id", **other)
    told = [entry for entry in checked(HOUSE, june, renamed, elsewhere).batch.findings if entry.rule.startswith("BAT2")]
    assert [(entry.rule, entry.files) for entry in told] == [("BAT230", ["0.json", "1.json"])]
    assert told[0].params["person_id"] == "10800"
