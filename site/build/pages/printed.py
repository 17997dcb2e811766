"""A section of the site as one page for the printer, from the same files as its single pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs.structure.files import Files

NAME = "print.md"
_FENCE = re.compile(r" *(`{3,}|~{3,})")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def pages_of(nav: Iterable[Any]) -> Iterator[str]:
    """The pages of a part of the navigation in its order, those below a heading of their own included."""
    for item in nav:
        if isinstance(item, dict):
            for below in item.values():
                yield from pages_of([below] if isinstance(below, str) else below)
        else:
            yield item


def build_page(title: str, uris: Iterable[str], files: Files) -> str:
    """The pages one after the other, each heading one level lower.

    Args:
        uris: the pages of one folder in the order of the navigation; the printed page stands in the same folder, so
            that their links stay true.
    """
    parts = [f"# {title}（全文，供列印）", "", '<div class="pv-print" markdown>', ""]
    for uri in uris:
        page = files.get_file_from_path(uri)
        assert page is not None, f"{uri} stands in the navigation but not in docs/"
        parts += [_lower(_FRONT_MATTER.sub("", page.content_string)), ""]
    return "\n".join([*parts, "</div>", ""])


def _lower(markdown: str) -> str:
    """Every heading one level lower; what looks like one inside a code block stays."""
    lines = []
    fence = ""
    for line in markdown.splitlines():
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and line.strip() == fence:
            fence = ""
        lines.append(f"#{line}" if line.startswith("#") and not fence else line)
    return "\n".join(lines)
