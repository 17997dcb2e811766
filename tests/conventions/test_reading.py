"""Whoever reads from the disk says so: what was read is never written over."""

from __future__ import annotations

import ast
from pathlib import Path

import pyvalidator

CORE = Path(pyvalidator.__file__).parent

#: Where files are opened, and why it is no input of a command.
ALLOWED = {
    "runtime/opened.py": "the one place",
}


def test_files_are_read_through_one_place():
    found = []
    for path in sorted(CORE.rglob("*.py")):
        name = path.relative_to(CORE).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and name not in ALLOWED and not _is_member(node):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called in ("open", "read_bytes", "read_text") and not _is_device(node):
                    found.append(f"{name}:{node.lineno}")
    assert found == [], (
        f"{found}: read with pyvalidator.runtime.opened (open_input, read_input), or tell it of the file (note_input), "
        "so that --output never destroys it."
    )


def _is_member(call: ast.Call) -> bool:
    """`archive.open(…)`: of an archive that is open already."""
    return isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) in ("archive", "book", "self.zip")


def _is_device(call: ast.Call) -> bool:
    """`os.open(os.devnull, …)`."""
    return bool(call.args) and ast.unparse(call.args[0]) == "os.devnull"
