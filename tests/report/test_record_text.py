"""A finding names its leave in one line: kind, span and amount, as far as they can be read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from support import profile_text, run, run_one

from pyvalidator.profile import Profile, built_in_profiles, load_profile
from pyvalidator.report.render import FORMATS, render
from pyvalidator.rule import sample
from pyvalidator.samples import build_sample

REFERENCE = built_in_profiles()["reference"]


def with_fields(**settings: str) -> Profile:
    """The reference profile with other settings for some of its fields."""
    text = profile_text("reference")
    for name, own in settings.items():
        text = re.sub(rf'\[\[fields\]\]\nname = "{name}"\n(?:[^\n]+\n)+', f'[[fields]]\nname = "{name}"\n{own}\n', text)
    return load_profile(text.replace('id = "reference"', 'id = "other"'), "other.toml")


def one_amount(unit: str) -> Profile:
    own = f'key = "total"\ntitle = "請假總量"\ntype = "number"\nunit = "{unit}"\nminimum = 0'
    return with_fields(days=own, hours=own)


MOMENTS = with_fields(**{
    f"{end}_{part}": f'key = "{end}"\ntitle = "{end}"\ntype = "{part}"\nformat = "YYYY-MM-DDTHH:mm"'
    for end in ("start", "end") for part in ("date", "time")
})  # fmt: skip
REST_IN_MINUTES = with_fields(
    hours='key = "mins"\ntitle = "分鐘數"\ntype = "number"\nunit = "minutes"\nminimum = 0\nbelow = 480\nstep = 30'
)
DAY = {"leave_type": "休假", "start_date": "1100608", "end_date": "1100608"}


def told(content: Any, **given: Any) -> str | None:
    """What all findings of a one-record file say of the leave."""
    records = {entry.record for entry in run_one(content, **given).findings if entry.person is not None}
    assert len(records) == 1, records
    return records.pop()


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "休假 110/6/8 08:00–17:00，1 日"),
        ({"end_date": "1100609", "end_time": "1200", "hours": 4}, "休假 110/6/8 08:00–110/6/9 12:00，1 日 4 時"),
        ({"days": 0, "hours": 2.5, "end_time": "1030"}, "休假 110/6/8 08:00–10:30，2.5 時"),
        ({"start_time": "0000", "end_time": "2400"}, "休假 110/6/8 00:00–24:00，1 日"),
        ({"days": 0, "hours": 0}, "休假 110/6/8 08:00–17:00，0 時"),
        # As written, where it cannot be read.
        ({"leave_type": "修假"}, "修假 110/6/8 08:00–17:00，1 日"),
        ({"start_date": "110/06/08"}, "休假 110/06/08 08:00–110/6/8 17:00，1 日"),
        ({"start_time": 8}, "休假 110/6/8 8–17:00，1 日"),
        ({"end_time": "2500"}, "休假 110/6/8 08:00–2500，1 日"),
        ({"days": "半天"}, "休假 110/6/8 08:00–17:00，半天"),
        ({"days": "1"}, "休假 110/6/8 08:00–17:00，1 日"),
        ({"leave_type": "病\n假" + "很" * 40}, "病 假" + "很" * 17 + "… 110/6/8 08:00–17:00，1 日"),
        # Left out, where there is nothing.
        ({"leave_type": None}, "110/6/8 08:00–17:00，1 日"),
        ({"leave_type": ["休假"]}, "110/6/8 08:00–17:00，1 日"),
        ({"end_date": ...}, "休假 110/6/8 08:00 起，1 日"),
        ({"start_date": ..., "start_time": None}, "休假 至 110/6/8 17:00，1 日"),
        ({"days": None}, "休假 110/6/8 08:00–17:00"),
        ({"days": None, "hours": 3}, "休假 110/6/8 08:00–17:00，3 時"),
        ({"days": 10**400}, "休假 110/6/8 08:00–17:00"),
        ({"days": True}, "休假 110/6/8 08:00–17:00"),
    ],
)
def test_the_leave_in_one_line(changes, text):
    assert told(sample(**{**DAY, "person_category": "97", **changes})) == text


def test_what_is_said_of_a_leave_is_masked():
    content = sample(**{**DAY, "leave_type": "A123456789"})
    assert told(content) == "A12345**** 110/6/8 08:00–17:00，1 日"
    assert told(content, mask=False) == "A123456789 110/6/8 08:00–17:00，1 日"


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "病假 110/6/7 08:00–17:00，1 日"),
        ({"end": "2021-06-08T12:00"}, "病假 110/6/7 08:00–110/6/8 12:00，1 日"),
        # A moment is one value: it stands once where it cannot be read.
        ({"start": "2021-06-07 25:00"}, "病假 2021-06-07 25:00–110/6/7 17:00，1 日"),
        ({"end": ...}, "病假 110/6/7 08:00 起，1 日"),
    ],
)
def test_moments(changes, text):
    own = {"start": "2021-06-07T08:00", "end": "2021-06-07T17:00", **changes}
    gone = dict.fromkeys(("start_date", "start_time", "end_date", "end_time"), ...)
    assert told(sample(**gone, **own, person_category="97"), profile=MOMENTS) == text


@pytest.mark.parametrize(
    ("profile", "amount", "text"),
    [
        (one_amount("hours"), {"total": 12}, "1 日 4 時"),
        (one_amount("days"), {"total": 0.5}, "4 時"),
        (one_amount("minutes"), {"total": 480}, "1 日"),
        (one_amount("hours"), {"total": "一天半"}, "一天半"),
        (one_amount("hours"), {"total": "12"}, "12"),
        (one_amount("hours"), {"total": 0}, "0 時"),
        (one_amount("hours"), {}, ""),
        (REST_IN_MINUTES, {"days": 1, "mins": 30}, "1 日 0.5 時"),
    ],
)
def test_one_amount_and_minutes(profile, amount, text):
    content = sample(**{**DAY, "days": ..., "hours": ..., "person_category": "97", **amount})
    head = "休假 110/6/8 08:00–17:00"
    assert told(content, profile=profile) == (f"{head}，{text}" if text else head)


def without(*names: str) -> Profile:
    return replace(REFERENCE, fields=[spec for spec in REFERENCE.fields if spec.name not in names])


def test_a_profile_without_times_or_without_an_end():
    content = sample(**{**DAY, "person_category": "97"})
    assert told(content, profile=without("start_time", "end_time")) == "休假 110/6/8，1 日"
    assert told(content, profile=without("start_time", "end_time", "end_date")) == "休假 110/6/8，1 日"
    assert told(content, profile=without("end_date")) == "休假 110/6/8 08:00–17:00，1 日"
    assert told(content, profile=without("leave_type", "days", "hours")) == "110/6/8 08:00–17:00"


@pytest.mark.parametrize("profile", built_in_profiles().values(), ids=built_in_profiles())
def test_every_finding_of_a_record_names_it_in_every_layout(profile):
    report = run({"f.json": build_sample(profile, people=20, seed=7, faults=20).text}, profile=profile)
    # A finding on the key of a map stands at its member, and names no field.
    by_level = {"" if spec.key == "*" else spec.key: spec.level for spec in profile.fields}
    findings = report.files[0].findings
    assert any(entry.record for entry in findings)
    for entry in findings:
        of_record = entry.person is not None and by_level.get(entry.field or "") != "person"
        of_record |= "/leaves/" in (entry.pointer or "")
        assert bool(entry.record) == of_record, entry
    assert all(entry.record is None for entry in report.batch.findings)


@pytest.mark.parametrize("format", sorted(FORMATS.keys() - {"xlsx"}))
def test_every_form_names_the_leave(format):
    report = run({"f.json": sample(**DAY, person_category="97")})
    assert "休假 110/6/8 08:00–17:00，1 日" in render(report, format).decode()
