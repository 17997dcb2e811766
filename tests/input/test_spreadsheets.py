"""Spreadsheets and CSV as rows: what is in them, what is said beside them, and what cannot be read."""

from __future__ import annotations

import base64
import datetime
import gzip
import io
import random
import sys
import zipfile

import openpyxl
import pytest
from spec_table.tables import ods, xlsx

from pyvalidator.domain.csv_lists import ListFileError
from pyvalidator.input import spreadsheets
from pyvalidator.input.files import InMemory, PendingFile
from pyvalidator.input.lists import list_in_spreadsheet, read_list_file
from pyvalidator.input.side_files import sort_batch
from pyvalidator.input.spreadsheets import SheetError, read_sheets

#: An .xls of Excel 97: 應報送機關 above titles, one agency by JSON, one by WebHR.
XLS = gzip.decompress(base64.b85decode(
    "ABzY8000000t4+>O-NKx6#nj;H^0n`qd9>FB0^T?LbI%mjRs|#CPxG<BAdxsl!M05qTFPen;<ZvMbSoZ)5dC3NiJ$v5E!)xLSZJCt%8CUI<Iri"
    "d(Xyl;Xp~r`yTh)bI&>7yZ65P_uhLuSDu@ET%E@+I0zRCh990Ho1)~m3lWgtFj%#7A0@-Ve+9pf2GZlk^UxbFk0FnD9vU9$FG&KQD4oIu#D|B{"
    "wHt^-(uSnsHnfpcxKEZas-#sFBF~E4BJ!a`&Wdao%T1AO6q{2gF&B$B9I$3_pH?TnF!;Vth4WD?&4}U^&*Cc+%8YfRBYQ5H`8ORkdJt2faqCPE"
    "rL)OQ4wW>3Q}|}o0$=Tw`l8mcZ>(K`?B7@0y=&NSYdSCr<BUx3aRd?7*`ujY&yB<qva;QBaznjNHutHC{`2#9bSTai<Fl76HPq8QLMjK$q|5pP"
    "K+FEteNC-<nwmO@x;GPu`)_3u?Wq+{i|J`Nv2a{F%^o+<n@%0=4seaKDMVIn3L#l6L6QR~6TMuPOoX=mr3YW$9ZPk^`o%IT2Z4E9Z08=rz*S}t"
    "IV>LOBpon7gD`fBye4<uCVI8VO6oV|^<7a*IWi_O*Tq{;^|T1y$95FyJ4qk^oOo6<z8Kp@`gCW0q;mR0Y!Y?!EC-0s*BBaAqq=vOF%z?MWo<1B"
    "BCCGeW_()2>YHJmiDg(uK-6-P9HFFlt0R;|ury2d^D|2tm0T8ETZ63$TesrPr|)LB=Aja^ndw@C=@O>LV!DLsT`38Zk9(~GPq-4=Jbxkp2M!!K"
    "aNxj!0|%Q7{6eZ(FXOs=Xqd12UhBWkGNpp^n`G0X8^d&6qz}`>7@|Cj%O%a9t#B**UTU2j`+p&$muk;q5GiTLV9E2BKG#%nf7VTm{JAAmYW;;$"
    "+WD93{{aS6eRcpA000"
))  # fmt: skip
ROWS = [["機關代碼", "機關名稱", "報送方式"], ["376506200A", "水上鄉公所", ""], ["376506300A", "太保市公所", "WebHR"]]
EXPECTED = [("376506200A", "水上鄉公所", "JSON"), ("376506300A", "太保市公所", "WebHR")]


def book(change) -> bytes:  # type: ignore[no-untyped-def]
    made = openpyxl.Workbook()
    change(made)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for part in source.namelist():
            content = source.read(part)
            archive.writestr(part, content.replace(old, new) if part == name else content)
    return target.getvalue()


