"""What is left out of the runtime is needed by nobody; what is in it is made the same way every time."""

from __future__ import annotations

import ast
import codecs
import io
import json
import re
import subprocess
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from runtime import cache, python, wheels
from tasks.toolchain import ROOT

EPOCH = 1_700_000_000
# Text encodings that files come in, or that zip archives name their members in.
ENCODINGS = ("utf-8-sig", "utf-16", "utf-32", "big5", "big5hkscs", "cp950", "cp437", "gb18030", "latin-1", "ascii")


def encodings_of_the_core() -> set[str]:
    """The texts in the core that name an encoding: each may be asked of the browser's Python."""
    found = set()
    for path in (ROOT / "pyvalidator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[\w-]+", node.value):
                with suppress(LookupError, UnicodeError):
                    # Asked like this, base64 and its like say that they are no encodings of text.
                    "a".encode(node.value)
                    found.add(codecs.lookup(node.value).name)
    return found


@pytest.fixture(scope="module")
def assets() -> dict[str, bytes]:
    return python.build_assets(EPOCH)


def test_everything_the_core_imports_is_there(assets: dict[str, bytes], tmp_path: Path) -> None:
    for name in ("python_stdlib.zip", "packages", "core", "rest.zip", "data", "pydantic_core.so", *wheels.APART):
        (tmp_path / name).write_bytes(assets[name])
    script = Path(__file__).with_name("import_all.mjs")
    own = encodings_of_the_core()
    assert {"cp950", "gb18030", "mac-roman"} <= own
    command = ["node", script, tmp_path, json.dumps([*ENCODINGS, *sorted(own)]), json.dumps([*wheels.APART])]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert done.returncode == 0, done.stderr[-2000:]
    answer = json.loads(done.stdout.splitlines()[-1])
    assert answer["failed"] == {}, "The runtime lacks a module; see _UNUSED_MODULES in site/build/runtime/python.py"
    assert answer["modules"] > 100
    assert answer["docstring"], "The rules' docstrings are their pages: they must stay in the byte code"


def test_byte_code_is_the_same_every_time(
    assets: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(python, "FOLDER", tmp_path)
    monkeypatch.setattr(cache, "FOLDER", tmp_path)
    own = python._lean(python._copy(wheels.read_own_package(EPOCH), None))
    with zipfile.ZipFile(io.BytesIO(python._compile(own, python.FULL))) as compiled:
        contents = {name: compiled.read(name) for name in compiled.namelist()}
    assert len(contents) > 300
    shipped = assets["core"] + assets["rest.zip"] + assets["data"]
    other = [name for name, content in contents.items() if content not in shipped]
    assert other == []


def test_what_travels_apart_is_nowhere_else(assets: dict[str, bytes]) -> None:
    for name, folders in wheels.APART.items():
        for folder in folders:
            inside = f'["{folder}/'.encode()
            assert inside in assets[name]
            others = [other for other in ("packages", "data") if inside in assets[other]]
            rest = zipfile.ZipFile(io.BytesIO(assets["rest.zip"])).namelist()
            assert others == [] and not [path for path in rest if path.startswith(f"{folder}/")]


def test_browser_packages_are_locked() -> None:
    requirements = wheels.locked_requirements()
    assert [line.split("==")[0] for line in requirements.splitlines() if "==" in line] == list(wheels.BROWSER_PACKAGES)
    assert "--hash=sha256:" in requirements


def test_package_that_is_not_locked_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wheels, "BROWSER_PACKAGES", ("pydantic", "no-such-package"))
    with pytest.raises(ValueError, match="lacks no-such-package"):
        wheels.locked_requirements()
