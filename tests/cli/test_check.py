"""`check`: options, streams and exit codes (contract of the command line)."""

from __future__ import annotations

import csv
import functools
import io
import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from running import TODAY, check_json, cli, names, put
from tqdm import tqdm

from pyvalidator import cli as command_line
from pyvalidator.cli.streams import UsageError, write_result
from pyvalidator.report.render import FORMATS
from pyvalidator.rule import document, sample

WRONG_ID = sample(person_id="A123456788")
WARNS = sample(start_date="1100612", end_date="1100612")
BREAKS = 'id = "broken"\n'


def mixed(folder: Path) -> Path:
    """Files of several verdicts, in several folders."""
    for number in range(12):
        content = (sample(), WRONG_ID, "[", document([]))[number % 4]
        put(folder / "month", f"{number % 3}/{number:02d}.json", content)
    return folder / "month"


def test_who_watches_is_told_the_stage_and_the_time_left(tmp_path, monkeypatch):
    class Screen(io.StringIO):
        def isatty(self):
            return True

    for name in ("a.json", "b.json"):
        put(tmp_path, name, sample())
    monkeypatch.setattr("pyvalidator.cli.check._DELAY", 0)
    # The bar shows what it is told at most ten times a second.
    monkeypatch.setattr("tqdm.tqdm.__init__", functools.partialmethod(tqdm.__init__, mininterval=0))
    monkeypatch.setattr(sys, "stderr", Screen())
    assert command_line.main(["check", str(tmp_path), "--output", str(tmp_path / "report.txt")]) == 1
    shown = sys.stderr.getvalue()
    for words in ("第 1／2 個檔案，讀取內容   0%", "第 1／2 個檔案，逐項檢核", "第 2／2 個檔案，整理問題與位置  90%", "約還要"):
        assert words in shown


# -- exit codes ------------------------------------------------------------------------------------------------------


def test_0_where_nothing_is_wrong(tmp_path):
    put(tmp_path, "f.json", sample())
    assert check_json("f.json", cwd=tmp_path)[0] == 0


def test_1_where_there_are_findings(tmp_path):
    put(tmp_path, "f.json", WRONG_ID)
    assert check_json("f.json", cwd=tmp_path)[0] == 1


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", "機關".encode("cp950"), b"\xff\xfe{\x00}\x00", b"{}\n{}\n"])
def test_1_where_a_file_opens_but_is_not_json(content, tmp_path):
    put(tmp_path, "f.json", content)
    code, report = check_json("f.json", cwd=tmp_path)
    assert (code, report["files"][0]["counts"]["error"] > 0) == (1, True)


def test_warnings_count_only_where_asked_for(tmp_path):
    put(tmp_path, "f.json", WARNS)
    code, report = check_json("f.json", cwd=tmp_path)
    assert (code, report["summary"]["error"], report["summary"]["warning"]) == (0, 0, 1)
    assert check_json("f.json", "--fail-on", "warning", cwd=tmp_path)[0] == 1
    assert check_json("f.json", "--fail-on", "error", cwd=tmp_path)[0] == 0


