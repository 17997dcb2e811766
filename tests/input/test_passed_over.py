"""What folders and archives hold beside the data: never lost without a word, in no form of the report."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from running import check_json, cli, names, put

from pyvalidator.engine.examples import zip_bytes
from pyvalidator.input.gathering import gather_bytes
from pyvalidator.report.render import FORMATS
from pyvalidator.rule import sample

#: Members that may hold data.
MAY = ("b.zip", "c.json.txt", "d.JSON.bak", "e.csv", "f.xlsx", "g.xls", "h.ods", "i.txt", "j.7z", "k.json (1)", "l.jsonl")
OTHERS = ("m.pdf", "n.docx", "o", "p.pdf", "q.toml")
HIDDEN = (".r.json.txt", "__MACOSX/s.txt", ".git/t.csv")


def passed(report):
    return [entry["name"] for entry in report["skipped"] if entry["data"]]


@pytest.fixture(params=["folder", "a.zip"])
def given_both(request, tmp_path):
    """The same members in a folder and in an archive: what was given, and its name in the report."""
    def give(members):
        if request.param == "folder":
            for name, content in members.items():
                put(tmp_path / "folder", name, content)
        else:
            put(tmp_path, "a.zip", zip_bytes(members))
        return request.param, tmp_path
    return give


def test_members_that_may_hold_data_are_named_and_others_counted(given_both):
    where, folder = given_both({"a.json": sample(), **dict.fromkeys((*MAY, *OTHERS, *HIDDEN), "x")})
    code, report = check_json(where, cwd=folder)
    assert (code, names(report), report["summary"]["error"]) == (1, [f"{where}/a.json"], 0)
    assert passed(report) == [f"{where}/{name}" for name in MAY]
    (others,) = [entry for entry in report["skipped"] if not entry["data"]]
    assert others["name"] == "其他 5 個檔案"
    for told in (".pdf 2 個", ".docx 1 個", ".toml 1 個", "沒有副檔名的 1 個"):
        assert told in others["reason"]


def test_other_members_change_nothing(given_both):
    where, folder = given_both({"a.json": sample(), **dict.fromkeys(OTHERS, "x")})
    code, report = check_json(where, cwd=folder)
    assert (code, passed(report)) == (0, [])
    assert "未發現錯誤" in cli("check", where, cwd=folder).stdout.decode()


@pytest.mark.parametrize("format", FORMATS)
def test_every_form_of_the_report_names_them(format, tmp_path):
    put(tmp_path, "a.zip", zip_bytes({"a.json": sample(), "b.json.txt": sample(), "A123456789.zip": "x", "c.pdf": ""}))
    done = cli("check", "a.zip", "--format", format, "--output", "report", "--today", "2021-07-10", cwd=tmp_path)
    assert done.returncode == 1
    data = (tmp_path / "report").read_bytes()
    if format == "xlsx":
        book = load_workbook(io.BytesIO(data))
        text = "\n".join(str(cell.value) for sheet in book for row in sheet.rows for cell in row)
    else:
        text = data.decode()
    assert "a.zip/b.json.txt" in text and "A12345****.zip" in text and "A123456789" not in text and ".pdf 1 個" in text
    if format in ("text", "html", "xlsx"):
        assert "只檢核了一部分" in text


def test_a_verdict_worse_than_a_part_stays(tmp_path):
    put(tmp_path, "a.zip", zip_bytes({"a.json": sample(person_id="A123456788"), "b.zip": ""}))
    done = cli("check", "a.zip", cwd=tmp_path).stdout.decode()
    assert done.startswith("結論：請先修正") and "a.zip/b.zip" in done


def test_the_first_hundred_are_named_and_the_rest_counted(tmp_path):
    put(tmp_path, "a.zip", zip_bytes({"a.json": sample(), **{f"{number:03}.zip": "" for number in range(130)}}))
    _, report = check_json("a.zip", cwd=tmp_path)
    assert passed(report) == [f"a.zip/{number:03}.zip" for number in range(100)]
    assert report["skipped"][-1]["name"] == "其他 30 個檔案" and ".zip 30 個" in report["skipped"][-1]["reason"]


def test_files_in_use_and_the_report_itself_are_not_passed_over(tmp_path):
    roster = put(tmp_path / "月", "名冊.csv", "機關代碼,機關名稱\n376506200A,水上鄉公所\n")
    put(tmp_path / "月", "a.json", sample())
    command = ("check", "月", "--roster", roster, "--format", "csv", "--output", "月/報告.csv", "--today", "2021-07-10")
    for _ in range(2):
        assert cli(*command, cwd=tmp_path).returncode == 0
    put(tmp_path / "月", "舊報告.csv", (tmp_path / "月" / "報告.csv").read_bytes())
    assert cli(*command, cwd=tmp_path).returncode == 0


def test_a_list_in_a_folder_that_is_not_used_is_named_and_holds_no_data(tmp_path):
    put(tmp_path / "月", "名冊.csv", "機關代碼,機關名稱\n376506200A,水上鄉公所\n")
    put(tmp_path / "月", "名冊.xlsx", zip_bytes({"xl/sharedStrings.xml": "<t>機關代碼</t>"}))
    put(tmp_path / "月", "a.json", sample())
    code, report = check_json("月", cwd=tmp_path)
    assert (code, passed(report)) == (0, [])
    assert ["--roster" in entry["reason"] for entry in report["skipped"]] == [True, True]


def test_without_any_data_they_are_named_all_the_same(given_both):
    where, folder = given_both({"a.json.txt": sample()})
    done = cli("check", where, cwd=folder)
    assert done.returncode == 2
    assert "沒有可檢核的檔案" in done.stdout.decode() and f"{where}/a.json.txt" in done.stdout.decode()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_several_processes_tell_of_them_too(jobs, tmp_path):
    put(tmp_path, "a.zip", zip_bytes({"a.json": sample(), "b.json": sample(), "c.zip": ""}))
    _, report = check_json("a.zip", "--jobs", jobs, cwd=tmp_path)
    assert passed(report) == ["a.zip/c.zip"]


# -- size and hash of what cannot be read ----------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"no archive", zip_bytes({"a.json": sample()})[:-30], b"PK\x03\x04"])
def test_a_broken_archive_has_its_own_size_and_hash(data, tmp_path):
    put(tmp_path, "a.zip", data)
    (file,) = check_json("a.zip", cwd=tmp_path)[1]["files"]
    assert (file["size"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    (file,) = gather_bytes([("a.zip", data)]).files
    assert file.read().data == data


@pytest.mark.parametrize(("at", "entry"), [(8, b"\x01"), (16, bytes(4)), (10, b"\x0e")])
def test_a_member_that_cannot_be_read_has_the_size_of_the_directory_and_no_hash(at, entry, tmp_path):
    put(tmp_path, "a.zip", zip_bytes({"a.json": sample(), "b.json": sample()}, at=at, entry=entry))
    lost, read = check_json("a.zip", cwd=tmp_path)[1]["files"]
    assert (lost["size"], lost["sha256"]) == (read["size"], None)
    for format in FORMATS:
        done = cli("check", "a.zip", "--format", format, "--output", "report", cwd=tmp_path)
        nothing = hashlib.sha256(b"").hexdigest().encode()
        assert done.returncode == 1 and nothing not in (tmp_path / "report").read_bytes()


def test_an_empty_file_has_the_hash_of_nothing(tmp_path):
    put(tmp_path, "a.json", b"")
    (file,) = check_json("a.json", cwd=tmp_path)[1]["files"]
    assert (file["size"], file["sha256"]) == (0, hashlib.sha256(b"").hexdigest())


# -- nothing is lost -------------------------------------------------------------------------------------------------


member = st.tuples(
    st.text(st.sampled_from("ab水.z"), max_size=5),
    st.sampled_from([".json", ".JSON", ".json.txt", ".zip", ".csv", ".xlsx", ".txt", ".toml", ".pdf", ""]),
    st.sampled_from([b"", b"[", b"{}", "機關代碼,假別\n".encode(), "機關代碼\n1".encode("cp950"), b"PK\x03\x04", b"\0"]),
)


@settings(max_examples=60)
@given(st.dictionaries(st.integers(0, 3), member, max_size=8), st.integers(0, 40), st.binary(max_size=3))
def test_whatever_an_archive_holds_is_checked_named_or_counted(members, at, bytes_):
    given_names = {f"{number}{stem}{ending}": content for number, (stem, ending, content) in members.items()}
    data = bytearray(zip_bytes(given_names))
    found = gather_bytes([("a.zip", bytes(data))])
    told = len(found.files) + len(found.rest.named) + found.rest.others.total()
    assert told == len(given_names)
    # Damaged anywhere: it is the archive that is told of, or at least what the directory still names.
    data[len(data) - at : len(data) - at + len(bytes_)] = bytes_
    found = gather_bytes([("a.zip", bytes(data))])
    for file in found.files:
        file.read()
    try:
        listed = [info for info in zipfile.ZipFile(io.BytesIO(data)).infolist() if info.filename]
    except Exception:
        assert [file.name for file in found.files] == ["a.zip"]
    else:
        assert len(found.files) + len(found.rest.named) + found.rest.others.total() <= max(1, len(listed))


def test_the_same_is_told_on_the_page(tmp_path):
    from pyvalidator.browser import handle

    data = zip_bytes({"a.json": sample(), "b.zip": "", "c.json.txt": "", "d.pdf": ""})
    put(tmp_path, "a.zip", data)
    _, said = check_json("a.zip", cwd=tmp_path)
    given = [{"name": "a.zip", "bytes": data}]
    answer = json.loads(handle("check", json.dumps({"options": {"today": "2021-07-10"}}), given))
    assert answer["report"]["skipped"] == said["skipped"] != []
    handle("clear", "{}")


def test_the_agency_that_its_name_names_is_not_missing(tmp_path):
    put(tmp_path, "名冊.csv", "機關代碼,機關名稱\n376506200A,水上鄉公所\n376506211I,水上鄉清潔隊\n376506100A,鹿草鄉公所\n")
    put(tmp_path, "a.zip", zip_bytes({"a.json": sample(), "376506211I.zip": "", "鹿草鄉公所.json.bak": "", "x.txt": ""}))
    _, report = check_json("a.zip", "--roster", "名冊.csv", cwd=tmp_path)
    told = {entry["agency_code"]: (entry["status"], entry["file"]) for entry in report["batch"]["matrix"]}
    assert told == {
        "376506200A": ("pass", "a.zip/a.json"), "376506211I": ("unreadable", "a.zip/376506211I.zip"),
        "376506100A": ("unreadable", "a.zip/鹿草鄉公所.json.bak"),
    }  # fmt: skip
    assert report["batch"]["findings"] == []


@pytest.mark.parametrize("name", [
    "376506211I", "a_json", "a．json", "a.JSON ", "a.bak", "a.dat", "a.js", "a.tsv", "a.zip.001", "a.z01", "a.zipx", "a.crdownload",
])  # fmt: skip
def test_data_under_another_ending_is_named(given_both, name):
    given, cwd = given_both({"good.json": sample(), name: b"\xef\xbb\xbf {}"})
    code, report = check_json(given, cwd=cwd)
    assert (code, [entry["data"] for entry in report["skipped"]]) == (1, [True])


@pytest.mark.parametrize("name", ["~$a.xlsx", "~$b.docx", "LICENSE", "a.log", "a.dat", "a.js"])
def test_what_is_no_data_under_such_an_ending_changes_nothing(given_both, name):
    given, cwd = given_both({"good.json": sample(), name: b"text {"})
    code, report = check_json(given, cwd=cwd)
    assert (code, [entry["data"] for entry in report["skipped"]]) == (0, [False])
