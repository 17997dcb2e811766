"""Which agency a file's name names."""

import unicodedata
from datetime import date

import pytest

from pyvalidator.domain.agencies import Roster
from pyvalidator.domain.agency_names import agency_named_in, months_in, other_agency_in, other_month_in

ROSTER = Roster.read(
    "機關代碼,機關名稱\n376506200A,水上鄉公所\n376506211I,水上鄉公所清潔隊\n3765062220,臺中市圖書館\n"
    "376500001A,嘉義縣衛生局\n376500002A,嘉義縣衛生局\n".encode()
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("376506200A_11006.json", "376506200A"),
        ("11006-376506200a.zip", "376506200A"),
        ("差勤３７６５０６２００Ａ.xlsx", "376506200A"),
        ("3765062220.json", "3765062220"),
        ("399999999Z.json", "399999999Z"),
        ("水上鄉公所.json", "376506200A"),
        ("11006水上鄉公所清潔隊.json", "376506211I"),
        ("台中市圖書館11006.json.txt", "3765062220"),
        (unicodedata.normalize("NFD", "臺中市圖書館.json"), "3765062220"),
        ("水上鄉公所 376506211I.json", "376506211I"),
        ("水上鄉公所及水上鄉公所清潔隊.json", None),
        ("嘉義縣衛生局.json", None),
        ("376506200A與376506211I.zip", None),
        ("20210705123456.json", None),
        ("1100705123.json", None),
        ("備份.zip", None),
    ],
)
def test_a_file_name_names_one_agency_or_none(name, code):
    assert agency_named_in(name, ROSTER) == code


def test_without_a_roster_only_a_code_names_an_agency():
    assert agency_named_in("376506200A.json", None) == "376506200A"
    assert agency_named_in("3765062220.json", None) is None
    assert agency_named_in("水上鄉公所.json", None) is None


OCTOBER = date(2026, 10, 1)


@pytest.mark.parametrize(
    "name",
    ["376506200A_11510", "115-10", "115年10月差假", "民國115年10月份", "202610", "2026-10_v2", "差假(115_10)", "115.10", "２０２６年１０月",
     "115-10-1151105"],
)  # fmt: skip
def test_a_month_in_a_file_name(name):
    assert months_in(f"{name}.json") == [OCTOBER] and other_month_in(f"{name}.json", OCTOBER) is None
    assert other_month_in(f"{name}.json", date(2026, 9, 1)) == "11510"


@pytest.mark.parametrize(
    "name",
    ["1151105", "20261105", "2026-11-05", "115-11-5", "115年11月5日", "376506200A", "v115", "11510123", "A115-10", "3765062220", "115"],
)  # fmt: skip
def test_a_day_or_a_number_is_no_month(name):
    assert months_in(f"{name}.json") == []


@pytest.mark.parametrize(("name", "other"), [
    ("9月差假", "9 月"), ("差假10月", None), ("10月5日產製", None), ("9月及10月", None), ("115年9月", "11509"), ("9月5日", None),
])  # fmt: skip
def test_a_month_without_its_year(name, other):
    assert other_month_in(f"{name}.json", OCTOBER) == other


@pytest.mark.parametrize(("name", "roster", "other"), [
    ("376506211I_11510", None, "376506211I"), ("376506211i", None, "376506211I"), ("376506200a", None, None),
    ("民雄鄉公所", None, "民雄鄉公所"), ("水上鄉公所11510", None, None), ("水上鄉公所清潔隊", None, None),
    ("水上鄉公所清潔隊", ROSTER, "376506211I"), ("民雄國小", None, "民雄國小"), ("水上國小", None, None), ("差假資料", None, None),
    ("台中市圖書館", ROSTER, "3765062220"), ("民雄鄉公所轉水上鄉公所", None, None), ("376506200A民雄鄉公所", None, None),
])  # fmt: skip
def test_another_agency_in_a_file_name(name, roster, other):
    assert other_agency_in(f"{name}.json", "376506200A", "嘉義縣水上鄉公所", roster) == other
