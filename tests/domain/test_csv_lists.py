"""Reading the CSVs of lists strictly: no row may disappear, and what a CSV is, its titles tell."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pyvalidator.domain.agencies import Roster
from pyvalidator.domain.csv_kinds import how_to_be_a_list, kind_of_csv, read_list
from pyvalidator.domain.csv_lists import ListFileError

HEADER = "機關代碼,機關名稱,報送方式\n"
FIRST = "376506200A,水上鄉公所,JSON\n"


def codes(text: str) -> list[str]:
    return [code for code, _, _ in Roster.read(text.encode()).expected]


@pytest.mark.parametrize(("rest", "row"), [
    ('376506211I,"水上鄉清潔隊,JSON\n376506100A,鹿草鄉公所,JSON\n', 3),
    ('376506211I,"水上鄉清潔隊,JSON\n376506100A,"鹿草鄉公所",JSON\n', 3),
    # Closed further on, which makes the rows between a part of the name.
    ('376506211I,"水上鄉清潔隊,JSON\n376506100A,鹿草鄉公所","JSON"\n', 3),
    ('376506211I,"水上鄉清潔隊\n376506100A\n376506222E",JSON\n', 3),
    ('376506211I,水上鄉"清潔隊,JSON\n', 3),
    ('376506211I,水上鄉清潔隊,JSON"\n', 3),
    ('"376506211I,水上鄉清潔隊,JSON\n', 3),
    ('376506211I,"水上鄉"清潔隊,JSON\n', 3),
    ('376506211I,"水上鄉,清潔隊\n鹿草鄉",公所\n', 3),
    ('376506211I,"水上\n鄉",JSON\n376506100A,"鹿草,JSON\n', 5),
])  # fmt: skip
def test_a_quote_without_its_other_half_is_named_with_its_row(rest, row):
    with pytest.raises(ListFileError, match=f"第 {row} 列的雙引號沒有成對"):
        codes(HEADER + FIRST + rest)


@pytest.mark.parametrize(("text", "says"), [
    (HEADER + "376506211I,水上鄉,清潔隊,JSON\n", "第 2 列有 4 格"),
    ("機關代碼,機關名稱\n376506211I,水上鄉,清潔隊\n", "第 2 列有 3 格"),
    (HEADER + FIRST + "376506211I,清\0潔隊,JSON\n", "第 3 列有不是文字的內容"),
    (HEADER.encode("utf-16-le").decode("latin-1"), "UTF-16"),
    ('機關代碼,"機關名稱\n376506211I,清潔隊\n', "第 1 列的雙引號"),
    ("機關代碼,機關代碼\n376506211I,376506211I\n", "2 個「機關代碼」"),
])  # fmt: skip
def test_what_would_have_to_be_guessed_is_refused(text, says):
    data = text.encode("latin-1") if says == "UTF-16" else text.encode()
    with pytest.raises(ListFileError, match=says):
        Roster.read(data)


@pytest.mark.parametrize("text", [
    '"機關代碼","機關名稱"\n"376506200A","水上鄉公所"\n',
    ' "機關代碼" , "機關名稱"\n 376506200A , "水上鄉公所" \n',
    '"機關代碼"\t"機關名稱"\n376506200A\t"水上\t鄉公所"\n',
    '機關代碼;機關名稱\n="376506200A";"水上;鄉公所"\n',
    '="機關代碼",="機關名稱"\n"=""376506200A""",水上鄉公所\n',
    '機關代碼,機關名稱\n376506200A,水上鄉"清潔"隊\n',
    '機關代碼,機關名稱,備註\n376506200A,水上鄉公所,"第一行\n第二行"\n',
    "sep=,\n機關代碼,機關名稱\n376506200A,水上鄉公所\n",
    "機關代碼,機關名稱,報送方式\r376506200A,水上鄉公所,JSON,,\r",
    "\ufeff機關代碼,機關名稱\r\n376506200A,\r\n",
])  # fmt: skip
def test_ways_to_write_a_table_are_read(text):
    assert codes(text) == ["376506200A"]


