"""PATH: what is taken in, and under which name (contract of the command line)."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from running import check_json, cli, names, put

from pyvalidator.engine.examples import zip_bytes
from pyvalidator.input.archives import Archive
from pyvalidator.input.files import FILE_LIMIT, OnDisk, PendingFile
from pyvalidator.input.gathering import gather_bytes, gather_paths
from pyvalidator.rule import sample


def gathered_names(*paths: Path) -> list[str]:
    return [file.name for file in gather_paths(map(str, paths), bytes).files]


def test_a_file_is_named_by_its_base_name(tmp_path):
    put(tmp_path, "sub/11006.txt", sample())
    assert names(check_json("sub/11006.txt", cwd=tmp_path)[1]) == ["11006.txt"]


def test_a_pattern_that_the_shell_left_is_expanded(tmp_path):
    for name in ("b.json", "a.json", "notes.txt", "x[1].json", "sub/c.json"):
        put(tmp_path, name, sample())
    assert names(check_json("*.json", cwd=tmp_path)[1]) == ["a.json", "b.json", "x[1].json"]
    assert names(check_json("s*/?.json", tmp_path / "[ab].json", cwd=tmp_path)[1]) == ["a.json", "b.json", "c.json"]
    # A file of this very name is that file.
    assert names(check_json("x[1].json", cwd=tmp_path)[1]) == ["x[1].json"]
    code, report = check_json("*.xml", "a.json", cwd=tmp_path)
    assert (code, names(report)) == (2, ["a.json"])
    assert "*.xml" in cli("check", "*.xml", cwd=tmp_path).stderr.decode()


def test_a_folder_is_taken_in_recursively_with_json_files_only(tmp_path):
    for name in ("b.json", "a.JSON", "sub/deep/c.Json", "notes.txt", ".hidden.json", ".git/d.json", "__MACOSX/e.json"):
        put(tmp_path / "month", name, sample())
    put(tmp_path / "month", "z.zip", zip_bytes({"in.json": sample()}))
    _, report = check_json("month", cwd=tmp_path)
    assert names(report) == ["month/a.JSON", "month/b.json", "month/sub/deep/c.Json"]
    assert gathered_names(tmp_path / "month/sub/../sub") == ["sub/deep/c.Json"]


def test_the_present_folder_has_its_own_name(tmp_path):
    put(tmp_path / "month", "a.json", sample())
    assert names(check_json(".", cwd=tmp_path / "month")[1]) == ["month/a.json"]


def test_a_zip_archive_is_known_by_its_name(tmp_path):
    members = {"in/f.json": sample(), "F.JSON": sample(), "x.txt": "", "__MACOSX/g.json": sample(), ".h.json": sample(),
               "in/.cache/i.json": sample(), "nested.zip": zip_bytes({"j.json": sample()})}  # fmt: skip
    put(tmp_path, "a.ZIP", zip_bytes(members))
    put(tmp_path, "a.json", zip_bytes(members))
    code, report = check_json("a.ZIP", "a.json", cwd=tmp_path)
    assert names(report) == ["a.ZIP/F.JSON", "a.ZIP/in/f.json", "a.json"]
    assert [file["status"] for file in report["files"]] == ["pass", "pass", "unreadable"]
    assert code == 1


def test_standard_input_has_a_name_of_its_own(tmp_path):
    code, report = check_json("-", cwd=tmp_path, stdin=b"[")
    assert (code, names(report)) == (1, ["stdin.json"])
    assert cli("check", "-", "-", cwd=tmp_path).returncode == 2


def test_the_same_name_twice_gets_a_number(tmp_path):
    for folder in ("x", "y", "z"):
        put(tmp_path / folder, "f.json", sample())
    put(tmp_path, "f.json (2)", sample())
    paths = [tmp_path / "x/f.json", tmp_path / "f.json (2)", tmp_path / "y/f.json", tmp_path / "z/f.json"]
    assert gathered_names(*paths) == ["f.json", "f.json (2)", "f.json (3)", "f.json (4)"]


def test_names_that_look_the_same_once_masked_get_a_number(tmp_path):
    put(tmp_path, "A123456789.json", sample())
    put(tmp_path, "A123456780.json", sample())
    _, report = check_json(tmp_path / "A123456789.json", tmp_path / "A123456780.json", cwd=tmp_path)
    assert names(report) == ["A12345****.json", "A12345****.json (2)"]


@pytest.mark.parametrize(("raw", "flag", "shown"), [
    ("水上鄉.json".encode("cp950"), 0, "水上鄉.json"),
    ("功過.json".encode("cp950"), 0, "功過.json"),  # the second byte of 功 is a backslash
    ("水上鄉.json".encode(), 0x800, "水上鄉.json"),
    (b"\x80.json", 0, "Ç.json"),  # no CP950, so CP437
    (b"..\\sub\\f.json", 0, "sub/f.json"),
])  # fmt: skip
def test_member_names_are_read_as_windows_in_taiwan_writes_them(raw, flag, shown):
    placeholder = b"n" * (len(raw) - 5) + b".json"
    data = zip_bytes({placeholder.decode(): sample()}).replace(placeholder, raw)
    data = data.replace(b"PK\x01\x02" + data[data.index(b"PK\x01\x02") + 4 :][:4], b"PK\x01\x02\x14\x03\x14\x00")
    place = data.index(b"PK\x01\x02") + 8
    data = data[:place] + flag.to_bytes(2, "little") + data[place + 2 :]
    place = data.index(b"PK\x03\x04") + 6
    data = data[:place] + flag.to_bytes(2, "little") + data[place + 2 :]
    found = gather_bytes([("a.zip", data)])
    assert [file.name for file in found.files] == [f"a.zip/{shown}"]
    assert found.files[0].read().fault is None


@pytest.mark.parametrize(("at", "entry", "fault"), [
    (8, b"\x01", "encrypted_member"),
    (16, bytes(4), "unreadable_member"),
    (10, b"\x0e", "unreadable_member"),  # LZMA, which cannot be unpacked within bounds
    (24, b"\xfe\xff\xff\xff", "member_too_large"),
    (42, b"\xff\xff\xff\x00", "unreadable_member"),  # its data would stand outside the archive
])  # fmt: skip
def test_a_bad_member_is_a_finding_and_the_others_are_checked(at, entry, fault, tmp_path):
    data = zip_bytes({"1.json": sample(), "2.json": sample()}, at=at, entry=entry)
    found = gather_bytes([("a.zip", data)])
    assert [file.read().fault for file in found.files] == [fault, None]
    put(tmp_path, "a.zip", data)
    code, report = check_json("a.zip", cwd=tmp_path)
    assert code == 1
    assert [file["status"] for file in report["files"]] == ["unreadable", "pass"]


def test_files_without_bytes_are_not_taken_for_the_same_file(tmp_path):
    data = zip_bytes({"1.json": sample()}, at=8, entry=b"\x01")
    put(tmp_path, "a.zip", data)
    put(tmp_path, "b.zip", data)
    _, report = check_json("a.zip", "b.zip", cwd=tmp_path)
    assert (len(report["files"]), report["batch"]["findings"]) == (2, [])


def test_an_archive_that_unpacks_without_end_is_given_up():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(20):
            archive.writestr(f"{number:02d}.json", b"")
    data = bytearray(buffer.getvalue())
    place = data.find(b"PK\x01\x02")
    while place >= 0:  # each entry claims 500 MB
        data[place + 24 : place + 28] = (500_000_000).to_bytes(4, "little")
        place = data.find(b"PK\x01\x02", place + 1)
    faults = [file.read().fault for file in gather_bytes([("a.zip", bytes(data))]).files]
    assert faults[:8] == [None] * 8
    assert faults[8:] == ["member_too_large"] * 12


def test_a_broken_archive_is_told_and_the_others_are_checked(tmp_path):
    put(tmp_path, "a.zip", "not an archive")
    put(tmp_path, "b.json", sample())
    done = cli("check", "a.zip", "b.json", cwd=tmp_path)
    assert done.returncode == 2
    assert "a.zip" in done.stderr.decode()
    assert names(check_json("a.zip", "b.json", cwd=tmp_path)[1]) == ["a.zip", "b.json"]


@pytest.mark.parametrize("missing", ["nothing.json", "nothing.zip", "no/such/folder/", "名" * 200])
def test_a_path_that_cannot_be_opened_is_told_and_the_others_are_checked(missing, tmp_path):
    put(tmp_path, "b.json", sample())
    code, report = check_json(missing, "b.json", cwd=tmp_path)
    assert (code, names(report)) == (2, ["b.json"])
    assert missing.rstrip("/") in cli("check", missing, cwd=tmp_path).stderr.decode()


@pytest.mark.parametrize("empty", ["folder", "a.zip"])
def test_a_folder_or_archive_without_json_is_told(empty, tmp_path):
    if empty == "folder":
        put(tmp_path / empty, "notes.txt", "")
    else:
        put(tmp_path, empty, zip_bytes({"notes.txt": ""}))
    done = cli("check", empty, cwd=tmp_path)
    assert done.returncode == 2
    assert "沒有 .json 檔" in done.stderr.decode()
    assert "沒有可檢核的檔案" in done.stdout.decode()


def test_a_link_to_nothing_in_a_folder_is_not_passed_over(tmp_path):
    put(tmp_path / "month", "a.json", sample())
    (tmp_path / "month/b.json").symlink_to(tmp_path / "gone.json")
    code, report = check_json("month", cwd=tmp_path)
    assert code == 2
    assert [file["status"] for file in report["files"]] == ["pass", "unreadable"]


def test_a_name_that_is_no_text_is_shown_with_a_replacement(tmp_path):
    raw = bytes(tmp_path) + b"/\xa4\xf4.json"
    Path(raw.decode("utf-8", "surrogateescape")).write_bytes(b"{}")
    assert gathered_names(Path(raw.decode("utf-8", "surrogateescape"))) == ["\ufffd\ufffd.json"]


def test_files_are_read_only_when_their_turn_comes(tmp_path):
    path = put(tmp_path, "a.json", sample())
    (given,) = gather_paths([str(path)], bytes).files
    path.unlink()
    assert given.read().fault == "unreadable_file"


def test_a_file_beyond_the_limit_is_refused(tmp_path):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(FILE_LIMIT + 1)
    assert PendingFile("large.json", OnDisk(str(path))).read().fault == "member_too_large"


def test_an_archive_is_opened_once_in_another_process(tmp_path):
    archive = Archive(str(put(tmp_path, "a.zip", zip_bytes({"a.json": sample()}))))
    rebuild, arguments = archive.__reduce__()
    assert rebuild(*arguments) is rebuild(*arguments)


def test_a_link_to_a_folder_is_named_as_it_was_given(tmp_path):
    put(tmp_path / "real", "a.json", sample())
    (tmp_path / "本月").symlink_to(tmp_path / "real")
    assert gathered_names(tmp_path / "本月") == ["本月/a.json"]
    assert gathered_names(f"{tmp_path}/本月/") == ["本月/a.json"]
    assert gathered_names(f"{tmp_path}/real/../real/.") == ["real/a.json"]


def test_a_note_about_a_path_hides_an_id_in_its_name(tmp_path):
    notes = cli("check", "A123456789.json", cwd=tmp_path).stderr.decode()
    assert "A12345****.json" in notes
    assert "A123456789.json" in cli("check", "A123456789.json", "--no-mask", cwd=tmp_path).stderr.decode()


def test_a_member_without_a_name_hides_no_other():
    data = zip_bytes({"nnnn": "{}", "a.json": sample()}).replace(b"nnnn", b"\0nnn")
    found = gather_bytes([("a.zip", data)])
    assert ([file.name for file in found.files], found.problems) == (["a.zip/a.json"], [])
