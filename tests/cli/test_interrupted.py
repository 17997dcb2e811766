"""What is finished is kept, whatever ends a check: Ctrl-C, or the system that takes a process away."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from running import put

from pyvalidator.rule import sample

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals as on Unix")

#: For a program that hangs; no test says how long something takes.
_WATCHDOG = 60

#: Found by every Python that starts with this folder on its path, workers too: a file's name says what happens to it.
_SITE = '''
import os, pathlib, signal, time
import pyvalidator.pipeline as pipeline
real, folder = pipeline.check_file, pathlib.Path(__file__).parent
def check_file(incoming, options, *rest):
    base = incoming.name.rpartition("/")[2]
    if incoming.fault is None:
        if base.startswith("hang"):
            (folder / "hanging").touch()
            time.sleep(600)
        if base.startswith("kill-once") and not (folder / base).exists():
            (folder / base).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if base.startswith("kill-always"):
            os.kill(os.getpid(), signal.SIGKILL)
    result = real(incoming, options, *rest)
    (folder / f"{base}.done").touch()
    return result
pipeline.check_file = check_file
'''


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts a check of the folder `in`, in a process group of its own as a terminal would."""
    started: list[subprocess.Popen[bytes]] = []
    put(tmp_path, "patch/sitecustomize.py", _SITE)
    path = os.pathsep.join([str(tmp_path / "patch"), str(Path(__file__).parents[2])])

    def begin(*arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "pyvalidator", "check", "in", "--format", "json", *arguments]
        process = subprocess.Popen(
            command, cwd=tmp_path, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
        )  # fmt: skip
        started.append(process)
        return process

    yield begin
    for process in started:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _files(folder: Path, *names: str) -> None:
    for number, name in enumerate(names):
        put(folder, f"in/{name}.json", sample(reason=f"第 {number} 個"))


def _until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + _WATCHDOG
    while not done():
        assert time.monotonic() < end, "it never came so far"
        time.sleep(0.05)


def _end(process: subprocess.Popen[bytes]) -> tuple[int, dict[str, Any] | None, str]:
    result, notes = process.communicate(timeout=_WATCHDOG)
    return process.returncode, json.loads(result) if result else None, notes.decode()


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_ctrl_c_keeps_what_is_finished_and_names_the_rest(jobs: str, start: Any, tmp_path: Path) -> None:
    _files(tmp_path, "a", "b", "c", "hang", "z")
    process = start("--jobs", jobs)
    # The fourth file is begun by who has given back one of the three before it.
    _until((tmp_path / "patch" / "hanging").exists)
    os.killpg(process.pid, signal.SIGINT)
    code, report, notes = _end(process)
    assert code == 130
    assert report is not None
    checked, skipped = ([entry["name"] for entry in report[part]] for part in ("files", "skipped"))
    assert sorted(checked + skipped) == [f"in/{name}.json" for name in ("a", "b", "c", "hang", "z")]
    assert checked
    assert "in/hang.json" in skipped
    assert "已中斷" in notes
    assert all(name in notes for name in skipped)
    assert report["incidents"] == []


def test_a_second_ctrl_c_ends_it_too(start: Any, tmp_path: Path) -> None:
    _files(tmp_path, "a", "hang", "hang-2")
    process = start("--jobs", "2")
    _until((tmp_path / "patch" / "hanging").exists)
    for _ in range(2):
        os.killpg(process.pid, signal.SIGINT)
    code, _, notes = _end(process)
    assert code == 130
    assert "已中斷" in notes
    assert "Traceback" not in notes
    _until(lambda: not _lives(process.pid))


def _lives(group: int) -> bool:
    """Whether a process of the group is left that is more than a name."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("jobs", ["2", "3"])
def test_a_killed_worker_loses_nothing_where_a_second_try_goes_well(jobs: str, start: Any, tmp_path: Path) -> None:
    _files(tmp_path, "a", "b", "kill-once-1", "kill-once-2", "y", "z")
    code, report, notes = _end(start("--jobs", jobs))
    # The same month of the same agency six times, which is an error of the batch.
    assert (code, notes) == (1, "")
    assert report is not None
    assert [file["status"] for file in report["files"]] == ["pass"] * 6


@pytest.mark.parametrize("jobs", ["2", "4"])
def test_a_file_that_is_killed_again_is_named_with_the_likely_cause(jobs: str, start: Any, tmp_path: Path) -> None:
    killing = [f"kill-always-{number}" for number in range(5)]
    _files(tmp_path, *killing, "u", "v", "w", "x", "y", "z")
    code, report, notes = _end(start("--jobs", jobs))
    assert code == 2
    assert report is not None
    status = {file["name"].removeprefix("in/").removesuffix(".json"): file["status"] for file in report["files"]}
    assert status == {**dict.fromkeys(killing, "unreadable"), **dict.fromkeys("uvwxyz", "pass")}
    assert report["incidents"] == []
    lines = notes.splitlines()
    assert [name for name in killing if any(name in line and "記憶體" in line and "--jobs" in line for line in lines)] == killing
    assert "維護者" not in notes


def test_an_error_of_ours_in_a_worker_is_said_to_be_ours(start: Any, tmp_path: Path) -> None:
    _files(tmp_path, "a", "b")
    put(tmp_path, "patch/sitecustomize.py", _SITE.replace("result = real", 'raise ValueError("of ours")\n    result = real'))
    code, report, notes = _end(start("--jobs", "2"))
    assert (code, report) == (3, None)
    assert "維護者" in notes
