"""Runs the real command line in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import command_line

from pyvalidator.engine.examples import example_bytes

TODAY = "2021-07-10"

Done = command_line.Done


def cli(*arguments: str | Path, cwd: Path, stdin: bytes = b"", **environment: str) -> Done:
    """Run `pyvalidator` in the folder `cwd`; with Python's own settings, Python itself is started for it."""
    told = [*map(str, arguments)]
    if not environment and hasattr(os, "fork"):
        return command_line.run(told, cwd, stdin, dict(os.environ))
    command = [sys.executable, "-m", "pyvalidator", *told]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, env={**os.environ, **environment})


def check_json(*arguments: str | Path, cwd: Path, stdin: bytes = b"") -> tuple[int, dict[str, Any]]:
    """Exit code and report of `check --format json`."""
    done = cli("check", *arguments, "--format", "json", "--today", TODAY, cwd=cwd, stdin=stdin)
    return done.returncode, json.loads(done.stdout)


def put(folder: Path, name: str, content: Any) -> Path:
    """Write a file given as bytes, text or JSON value."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(example_bytes(content))
    return path


def names(report: dict[str, Any]) -> list[str]:
    """The files' names in the report."""
    return [file["name"] for file in report["files"]]
