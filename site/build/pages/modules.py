"""Where things are: every module with the first line that it says about itself."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tasks.toolchain import ROOT

_PARTS = (
    ("The engine", "pyvalidator", "*.py", "Reads, judges and reports; no input or output of its own but `cli/`."),
    ("The page", "site/app", "*.mjs", "Plain modules, bundled into classic scripts."),
    ("The build", "site/build", "*.py", "Assembles the site and its editions."),
)
_RULES = ROOT / "pyvalidator" / "rules"
_COMMENT = re.compile(r"/\*\*(.*?)\*/", re.DOTALL)


def build_pages() -> dict[str, str | bytes]:
    """The page by its place in the docs."""
    intro = "Made from the first line of each module. Rules have [pages of their own](../rules/index.md)."
    lines = ["# Where things are", "", intro, ""]
    for title, folder, pattern, about in _PARTS:
        lines += [f"## {title}: `{folder}/`", "", about, "", "| Module | What |", "|---|---|"]
        for path in sorted((ROOT / folder).rglob(pattern)):
            if not path.is_relative_to(_RULES) and (what := _first_line(path)):
                lines.append(f"| `{path.relative_to(ROOT / folder).as_posix()}` | {what} |")
        lines.append("")
    return {"develop/modules.md": "\n".join(lines)}


def _first_line(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        return (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0].replace("|", "\\|")
    comment = _COMMENT.search(text)
    return " ".join(comment[1].replace("*", " ").split()).replace("|", "\\|") if comment else ""
