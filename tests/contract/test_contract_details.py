"""Sentences of the report's contract that no rule's own example covers."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest
from support import only, places, run, run_one

from pyvalidator.domain.agencies import Roster
from pyvalidator.profile import ProfileError, built_in_profiles, load_profile
from pyvalidator.rule import document, sample
from pyvalidator.samples import build_sample

TEXT = json.dumps(sample(), ensure_ascii=False, indent=1)


def changed(old: str, new: str) -> str:
    """The sample's text with one change."""
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


@pytest.mark.parametrize("before", range(185, 201))
def test_a_text_that_is_cut_shows_no_number_of_which_only_the_end_is_missing(before: int) -> None:
    value = only(run_one(document([{"reason": "病" * before + "A123456789" + "病" * 20}]))).value
    whole = "病" * before + "A12345****" + "病" * 20
    assert value == whole[:200] + "…"


@pytest.mark.parametrize("before", range(8, 21))
def test_what_a_syntax_fault_quotes_shows_no_number_of_which_only_the_end_is_missing(before: int) -> None:
    report = run_one(changed('"感冒就醫"', "病" * before + "A123456789住院"))
    assert ("SYN540", "") in places(report)
    assert "A123456" not in str([entry.as_dict() for entry in report.findings])


@pytest.mark.parametrize(
    "value", ["A12345678９", "0123456789", '"A12345"6789"', "12345678901e", '"A1234567', "A12345:6789"]
)
def test_a_syntax_fault_in_an_id_hides_it(value: str) -> None:
    report = run_one(changed('"A123456789"', value))
    shown = json.dumps([{**entry.as_dict(), "line": 0, "column": 0, "title": ""} for entry in report.findings])
    assert not any(piece in shown for piece in ("6789", "45678", "1234567"))


def test_an_id_too_short_to_hide_stays_the_number_that_it_is() -> None:
    assert [entry.value for entry in run_one(document([{"person_id": 12345}])).findings] == [12345]


@pytest.mark.parametrize("number", ["1e400", "-1E+999", "9" * 5000])
def test_a_number_beyond_all_bounds_is_a_fault_of_its_value(number: str) -> None:
    entry = only(run_one(changed('"days": 1', f'"days": {number}')))
    assert (entry.severity, entry.pointer, entry.field) == ("error", "/records/0/days", "days")
    assert entry.person is not None and entry.person.index == 0
    assert (entry.line, entry.column) == (TEXT[: TEXT.index('"days"')].count("\n") + 1, len('   "days": ') + 1)


def test_a_duplicate_key_names_the_person_whose_record_it_is() -> None:
    entry = only(run_one(changed('"days": 1', '"days": 1, "days": 1')))
    assert (entry.pointer, entry.person and entry.person.index) == ("/records/0/days", 0)


@pytest.mark.parametrize("indent", [None, 1])
def test_a_file_that_breaks_off_has_the_faults_of_its_text_only(indent: int | None) -> None:
    """Every third length, in bytes: also in the middle of a character, of a word, of the first record."""
    data = json.dumps(
        document([{}, {"start_date": "1100608", "end_date": "1100608"}]), ensure_ascii=False, indent=indent
    )
    content = data.encode()
    for length in range(3, len(content), 3):
        report = run({"f.json": content[:length]})
        (file,) = report.files
        assert not report.incidents
        assert file.status in ("error", "unreadable"), content[:length]
        assert all(entry.rule.startswith("SYN") for entry in file.findings), (content[:length], places(file))


def test_a_character_that_is_cut_off_is_no_other_encoding() -> None:
    assert [rule for rule, _ in places(run_one('{"agency_name": "水'.encode()[:-1]))] == ["SYN510", "SYN230"]


def test_another_layout_of_the_records_leaves_the_header_readable() -> None:
    data: dict[str, Any] = {**sample(), "records": [{"假別": "病假"}] * 3, "record_count": 3}
    roster = Roster.read(f"機關代碼,機關名稱\n{data['agency_code']},{data['agency_name']}\n".encode())
    report = run({"f.json": data}, roster=roster)
    (file,) = report.files
    assert places(file) == [("STR100", "")]
    assert (file.agency_code, file.period, file.dataset) == (data["agency_code"], data["period"], "monthly")
    assert file.deadline.date == "2021-07-20"
    assert [(entry.status, entry.file) for entry in report.batch.matrix] == [("error", "f.json")]
    assert not report.batch.findings


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("step = 0.5", "step = 0"), "step 應大於 0"),
        (("step = 0.5", "step = nan"), "有限的數字"),
        (("below = 8", "below = inf"), "有限的數字"),
        (('id = "reference"', "id = " + "[" * 5000), "括號的層數太多"),
    ],
)
def test_a_profile_that_no_number_could_be_held_against_is_refused(change: tuple[str, str], says: str) -> None:
    text = (resources.files("pyvalidator.profiles") / "reference-1.toml").read_text("utf-8")
    assert change[0] in text
    with pytest.raises(ProfileError, match=says):
        load_profile(text.replace(*change, 1), "p.toml")


@pytest.mark.parametrize("value", [True, 1.5, [], None, "x"])
@pytest.mark.parametrize("record", [0, 1])
@pytest.mark.parametrize("name", ["agency_code", "period"])
def test_a_header_that_stands_in_the_records_may_hold_anything(name: str, record: int, value: Any) -> None:
    profile = built_in_profiles()["example-rows"]
    rows = json.loads(build_sample(profile, people=3).text)
    rows[record][profile.by_name[name].key] = value
    report = run({"f.json": rows}, profile=profile)
    assert (report.incidents, report.files[0].status) == ([], "error")


@pytest.mark.parametrize("value", [0, True, [], "x"])
def test_another_layout_shows_no_header_that_cannot_be_read(value: Any) -> None:
    for profile in built_in_profiles().values():
        rows = [{spec.key: value for spec in profile.fields if spec.name in ("agency_code", "agency_name", "period")}]
        file = run_one(rows if profile.id == "example-rows" else rows[0], profile=profile)
        assert (file.agency_code, file.agency_name if value != "x" else None, file.period) == (None, None, None)
