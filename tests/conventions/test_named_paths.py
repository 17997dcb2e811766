"""Every path and module of ours that a developer's page, a docstring or a comment names is there."""

from __future__ import annotations

import re
import subprocess

from support import ROOT

FILES = set(
    subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    .stdout.splitlines()
)
FOLDERS = {"/".join(name.split("/")[:depth]) for name in FILES for depth in range(1, name.count("/") + 1)}
_PATH = re.compile(r"(?<![\w./-])(?:pyvalidator|site|tests|docs)(?:/[\w-]+)+(?:\.d)?(?:\.[a-z]{2,4})?/?(?![\w*{/-])")
_MODULE = re.compile(r"\bpyvalidator(?:\.[a-z_]+)+\b")
#: What examples make up, what a build makes, and what is written as one word though it is none of ours.
MADE_UP = {
    "pyvalidator/report/render/markdown.py", "docs/develop/modules.md", "pyvalidator/form/new.py", "site/site.mjs",
    "site/site.css", "site/manual.css", "tests/build/test_that_was_deleted.py",
}  # fmt: skip


def _names(text: str) -> set[str]:
    return {*_PATH.findall(text), *_MODULE.findall(text)}


def _there(name: str) -> bool:
    if name.startswith("pyvalidator."):
        return _module_is_there(name.split("."))
    plain = name.rstrip("/")
    return plain in FOLDERS or not FILES.isdisjoint((plain, f"{plain}.py", f"{plain}.mjs"))


def _module_is_there(parts: list[str]) -> bool:
    """A module, with or without a name in it; or a package, with or without what it exports."""
    for depth in range(len(parts), 1, -1):
        path = "/".join(parts[:depth])
        if f"{path}.py" in FILES:
            return True
        if path in FOLDERS:
            return depth >= len(parts) - 1
    return parts[1].startswith("__")


def test_paths_and_modules_that_are_named_are_there() -> None:
    wrong = []
    for name in sorted(FILES):
        if not name.endswith((".md", ".py", ".mjs", ".toml", ".ts", ".yml", ".css")) or not (ROOT / name).exists():
            continue
        for number, line in enumerate((ROOT / name).read_text("utf-8").splitlines(), 1):
            wrong += [f"{name}:{number}: {found}" for found in _names(line) if found not in MADE_UP and not _there(found)]
    assert not wrong, "\n".join(wrong) + "\nName what is there now; what an example makes up goes into MADE_UP."
