"""The page's scripts use no way out of the page that a policy cannot stop, but for those that are accounted for here."""

from __future__ import annotations

import re

from support import ROOT

# What a policy in the page cannot stop: leaving it, other windows, WebRTC. And what would ask for something at all.
# Each use in our code stands here with what it is given.
UNSTOPPABLE = re.compile(
    r"RTC\w+|(?:window|globalThis|self)\.open|(?<![.\w#])(?<!async )open\((?!\))|location\.(?:assign|replace|href\s*=|search\s*=)|(?<![=!<>.])\blocation\s*=[^=]"
    r"|history\.\w+|\.submit\(|document\.write|sendBeacon|XMLHttpRequest|WebSocket|EventSource|WebTransport"
    r"|\bfetch\(|\.click\(|http-equiv|dns-prefetch|preconnect"
)
ALLOWED = {
    "ui/save-file.mjs": {".click("},  # a link to a blob: address, which the browser saves
    "findings/address-fragment.mjs": {"history.replaceState", "history.state"},  # rule ids, severity, sort: see the test of the fragment
    "search/search-dialog.mjs": {".click("},  # a page of this site, from the search index
    "offline/service-worker.mjs": {"fetch("},  # the site's own files
    "site/site.mjs": {".click("},  # the menu
}  # fmt: skip


def test_code_uses_no_way_out_but_the_known() -> None:
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "site" / "app").rglob("*.mjs")):
        text = re.sub(r"/\*[\s\S]*?\*/|^\s*//.*$", "", path.read_text("utf-8"), flags=re.M)
        uses = set(UNSTOPPABLE.findall(text))
        if uses:
            found[path.relative_to(ROOT / "site" / "app").as_posix()] = uses
    assert found == ALLOWED, "say above why nothing of a file can leave by it, or find another way"
