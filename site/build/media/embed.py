"""Pictures and PDFs that `make media` left in build/media, for the pages that show them: only while they are true."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from tasks.toolchain import OUTPUT, ROOT

FOLDER = OUTPUT / "media"
_STAMP = FOLDER / "made-from"
#: What the pictures show: they are stale once any of it changes.
_SHOWN = ("docs", "pyvalidator", "site/app", "site/theme")
#: The rest of the folder is for looking at only.
_TAKEN = ("checker-*.png", "wizard.png", "*.pdf")
_MARK = re.compile(r"^<!-- media: (?P<name>[\w.-]+) \| (?P<text>[^\n]+?) -->$", re.MULTILINE)


def write_stamp() -> None:
    """Says what the pictures in the folder were made from."""
    _STAMP.write_text(_digest(), "utf-8")


def find_media() -> dict[str, Path]:
    """The pictures and PDFs by name; none where they are missing or stale."""
    if not _STAMP.is_file() or _STAMP.read_text("utf-8") != _digest():
        return {}
    return {path.name: path for pattern in _TAKEN for path in sorted(FOLDER.glob(pattern))}


def show_media(markdown: str, there: dict[str, Path], root: str) -> str:
    """The page with each mark replaced by the picture or the link, and by nothing where the file is not there.

    Args:
        root: the way from the page to the docs' root, ending in a slash or empty.
    """

    def show(mark: re.Match[str]) -> str:
        name, text = mark["name"], mark["text"]
        if name not in there:
            return ""
        address = f"{root}media/{name}"
        return f"[{text}]({address})" if name.endswith(".pdf") else f"![{text}]({address}){{: .pv-picture }}"

    return _MARK.sub(show, markdown)


def _digest() -> str:
    digest = hashlib.sha256()
    for folder in _SHOWN:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(ROOT).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()