def test_cells_of_every_type_become_texts() -> None:
    def fill(made: openpyxl.Workbook) -> None:
        made.active.append([
            " 文 ", 1, 1.5, True, datetime.date(2021, 6, 7), datetime.time(8, 30), datetime.datetime(2021, 6, 7, 8, 30),
            datetime.timedelta(hours=30), None, 376506,
        ])  # fmt: skip

    [sheet] = read_sheets(book(fill))
    assert sheet.texts() == [["文", "1", "1.5", "TRUE", "2021-06-07", "08:30", "2021-06-07 08:30", "30:00", "", "376506"]]


@pytest.mark.parametrize("data", [xlsx({"甲": ROWS}), ods({"甲": ROWS})], ids=["xlsx", "ods"])
def test_rows_are_alike_in_every_format(data: bytes) -> None:
    [sheet] = read_sheets(data)
    assert (sheet.name, [row[:3] for row in sheet.texts()]) == ("甲", ROWS)
    assert sheet.notes() == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp950", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_in_every_encoding(encoding: str, delimiter: str) -> None:
    text = f'代碼{delimiter}"名稱\r\n第二行"\r\n01{delimiter}病假\r\n'
    [sheet] = read_sheets(text.encode(encoding))
    assert sheet.texts() == [["代碼", "名稱\r\n第二行"], [], ["01", "病假"]], "rows are counted as lines"


def test_what_is_hidden_merged_or_without_a_result_is_said() -> None:
    def fill(made: openpyxl.Workbook) -> None:
        sheet = made.active
        sheet.title = "甲"
        for row in (["標題", None, None], ["a", "b", "c"], ["d", "#N/A", "=1+1"], ["e", "f", "g"]):
            sheet.append(row)
        sheet.merge_cells("A1:C1")
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions["B"].hidden = True
        made.create_sheet("乙").sheet_state = "hidden"

    first, second = read_sheets(book(fill))
    assert first.texts(fill=True)[0] == ["標題"] * 3 and first.texts()[0] == ["標題", "", ""]
    assert second.hidden
    said = "；".join([*first.notes(), *second.notes()])
    for part in ("第 4 列", "隱藏的欄（B）", "B3、C3", "工作表「乙」是隱藏的"):
        assert part in said


def test_hidden_rows_of_an_ods_are_said() -> None:
    data = changed(ods({"甲": ROWS}), "content.xml", b"<table:table-row><table:table-cell office:value-type=\"string\"><text:p>376506300A",
                   b'<table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><text:p>376506300A')  # fmt: skip
    [sheet] = read_sheets(data)
    assert "第 3 列" in sheet.notes()[0]


