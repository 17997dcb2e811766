"""The wizard with a profile at hand: it is the start, and nothing that it says is lost."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

import pytest
from layouts import LAYOUTS, layout

from pyvalidator.input.files import InMemory, PendingFile
from pyvalidator.options import Options
from pyvalidator.profile import FieldSpec, Profile, built_in_profiles, load_profile
from pyvalidator.profile.compare import compare_profiles
from pyvalidator.samples import build_sample
from pyvalidator.wizard.session import Session

POLICE = next(profile for profile in LAYOUTS if profile.id == "police")
BUILT_IN = [replace(profile, id=f"own-{id}") for id, profile in built_in_profiles().items()]


def open_with(profile: Profile, *values: Any) -> Session:
    texts = [value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in values]
    files = [PendingFile(f"{number}.json", InMemory(text.encode())) for number, text in enumerate(texts)]
    return Session(files, Options(profile=profile))


def review(session: Session, *columns: dict[str, Any], **about: str) -> Any:
    return session.review({"columns": list(columns), "about": about})


def read(answer: Any) -> Profile:
    assert answer["problems"] == []
    return load_profile(answer["toml"], "x.toml")


def column_of(answer: Any, key: str) -> Any:
    return next(column for column in answer["columns"] if column["key"] == key)


def by_name(profile: Profile) -> dict[str, Any]:
    """All that a profile says but its date; the order of keys in a file is not the profile's."""
    said = asdict(profile)
    return {**said, "date": "", "fields": {each["name"]: each for each in said["fields"]}}


def police(**more: Any) -> tuple[Profile, Any]:
    """The layout as a hand-written profile has it, with what the wizard has no question for; and its data."""
    own = FieldSpec(name="note_no", key="MEMO", title="簽呈字號", type="text", required=False, pattern="[0-9]+")
    reason = replace(POLICE.by_name["reason"], required=False, example={"a": [1, True]})
    fields = [reason if spec.name == "reason" else spec for spec in POLICE.fields]
    profile = replace(
        POLICE, note="請勿外流", severity={"REC310": "off"}, fields=[*fields, own], **more,
    )  # fmt: skip
    return profile, json.loads(build_sample(POLICE, people=25, seed=3).text)


@pytest.mark.parametrize("profile", [*LAYOUTS, *BUILT_IN], ids=lambda profile: profile.id)
def test_profile_comes_back_as_it_was(profile: Profile) -> None:
    session = open_with(profile, build_sample(profile, people=25, seed=3).text)
    assert profile.title in session.inspect()["start"]
    answer = review(session)
    back = read(answer)
    assert by_name(back) == by_name(profile)
    assert compare_profiles(replace(profile, date=back.date), back) == []
    assert answer["report"]["summary"]["error"] == 0
    assert not any(column["asks"] for column in answer["columns"])


@pytest.mark.parametrize("known", [POLICE, LAYOUTS[-1]], ids=lambda profile: profile.id)
def test_drafts_own_file_is_opened_again_without_a_change(known: Profile) -> None:
    text = build_sample(known, people=25, seed=3).text.replace('"reason"', '"a key that means nothing"')
    drafted = review(open_with(built_in_profiles()["reference"], text))
    again = review(open_with(read(drafted), text))
    assert by_name(read(again)) == by_name(read(drafted))
    assert again["toml"].count("內容不檢核") == drafted["toml"].count("內容不檢核")


def together() -> Profile:
    """Days with their times, and days with hours, under one key each."""
    both = {"format": "YYYY-MM-DD HH:mm"}
    amount = {"type": "number", "unit": "hours", "minimum": 0, "below": None, "step": 0.5}
    words = {"start_date": "起日", "start_time": "起時", "end_date": "迄日", "end_time": "迄時", "days": "日", "hours": "時"}
    forms = {name: both | {"end_of_day": False} for name in list(words)[:4]} | {"days": amount, "hours": amount}
    return layout(
        "together", {"records": ["/data/*"]}, header="agency_code=A period=P",
        record="person_id=I person_name=N person_category=C leave_type=L start_date=S start_time=S end_date=E "
        "end_time=E days=H hours=H",
        forms={name: {**form, "title": words[name], "example": words[name]} for name, form in forms.items()},
    )  # fmt: skip


def test_fields_of_one_key_keep_their_own_words() -> None:
    own = together()
    assert by_name(read(review(open_with(own, build_sample(own, people=25, seed=3).text)))) == by_name(own)


def test_of_two_fields_of_an_absent_key_none_stays_without_the_other() -> None:
    own = together()
    data = json.loads(build_sample(own, people=25, seed=3).text)
    for record in data["data"]:
        record["DAYS"] = 1
        del record["H"]
    session = open_with(own, data)
    kept = read(review(session, {"at": column_of(review(session), "DAYS")["at"], "field": ""}))
    assert {"days", "hours"} <= set(kept.by_name)
    at = column_of(review(session), "DAYS")["at"]
    changed = read(review(session, {"at": at, "field": "days"}))
    assert changed.by_name["days"].key == "DAYS" and "hours" not in changed.by_name


