"""A profile whose file writes the day and the time of day as one value (`2021-06-07 08:00`): two fields, one key."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from support import accepted, profile_text, run_one, said

from pyvalidator.profile import Profile, ProfileError, built_in_profiles, load_profile
from pyvalidator.repair.convert import convert_json
from pyvalidator.report.model import FileReport
from pyvalidator.samples import build_sample

FORMAT = "YYYY-MM-DDTHH:mm"


def moment_text(format: str = FORMAT, **changes: str) -> str:
    """The reference profile with `start` and `end` in place of its four fields of date and time."""
    text = profile_text("reference")
    for name, key in (("start_date", "start"), ("start_time", "start"), ("end_date", "end"), ("end_time", "end")):
        field = re.search(rf'\[\[fields\]\]\nname = "{name}"\n(?:[^\n]+\n)+', text)
        assert field
        whole = "end_of_day = true\n" if key == "end" else ""
        own = re.sub(r'key = .*|format = .*|end_of_day = .*|example = .*', "", field[0])
        text = text.replace(field[0], own.rstrip() + f'\nkey = "{key}"\nformat = "{changes.get(name, format)}"\n{whole}\n')
    return text.replace('id = "reference"', 'id = "moment"')


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load_profile(moment_text(), "moment.toml")


def checked(profile: Profile, document: Any) -> FileReport:
    return run_one(document, profile=profile)


def document(profile: Profile, **changes: Any) -> dict[str, Any]:
    """A sound file of one record, which lacks what is changed to None."""
    sound = json.loads(build_sample(built_in_profiles()["reference"], period="11006", people=1, seed=3).text)
    record = {
        "person_id": "A123456789", "person_name": "王小明", "person_category": "01", "job_title": "課員",
        "leave_type": "病假", "start": "2021-06-07T08:00", "end": "2021-06-07T17:00", "days": 1, "hours": 0,
        "covid_related": False, **changes,
    }  # fmt: skip
    return {**sound, "record_count": 1, "records": [{k: v for k, v in record.items() if v is not None}]}


@pytest.mark.parametrize("format", [FORMAT, "YYY/MM/DD HH:mm", "YYYMMDDHHmm", "YYYY/MM/DD HH:mm:SS", "YYYY年MM月DD日 HH:mm"])
@pytest.mark.parametrize("seed", range(4))
def test_clean_samples_have_no_finding(format: str, seed: int) -> None:
    profile = load_profile(moment_text(format), "moment.toml")
    report = checked(profile, build_sample(profile, period="11006", people=20, seed=seed).text)
    assert [(entry.rule, entry.pointer, entry.message) for entry in said(report)] == []
    assert report.record_count


@pytest.mark.parametrize(("start", "end", "pointer"), [
    ("2021-06-07T08:00", "2021-06-07T05:00", "/records/0/end"),
    ("2021-06-08T08:00", "2021-06-07T17:00", "/records/0/end"),
    ("2021-02-30T08:00", "2021-06-07T17:00", "/records/0/start"),
    ("2021-06-07 08:00", "2021-06-07T17:00", "/records/0/start"),
    ("2021-06-07T24:00", "2021-06-08T17:00", "/records/0/start"),
    ("2021-06-07", "2021-06-07T17:00", "/records/0/start"),
    ("1100607", "2021-06-07T17:00", "/records/0/start"),
    ("2021-04-07T08:00", "2021-04-07T17:00", "/records/0/start"),
    (20210607, "2021-06-07T17:00", "/records/0/start"),
])  # fmt: skip
def test_a_fault_in_one_value_is_told_once_at_its_place(profile: Profile, start: Any, end: Any, pointer: str) -> None:
    report = checked(profile, document(profile, start=start, end=end))
    assert [entry.pointer for entry in report.findings] == [pointer]
    said = json.dumps(report.findings[0].as_dict(), ensure_ascii=False)
    assert "日期還有時間" not in said, "the time belongs into this value"
    assert not re.search("HH|mm:|YYYY", said.replace(FORMAT, "")), "a format is no word for a clerk"


@pytest.mark.parametrize(("start", "rule", "said", "expected"), [
    ("2021-06-07T25:00", "STR530", "開始時間「25:00」不是一天之內的時刻。", None),
    ("2021-06-07T8:00", "STR505", "開始時間「8:00」的寫法與規定不同。", "2021-06-07T08:00"),
    ("2021-06-07T下午5:00", "STR520", "開始時間「下午5:00」是 12 小時制的寫法。", "2021-06-07T17:00"),
    ("2021-06-07T08:00:00", "STR525", "開始時間「08:00:00」多了秒數。", "2021-06-07T08:00"),
    ("2021-06-07T24:00", "STR515", "開始時間「24:00」是 24 時，這個欄位不可填 24 時。", None),
    ("2021-06-07T上班", "STR590", "開始時間「上班」不是看得懂的時間。", None),
    ("2021-06-07T", "STR215", "開始時間是空白。", None),
    ("2021-06-07", "STR215", "開始時間是空白。", None),
    ("1100607T25:00", "STR310", "開始日期「1100607T25:00」的年份是民國年，這個欄位要填西元年。", None),
])  # fmt: skip
def test_what_is_wrong_with_the_time_is_told_of_the_time(
    profile: Profile, start: str, rule: str, said: str, expected: str | None
) -> None:
    [entry] = checked(profile, document(profile, start=start, end="2021-06-08T17:00")).findings
    assert (entry.rule, entry.message, entry.value) == (rule, said, start)
    assert expected is None or entry.expected == expected


def test_a_missing_value_is_told_once(profile: Profile) -> None:
    report = checked(profile, document(profile, start=None))
    assert [(entry.pointer, entry.field) for entry in report.findings] == [("/records/0", "start")]


def test_midnight_ends_a_leave(profile: Profile) -> None:
    assert said(checked(profile, document(profile, start="2021-06-07T16:00", end="2021-06-07T24:00"))) == []


def test_faults_of_samples_are_found_where_they_were_put(profile: Profile) -> None:
    for seed in range(12):
        sample = build_sample(profile, period="11006", people=15, seed=seed, faults=6)
        found = {(entry.rule, entry.pointer) for entry in checked(profile, sample.text).findings}
        assert {(fault["rule"], fault["pointer"]) for fault in sample.faults} <= found


def test_conversion_keeps_day_and_time(profile: Profile) -> None:
    reference = built_in_profiles()["reference"]
    there = build_sample(reference, period="11006", people=10, seed=5).text
    moved = convert_json(there.encode(), profile, reference).text
    assert "T08:00" in moved
    assert json.loads(convert_json(moved.encode(), reference, profile).text) == json.loads(there)


@pytest.mark.parametrize("value", ["2021-06-07T08:00", "2021-06-07T24:00", "2021-06-07 08:00", "2021-06-07T8:00", "x\n", 5])
@pytest.mark.parametrize("key", ["start", "end"])
def test_schema_model_and_form_agree(profile: Profile, key: str, value: Any) -> None:
    assert len(accepted(profile, document(profile, **{key: value}))) == 1


def test_a_day_whose_time_is_of_no_use_is_read_and_written() -> None:
    reference = profile_text("reference")
    start = reference.index('name = "generated_at"')
    text = reference[:start] + reference[start:].replace('format = "YYYMMDD"', 'format = "YYYY-MM-DD HH:mm:SS"', 1)
    profile = load_profile(text, "generated.toml")
    sample = build_sample(profile, period="11006", people=5, seed=1).text
    assert re.fullmatch("[0-9-]{10} 00:00:00", json.loads(sample)["generated_at"])
    assert said(checked(profile, sample)) == []


@pytest.mark.parametrize(("changes", "said"), [
    ({"start_time": "YYYY/MM/DD HH:mm"}, "必須相同"),
    ({"start_time": "HH:mm"}, "必須相同"),
    ({"start_date": "YYYY-MM-DD", "start_time": "YYYY-MM-DD"}, "格式"),
])  # fmt: skip
def test_two_fields_of_one_key_must_be_one_moment(changes: dict[str, str], said: str) -> None:
    with pytest.raises(ProfileError) as caught:
        load_profile(moment_text(**changes), "moment.toml")
    assert said in "".join(caught.value.problems)
    assert re.search("第 [0-9]+ 列", caught.value.problems[0])


def test_a_time_of_a_moment_needs_its_day() -> None:
    text = moment_text().replace('key = "start"\n', 'key = "other"\n', 1)
    with pytest.raises(ProfileError, match="請另加一個鍵名與 format 相同的日期欄位"):
        load_profile(text, "moment.toml")
