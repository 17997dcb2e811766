"""Reading the CSVs of the roster and of the agency list."""

from __future__ import annotations

import pytest

from pyvalidator.domain.agencies import AgencyList, Roster
from pyvalidator.domain.csv_lists import ListFileError

LIST = "機關代碼,機關名稱,機關層級,裁撤註記\n376506200A,嘉義縣水上鄉公所,4,\n376506211I,嘉義縣水上鄉清潔隊,5,是\n"
ROSTER = "機關代碼,機關名稱,報送方式\n376506200A,水上鄉公所,JSON\n376801200A,水上鄉民代表會,WebHR\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp950"])
def test_agency_list_is_read_in_each_encoding(encoding: str) -> None:
    agencies = AgencyList.read(LIST.encode(encoding))
    assert "376506200A" in agencies and "376506299A" not in agencies and len(agencies) == 2
    assert agencies.name("376506200A") == "嘉義縣水上鄉公所" and agencies.name("376506299A") is None
    assert [agencies.dissolved(code) for code in ("376506200A", "376506211I", "376506299A")] == [False, True, False]


def test_columns_are_found_by_header_in_any_order() -> None:
    text = '裁撤註記,備註,機關名稱,機關代碼\r\n,"含, 逗號",水上鄉公所,376506200A\r\n是,,清潔隊,376506211I\r\n'
    agencies = AgencyList.read(text.encode())
    assert agencies.name("376506200A") == "水上鄉公所" and agencies.dissolved("376506211I")


def test_agency_list_survives_characters_outside_big5() -> None:
    data = "機關代碼,機關名稱\n376506200A,".encode("cp950") + b"\xff\xfe,\xa1" + "\n376506211I,清潔隊\n".encode("cp950")
    assert len(AgencyList.read(data)) == 2


def test_code_listed_twice_is_dissolved_only_where_every_row_says_so() -> None:
    rows = ["376506200A,舊名,是", "376506200A,新名,", "376506211I,甲,是", "376506211I,乙,是"]
    for order in (rows, rows[::-1]):
        agencies = AgencyList.read(("機關代碼,機關名稱,裁撤註記\n" + "\n".join(order)).encode())
        assert not agencies.dissolved("376506200A") and agencies.name("376506200A") == "新名"
        assert agencies.dissolved("376506211I")


def test_agency_list_without_usable_rows_is_refused() -> None:
    for text in ("機關代碼,機關名稱\n", "機關代碼,機關名稱\n3765,公所\n"):
        with pytest.raises(ListFileError, match="沒有任何"):
            AgencyList.read(text.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp950"])
def test_roster_is_read_in_each_encoding(encoding: str) -> None:
    assert Roster.read(ROSTER.encode(encoding)).expected == [
        ("376506200A", "水上鄉公所", "JSON"),
        ("376801200A", "水上鄉民代表會", "WebHR"),
    ]


def test_roster_routes_are_lenient_about_case_and_default_to_json() -> None:
    roster = Roster.read("機關代碼,機關名稱,報送方式\n376506200A,甲,webhr\n376506211I,乙,\n".encode())
    assert [route for _, _, route in roster.expected] == ["WebHR", "JSON"]
    assert Roster.read("機關代碼\n376506200A\n".encode()).expected == [("376506200A", "", "JSON")]


def test_roster_takes_spreadsheet_habits() -> None:
    text = '機關代碼;機關名稱\n="376506200A";甲\n;\n\n 376506211I ;乙\n376506211I;乙\n'
    assert [code for code, _, _ in Roster.read(text.encode()).expected] == ["376506200A", "376506211I"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("名稱,代碼\n甲,1\n", "標題列"),
        ("", "標題列"),
        ("機關代碼,機關名稱\n", "沒有任何機關"),
        ("機關代碼,機關名稱\n376506200A,甲\n3765,乙\n", "第 3 列「3765」"),
        ("機關代碼,機關名稱\n376506200A,甲\n,乙\n", "第 3 列沒有機關代碼"),
        ('機關代碼,機關名稱\n"376506200A","甲\n分行"\nx,乙\n', "第 4 列"),
        ("機關代碼,機關名稱,報送方式\n376506200A,甲,傳真\n", "第 2 列的報送方式「傳真」"),
        ("機關代碼,機關名稱\n376506200A,甲\n376506200A,乙\n", "第 3 列的機關代碼「376506200A」已在第 2 列"),
    ],
)
def test_faulty_roster_is_named_with_its_line(text: str, words: str) -> None:
    with pytest.raises(ListFileError, match=words) as caught:
        Roster.read(text.encode(), "名冊.csv")
    assert str(caught.value).startswith("名冊.csv：")


def test_utf16_gets_its_own_advice() -> None:
    with pytest.raises(ListFileError, match="UTF-16"):
        Roster.read(ROSTER.encode("utf-16"))


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"%PDF-1.7", bytes(range(256)), "機關代碼\n\x00".encode()])
def test_no_bytes_break_the_reader(data: bytes) -> None:
    for read in (Roster.read, AgencyList.read):
        with pytest.raises(ListFileError):
            read(data)
