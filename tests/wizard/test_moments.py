"""Layouts that write the day and the time of day as one value are mapped too, and faults in it are found."""

from __future__ import annotations

import json

import pytest
from support import options, run_one

from pyvalidator.input.files import Incoming
from pyvalidator.pipeline import check_file
from pyvalidator.profile import Profile, built_in_profiles, load_profile
from pyvalidator.profile.load import ProfileError
from pyvalidator.samples import build_sample
from pyvalidator.wizard import Draft, draft_toml, propose

WRITINGS = {"dash": ("-", " ", 1911), "iso": ("-", "T", 1911), "slash": ("/", " ", 1911), "roc": ("/", " ", 0)}


def written(seed: int, writing: str, seconds: bool = False) -> dict:
    """A file with `開始時間` and `結束時間` in place of the four keys."""
    sign, between, years = WRITINGS[writing]
    document = json.loads(build_sample(built_in_profiles()["reference"], period="11006", people=20, seed=seed).text)
    for record in document["records"]:
        for date, time, key in (("start_date", "start_time", "開始時間"), ("end_date", "end_time", "結束時間")):
            day, clock = record.pop(date), record.pop(time)
            year = f"{int(day[:3]) + years:03d}"
            tail = ":00" if seconds else ""
            record[key] = f"{sign.join((year, day[3:5], day[5:]))}{between}{clock[:2]}:{clock[2:]}{tail}"
    return document


def drafted(*documents: dict) -> tuple[Draft, Profile]:
    draft = propose(list(documents))
    assert draft is not None
    for choice in draft.choices:
        if choice.field == "leave_type":
            choice.codes = built_in_profiles()["reference"].tables["leave_type"]
    return draft, load_profile(draft_toml(draft), "draft.toml")


@pytest.mark.parametrize("seconds", [False, True])
@pytest.mark.parametrize("writing", WRITINGS)
def test_one_value_of_day_and_time_is_proposed_and_checks_clean(writing: str, seconds: bool) -> None:
    draft, profile = drafted(*(written(seed, writing, seconds) for seed in range(1, 5)))
    chosen = {choice.column.key: choice.field for choice in draft.choices}
    assert (chosen["開始時間"], chosen["結束時間"]) == ("start_moment", "end_moment")
    assert draft.missing == []
    for seed in (2, 3, 4):
        report = run_one(written(seed, writing, seconds), profile=profile)
        assert [entry for entry in report.findings if entry.severity == "error"] == []


def test_a_leave_that_ends_before_it_starts_is_found_in_the_one_value() -> None:
    document = written(1, "dash")
    _, profile = drafted(document)
    record = next(record for record in document["records"] if record["開始時間"][:10] == record["結束時間"][:10])
    record["結束時間"] = record["結束時間"][:10] + " 00:01"
    report = check_file(Incoming("f.json", json.dumps(document).encode()), options(profile=profile)).report
    index = document["records"].index(record)
    assert f"/records/{index}/結束時間" in [entry.pointer for entry in report.findings]


def test_records_without_any_date_are_offered_with_a_doubt() -> None:
    rows = [{"工號": str(number), "姓名": "王小明", "假別": "事假", "何時": "六月七日"} for number in range(5)]
    draft = propose([{"明細": rows}])
    assert draft is not None and draft.shape.layout.records == ["/明細/*"]
    assert "請確認" in draft.shape.doubt
    assert "start_date" in draft.missing


def test_a_file_with_nothing_like_records_is_still_refused() -> None:
    assert propose([{"a": [{"b": 1}], "c": 2}]) is None
    with pytest.raises(ProfileError):
        load_profile("", "empty.toml")
