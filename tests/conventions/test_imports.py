"""What may import what: the folders of the core stand on one another in one order, and no module stands on itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from support import ROOT

import pyvalidator

CORE = Path(pyvalidator.__file__).parent

#: Each folder may import from those before it, and from itself. `rule.py` is what the engine runs, so it stands with it.
ORDER = (
    "runtime", "text", "wording", "domain", "privacy", "source", "profile", "table", "engine", "form", "coverage", "schema",
    "options", "input", "report", "pipeline", "writing", "samples", "repair", "wizard",
    "spec_table", "cli", "browser",
)  # fmt: skip
_SAME_FOLDER = {"rule": "engine", "__main__": "browser"}

#: Rules judge; they know neither files nor reports.
FOR_RULES = {"text", "domain", "source", "profile", "table", "engine", "form"}

#: (module, folder) that the order forbids, with the reason.
ALLOWED = {
    ("profile.load", "engine"): "asked only where a profile sets a severity: is there such a rule? Imported when asked.",
    ("engine.registry", "rules"): "finds the rules by their package's folder; it names none of them.",
}


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, module below the package) of each import, those for type checkers too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "pyvalidator":
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name != "__version__")
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("pyvalidator."):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}".removeprefix("pyvalidator.")
                yield node.lineno, inner if _path(inner) else node.module.removeprefix("pyvalidator.")
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names if alias.name.startswith("pyvalidator.")]
            yield from ((node.lineno, name.removeprefix("pyvalidator.")) for name in names)


def _path(module: str) -> Path | None:
    place = CORE.joinpath(*module.split("."))
    found = [path for path in (place.with_suffix(".py"), place / "__init__.py") if path.is_file()]
    return found[0] if found else None


def _module(path: Path) -> str:
    parts = path.relative_to(CORE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _folder(module: str) -> str:
    first = module.split(".")[0]
    return _SAME_FOLDER.get(first, first)


MODULES = {
    _module(path): list(_imports(path)) for path in sorted(CORE.rglob("*.py")) if path != CORE / "__init__.py"
}  # fmt: skip


def test_every_module_stands_in_a_folder():
    outside = {module for module in MODULES if _folder(module) not in (*ORDER, "rules", "profiles")}
    assert not outside, (
        f"{sorted(outside)}: put a module into the folder whose purpose it serves (docs/develop/architecture.md), or give "
        "a new folder its place in ORDER here and its line in architecture.md."
    )


def test_the_page_on_architecture_has_the_folders_in_this_order():
    page = (ROOT / "docs" / "develop" / "architecture.md").read_text("utf-8")
    table = re.findall(r"^\| (`.+?) \|", page.partition("## Folders of the core")[2].partition("\n## ")[0], re.MULTILINE)
    named = [name.removesuffix(".py") for cell in table for name in re.findall(r"`([\w.]+)/?`", cell)]
    ordered = [name for name in named if name in ORDER]
    assert ordered == list(ORDER), "architecture.md and ORDER differ: the page's table has this order, top first"
    assert set(named) - set(ORDER) == {"rules", "profiles", "rule"}
    below = [name for name in FOR_RULES if named.index(name) > named.index("rules")]
    assert below == [], "a row stands below what it imports: move `rules/` down in the table of architecture.md"


def test_folders_import_only_what_they_stand_on():
    wrong = []
    for module, imports in MODULES.items():
        folder = _folder(module)
        for line, target in imports:
            other = _folder(target)
            if folder == "rules":
                fine = other == "rules" or other in FOR_RULES
            else:
                fine = other in ORDER and folder in ORDER and ORDER.index(other) <= ORDER.index(folder)
            if not fine and (module, other) not in ALLOWED:
                wrong.append(f"pyvalidator/{module.replace('.', '/')}.py:{line} imports {target}")
    assert not wrong, (
        "\n".join(wrong) + "\nA folder may import only from the folders before it in ORDER (rules: only FOR_RULES). Move what "
        "both need down into the lower folder, or hand it in as an argument; ALLOWED is for what cannot be, with a reason."
    )


def test_no_module_stands_on_itself():
    """Imports for type checkers count: two modules that name each other's classes are one thing, or want a third."""
    seen: dict[str, int] = {}
    path: list[str] = []

    def visit(module: str) -> None:
        if seen.get(module) == 2:
            return
        assert seen.get(module) != 1, (
            "a circle of imports: " + " → ".join([*path[path.index(module) :], module]) + "\nMove what both sides need "
            "into a module of its own below them."
        )
        seen[module] = 1
        path.append(module)
        for _, target in MODULES.get(module, ()):
            if target in MODULES and (module, _folder(target)) not in ALLOWED:
                visit(target)
        path.pop()
        seen[module] = 2

    for module in MODULES:
        visit(module)


def test_nothing_allowed_is_left_over():
    used = {(module, _folder(target)) for module, imports in MODULES.items() for _, target in imports}
    assert set(ALLOWED) <= used, f"take out of ALLOWED what nothing needs any more: {set(ALLOWED) - used}"
