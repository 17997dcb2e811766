"""The packages of `site/build`: which may import which, and that none hides a module of somebody else."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tasks.toolchain import ROOT, SCRIPTS

#: Each may import itself and those before it; docs/develop/architecture.md says what each is for.
ORDER = ("tasks", "runtime", "pages", "kit", "media", "editions", "release", "bench", "scaffold", "checks")
#: What is run or loaded by others, beside the packages.
ENTRIES = {"task.py", "mkdocs_hook.py"}


def imported(nodes: Iterable[ast.AST]) -> set[str]:
    """The first names of all that is imported."""
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names}


def read(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_every_package_is_in_the_order() -> None:
    packages = {path.parent.name for path in SCRIPTS.glob("*/__init__.py")}
    assert packages == set(ORDER), "give the package its place in ORDER, and a row in docs/develop/architecture.md"
    assert {path.name for path in SCRIPTS.glob("*.py")} == ENTRIES, "a module belongs into one of the packages"


def test_the_page_on_architecture_has_the_packages_in_this_order() -> None:
    page = (ROOT / "docs" / "develop" / "architecture.md").read_text("utf-8")
    table = re.findall(r"^\| `(\w+)` \|", page.partition("## The build")[2].partition("\n## ")[0], re.MULTILINE)
    assert table == list(ORDER), "architecture.md and ORDER differ: each may import those above it in the page's table"


def test_every_package_is_strictly_typed() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mypy"]
    assert settings["strict"] and set(settings["files"]) == {"pyvalidator", "site/build"}
    assert "overrides" not in settings, "no part of the core or of the build is typed less strictly than the rest"


@pytest.mark.parametrize("package", ORDER)
def test_package_imports_only_those_before_it(package: str) -> None:
    later = set(ORDER[ORDER.index(package) + 1 :])
    found = {path.name: names for path in (SCRIPTS / package).rglob("*.py") if (names := imported(ast.walk(read(path))) & later)}
    assert found == {}, f"`{package}` stands before these: move the part that both need into `{package}` or before it"


def test_tasks_need_only_the_standard_library() -> None:
    """They set up the environment. What a function imports for itself is there when it is called."""
    entry = SCRIPTS / "task.py"
    for path in [entry, *(SCRIPTS / "tasks").glob("*.py")]:
        firsts = imported(read(path).body) - {"tasks"}
        assert firsts <= sys.stdlib_module_names, f"{path.name}: nothing is installed yet when it runs"


def test_no_name_is_also_somebody_elses() -> None:
    """`site/build` comes first on the path: the other module would be hidden from every library."""
    own = {*ORDER, *(Path(name).stem for name in ENTRIES)}
    assert own & sys.stdlib_module_names == set(), "hidden from the standard library: choose another name"
    assert own & set(packages_distributions()) == set(), "hidden from an installed package: choose another name"