cell = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=8)


@given(st.lists(st.tuples(cell, cell), max_size=6), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
def test_no_row_is_lost_of_what_a_proper_writer_wrote(rows, quoting):
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=quoting)
    writer.writerow(("機關代碼", "機關名稱", "備註"))
    writer.writerows((f"3765062{number}A", *row) for number, row in enumerate(rows, 10))
    writer.writerow(("376506299Z", "", ""))
    expected = [f"3765062{number}A" for number, _ in enumerate(rows, 10)]
    assert codes(buffer.getvalue()) == [*expected, "376506299Z"]


@pytest.mark.parametrize(("data", "says"), [
    (b"PK\x03\x04" + bytes(20), "Excel"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel"),
    (b"<html><table>", "CSV UTF-8"), (b"%PDF-1.7", "PDF"),
])  # fmt: skip
def test_a_spreadsheet_is_told_how_to_become_a_csv(data, says):
    with pytest.raises(ListFileError, match=says):
        read_list("roster", data)


@pytest.mark.parametrize(("header", "kind"), [
    ("機關代碼,機關名稱", "roster"), ("機關名稱;報送方式;機關代碼", "roster"), ('"機關代碼"', "roster"),
    ("機關代碼,機關名稱,裁撤註記", "agencies"),
    ("日期,類別", "days"), ("西元日期,星期,是否放假,備註", "days"),
    ("身分證字號,姓名,假別,日期", None), ("姓名,日期,類別,時數", None),
    ("機關代碼,機關名稱,身分證字號,姓名,假別", None), ("日期,名稱", None), ("甲,乙", None), ("", None),
])  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp950"])
def test_what_a_csv_is_its_titles_tell(header, kind, encoding):
    assert kind_of_csv(f"{header}\n1,2,3\n".encode(encoding)) == kind


@pytest.mark.parametrize(("kind", "header", "says"), [
    ("roster", "機關代碼,機關名稱,裁撤註記", "這是機關代碼檔"), ("roster", "日期,類別", "這是放假日曆"),
    ("agencies", "機關代碼,機關名稱,報送方式", "這是應報送機關名冊"), ("days", "機關代碼,機關名稱", "這是應報送機關名冊"),
    ("roster", "機關代碼,身分證字號,假別", "是差假資料"),
    ("roster", "機關代號,機關名稱", "「機關代號」改成「機關代碼」"), ("roster", "代碼,名稱", "「代碼」改成「機關代碼」"),
    ("roster", "機關代碼（10碼）,機關名稱", "改成「機關代碼」"),
])  # fmt: skip
def test_a_list_of_another_kind_is_not_read_as_this_one(kind, header, says):
    with pytest.raises(ListFileError, match=says):
        read_list(kind, f"{header}\n376506200A,水上鄉公所,\n".encode())


def test_a_list_of_codes_and_names_may_be_either_list_of_agencies():
    data = "機關代碼,機關名稱\n376506200A,水上鄉公所\n".encode()
    assert read_list("roster", data).title == read_list("agencies", data).title == "1 個機關"


@pytest.mark.parametrize(("header", "says"), [
    ("機關代碼,機關名稱", "--roster"), ("機關代號,機關名稱", "改成「機關代碼」"), ("姓名,假別,代碼", ""), ("甲,乙", ""),
    ("欄位名稱,代號,型態,長度,必填", "「我有欄位說明表」"), ("Name,Data Type,Max Length", "「我有欄位說明表」"), ("班別型態,時段", ""),
    ("中文,代碼,型態,長度", "「我有欄位說明表」"), ("姓名,假別,班別型態,長度", ""),
])  # fmt: skip
def test_a_csv_given_as_data_is_told_how_to_be_a_list(header, says):
    told = how_to_be_a_list(f"{header}\n1,2,3\n".encode())
    assert says in told if says else told == ""


def test_the_number_of_agencies_is_told():
    assert Roster.read((HEADER + FIRST + "376801200A,代表會,WebHR\n").encode()).title == "2 個機關，其中 1 個以 WebHR 報送"