@pytest.mark.parametrize("arguments", [
    (), ("--no-such-option", "f.json"), ("f.json", "--format", "pdf"), ("f.json", "--today", "110/7/10"),
    ("f.json", "--today", "2021-02-30"), ("f.json", "--jobs", "0"), ("f.json", "--jobs", "two"),
    ("f.json", "--max-per-rule", "-1"), ("f.json", "--month", "1106"), ("f.json", "--month", "11013"),
    ("f.json", "--month", "110/06"), ("f.json", "--month", "00006"), ("f.json", "--month", "１１００６"),
    ("f.json", "--fail-on", "info"), ("f.json", "--format", "xlsx"), ("f.json", "--prof", "reference"),
    ("f.json", "--output", "no/folder/r.json"), ("f.json", "--output", "f.json"), ("f.json", "--profile", "no-such"),
    ("f.json", "--profile", "n" * 300), ("f.json", "--output", "n" * 300), ("f.json", "--roster", "n" * 300),
    ("f.json", "--output", "n" * 300 + "/r.json"), (".", "--output", "f.json"),
])  # fmt: skip
def test_2_for_wrong_usage_told_in_chinese(arguments, tmp_path):
    before = put(tmp_path, "f.json", sample()).read_bytes()
    done = cli("check", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert any("\u4e00" <= character <= "\u9fff" for character in done.stderr.decode().splitlines()[-1])
    assert (tmp_path / "f.json").read_bytes() == before


@pytest.mark.parametrize(("option", "content", "says"), [
    ("--profile", BREAKS, "version"),
    ("--profile", "id = ?\n", "第 1 列"),
    ("--profile", "機".encode("cp950"), "UTF-8"),
    ("--schema", "{", "第 1 列"),
    ("--schema", "[]", "物件"),
    ("--schema", {"type": "word"}, "type"),
    ("--schema", {"pattern": "("}, "規則運算式"),
    ("--schema", {"$ref": "https://example.invalid/schema.json"}, "不會到網路上取得"),
    ("--roster", "代碼,名稱\n1,2\n", "機關代碼"),
    ("--roster", "機關代碼,機關名稱\n123,甲\n", "第 2 列"),
    ("--days-off", "日期,類別\n1100631,停班\n", "第 2 列"),
    ("--agencies", "機關名稱\n甲\n", "機關代碼"),
])  # fmt: skip
def test_2_for_a_faulty_profile_schema_or_roster(option, content, says, tmp_path):
    put(tmp_path, "f.json", sample())
    put(tmp_path, "side", content)
    done = cli("check", "f.json", option, "side", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "side" in done.stderr.decode() and says in done.stderr.decode()
    assert cli("check", "f.json", option, "missing", cwd=tmp_path).returncode == 2


def test_3_where_a_rule_broke(monkeypatch, tmp_path, capfd):
    from pyvalidator import pipeline
    from pyvalidator.engine.finding import Incident

    broken = _with_incident(pipeline.run_file_rules, Incident("COD105", "f.json", "KeyError"))
    monkeypatch.setattr(pipeline, "run_file_rules", broken)
    path = put(tmp_path, "f.json", WRONG_ID)
    assert command_line.main(["check", str(path), str(tmp_path / "missing.json")]) == 3
    assert "COD105" in capfd.readouterr().out


def _with_incident(run, incident):
    def broken(*arguments):
        outcome = run(*arguments)
        outcome.incidents.append(incident)
        return outcome

    return broken


def test_3_where_the_program_itself_broke_without_a_value_of_the_file(monkeypatch, tmp_path, capfd):
    def fail(*_):
        raise ValueError("A123456789")

    monkeypatch.setattr("pyvalidator.cli.check.check_files", fail)
    assert command_line.main(["check", str(put(tmp_path, "f.json", sample()))]) == 3
    said = capfd.readouterr().err
    assert "ValueError" in said and "A123456789" not in said


def test_the_highest_code_applies(tmp_path):
    put(tmp_path, "f.json", WRONG_ID)
    code, report = check_json("f.json", "missing.json", cwd=tmp_path)
    assert (code, report["summary"]["error"]) == (2, 1)


# -- streams ---------------------------------------------------------------------------------------------------------


def test_the_result_goes_to_standard_output_and_notes_to_standard_error(tmp_path):
    put(tmp_path, "f.json", sample())
    done = cli("check", "f.json", "missing.json", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)["report_version"] == 1
    assert "missing.json" in done.stderr.decode()


@pytest.mark.parametrize("format", FORMATS)
def test_output_holds_what_standard_output_would(format, tmp_path):
    put(tmp_path, "f.json", WRONG_ID)
    done = cli("check", "f.json", "--format", format, "--output", "r", "--today", TODAY, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    assert (tmp_path / "r").stat().st_size > 200
    assert [path.name for path in tmp_path.iterdir() if path.name not in ("f.json", "r")] == []


def test_output_is_replaced_whole_or_not_at_all(tmp_path, monkeypatch):
    target = put(tmp_path, "r.json", "old")

    def fail(self, target):
        raise OSError

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UsageError):
        write_result(b"new", str(target))
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]
    assert target.read_text() == "old"


def test_output_may_be_a_link_or_a_device(tmp_path):
    put(tmp_path, "real/r.json", "old")
    (tmp_path / "link").symlink_to(tmp_path / "real/r.json")
    write_result(b"new", str(tmp_path / "link"))
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real/r.json").read_text() == "new"
    write_result(b"new", "/dev/null")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("encoding", ["cp950", "ascii"])
def test_output_is_utf_8_on_any_console(encoding, tmp_path):
    put(tmp_path, "f.json", sample(person_id="A123456788", person_name="𠮷\ue000\u001b[31m"))
    done = cli("check", "f.json", "missing.json", cwd=tmp_path, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert "結論：請先修正" in done.stdout.decode()
    assert "無法開啟" in done.stderr.decode()
    assert b"\x1b" not in done.stdout and "𠮷" in done.stdout.decode()


def test_a_reader_that_goes_away_is_no_trouble(tmp_path):
    put(tmp_path, "f.json", document([{"person_id": "A123456788"}] * 3000))
    command = [sys.executable, "-m", "pyvalidator", "check", "f.json", "--format", "json"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(("redirection", "code"), [
    ("f.json >&-", 2), ("f.json >/dev/full", 2), ("f.json 2>&-", 0), ("nothing.json 2>/dev/full", 2),
    ("- <&-", 2),
])  # fmt: skip
def test_a_closed_or_full_stream_is_no_incident(redirection, code, tmp_path):
    put(tmp_path, "f.json", sample())
    line = f"{shlex.quote(sys.executable)} -m pyvalidator check {redirection}"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True)
    assert done.returncode == code, done.stderr.decode()
    assert "發生問題" not in done.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's way to close a stream")
def test_notes_do_not_go_to_the_result_where_standard_error_is_closed(tmp_path):
    put(tmp_path, "f.json", sample())
    line = f"{shlex.quote(sys.executable)} -m pyvalidator check f.json nothing.json --format json 2>&-"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True)
    assert (done.returncode, names(json.loads(done.stdout))) == (2, ["f.json"])


def test_the_installed_command_is_the_same(tmp_path):
    put(tmp_path, "f.json", sample())
    command = Path(sys.executable).parent / "pyvalidator"
    done = subprocess.run([command, "check", "f.json"], cwd=tmp_path, capture_output=True)
    assert (done.returncode, "未發現錯誤" in done.stdout.decode()) == (0, True)


# -- options ---------------------------------------------------------------------------------------------------------


def test_today_governs_deadlines(tmp_path):
    put(tmp_path, "f.json", sample())
    statuses = []
    for day in ("2021-07-19", "2021-07-20", "2021-07-21"):
        done = cli("check", "f.json", "--format", "json", "--today", day, cwd=tmp_path)
        statuses.append(json.loads(done.stdout)["files"][0]["deadline"]["status"])
    assert statuses == ["upcoming", "due", "overdue"]


def test_ids_are_masked_unless_told_otherwise(tmp_path):
    put(tmp_path, "A123456788.json", WRONG_ID)
    for format in (name for name in FORMATS if name != "xlsx"):
        masked = cli("check", "A123456788.json", "--format", format, cwd=tmp_path).stdout.decode()
        assert "A12345****" in masked and "A123456788" not in masked
        shown = cli("check", "A123456788.json", "--format", format, "--no-mask", cwd=tmp_path).stdout.decode()
        assert "A123456788" in shown


def test_a_rule_is_cut_with_its_true_number(tmp_path):
    days = ("1100601", "1100602", "1100603", "1100604", "1100607")
    put(tmp_path, "f.json", document([{"person_id": "A123456788", "start_date": day, "end_date": day} for day in days]))
    _, report = check_json("f.json", "--max-per-rule", "2", cwd=tmp_path)
    file = report["files"][0]
    assert (len(file["findings"]), file["counts"]["error"], file["truncated"]) == (2, 5, {"COD105": 5})
    _, report = check_json("f.json", "--max-per-rule", "0", cwd=tmp_path)
    assert (len(report["files"][0]["findings"]), report["files"][0]["truncated"]) == (5, {})


@pytest.mark.parametrize("jobs", ["2", "5"])
def test_several_jobs_give_the_same_report(jobs, tmp_path):
    folder = mixed(tmp_path)
    put(tmp_path, "roster.csv", "機關代碼,機關名稱\n376506200A,水上鄉公所\n376506211I,水上鄉清潔隊\n")
    one, many = (check_json(folder, "--roster", "roster.csv", "--jobs", number, cwd=tmp_path) for number in ("1", jobs))
    assert len(one[1]["files"]) == 12 and one[1]["batch"]["findings"]
    for _, report in (one, many):
        del report["checked_at"]
    assert one == many


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp950"])
def test_the_roster_names_who_is_missing(encoding, tmp_path):
    roster = ("備註,機關名稱,機關代碼,報送方式", ",水上鄉公所,376506200A,JSON", ",水上鄉清潔隊,376506211I,",
              ",水上鄉民代表會,376801200A,WebHR")  # fmt: skip
    put(tmp_path, "roster.csv", "\n".join(roster).encode(encoding))
    put(tmp_path, "f.json", sample())
    for day, status in (("2021-07-20", "missing"), ("2021-07-21", "overdue")):
        done = cli("check", "f.json", "--roster", "roster.csv", "--format", "json", "--today", day, cwd=tmp_path)
        matrix = json.loads(done.stdout)["batch"]["matrix"]
        found = [(entry["agency_name"], entry["status"]) for entry in matrix]
        assert found == [("水上鄉公所", "pass"), ("水上鄉清潔隊", status)]


def test_the_agency_list_tells_dissolved_agencies(tmp_path):
    put(tmp_path, "list.csv", "機關代碼,機關名稱,機關地址,裁撤註記\n376506200A,水上鄉公所,,是\n".encode("cp950"))
    put(tmp_path, "f.json", sample())
    _, without = check_json("f.json", cwd=tmp_path)
    _, report = check_json("f.json", "--agencies", "list.csv", cwd=tmp_path)
    assert without["files"][0]["findings"] == []
    (finding,) = report["files"][0]["findings"]
    assert (finding["severity"], finding["pointer"]) == ("warning", "/agency_code")
    unchecked = [{entry["rule"] for entry in found["files"][0]["not_checked"]} for found in (without, report)]
    assert unchecked[0] > unchecked[1]


def test_a_profile_may_be_a_file(tmp_path):
    source = (Path(command_line.__file__).parents[1] / "profiles/reference-1.toml").read_text("utf-8")
    put(tmp_path, "own.toml", source.replace('id = "reference"', 'id = "own"').replace('key = "days"', 'key = "日數"'))
    content = sample(days=...)
    content["records"][0]["日數"] = 1
    put(tmp_path, "f.json", content)
    code, report = check_json("f.json", "--profile", "own.toml", cwd=tmp_path)
    assert (code, report["profile"]["id"]) == (0, "own")
    assert check_json("f.json", cwd=tmp_path)[0] == 1


def test_a_schema_is_applied_too(tmp_path):
    put(tmp_path, "f.json", sample())
    put(tmp_path, "s.json", {"required": ["approved_by"]})
    code, report = check_json("f.json", "--schema", "s.json", cwd=tmp_path)
    assert code == 1
    assert [(entry["rule"], entry["pointer"], entry["field"]) for entry in report["files"][0]["findings"]] == [
        ("SCH110", "", "approved_by")
    ]


def test_csv_has_the_contracts_header(tmp_path):
    put(tmp_path, "f.json", WRONG_ID)
    done = cli("check", "f.json", "--format", "csv", cwd=tmp_path)
    assert done.stdout.startswith("\ufeff檔案,嚴重程度,規則,標題,說明,修正方式,人員,欄位,值,列,欄,指標,差假,由誰修改\r\n".encode())
    (row,) = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig"), newline="")))
    assert (row["檔案"], row["規則"], row["指標"]) == ("f.json", "COD105", "/records/0/person_id")


def test_files_stand_in_code_point_order(tmp_path):
    for name in ("b.json", "B.json", "a.json", "中.json"):
        put(tmp_path, name, sample())
    _, report = check_json("b.json", "中.json", "a.json", "B.json", cwd=tmp_path)
    assert names(report) == ["B.json", "a.json", "b.json", "中.json"]
