"""`profile-from --spec` and `profiles --table` as a user runs them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from running import TODAY, put
from spec_table.tables import PATHS, WORD, xlsx

from pyvalidator.cli import main
from pyvalidator.profile import built_in_profiles, load_profile
from pyvalidator.rule import sample

ROSTER = xlsx({"名冊": [["機關代碼", "機關名稱"], ["376506200A", "水上鄉公所"], ["376506300A", "太保市公所"]]})


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):  # type: ignore[no-untyped-def]
    """Runs a command here, which spares a process; the folder is a fresh one."""
    monkeypatch.chdir(tmp_path)

    def run_here(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_here


def test_a_table_gives_a_profile_that_checks_files_and_a_kit_that_is_found(run, tmp_path: Path) -> None:
    put(tmp_path, "spec.txt", WORD.content)
    code, out, err = run("profile-from", "--spec", "spec.txt", "--id", "ours", "--title", "本縣", "--output", "ours.toml", "--kit", "kit")
    assert (code, out) == (0, "")
    assert "第 15 列　每筆紀錄　LEAVE_CODE → 假別：欄位名稱「假別」" in err
    assert "待確認：表裡沒有資料種類" in err
    profile = load_profile((tmp_path / "ours.toml").read_text("utf-8"), "ours.toml")
    assert (profile.id, profile.title, profile.constants) == ("ours", "本縣", {}), "nobody said which data it is"
    put(tmp_path, "clean.json", WORD.clean)
    assert run("check", "clean.json", "--profile", "ours.toml", "--today", TODAY)[0] == 1, "partial without a kind of data"
    text = (tmp_path / "ours.toml").read_text("utf-8").replace("# [constants]\n# dataset", "[constants]\ndataset")
    put(tmp_path, "ours.toml", text)
    assert run("check", "clean.json", "--profile", "ours.toml", "--today", TODAY)[0] == 0
    expected = json.loads((tmp_path / "kit" / "expected.json").read_text("utf-8"))
    assert len({each["field"] for each in expected}) == len(profile.fields)
    first = expected[0]
    _, report, _ = run("check", f"kit/{first['file']}", "--profile", "ours.toml", "--today", TODAY, "--format", "json")
    found = json.loads(report)["files"][0]["findings"]
    assert (first["rule"], first["pointer"]) in [(entry["rule"], entry["pointer"]) for entry in found]
    assert json.loads((tmp_path / "kit" / "schema.json").read_text("utf-8"))["title"] == "本縣"


def test_data_beside_the_table_answers_and_differs(run, tmp_path: Path) -> None:
    put(tmp_path, "spec.ods", PATHS.content)
    leaves = PATHS.clean["data"]["people"][0]["leaves"]
    data = {"data": {**PATHS.clean["data"], "people": [{**PATHS.clean["data"]["people"][0], "extra": 1, "leaves": [{**leaves[0], "type": "颱風"}] * 3}]}}
    del data["data"]["people"][0]["fullName"]
    put(tmp_path, "data.json", data)
    code, _, err = run("profile-from", "data.json", "--spec", "spec.ods", "--output", "p.toml")
    assert code == 0
    assert "表裡有、資料裡沒有：「姓名」" in err
    assert "資料裡有、表裡沒有：人員 extra" in err
    assert "資料與表不符：「假別名稱」" in err


def test_faults_stop_and_nothing_is_written(run, tmp_path: Path) -> None:
    broken = xlsx({"規格": [["欄位名稱", "代號", "型態", "長度", "必填"], ["姓名", "NM", "甲乙丙", 10, "Y"]]})
    put(tmp_path, "spec.xlsx", broken)
    code, out, err = run("profile-from", "--spec", "spec.xlsx", "--output", "p.toml")
    assert (code, out, (tmp_path / "p.toml").exists()) == (2, "", False)
    assert "工作表「規格」第 2 列 C 欄：型態「甲乙丙」不認得" in err


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "找不到欄位說明表"), (b"%PDF-1.7", "不是試算表"), (xlsx({"a": [["x"]]})[:-90], "打不開"), (b"PK\x03\x04zz", "打不開")],
)
def test_what_is_no_table_is_a_usage_error(run, tmp_path: Path, content: bytes, says: str) -> None:
    put(tmp_path, "spec.xlsx", content)
    code, out, err = run("profile-from", "--spec", "spec.xlsx")
    assert (code, out) == (2, "") and says in err


def test_one_of_files_and_table_is_needed(run, tmp_path: Path) -> None:
    assert run("profile-from")[0] == 2
    put(tmp_path, "data.json", WORD.clean)
    assert "--kit 要和 --spec 一起使用" in run("profile-from", "data.json", "--kit", "k")[2]


def test_nothing_given_is_written_over(run, tmp_path: Path) -> None:
    put(tmp_path, "spec.txt", WORD.content)
    put(tmp_path, "kit/sample.json", WORD.clean)
    for arguments in (("--output", "spec.txt"), ("kit/sample.json", "--kit", "kit")):
        code, _, err = run("profile-from", *arguments, "--spec", "spec.txt")
        assert code == 2 and "不能覆寫" in err
    assert json.loads((tmp_path / "kit" / "sample.json").read_text("utf-8")) == WORD.clean


def test_a_pasted_table_may_come_by_standard_input(run, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    content = WORD.content
    assert isinstance(content, str)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    code, out, _ = run("profile-from", "--spec", "-")
    assert code == 0 and load_profile(out, "p.toml").layout.records == ["/records/*"]


@pytest.mark.parametrize("name", ["table.xlsx", "table.csv"])
def test_a_profile_becomes_a_table_and_the_table_the_profile(run, tmp_path: Path, name: str) -> None:
    assert run("profiles", "--table", "example-nested", "--output", name)[0] == 0
    code, out, err = run("profile-from", "--spec", name)
    assert code == 0 and "照原樣讀回" in err
    assert load_profile(out, "p.toml") == built_in_profiles()["example-nested"]
    assert run("profiles", "--table", "reference", "--output", "table.pdf")[0] == 2
    assert run("profiles", "--output", "x.csv")[0] == 2


def test_a_roster_may_be_a_spreadsheet(run, tmp_path: Path) -> None:
    put(tmp_path, "roster.xlsx", ROSTER)
    put(tmp_path, "clean.json", sample())
    _, out, err = run("check", "clean.json", "--roster", "roster.xlsx", "--today", TODAY, "--format", "json")
    matrix = json.loads(out)["batch"]["matrix"]
    assert {(row["agency_code"], row["status"]) for row in matrix} >= {("376506300A", "missing")}
    assert "讀到 2 個機關" in err
    put(tmp_path, "roster.xlsx", ROSTER[:-100])
    code, _, err = run("check", "clean.json", "--roster", "roster.xlsx", "--today", TODAY)
    assert code == 2 and "打不開" in err
