"""No command writes over anything that it was given or has read, by whatever name."""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from running import cli, put

from pyvalidator.cli import main
from pyvalidator.cli.parser import build_parser
from pyvalidator.rule import sample

PROFILE = Path(__file__).parents[2] / "pyvalidator" / "profiles" / "reference-1.toml"
ROSTER = "機關代碼,機關名稱,報送方式\n376506200A,水上鄉公所,JSON\n"
AGENCIES = "機關代碼,機關名稱,裁撤註記\n376506200A,水上鄉公所,\n"
SPEC = "欄位名稱,代號,型態\n身分證字號,IDNO,文字\n開始日期,BEG,文字\n"
DAYS = "日期,類別\n110/06/07,放假\n"

#: Every way in which a command reads: its arguments, {} standing for what is read.
READS = {
    "check": [
        ["{data}"], ["{folder}"], ["{zip}"], ["{data}", "--profile", "{profile}"], ["{data}", "--schema", "{schema}"],
        ["{data}", "--roster", "{roster}"], ["{data}", "--agencies", "{agencies}"], ["{data}", "--days-off", "{days}"],
        ["{missing}", "{data}"],
    ],
    "sample": [["--profile", "{profile}"]],
    "convert": [
        ["{data}", "--profile", "example-nested"], ["{table}"], ["{data}", "--from", "{profile}", "--profile", "example-nested"],
        ["{data}", "--profile", "{profile}", "--from", "reference"], ["--template", "--profile", "{profile}"],
    ],
    "fix": [["{broken}"]],
    "profile-from": [["{data}"], ["{folder}"], ["{zip}"], ["--spec", "{spec}"], ["{data}", "--spec", "{spec}"]],
    "profiles": [["--table", "{profile}"]],
    "site-settings": [["--owner", "縣府", "{profile}"], ["--owner", "縣府", "{roster}"]],
}  # fmt: skip


def _inputs(folder: Path) -> dict[str, Path]:
    put(folder, "in/only.json", sample())
    with zipfile.ZipFile(folder / "drop.zip", "w") as archive:
        archive.writestr("a.json", json.dumps(sample()))
    shutil.copy(PROFILE, folder / "own.toml")
    return {
        "data": put(folder, "data.json", sample()), "folder": folder / "in", "zip": folder / "drop.zip",
        "profile": folder / "own.toml", "schema": put(folder, "schema.json", "{}"),
        "roster": put(folder, "roster.csv", ROSTER), "agencies": put(folder, "agencies.csv", AGENCIES),
        "days": put(folder, "days.csv", DAYS), "table": put(folder, "table.csv", "機關代碼\n"),
        "spec": put(folder, "spec.csv", SPEC),
        "broken": put(folder, "broken.json", b'\xef\xbb\xbf{"a": 1,}'), "missing": folder / "missing.json",
    }  # fmt: skip


def _run(arguments: list[str]) -> tuple[int, str]:
    notes = io.StringIO()
    kept, sys.stderr = sys.stderr, notes
    try:
        return main(arguments), notes.getvalue()
    finally:
        sys.stderr = kept


def test_every_command_that_writes_is_looked_at_here():
    commands = next(
        action for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction)
    ).choices  # fmt: skip
    writing = {name for name, command in commands.items() if "--output" in command._option_string_actions}
    assert writing == set(READS), "add what the command reads to READS"


@pytest.mark.parametrize(("command", "arguments"), [(name, one) for name, own in READS.items() for one in own])
def test_what_is_read_is_not_written_over(command, arguments, tmp_path):
    inputs = _inputs(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    given = [argument.format_map({name: str(path) for name, path in inputs.items()}) for argument in arguments]
    used = [name for name, path in inputs.items() if str(path) in given]
    for name in used:
        target = inputs[name] / "only.json" if name == "folder" else inputs[name]
        for way, other in _other_names(target, tmp_path / "links").items():
            code, notes = _run([command, *given, "--output", other])
            assert (code, "不能覆寫" in notes) == (2, True), f"{name} by its {way}: {notes}"
            assert {path: path.read_bytes() for path in before} == before
            assert not inputs["missing"].exists()


def _other_names(target: Path, links: Path) -> dict[str, str]:
    shutil.rmtree(links, ignore_errors=True)
    links.mkdir()
    names = {
        "path": str(target), "relative path": os.path.relpath(target), "detour": str(target.parent / "." / target.name),
        "letter case": str(target.parent / target.name.upper()), "name with a dot": f"{target}.",
    }  # fmt: skip
    makers: dict[str, Callable[[Path], object]] = {"link": lambda link: link.symlink_to(target)}
    if target.exists():
        makers["hard link"] = lambda link: link.hardlink_to(target)
    for way, make in makers.items():
        link = links / way.replace(" ", "-")
        make(link)
        names[way] = str(link)
    return names


def test_what_a_folder_held_and_was_passed_over_is_kept_too(tmp_path):
    inputs = _inputs(tmp_path)
    other = put(tmp_path, "in/notes.txt", "筆記")
    code, _ = _run(["check", str(inputs["folder"]), "--output", str(other)])
    assert (code, other.read_text("utf-8")) == (2, "筆記")
    new = tmp_path / "in" / "new.txt"
    # 1, because the notes may hold data.
    assert _run(["check", str(inputs["folder"]), "--output", str(new)])[0] == 1
    new.write_bytes(former := new.read_bytes()[:100])
    # A former report is replaced by the next one.
    assert _run(["check", str(inputs["folder"]), "--output", str(new), "--no-mask"])[0] == 1
    assert len(new.read_bytes()) > len(former)


def test_a_link_in_a_folder_leads_to_an_input(tmp_path):
    outside = put(tmp_path, "elsewhere.json", sample())
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.json").symlink_to(outside)
    assert _run(["check", str(tmp_path / "in"), "--output", str(outside)])[0] == 2
    assert json.loads(outside.read_bytes()) == sample()


def test_the_faults_of_a_sample_are_written_over_nothing(tmp_path):
    profile = tmp_path / "s.json.faults.jsonl"
    shutil.copy(PROFILE, profile)
    code, _ = _run(["sample", "--faults", "2", "--profile", str(profile), "--output", str(tmp_path / "s.json")])
    assert (code, profile.read_bytes()) == (2, PROFILE.read_bytes())
    assert not (tmp_path / "s.json").exists()


def test_standard_input_is_an_input(tmp_path):
    path = put(tmp_path, "data.json", sample())
    with path.open("rb") as file:
        import subprocess

        command = [sys.executable, "-m", "pyvalidator", "check", "-", "--output", str(path)]
        done = subprocess.run(command, stdin=file, capture_output=True, cwd=tmp_path)
    assert done.returncode == 2
    assert json.loads(path.read_bytes()) == sample()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such mode")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o604])
def test_an_existing_outputs_mode_is_kept(mode, tmp_path):
    path, output = put(tmp_path, "data.json", sample()), put(tmp_path, "report.txt", "old")
    output.chmod(mode)
    assert cli("check", path, "--output", output, cwd=tmp_path).returncode == 0
    assert stat.S_IMODE(output.stat().st_mode) == mode
    assert output.read_bytes() != b"old"
