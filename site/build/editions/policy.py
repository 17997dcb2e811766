"""Writes the content security policy into every page, with the hashes of its inline scripts and styles."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

# Attributes that the policy makes the browser ignore: a page that relies on one would look or behave differently.
_REFUSED_ATTRIBUTE = re.compile(r"on[a-z]+|style")
# Content of these types is data; browsers do not run it and ask no hash for it.
_SCRIPT_TYPES = {"", "module", "text/javascript", "application/javascript"}
_HEAD_START = re.compile(r'(<head>\s*<meta charset="utf-8"\s*/?>)', re.IGNORECASE)
# An address of this site tells nobody where its reader came from.
_REFERRER = '<meta name="referrer" content="no-referrer">'
_WORKERS = "worker-src blob:;"
_TEMPLATE = (
    "default-src 'none'; connect-src 'none'; script-src {scripts} blob: 'wasm-unsafe-eval'; worker-src blob:; "
    "style-src {styles}; img-src {own}data: blob:; font-src {fonts}; manifest-src {fonts}; form-action 'none'; "
    "base-uri 'none'; object-src 'none'"
)


class PolicyError(Exception):
    """A page that would not work under the policy; the message says where."""


class _Inline(HTMLParser):
    """Collects what stands inline in a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.texts: dict[str, list[str]] = {"script": [], "style": []}
        self.refused: list[str] = []
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        for name in given:
            if _REFUSED_ATTRIBUTE.fullmatch(name):
                self.refused.append(f"line {self.getpos()[0]}: <{tag} {name}=…>")
        is_script = tag == "script" and "src" not in given and (given.get("type") or "") in _SCRIPT_TYPES
        if is_script or tag == "style":
            self._open = tag
            self.texts[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open][-1] += data


def add_policy(page: str, *, single: bool = False) -> str:
    """The page with the policy as the first thing after its charset.

    Args:
        page: the whole HTML text, with `\\n` line ends (hashes are of the text as the browser reads it).
        single: the page stands alone; nothing beside it may be loaded.

    Raises:
        PolicyError: something in the page would be refused, or its head does not start with the charset.
    """
    inline = _Inline()
    inline.feed(page)
    inline.close()
    if inline.refused:
        raise PolicyError(f"the policy refuses {'; '.join(inline.refused)} - use a class or a script of the site")
    own = "" if single else "'self' "
    content = _TEMPLATE.format(
        scripts=own + _hashes(inline.texts["script"]),
        styles=(own + _hashes(inline.texts["style"])).strip() or "'none'",
        own=own,
        fonts=own.strip() or "'none'",
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{re.sub(" +", " ", content)}">'
    changed, count = _HEAD_START.subn(rf"\1{meta}{_REFERRER}", page, count=1)
    if count == 0:
        raise PolicyError('the head does not start with <meta charset="utf-8">')
    return changed


def add_policies(folder: Path) -> None:
    """Adds the policy to every page below the folder.

    Raises:
        PolicyError: as for `add_policy`, naming the page.
    """
    for path in sorted(folder.rglob("*.html")):
        try:
            page = add_policy(path.read_text("utf-8"))
        except PolicyError as error:
            raise PolicyError(f"{path.relative_to(folder).as_posix()}: {error}") from error
        path.write_text(page, "utf-8", newline="\n")


def allow_service_worker(page: str) -> str:
    """The page of a hosted site: beside the blob worker, the site's own script may answer for it.

    Raises:
        PolicyError: the page has no policy.
    """
    if _WORKERS not in page:
        raise PolicyError("the page has no policy yet")
    return page.replace(_WORKERS, "worker-src blob: 'self';", 1)


def _hashes(texts: list[str]) -> str:
    digests = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts}
    return " ".join(f"'sha256-{digest}'" for digest in sorted(digests))
