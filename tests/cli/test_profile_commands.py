"""`profile-from`, and `profiles` with its checks and comparison, as a user runs them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from running import Done, cli, put

import pyvalidator.profile as profiles
from pyvalidator.cli import main
from pyvalidator.profile import built_in_profiles, load_profile
from pyvalidator.samples import build_sample

ROWS, NESTED = built_in_profiles()["example-rows"], built_in_profiles()["example-nested"]
SOURCE = Path(profiles.__file__).parents[1] / "profiles" / "example-rows-1.toml"


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Runs a command here, which spares a process; the folder is a fresh one."""
    monkeypatch.chdir(tmp_path)

    def run_here(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_here


def test_draft_from_a_file_checks_that_file(tmp_path: Path) -> None:
    put(tmp_path, "data.json", build_sample(NESTED, people=8, seed=2).text)
    done: Done = cli("profile-from", "data.json", "--output", "draft.toml", cwd=tmp_path)
    notes = done.stderr.decode()
    assert (done.returncode, done.stdout) == (0, b""), notes
    assert "人員：「人員」" in notes and "紀錄　開始日期 → 開始日期（start_date）　把握高" in notes
    draft = load_profile((tmp_path / "draft.toml").read_text("utf-8"), "draft.toml")
    assert draft.layout == NESTED.layout
    # Codes that nobody explained are asked for, not guessed.
    codes = re.findall(r'# "(\d\d)" = ""', (tmp_path / "draft.toml").read_text("utf-8"))
    assert codes and set(codes) <= set(NESTED.tables["leave_type"])
    assert f"還有 {len(codes)} 個代碼不知道意思" in notes


def test_draft_holds_no_identity_number_and_shows_none(run, tmp_path: Path) -> None:
    text = build_sample(ROWS, people=30, seed=5).text
    put(tmp_path, "data.json", text)
    code, out, err = run("profile-from", "data.json")
    people = {record["IDNO"] for record in json.loads(text)}
    assert code == 0 and people
    assert not any(person[:7] in out + err for person in people)


def test_draft_needs_records(run, tmp_path: Path) -> None:
    put(tmp_path, "data.json", {"hello": [1, 2]})
    assert run("profile-from", "data.json")[:2] == (2, "")
    code, out, err = run("profile-from", "nowhere.json")
    assert (code, out) == (2, "") and "nowhere.json" in err


def test_numbers_of_persons_that_are_keys_are_never_written(run, tmp_path: Path) -> None:
    leave = {"startDate": "1100607", "endDate": "1100607", "kind": "事假"}
    put(tmp_path, "data.json", {"A123456789": {"leaves": [leave]}})
    code, out, err = run("profile-from", "data.json")
    assert code == 0 and 'records = ["/*/leaves/*"]' in out and "A123456" not in out + err


@pytest.mark.parametrize(
    ("change", "line_of", "says"),
    [
        (('key = "IDNO"', 'kee = "IDNO"'), 'kee = "IDNO"', "您要寫的是「key」嗎"),
        (('name = "days"', 'name = "hours"'), 'name = "hours"', "重複定義"),
        (('table = "leave_type"', 'table = "leaves"'), 'table = "leaves"', "代碼表「leaves」不存在"),
        (('type = "person_id"', 'type = "person"'), 'type = "person"', "不是可用的值"),
        (("[layout]", '[severity]\nCOD1O5 = "off"\n[layout]'), 'COD1O5 = "off"', "您要寫的是「COD105」嗎"),
        (("[layout]", '[severity]\nREC340 = "loud"\n[layout]'), 'REC340 = "loud"', "不是可用的值"),
    ],
)
def test_faulty_profile_is_told_with_line_and_fix(run, tmp_path: Path, change, line_of, says) -> None:
    text = SOURCE.read_text("utf-8")
    assert change[0] in text
    faulty = text.replace(*change, 1)
    put(tmp_path, "p.toml", faulty)
    places = [number for number, line in enumerate(faulty.splitlines(), 1) if line.strip() == line_of]
    code, out, err = run("profiles", "--check", "p.toml")
    assert (code, out) == (2, "") and says in err
    assert any(f"第 {number} 列" in err for number in places), err


def test_check_asks_about_what_a_profile_probably_does_not_mean(run, tmp_path: Path) -> None:
    text = SOURCE.read_text("utf-8")
    changed = text.replace('name = "end_time"', 'name = "end_tme"').replace('"事假"', '"事假假"', 1)
    put(tmp_path, "p.toml", changed)
    code, _, err = run("profiles", "--check", "p.toml")
    assert code == 0
    assert "您要寫的是「end_time」嗎" in err and "請改為「事假」" in err
    assert run("profiles", "--check", str(SOURCE))[2].count("請再確認") == 0


def test_check_with_several_files_has_the_exit_code_of_checking_them(run, tmp_path: Path) -> None:
    put(tmp_path, "good.json", build_sample(ROWS, people=4, seed=1).text)
    put(tmp_path, "bad.json", build_sample(ROWS, people=4, seed=1, faults=3).text)
    check = ("profiles", "--check", str(SOURCE), "--format", "json", "--with")
    assert run(*check, "good.json")[0] == 0
    code, out, _ = run(*check, "good.json", "bad.json")
    assert code == 1 and [file["name"] for file in json.loads(out)["files"]] == ["bad.json", "good.json"]
    assert run(*check, "good.json", "lost.json")[0] == 2
    assert run("profiles", "--with", "good.json")[0] == 2


def test_comparison_names_every_difference(run, tmp_path: Path) -> None:
    text = SOURCE.read_text("utf-8")
    changed = text.replace('version = "1"', 'version = "2"', 1).replace('key = "IDNO"', 'key = "ID_NO"')
    put(tmp_path, "new.toml", changed)
    code, out, _ = run("profiles", "--compare", str(SOURCE), "new.toml")
    assert code == 1
    assert out.splitlines()[1:] == [
        "  版次：「1」 → 「2」",
        "  欄位「身分證字號」（person_id）的鍵名：「IDNO」 → 「ID_NO」",
    ]
    code, out, _ = run("profiles", "--compare", "reference", "reference")
    assert (code, out) == (0, "「reference」→「reference」：內容相同\n")
    code, out, _ = run("profiles", "--compare", "reference", "example-nested")
    assert code == 1 and "多了欄位「人員類別」" in out and "人員的位置" in out
    assert run("profiles", "--compare", "reference", "nothing")[0] == 2
