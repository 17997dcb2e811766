"""The examples of docs/vendors/ci.md do what the page says, run as a build server runs them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from support import ROOT

from pyvalidator import __version__
from pyvalidator.engine.examples import example_bytes, sample_text
from pyvalidator.rule import sample

PAGE = (ROOT / "docs" / "vendors" / "ci.md").read_text("utf-8")
GITHUB = yaml.safe_load(re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[1])  # type: ignore[index]
JENKINS = re.findall(r"sh '([^']+)'", PAGE)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """What a vendor's own tests would have written."""
    output = tmp_path / "測試輸出"
    output.mkdir()
    (output / "good.json").write_text(sample_text(), "utf-8")
    # Two files of one agency and month would be a fault of both.
    other = {"agency_code": "376506211I", "agency_name": "水上鄉清潔隊"}
    (output / "bad.json").write_text(example_bytes({**sample(days=0), **other}).decode(), "utf-8")
    return tmp_path


def run(command: str, folder: Path) -> int:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(command, shell=True, cwd=folder, env={**os.environ, "PATH": path}, check=False).returncode


def test_github_actions_fails_the_build_and_leaves_sarif(workspace: Path) -> None:
    steps = [step["run"] for step in GITHUB["jobs"]["check"]["steps"] if "run" in step]
    install, checks = steps[0], steps[1:]
    assert install.endswith(f"/pyvalidator-{__version__}-py3-none-any.whl")
    assert [run(command, workspace) for command in checks] == [1, 1]
    sarif = json.loads((workspace / "result.sarif").read_text("utf-8"))
    assert sarif["version"] == "2.1.0"
    assert {found["level"] for found in sarif["runs"][0]["results"]} >= {"error"}
    (workspace / "測試輸出" / "bad.json").unlink()
    assert [run(command, workspace) for command in checks] == [0, 0]


def test_jenkins_gets_one_test_case_per_file(workspace: Path) -> None:
    assert [run(command, workspace) for command in JENKINS] == [1]
    cases = list(ElementTree.parse(workspace / "result.xml").iter("testcase"))
    assert sorted(case.find("failure") is not None for case in cases) == [False, True]


def test_two_runs_differ_only_in_when_they_ran(workspace: Path) -> None:
    (workspace / "good.json").write_text(sample_text(), "utf-8")
    command = re.search(r"```bash\n(pyvalidator check .*)\n", PAGE)
    assert command
    reports = []
    for _ in range(2):
        assert run(command[1], workspace) == 0
        reports.append(json.loads((workspace / "now.json").read_text("utf-8")))
    for report in reports:
        del report["checked_at"]
    assert reports[0] == reports[1]
