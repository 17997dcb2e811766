"""What a profile says of places is read strictly: each slip is told with its line, its setting and what to write."""

from __future__ import annotations

import pytest
from support import profile_text

from pyvalidator.profile import ProfileError
from pyvalidator.profile.load import load_profile

REFERENCE = profile_text("reference")
RECORDS = 'records = ["/records/*"]'
TRIPS = 'records = ["/records/*", "/trips/*"]'


def _problem(text: str) -> str:
    with pytest.raises(ProfileError) as caught:
        load_profile(text, "p.toml")
    return "；".join(caught.value.problems)


@pytest.mark.parametrize(("settings", "said"), [
    ('[[places]]\nrecords = "/trip/*"', "沒有「/trip/*」"),
    ('[[places]]\nrecords = "/trips/*"\n[[places]]\nrecords = "/trips/*"', "重複"),
    ('[[places]]\nrecords = "/trips/*"\nkeys = { day = "D" }', "沒有欄位「day」"),
    ('[[places]]\nrecords = "/trips/*"\nkeys = { period = "D" }', "不在每筆差假上"),
    ('[[places]]\nrecords = "/trips/*"\nconstants = { period = "11006" }', "不能固定「period」"),
    ('[[places]]\nrecords = "/trips/*"\nkeys = { days = "D" }\nconstants = { days = 1 }', "已經另有鍵名"),
    ('[[places]]\nrecords = "/trips/*"\nconstants = { leave_type = "出差" }', "固定值要照參考版型的寫法"),
    ('[constants]\nperson_nmae = "x"', "您要寫的是「person_name」嗎"),
])  # fmt: skip
def test_a_slip_in_a_place_is_told(settings: str, said: str) -> None:
    problem = _problem(f"{REFERENCE.replace(RECORDS, TRIPS)}\n{settings}\n")
    assert said in problem
    assert problem.startswith("第 ")


@pytest.mark.parametrize(("settings", "said"), [
    ('maps = ["/records"]', "以 /* 結尾"),
    ('maps = ["/others/*"]', "records 路上"),
    ('one_or_list = ["/others/*"]', "records 路上"),
    ('maps = ["/records/*"]\none_or_list = ["/records/*"]', "不能同時"),
    ('levels = { record = "/records/*" }', "不可使用 record"),
    ('levels = { day = "/days/*" }', "通往 records 路上"),
    ("columns = []", "欄名清單的位置"),
    ('columns = ["A", "A"]', "不可重複"),
])  # fmt: skip
def test_a_slip_in_the_layout_is_told(settings: str, said: str) -> None:
    assert said in _problem(REFERENCE.replace(RECORDS, f"{RECORDS}\n{settings}"))


def test_the_key_of_a_level_is_told_where_it_has_none() -> None:
    text = REFERENCE.replace('key = "agency_code"', 'key = "*"', 1)
    assert "沒有鍵名可以當作欄位" in _problem(text)
