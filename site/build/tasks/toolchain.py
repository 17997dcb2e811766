"""Sets up what the project needs: the virtual environment, the Node packages. Runs with the system's own Python.

Only the standard library may be imported here: nothing else is installed yet.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
#: The application's sources, the build's packages, all that a build writes, and the site in it.
APP = ROOT / "site" / "app"
SCRIPTS = ROOT / "site" / "build"
OUTPUT = ROOT / "build"
WWW = OUTPUT / "www"
VENV = ROOT / ".venv"
NODE_MODULES = ROOT / "node_modules"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


class SetupError(Exception):
    """Something that the machine lacks; the message says what to install."""


def run(
    *command: str | Path, env: Mapping[str, str] | None = None, input: bytes | None = None, stdout: int | None = None
) -> None:
    """Runs a command in the project's folder; the options are those of `subprocess.run`.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT, env=env, input=input, stdout=stdout)


def run_module(module: str, *arguments: str) -> None:
    """Runs a module of the build's packages with the project's own Python.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    run(PYTHON, "-m", module, *arguments, env={**os.environ, "PYTHONPATH": str(SCRIPTS)})


def ensure_setup() -> None:
    """Brings `.venv` and `node_modules` to what the locks say; does nothing where they are current.

    Raises:
        SetupError: Python or Node is too old or missing.
    """
    needed = oldest_python()
    if sys.version_info < needed:
        raise SetupError(f"Python {needed[0]}.{needed[1]} or newer is needed; this is {sys.version.split()[0]}.")
    if sys.prefix != str(VENV):
        # The version of what is installed is read from the last of them.
        inputs = ("requirements.lock", "pyproject.toml", "pyvalidator/__init__.py")
        _when_stale(VENV / ".stamp", inputs, sys.version, _install_python)
    npm = shutil.which("npm")
    if not npm:
        raise SetupError(f"Node {oldest_node()} or newer with npm is needed, and no npm was found on the PATH.")
    _when_stale(NODE_MODULES / ".stamp", ["package-lock.json", "package.json"], npm, lambda: run(npm, "ci"))


def oldest_python() -> tuple[int, int]:
    """The oldest Python that will do, from pyproject.toml (read by hand: an old Python knows no TOML)."""
    [(major, minor)] = re.findall(r'^requires-python = ">=(\d+)\.(\d+)"$', _read("pyproject.toml"), re.MULTILINE)
    return int(major), int(minor)


def oldest_node() -> int:
    """The oldest Node that will do, from package.json."""
    return int(json.loads(_read("package.json"))["engines"]["node"].removeprefix(">="))


def _read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def _install_python() -> None:
    if not PYTHON.exists():
        try:
            venv.create(VENV, with_pip=True)
        except subprocess.CalledProcessError as error:
            raise SetupError("Python's venv module cannot install pip; on Debian: apt install python3-venv.") from error
    run(PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", "requirements.lock")
    run(PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "-e", ".")


def _when_stale(stamp: Path, inputs: Iterable[str], salt: str, action: Callable[[], None]) -> None:
    digest = hashlib.sha256(salt.encode())
    for name in inputs:
        digest.update((ROOT / name).read_bytes())
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    action()
    stamp.write_text(digest.hexdigest())


def write_lock() -> None:
    """Makes `requirements.lock` anew from pyproject.toml, with pip-tools in a throw-away environment."""
    folder = OUTPUT / "lock"
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder / "venv", with_pip=True)
    tools = folder / "venv" / PYTHON.relative_to(VENV)
    run(tools, "-m", "pip", "install", "--quiet", "pip-tools", "dependency-groups")
    group = subprocess.run([tools, "-m", "dependency_groups", "dev"], cwd=ROOT, check=True, capture_output=True).stdout
    (folder / "dev.in").write_bytes(group)
    run(
        tools, "-m", "piptools", "compile", "--quiet", "--generate-hashes", "--allow-unsafe", "--no-header",
        "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host", "--strip-extras",
        "--output-file", "requirements.lock", "pyproject.toml", folder / "dev.in",
    )  # fmt: skip
