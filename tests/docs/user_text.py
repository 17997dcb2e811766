"""The text that users read, wherever it is written: manual, page, reports, rules, command line, profiles."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from support import ROOT

#: Lists of what others call things, which are read and never shown.
NOT_SHOWN = ("pyvalidator/domain/data/", "site/app/search/said.mjs")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_SCRIPT = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`', re.DOTALL)
_HTML_COMMENT = re.compile("<!--.*?-->", re.DOTALL)


def sources() -> list[Path]:
    """Every file that may hold such text."""
    found = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "mkdocs.yml"]
    found += [page for page in (ROOT / "docs").rglob("*.md") if "develop" not in page.parts]
    for folder in ("pyvalidator", "site/app", "site/build"):
        for ending in ("py", "mjs", "html", "toml", "json", "txt"):
            found += (ROOT / folder).rglob(f"*.{ending}")
    named = {path.relative_to(ROOT).as_posix(): path for path in found}
    return [path for name, path in sorted(named.items()) if not name.startswith(NOT_SHOWN)]


@cache
def every_text() -> list[tuple[Path, int, str]]:
    """(file, line, text) of everything that users may read."""
    return [(path, line, text) for path in sources() for line, text in texts(path)]


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """(line, text) of everything in a file that a user may read; of a program its Chinese literals, no comments."""
    content = path.read_text("utf-8")
    if path.suffix == ".py":
        yield from literals_of_python(content)
    elif path.suffix == ".mjs":
        yield from literals_of_script(content)
    else:
        plain = _HTML_COMMENT.sub(lambda found: "\n" * found[0].count("\n"), content)
        yield from ((number, line) for number, line in enumerate(plain.splitlines(), 1) if _CHINESE.search(line))


def literals_of_python(content: str) -> Iterator[tuple[int, str]]:
    """(line, text) of the literals with Chinese in them; an f-string's parts stand alone. English docstrings that
    mention a term are for developers."""
    tree = ast.parse(content)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            for offset, line in enumerate(node.value.split("\n")):
                if _CHINESE.search(line) and not re.search("[a-z]{2,} [a-z]{2,} [a-z]{2,}", line):
                    yield node.lineno + offset, line


def literals_of_script(content: str) -> Iterator[tuple[int, str]]:
    """(line, text) of a script's literals with Chinese in them."""
    for found in _SCRIPT.finditer(content):
        if found[0][0] in "\"`" and _CHINESE.search(found[0]):
            yield content.count("\n", 0, found.start()) + 1, found[0][1:-1]
