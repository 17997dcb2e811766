"""The edition for opening from disk: the site as a zip."""

from __future__ import annotations

import zipfile
from pathlib import Path


def zip_site(www: Path, target: Path) -> None:
    """The site as a zip for opening from disk, with the same bytes for the same site."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(www.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(www).as_posix())
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes())
