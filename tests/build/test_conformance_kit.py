"""The vendors' kit says what the checker says, holds every rule, and its script runs where only Python is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

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


def test_kits_own_script_finds_everything_as_expected(kit: Path) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [sys.executable, "-I", "verify.py"], cwd=kit, env={**os.environ, "PATH": path}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert done.stdout.endswith(" 0 differ\n")
    assert int(done.stdout.split()[0]) > 200


def test_kits_own_script_tells_a_difference(kit: Path, tmp_path: Path) -> None:
    case = {"files": ["f.json"], "today": "2021-07-10", "rule": None, "side_files": {}, "findings": []}
    (tmp_path / "expected.json").write_text(json.dumps([case]))
    (tmp_path / "f.json").write_text("{")
    (tmp_path / "verify.py").write_bytes((kit / "verify.py").read_bytes())
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run([sys.executable, "verify.py"], cwd=tmp_path, env={**os.environ, "PATH": path}, check=False)
    assert done.returncode == 1


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
