"""The edition that is one HTML file, and needs nothing beside it."""

from __future__ import annotations

from pathlib import Path

from editions.bundle import bundle
from editions.essentials import render_essentials
from editions.policy import add_policy
from pages.about_build import describe_build, render_build
from pages.licences import render_notices
from runtime.packs import Part
from tasks.identity import Identity
from tasks.toolchain import APP


def build_single(target: Path, parts: list[Part], identity: Identity, www: Path) -> None:
    """The checker as one HTML file that needs nothing beside it, with the essentials of the built site's manual."""
    script, style = target.with_suffix(".js"), target.with_suffix(".css")
    packs = [part.describe(in_page=True) for part in parts]
    bundle(
        {"entry": APP / "shell" / "single.mjs", "outfile": script, "packs": packs, "about": describe_build(identity)},
        {"entry": APP / "shell" / "single.css", "outfile": style},
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
    page = Path(__file__).with_suffix(".html").read_text("utf-8")
    for name, value in values.items():
        page = page.replace(f"<!-- {name} -->", value)
    target.write_text(add_policy(page, single=True), "utf-8", newline="\n")
    script.unlink()
    style.unlink()


def _inline_script(text: str) -> str:
    # Inside a page these would end or change the script element.
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")
