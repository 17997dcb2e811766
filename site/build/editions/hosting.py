"""What only the hosted edition has: it can be installed, and works without a network after the first visit."""

from __future__ import annotations

import base64
import hashlib
import json
import posixpath
import re
from pathlib import Path

from editions.bundle import bundle
from editions.common import SETTINGS
from editions.policy import allow_service_worker
from runtime.packs import ONLY
from runtime.wheels import APART
from tasks.serve import IMMUTABLE
from tasks.toolchain import APP

_MANIFEST = "assets/manifest.json"
# What the checker's page needs beside the runtime.
_SHELL = re.compile(r"(index\.html|assets/.*)$")
# What only a browser needs that cannot wake Python from its image.
_FALLBACK = tuple(f"{IMMUTABLE}{name}-" for name, way in ONLY.items() if way == "library")
# Kept last, and a version is there without them: packages that few need.
_APART = tuple(f"{IMMUTABLE}{name}-" for name in APART)
# The service worker itself, and what belongs to who runs the site: it may change or go without a new version.
_NOT_KEPT = ("sw.js", SETTINGS)
_TYPES = {
    ".css": "text/css; charset=utf-8", ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".png": "image/png", ".svg": "image/svg+xml",
}  # fmt: skip


def host_site(www: Path) -> None:
    """Adds what only a web server can use: a manifest, so that the site can be installed like a program, and a service
    worker that keeps this very version on the reader's computer."""
    manifest = {
        "name": "差勤檢核", "short_name": "差勤檢核", "lang": "zh-Hant-TW",
        "start_url": "..", "scope": "..", "id": "..",
        "display": "minimal-ui", "background_color": "#ffffff", "theme_color": "#17456b",
        "description": "在您的電腦上檢核差勤資料報送檔案（JSON）。檔案不會離開這臺電腦。",
        "icons": [{"src": "favicon.svg", "type": "image/svg+xml", "sizes": "any", "purpose": "any"}],
    }  # fmt: skip
    (www / _MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), "utf-8", newline="\n")
    for path in www.rglob("*.html"):
        page = allow_service_worker(path.read_text("utf-8"))
        # The page for unknown addresses is served at any depth: nothing relative can stand in it.
        if path.name != "404.html":
            root = posixpath.relpath(".", path.parent.relative_to(www).as_posix())
            page = page.replace("</head>", f'<link rel="manifest" href="{root}/{_MANIFEST}"></head>', 1)
        path.write_text(page, "utf-8", newline="\n")
    write_service_worker(www)


def write_service_worker(www: Path) -> None:
    """The service worker for the files as they are; nothing may be changed after it."""
    bundle({"entry": APP / "offline" / "service-worker.mjs", "outfile": www / "sw.js", "site": list_site(www)})


def list_site(www: Path) -> dict[str, object]:
    """What the service worker keeps, in the order of need; `fallback` only where the page turned out to need it."""
    files: dict[str, list[tuple[str, str, int]]] = {"shell": [], "runtime": [], "fallback": [], "pages": []}
    for path in sorted(www.rglob("*")):
        name = path.relative_to(www).as_posix()
        # Downloads are kept by those who download them.
        if path.is_file() and path.suffix in _TYPES and name not in _NOT_KEPT:
            content = path.read_bytes()
            digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
            files[_group(name)].append((name, f"sha256-{digest}", len(content)))
    mark = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:16]
    return {"id": mark, **files, "types": _TYPES}


def _group(name: str) -> str:
    if name.startswith(_APART):
        return "pages"
    if name.startswith(IMMUTABLE):
        return "fallback" if name.startswith(_FALLBACK) else "runtime"
    return "shell" if _SHELL.match(name) else "pages"
