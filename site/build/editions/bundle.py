"""Joins the page's modules and style sheets, with esbuild."""

from __future__ import annotations

import json
from pathlib import Path

from tasks.toolchain import run


def bundle(*plan: dict[str, object]) -> None:
    """Joins modules or style sheets into one file each.

    Args:
        plan: `entry`, `outfile` and, for what starts the runtime, `packs` and `about`; for the service worker, `site`.
    """
    run("node", Path(__file__).with_suffix(".mjs"), input=json.dumps(plan, default=str).encode())