FAR = book(lambda made: made.active.__setitem__("XFD1048576", "far"))
REPEATED = changed(ods({"甲": ROWS}), "content.xml", b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1000000">')
WIDE = changed(REPEATED, "content.xml", b'<table:table-cell office:value-type="string">', b'<table:table-cell table:number-columns-repeated="9000" office:value-type="string">')


def with_part(name: str, content: bytes = b"x") -> bytes:
    target = io.BytesIO(xlsx({"甲": ROWS}))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (FAR, "太大.*XFD1048576"), (WIDE, "太大"), (with_part("xl/vbaProject.bin"), "巨集"), (with_part("xl/workbook.bin"), "xlsb"),
        (xlsx({"甲": ROWS})[:-200], "打不開"), (b"PK\x03\x04" + b"x" * 500, "打不開"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "打不開"),
        (b"%PDF-1.7 ...", "不是試算表"), (b"<html><table></table></html>", "網頁"), (b"a\0b,c", "不是試算表"),
        ('代碼,名稱\n"01,病假\n'.encode(), "第 2 列的雙引號"), (b"PK\x05\x06" + b"\0" * 18, "不是試算表"),
        (changed(ods({"甲": ROWS}), "content.xml", b"</office:body>", b"</office:bod"), "打不開"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_words(data: bytes, says: str) -> None:
    with pytest.raises(SheetError, match=says):
        read_sheets(data)


LOCKED_XLSX = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 1000
LOCKED_ODS = changed(ods({"甲": ROWS}), "META-INF/manifest.xml", b"/>", b"><manifest:encryption-data/></manifest:manifest>")


@pytest.mark.parametrize("data", [LOCKED_XLSX, LOCKED_ODS])
def test_a_locked_file_is_told(data: bytes) -> None:
    with pytest.raises(SheetError, match="密碼"):
        read_sheets(data)


def test_a_password_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import python_calamine

    def locked(_: object) -> None:
        raise python_calamine.PasswordError("Password protected")

    monkeypatch.setattr(python_calamine, "load_workbook", locked)
    with pytest.raises(SheetError, match="密碼"):
        read_sheets(xlsx({"甲": ROWS}))


def test_a_larger_file_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheets, "SHEET_LIMIT", 100)
    with pytest.raises(SheetError, match="超過"):
        read_sheets(xlsx({"甲": ROWS}))


def test_broken_spreadsheets_of_any_kind_end_in_words() -> None:
    chance = random.Random(16)
    for whole in (xlsx({"甲": ROWS}), ods({"甲": ROWS}), XLS):
        for _ in range(60):
            data = bytearray(whole)
            for _ in range(chance.randint(1, 8)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            try:
                read_sheets(bytes(data))
            except SheetError as error:
                assert str(error)


def test_a_reader_that_a_page_could_not_load_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(SheetError, match="或另存為 CSV"):
        read_sheets(xlsx({"甲": ROWS}))


# -- lists -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", [xlsx({"名冊": [["應報送機關"], [], *ROWS], "說明": [["x", "y"]]}), ods({"名冊": ROWS}), XLS], ids=["xlsx", "ods", "xls"]
)
def test_a_roster_may_be_a_spreadsheet(data: bytes) -> None:
    assert list_in_spreadsheet(data) == "roster"
    roster, _ = read_list_file("roster", data)
    assert roster.expected == EXPECTED


def test_the_other_lists_too() -> None:
    agencies = xlsx({"a": [["機關代碼", "機關名稱", "裁撤註記"], ["376506200A", "水上鄉公所", ""]]})
    days = xlsx({"a": [["日期", "類別"], [datetime.date(2025, 8, 13).isoformat(), "停班"]]})
    assert [list_in_spreadsheet(agencies), list_in_spreadsheet(days)] == ["agencies", "days"]
    assert read_list_file("agencies", agencies)[0].title == "1 個機關"
    assert read_list_file("days", days)[0].count == 1


def test_a_fault_of_a_roster_names_the_row_of_the_sheet() -> None:
    with pytest.raises(ListFileError, match="第 4 列「37650」不是 10 碼"):
        read_list_file("roster", xlsx({"名冊": [["應報送機關"], [], ROWS[0], ["37650", "x", ""]]}))
    with pytest.raises(ListFileError, match="沒有哪一列有「機關代碼」欄"):
        read_list_file("roster", xlsx({"名冊": [["a", "b"], ["1", "2"]]}))
    with pytest.raises(ListFileError, match="工作表「名冊」的標題列有 2 個「機關代碼」"):
        read_list_file("roster", xlsx({"名冊": [["機關代碼", "機關代碼"], ["376506200A", "x"]]}))


def test_a_dropped_roster_is_used_and_says_which_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = sort_batch([PendingFile("名冊.xlsx", InMemory(xlsx({"名冊": ROWS, "說明": [["x"]]}), 10**7))])
    [side] = batch.sides
    assert (side.kind, side.error, batch.data) == ("roster", None, [])
    assert side.title == "2 個機關，其中 1 個以 WebHR 報送；讀的是工作表「名冊」，其他工作表沒有讀"


def test_leave_in_a_spreadsheet_stays_data() -> None:
    leave = xlsx({"a": [["機關代碼", "身分證字號", "假別"], ["376506200A", "A123456789", "病假"]]})
    batch = sort_batch([PendingFile("差假.xlsx", InMemory(leave, 10**7))])
    assert (len(batch.data), batch.sides) == (1, [])
