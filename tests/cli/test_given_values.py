"""Values that one file lacks and that are given beside it, by option or by the file's name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import cli, put

from pyvalidator.engine.examples import profile_text
from pyvalidator.report.render import FORMATS
from pyvalidator.rule import document

PROFILE = profile_text("period", more='file_name = "{agency_code}_{period}"')()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path, "p.toml", PROFILE)
    for name in ("376506200A_11006.json", "f.json"):
        put(tmp_path, name, document(period=...))
    return tmp_path


def checked(folder: Path, *more: str, name: str = "f.json", format: str = "json") -> tuple[int, str]:
    done = cli("check", name, "--profile", "p.toml", "--today", "2021-07-10", "--format", format, *more, cwd=folder)
    return done.returncode, done.stdout.decode()


def test_a_value_that_is_set_is_used_and_marked(folder: Path) -> None:
    code, text = checked(folder, "--set", "period=11006")
    file = json.loads(text)["files"][0]
    assert (code, file["period"], file["deadline"]["date"]) == (0, "11006", "2021-07-20")
    assert file["coverage"]["complete"] is True
    assert (file["given"]["period"]["value"], file["given"]["period"]["source"]) == ("11006", "set")
    for format in (name for name, facts in FORMATS.items() if not facts.binary):
        assert "另外填寫的" in checked(folder, "--set", "period=11006", format=format)[1], format


def test_rules_judge_by_what_is_given(folder: Path) -> None:
    code, text = checked(folder, "--set", "period=11005")
    assert code == 1
    assert "REC310" in [entry["rule"] for entry in json.loads(text)["files"][0]["findings"]]


def test_a_name_gives_what_it_says(folder: Path) -> None:
    code, text = checked(folder, name="376506200A_11006.json")
    file = json.loads(text)["files"][0]
    assert (code, file["period"], file["given"]["period"]["source"]) == (0, "11006", "file_name")
    assert "agency_code" not in file["given"], "the file says it itself"


def test_a_name_that_does_not_fit_is_said_and_nothing_is_assumed(folder: Path) -> None:
    code, text = checked(folder)
    file = json.loads(text)["files"][0]
    assert (code, file["period"], file["given"]) == (1, None, {})
    assert {"STR171", "STR180"} <= {entry["rule"] for entry in file["findings"]}
    assert file["coverage"]["unmapped"] == ["period"]


def test_values_are_for_one_file(folder: Path) -> None:
    done = cli("check", ".", "--profile", "p.toml", "--set", "period=11006", cwd=folder)
    assert done.returncode == 2
    assert "只能用在一個檔案" in done.stderr.decode()


@pytest.mark.parametrize(
    ("value", "allowed"),
    [
        ("period=1106", "11006"), ("period=110-06", "11006"), ("agency_code=水上鄉公所", "10 碼"), ("dataset=每月", "covid109"),
        ("month=11006", "period"), ("period", "名稱=值"), ("person_id=A123456789", "agency_code"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_a_usage_error_that_names_what_is_allowed(folder: Path, value: str, allowed: str) -> None:
    done = cli("check", "f.json", "--set", value, cwd=folder)
    assert done.returncode == 2
    assert allowed in done.stderr.decode()


def test_the_same_value_twice_is_a_usage_error(folder: Path) -> None:
    done = cli("check", "f.json", "--set", "period=11006", "--set", "period=11007", cwd=folder)
    assert done.returncode == 2
