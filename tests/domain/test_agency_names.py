"""Which agency a file's name names."""

import unicodedata

import pytest

from pyvalidator.domain.agencies import Roster
from pyvalidator.domain.agency_names import agency_named_in

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
