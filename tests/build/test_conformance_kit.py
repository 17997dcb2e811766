"""The vendors' kit says what the checker says, holds every rule, and its script runs where only Python is."""

from __future__ import annotations

import json
import os
import runpy
import shutil
import subprocess
import sys
import threading
import zipfile
from pathlib import Path
from typing import Any

import command_line
import jsonschema
import pytest

from kit import conformance_kit
from pyvalidator.engine.registry import rules


@pytest.fixture(scope="module")
def kit(www: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit as a vendor unzips it from the built site."""
    folder = tmp_path_factory.mktemp("kit")
    with zipfile.ZipFile(www / conformance_kit.URI) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def cases(kit: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads((kit / "expected.json").read_text("utf-8"))
    return read


def in_forks(arguments: list[str], cwd: Path, **_: Any) -> subprocess.CompletedProcess[bytes]:
    """`subprocess.run` of the command, from the one process that has read the program."""
    with _ONE_AT_A_TIME:
        return command_line.run(arguments[1:], cwd, b"", dict(os.environ))


_ONE_AT_A_TIME = threading.Lock()


def test_kits_own_script_finds_everything_as_expected(
    kit: Path, cases: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = runpy.run_path(str(kit / "verify.py"))
    monkeypatch.setattr(subprocess, "run", in_forks)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    assert script["main"]() == 0
    # Every case, whatever is given beside it.
    assert capsys.readouterr().out == f"{len(cases)} cases compared, 0 differ\n"
    assert len(cases) > 260


def test_the_command_that_the_kit_shows_passes_on_the_kit(kit: Path) -> None:
    [shown] = {line.strip() for line in (kit / "README.txt").read_text("utf-8").splitlines() if "check good" in line}
    done = command_line.run(shown.split()[1:], kit, b"", dict(os.environ))
    assert done.returncode == 0, done.stdout.decode()


def test_kits_own_script_tells_a_difference(kit: Path, tmp_path: Path) -> None:
    case = {"files": ["f.json"], "today": "2021-07-10", "rule": None, "side_files": {}, "findings": []}
    (tmp_path / "expected.json").write_text(json.dumps([case]))
    (tmp_path / "f.json").write_text("{")
    (tmp_path / "verify.py").write_bytes((kit / "verify.py").read_bytes())
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    verify = [sys.executable, "-I", "verify.py"]
    done = subprocess.run(verify, cwd=tmp_path, env={**os.environ, "PATH": path}, check=False, capture_output=True)
    assert done.returncode == 1
    (tmp_path / "expected.json").write_text(json.dumps([{**case, "side_files": {"schema": "none.json"}}]))
    done = subprocess.run(verify, cwd=tmp_path, env={**os.environ, "PATH": path}, check=False, capture_output=True)
    assert done.returncode == 1
    assert b"could not be run" in done.stdout


def test_good_files_are_clean_and_fit_the_schema(kit: Path, cases: list[dict[str, Any]]) -> None:
    schema = json.loads((kit / "schema" / "reference.schema.json").read_text("utf-8"))
    good = [case for case in cases if case["rule"] is None]
    assert len(good) > 10
    for case in good:
        assert case["findings"] == [], case["files"]
        jsonschema.validate(json.loads((kit / case["files"][0]).read_text("utf-8")), schema)


def test_every_rule_that_can_show_a_bad_file_has_one(kit: Path, cases: list[dict[str, Any]]) -> None:
    shown = {case["rule"]: case for case in cases if case["rule"]}
    for rule in rules().values():
        if not any(one.fires_at is not None and conformance_kit.has_data(one) for one in rule.examples):
            continue
        case = shown[rule.id]
        assert all((kit / name).is_file() for name in case["files"])
        assert all((kit / "bad" / name).is_file() for name in case["side_files"].values())
        if rule.severity != "info":
            assert rule.id in {found["rule"] for found in case["findings"]}
