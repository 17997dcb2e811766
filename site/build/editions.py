"""The three editions: the hosted site, the same site zipped for opening from disk, and the checker in one file."""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import sys
import zipfile
from pathlib import Path

from about_build import describe_build, render_build
from essentials import render_essentials
from identity import Identity
from packs import Part
from pages_licences import render_notices
from policy import add_policies, add_policy
from toolchain import ROOT, run

APP = ROOT / "site" / "app"
_CHECKER = 'id="pv-app"'
# Parts of the theme that nothing here uses: its search, and maps for its developers.
_UNUSED_BY_SITE = ("assets/javascripts/lunr", "assets/javascripts/workers", "assets/**/*.map")
# Firefox loads what such a link names before it is asked for; the policy refuses that, and says so on every page.
_PREFETCHED = re.compile(r'<link rel="(?:prev|next)"[^>]*>')


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
    """Makes the pages what the web server and the unzipped folder have in common; `zip_site` and `hosting.py` do the
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
    for part in parts:
        path = assets / part.path
        path.parent.mkdir(exist_ok=True)
        path.write_text(part.script, "utf-8")
    for path in www.rglob("*.html"):
        page = _PREFETCHED.sub("", path.read_text("utf-8"))
        if _CHECKER in page:
            root = posixpath.relpath(".", path.parent.relative_to(www).as_posix())
            page = _add_app(page, root, identity)
        path.write_text(page, "utf-8", newline="\n")
    add_policies(www)


def _add_app(page: str, root: str, identity: Identity) -> str:
    tags = (
        f'<meta name="pv-build" content="{identity.mark}"><link rel="stylesheet" href="{root}/assets/app.css">'
        f'<script src="{root}/assets/app.js" async></script></head>'
    )
    return page.replace("</head>", tags, 1)


def build_single(target: Path, parts: list[Part], identity: Identity, www: Path) -> None:
    """The checker as one HTML file that needs nothing beside it, with the essentials of the built site's manual."""
    script, style = target.with_suffix(".js"), target.with_suffix(".css")
    packs = [part.describe(in_page=True) for part in parts]
    bundle(
        {"entry": APP / "shell" / "main.mjs", "outfile": script, "packs": packs, "about": describe_build(identity)},
        {"entry": APP / "shell" / "app.css", "outfile": style},
    )
    values = {
        "style": style.read_text("utf-8").strip(),
        "markup": (APP / "shell" / "page.html").read_text("utf-8").strip(),
        "identity": render_build(identity),
        "essentials": render_essentials(www),
        "notices": render_notices(),
        "app": _inline_script(script.read_text("utf-8").strip()),
        "parts": "\n".join(f"<script>{part.script}</script>" for part in parts),
    }
    page = (ROOT / "site" / "build" / "single.html").read_text("utf-8")
    for name, value in values.items():
        page = page.replace(f"<!-- {name} -->", value)
    target.write_text(add_policy(page, single=True), "utf-8", newline="\n")
    script.unlink()
    style.unlink()


def _inline_script(text: str) -> str:
    # Inside a page these would end or change the script element.
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def zip_site(www: Path, target: Path) -> None:
    """The site as a zip for opening from disk, with the same bytes for the same site."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(www.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(www).as_posix())
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes())


def bundle(*plan: dict[str, object]) -> None:
    """Joins modules or style sheets into one file each.

    Args:
        plan: `entry`, `outfile` and, for what starts the runtime, `packs` and `about`; for the service worker, `site`.
    """
    run("node", ROOT / "site" / "build" / "bundle.mjs", input=json.dumps(plan, default=str).encode())
