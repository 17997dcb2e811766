"""What the hosted site gives out for other computers: the other editions, the package, the kit, and their sums.

They lie in a folder of their own, which the service worker does not keep and the other editions do not hold.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from kit import conformance_kit

FOLDER = "download"
SUMS = "SHA256SUMS"
_HEADS = ("用途", "檔案", "大小", "SHA-256")
_PLACE = re.compile(r"<!-- downloads -->.*?<!-- /downloads -->", re.DOTALL)


@dataclass(frozen=True)
class Download:
    """One file to give out. `what`: for whom, in a few words."""

    path: Path
    what: str

    @property
    def digest(self) -> str:
        """Its SHA-256 in hexadecimal."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()


def list_downloads(www: Path, single: Path, offline: Path, wheel: Path) -> list[Download]:
    """The files in the order in which the page names them."""
    return [
        Download(single, "單一檔案：只要檢核"),
        Download(offline, "離線網站：檢核、手冊與規則說明"),
        Download(wheel, "命令列與函式庫（Python 套件）"),
        Download(www / conformance_kit.URI, "檢驗套件：測試產製程式"),
    ]


def _cells(one: Download) -> str:
    """Each named after its column, as in other tables: on a narrow screen a row is a list of them."""
    link = f'<a href="{one.path.name}" download>{one.path.name}</a>'
    texts = (one.what, link, f"{one.path.stat().st_size / 1e6:.1f} MB", f"<code>{one.digest}</code>")
    return "".join(f'<td role="cell" data-label="{head}">{text}</td>' for head, text in zip(_HEADS, texts, strict=True))


def show_downloads(www: Path, downloads: list[Download]) -> None:
    """Puts the list into the page, where the editions that are opened from disk say where to get one.

    Raises:
        ValueError: the page has no place for it.
    """
    page = www / FOLDER / "index.html"
    head = "".join(f'<th role="columnheader">{name}</th>' for name in _HEADS)
    rows = "".join(f'<tr role="row">{_cells(one)}</tr>' for one in downloads)
    table = (
        f'<table role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
        f'<p>全部的雜湊值：<a href="{SUMS}" download>{SUMS}</a></p>'
    )
    text, count = _PLACE.subn(lambda _: f"<!-- downloads -->{table}<!-- /downloads -->", page.read_text("utf-8"))
    if count != 1:
        raise ValueError(f"{page}: no place for the downloads")
    page.write_text(text, "utf-8", newline="\n")


def place_downloads(www: Path, downloads: list[Download]) -> None:
    """Copies the files, and writes their sums beside them; last of all, so that nothing looks into them."""
    folder = www / FOLDER
    for one in downloads:
        shutil.copyfile(one.path, folder / one.path.name)
    lines = (f"{one.digest}  {one.path.name}\n" for one in downloads)
    (folder / SUMS).write_text("".join(lines), "utf-8", newline="\n")
