"""Amounts of leave in other units than days and hours: minutes, one total in hours or minutes, days with decimals."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support import accepted, profile_text, run_one, said

from pyvalidator.profile import Profile, ProfileError, built_in_profiles, load_profile
from pyvalidator.repair.convert import convert_csv, convert_json, template_csv
from pyvalidator.samples import build_sample

REFERENCE = built_in_profiles()["reference"]


def amount_text(days: str | None, hours: str) -> str:
    """The reference profile with other settings for its two amounts; `days` None: as it is."""
    text = profile_text("reference")
    for name, settings in (("days", days), ("hours", hours)):
        begin = text.index(f'[[fields]]\nname = "{name}"')
        end = text.index("[[fields]]", begin + 1)
        if settings is not None:
            text = text[:begin] + f'[[fields]]\nname = "{name}"\n{settings}\n\n' + text[end:]
    return text.replace('id = "reference"', 'id = "amounts"')


def whole(unit: str, more: str = "") -> str:
    """One key for the whole amount."""
    step = {"days": "0.0625", "hours": "0.5", "minutes": "30"}[unit]
    settings = f'key = "total"\ntitle = "請假總量"\ntype = "number"\nunit = "{unit}"\nminimum = 0\nstep = {step}\n{more}'
    return amount_text(settings, settings)


def minutes(more: str = "minimum = 0\nbelow = 480\nstep = 30") -> str:
    """Days, and the rest in minutes."""
    return amount_text(None, f'key = "mins"\ntitle = "分鐘數"\ntype = "number"\nunit = "minutes"\n{more}')


TEXTS = {
    "days": whole("days"), "hours": whole("hours"), "minutes": whole("minutes"), "rest": minutes(),
    "days-text": whole("days", "as_text = true"), "minutes-text": whole("minutes", "as_text = true"),
    "rest-text": minutes("as_text = true"),
}  # fmt: skip
PROFILES = {name: load_profile(text, "amounts.toml") for name, text in TEXTS.items()}
each = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)


def document(**changes: Any) -> dict[str, Any]:
    """A sound file of one record with other keys for its amount."""
    sound = json.loads(build_sample(REFERENCE, period="11006", people=1, seed=3).text)
    record = {
        "person_id": "A123456789", "person_name": "王小明", "person_category": "01", "job_title": "課員",
        "leave_type": "病假", "start_date": "1100607", "start_time": "0800", "end_date": "1100607", "end_time": "1700",
        "covid_related": False, **changes,
    }  # fmt: skip
    return {**sound, "record_count": 1, "records": [record]}


@each
def test_clean_samples_have_no_finding(profile: Profile) -> None:
    for seed in range(6):
        report = run_one(build_sample(profile, period="11006", people=20, seed=seed).text, profile=profile)
        assert [(entry.rule, entry.pointer, entry.message) for entry in said(report)] == []
        assert report.record_count


@each
def test_faults_of_samples_are_found_where_they_were_put(profile: Profile) -> None:
    for seed in range(8):
        sample = build_sample(profile, period="11006", people=15, seed=seed, faults=6)
        found = {(entry.rule, entry.pointer) for entry in run_one(sample.text, profile=profile).findings}
        assert {(fault["rule"], fault["pointer"]) for fault in sample.faults} <= found


@each
def test_conversion_there_and_back_changes_nothing(profile: Profile) -> None:
    there = build_sample(REFERENCE, period="11006", people=12, seed=5).text
    moved = convert_json(there.encode(), profile, REFERENCE).text
    assert moved != there
    assert json.loads(convert_json(moved.encode(), REFERENCE, profile).text) == json.loads(there)


def test_amounts_are_written_in_their_unit() -> None:
    """A leave of 1 day and 4 hours."""
    keys = {"days": 1.5, "hours": 12, "minutes": 720, "days-text": "1.5", "minutes-text": "720"}
    for name, value in keys.items():
        text = json.dumps(document(total=value, end_date="1100608", end_time="1200"))
        [record] = json.loads(convert_json(text.encode(), REFERENCE, PROFILES[name]).text)["records"]
        assert (record["days"], record["hours"]) == (1, 4), name
        [back] = json.loads(convert_json(json.dumps(document(**record)).encode(), PROFILES[name], REFERENCE).text)["records"]
        assert back["total"] == value


@pytest.mark.parametrize(("name", "amount", "rule", "key", "message"), [
    ("hours", {"total": 0}, "REC210", "total", "請假總量是 0，這筆差假沒有請假的長度。"),
    ("rest", {"days": 0, "mins": 0}, "REC210", "mins", "日數與分鐘數都是 0，這筆差假沒有請假的長度。"),
    ("hours", {"total": 12.5}, "REC220", "total",
     "請假 12.5 小時（1 日 4.5 小時），超過從開始到結束的 9 小時。"),
    ("days", {"total": 1.5}, "REC220", "total", "請假 1.5 日（1 日 4 小時），超過從開始到結束的 9 小時。"),
    ("minutes", {"total": 510}, "REC225", "total",
     "請假 510 分鐘（1 日 0.5 小時）；以每個日曆天 8 小時計算，從開始到結束最多 480 分鐘（1 日）。"),
    ("rest", {"days": 1, "mins": 30}, "REC225", "days",
     "請假 1 日 30 分鐘（1 日 0.5 小時）；以每個日曆天 8 小時計算，從開始到結束最多 1 日。"),
    ("rest", {"days": 0, "mins": 480}, "STR920", "mins", "分鐘數 480 太大，必須小於 480。"),
    ("minutes", {"total": 0.5}, "STR925", "total", "請假總量 0.5 不是 30 的倍數。"),
    ("minutes", {"total": -30}, "STR915", "total", None),
    ("days", {"total": 0.3}, "STR925", "total", None),
    ("hours", {"total": "4"}, "STR900", "total", "請假總量「4」是加了引號的文字，應該是數字。"),
    ("hours", {"total": "四小時"}, "STR905", "total", None),
    ("hours", {"total": None}, "STR200", "total", None),
    ("hours", {"total": True}, "STR210", "total", None),
    ("hours", {"total": [4]}, "STR205", "total", None),
    ("days-text", {"total": "0.33333"}, "STR295", "total", None),
    ("minutes-text", {"total": "30.5"}, "STR295", "total", None),
    ("minutes-text", {"total": "-30"}, "STR295", "total", None),
    ("minutes-text", {"total": "半天"}, "STR905", "total", None),
    ("minutes-text", {"total": 240}, "STR220", "total", None),
])  # fmt: skip
def test_a_bad_amount_is_told_once_at_its_place(
    name: str, amount: dict[str, Any], rule: str, key: str, message: str | None
) -> None:
    report = run_one(document(**amount), profile=PROFILES[name])
    [entry] = [entry for entry in report.findings if entry.severity != "info"]
    assert (entry.rule, entry.pointer, entry.field) == (rule, f"/records/0/{key}", key)
    assert message is None or entry.message == message


def test_a_missing_amount_is_told_once() -> None:
    report = run_one(document(), profile=PROFILES["hours"])
    assert [(entry.rule, entry.pointer, entry.field) for entry in report.findings] == [("STR110", "/records/0", "total")]


def test_minutes_that_are_no_part_of_a_half_hour_are_no_more_than_they_are() -> None:
    """Sixtieths of an hour are not exact in binary; what exactly fills the clock time does not exceed it."""
    text = whole("minutes").replace("step = 30", "step = 1")
    profile = load_profile(text, "minutes.toml")
    for minute in range(1, 60):
        for total, end in ((480 + minute, f"00{minute:02d}"), (960 + minute, f"00{minute:02d}")):
            day = f"110060{7 + total // 480}"
            report = run_one(document(total=total, start_time="0800", end_date=day, end_time=end), profile=profile)
            assert [entry.message for entry in report.findings if entry.rule == "REC220"] == []


@pytest.mark.parametrize("value", [0, 0.5, 4, 4.25, 12.5, 30, 480, 720, -1, "4", "0.0625", "x", None, True])
@each
def test_schema_model_and_form_agree(profile: Profile, value: Any) -> None:
    key = "mins" if "mins" in {spec.key for spec in profile.fields} else "total"
    content = document(**{key: value, **({"days": 1} if key == "mins" else {})})
    assert len(accepted(profile, content)) == 1


def test_table_to_fill_in_has_one_column_for_one_value() -> None:
    profile = PROFILES["hours"]
    head = template_csv(profile).decode("utf-8-sig").strip().split(",")
    assert head.count("請假總量") == 1
    values = {spec.title: str(spec.example or "") for spec in profile.fields} | {"請假總量": "12.5"}
    table = ",".join(head) + "\n" + ",".join(values[title].replace("True", "") for title in head) + "\n"
    assert json.loads(convert_csv(table.encode(), profile).text)["records"][0]["total"] == 12.5


@pytest.mark.parametrize(("text", "said"), [
    (whole("hours").replace('unit = "hours"', 'unit = "minutes"', 1), "必須相同"),
    (whole("hours").replace('unit = "hours"\n', ""), "都要有 unit"),
    (amount_text('key = "d"\ntitle = "日數"\ntype = "number"\nunit = "hours"', 'key = "h"\ntitle = "時數"\ntype = "number"'),
     "讓 days 與 hours 的 key 與 unit 都相同"),
    (amount_text(None, 'key = "h"\ntitle = "時數"\ntype = "number"\nunit = "days"'),
     "讓 days 與 hours 的 key 與 unit 都相同"),
    (TEXTS["rest"].replace('name = "record_count"', 'name = "record_count"\nunit = "hours"'), "只有日數（days）與時數（hours）"),
    (TEXTS["rest"].replace('unit = "minutes"', 'unit = "minute"'), "不是可用的值"),
])  # fmt: skip
def test_a_unit_that_cannot_be_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(ProfileError) as caught:
        load_profile(text, "amounts.toml")
    [problem] = caught.value.problems
    assert said in problem and problem.startswith("第 ")
