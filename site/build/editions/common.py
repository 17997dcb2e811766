"""The pages with the checker: what the hosted site and the one for opening from disk have in common."""

from __future__ import annotations

import os
import posixpath
import re
import shutil
import sys
from pathlib import Path
from urllib.parse import quote

from editions.bundle import bundle
from editions.policy import add_policies
from pages.about_build import describe_build
from runtime.packs import Part
from tasks.identity import Identity
from tasks.toolchain import APP, run

#: What who runs a site may replace: settings for all who open it.
SETTINGS = "site-settings.js"
_CHECKER = 'id="pv-app"'
# Parts of the theme that nothing here uses: its search, and maps for its developers.
_UNUSED_BY_SITE = ("assets/javascripts/lunr", "assets/javascripts/workers", "assets/**/*.map")
# Firefox loads what such a link names before it is asked for; the policy refuses that, and says so on every page.
_PREFETCHED = re.compile(r'<link rel="(?:prev|next)"[^>]*>')
_ICON = re.compile(r'(?<=<link rel="icon" href=")[^"]*')


def build_pages(www: Path, identity: Identity) -> None:
    """The pages of the site, in which nothing runs yet.

    Raises:
        subprocess.CalledProcessError: mkdocs (strict) found a fault; its output has been printed.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0", **identity.to_environment()}
    run(sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", www, env=environment)
    for pattern in _UNUSED_BY_SITE:
        for path in www.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def add_checker(www: Path, parts: list[Part], identity: Identity) -> None:
    """Makes the pages what the web server and the unzipped folder have in common; `offline.py` and `hosting.py` do the
    rest.

    Raises:
        subprocess.CalledProcessError: the bundler found a fault; its output has been printed.
        PolicyError: a page would not work under the policy.
    """
    assets = www / "assets"
    packs = [part.describe(in_page=False) for part in parts]
    about = describe_build(identity)
    bundle(
        {"entry": APP / "shell" / "main.mjs", "outfile": assets / "app.js", "packs": packs, "about": about},
        {"entry": APP / "shell" / "app.css", "outfile": assets / "app.css"},
        {"entry": APP / "site" / "site.mjs", "outfile": assets / "site.js"},
    )
    shutil.copyfile(APP / "settings" / SETTINGS, www / SETTINGS)
    for part in parts:
        path = assets / part.path
        path.parent.mkdir(exist_ok=True)
        path.write_text(part.script, "utf-8")
    for path in www.rglob("*.html"):
        page = _PREFETCHED.sub("", path.read_text("utf-8"))
        if _CHECKER in page:
            root = posixpath.relpath(".", path.parent.relative_to(www).as_posix())
            page = _add_app(page, root, identity)
            page = _ICON.sub(_icon_address(assets), page, count=1)
        path.write_text(page, "utf-8", newline="\n")
    add_policies(www)


def _add_app(page: str, root: str, identity: Identity) -> str:
    tags = (
        f'<meta name="pv-build" content="{identity.mark}"><link rel="stylesheet" href="{root}/assets/app.css">'
        f'<script src="{root}/assets/app.js" async></script></head>'
    )
    return page.replace("</head>", tags, 1)


def _icon_address(assets: Path) -> str:
    """The icon itself. Chromium asks for a linked one again whenever the address's fragment changes, with each sorting
    of the findings for one; the page shows that it asks for nothing."""
    return "data:image/svg+xml," + quote((assets / "favicon.svg").read_text("utf-8").strip(), safe=" =:/'")