@pytest.mark.parametrize("now", ["376506200A", {"代號": "376506200A"}], ids=["value", "object"])
def test_absent_key_that_stands_in_the_way_is_let_go(now: Any) -> None:
    grouped, inside = police()[0], {"key": "代號", "inside": "/單位"}
    place = inside if isinstance(now, str) else {"key": "單位", "inside": ""}
    odd = FieldSpec(name="odd", title="單位代號", type="text", level="header", required=False, **place)
    profile, data = replace(grouped, fields=[*grouped.fields, odd]), police()[1]
    assert "odd" in read(review(open_with(profile, data))).by_name
    back = read(review(open_with(profile, {**data, "單位": now})))
    assert "odd" not in back.by_name


def test_new_key_and_new_code_are_all_that_is_open() -> None:
    profile, data = police()
    data["data"][0]["MZ_CODE"] = "ZZ"
    for record in data["data"]:
        record["MZ_EXTRA"] = "第一線"
    answer = review(open_with(profile, data))
    leave = column_of(answer, "MZ_CODE")
    assert [each["code"] for each in leave["codes"] if not each["name"]] == ["ZZ"]
    assert column_of(answer, "MZ_EXTRA")["field"] == "", "reason and unit are taken"
    named = read(review(open_with(profile, data), {"at": leave["at"], "codes": {"ZZ": "病假"}}))
    assert named.tables["leave_type"] == {**profile.tables["leave_type"], "ZZ": "病假"}


def test_what_the_file_does_not_show_is_kept() -> None:
    profile, data = police()
    for record in data["data"]:
        record.pop("MZ_CAUSE", None)
    answer = review(open_with(profile, data))
    assert by_name(read(answer)) == by_name(profile)
    assert "reason" not in str(answer["absent"]) and "MZ_CAUSE" in answer["toml"]


def test_field_of_an_absent_key_can_be_given_to_another() -> None:
    profile, data = police()
    for record in data["data"]:
        record["WHY"] = record.pop("MZ_CAUSE", "")
    session = open_with(profile, data)
    column = column_of(review(session), "WHY")
    assert read(review(session, {"at": column["at"], "field": "reason"})).by_name["reason"].key == "WHY"


def test_own_check_of_a_key_stays_until_the_key_is_mapped() -> None:
    profile, data = police()
    for record in data["data"]:
        record["MEMO"] = "12"
    session = open_with(profile, data)
    column = column_of(review(session), "MEMO")
    assert column["field"] == "" and read(review(session)).by_name["note_no"].pattern == "[0-9]+"
    wanted = read(review(session, {"at": column["at"], "required": True}))
    assert wanted.by_name["note_no"].required
    mapped = read(review(session, {"at": column["at"], "field": "reason"}))
    assert mapped.by_name["reason"].key == "MEMO" and "note_no" not in mapped.by_name


def test_forms_that_are_not_offered_otherwise_can_be_left_and_chosen_again() -> None:
    own = layout(
        "own", {"records": ["/data/*"]}, header="agency_code=A period=P",
        record="person_id=I person_name=N person_category=C leave_type=L start_date=S start_time=T end_date=E "
        "end_time=U days=D hours=H covid_related=V",
        forms={"covid_related": {"true": ["OK", "ok"], "false": ["-"]}, "start_date": {"format": "DD.MM.YYYY"}},
    )  # fmt: skip
    session = open_with(own, build_sample(own, people=25, seed=3).text)
    first = review(session)
    assert by_name(read(first)) == by_name(own)
    for key, name, other in (("V", "words", "'Y'/'N'"), ("S", "format", "YYYMMDD")):
        column = column_of(first, key)
        (control,) = (each for each in column["controls"] if each["name"] == name)
        assert control["value"] in dict(control["options"])
        changed = read(review(session, {"at": column["at"], "controls": {name: other}}))
        assert by_name(changed) != by_name(own)
        again = {"at": column["at"], "controls": {name: control["value"]}}
        assert by_name(read(review(session, again))) == by_name(own)


def test_profile_of_another_layout_is_not_used() -> None:
    _, data = police()
    for other in (next(profile for profile in LAYOUTS if profile.layout != POLICE.layout), BUILT_IN[0]):
        session = open_with(other, data)
        assert "沒有採用" in session.inspect()["start"] and other.title in session.inspect()["start"]
        plain = open_with(built_in_profiles()["reference"], data)
        assert plain.inspect()["start"] == ""
        assert review(session)["toml"] == review(plain)["toml"]
