"""Facts of the build that are said in one place; what a change of version changes, and that two versions do not mix."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

import task
from pyvalidator import __version__
from runtime import python, wheels
from tasks import toolchain
from tasks.identity import read_version
from tasks.toolchain import ROOT

#: Where the version stands, and where versions are history.
SOURCE, HISTORY = "pyvalidator/__init__.py", "CHANGELOG.md"
#: Other projects' versions; `test_manifests_say_no_version` looks at our own lines in them. And the name of the file
#: that is given out, which test_downloads.py and tests/docs/test_ci_examples.py hold to the version.
OTHERS = {
    "package.json", "package-lock.json", "pyproject.toml", "requirements.lock", "docs/download.md", "docs/vendors/ci.md",
}  # fmt: skip


def tracked_texts() -> dict[str, str]:
    """Every text of the tree by its path."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    texts = {}
    for name in filter(None, listed.split("\0")):
        try:
            texts[name] = (ROOT / name).read_text("utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
    return texts


def test_version_stands_in_one_line() -> None:
    wanted = re.compile(rf"(?<![\d.]){re.escape(read_version())}(?![\d.])")
    found = {name for name, text in tracked_texts().items() if wanted.search(text)} - OTHERS
    assert found <= {SOURCE, HISTORY}, f"take the version from {SOURCE}; in a test, use one that is not ours"
    assert len(wanted.findall((ROOT / SOURCE).read_text("utf-8"))) == 1


def test_manifests_say_no_version() -> None:
    project = pyproject()["project"]
    assert "version" not in project and project["dynamic"] == ["version"]
    package, lock = (json.loads((ROOT / name).read_text("utf-8")) for name in ("package.json", "package-lock.json"))
    assert not {"version"} & {*package, *lock, *lock["packages"][""]}, "it is never published: it needs none"


def test_what_is_installed_is_this_version() -> None:
    assert read_version() == __version__ == version("pyvalidator"), "run `task.py setup`"


def test_version_has_the_first_entry_of_the_change_log() -> None:
    first = re.search(r"^## (\S+)", (ROOT / HISTORY).read_text("utf-8"), re.MULTILINE)
    assert first and first[1] == read_version(), f"say in {HISTORY}, above the others, what {read_version()} brings"


def test_wheels_of_two_versions_do_not_mix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wheels, "ROOT", tmp_path)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    core = tmp_path / "pyvalidator"
    core.mkdir()
    for number in ("7.0.1", "7.1.0"):
        (core / "__init__.py").write_text(f'"""A core."""\n\n__version__ = "{number}"\n', "utf-8")
        assert f'"{number}"' in wheels.read_own_package(0).read("pyvalidator/__init__.py").decode()
        made = wheels.build_distributions(tmp_path / "dist", 0, "wheel", "sdist")
        assert [path.name for path in made] == [f"pyvalidator-{number}-py3-none-any.whl", f"pyvalidator-{number}.tar.gz"]
        with zipfile.ZipFile(made[0]) as wheel:
            assert f"\nVersion: {number}\n" in wheel.read(f"pyvalidator-{number}.dist-info/METADATA").decode()


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_oldest_python_and_node_are_said_alike() -> None:
    python_needed = ".".join(map(str, toolchain.oldest_python()))
    assert pyproject()["project"]["requires-python"] == f">={python_needed}"
    assert pyproject()["tool"]["mypy"]["python_version"] == python_needed
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"Python {python_needed} 以上" in readme and f"Node {toolchain.oldest_node()} 以上" in readme


def test_page_names_the_extension_of_this_runtime() -> None:
    names = {name for path in (ROOT / "site" / "app").rglob("*.mjs") for name in re.findall(r'"(pydantic_core/[^"]+)"', path.read_text("utf-8"))}
    assert names == {python.LIBRARY}, "the runtime has changed: change LIBRARY of the worker"


def test_makefile_has_every_task() -> None:
    named = re.search(r"^TASKS := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert named and {*named[1].split(), "new-rule"} == set(task.TASKS), "new-rule needs arguments, which make does not hand on"
    assert set(re.findall(r"^  (\S+) ", task.__doc__ or "", re.MULTILINE)) == set(task.TASKS)
