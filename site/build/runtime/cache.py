"""Keeps what is slow to make, by the content that it is made from. `build/cache` may be deleted at any time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from tasks.toolchain import OUTPUT

FOLDER = OUTPUT / "cache"


def cached(make: Callable[[], bytes], *inputs: bytes | Path) -> bytes:
    """What `make` returns for these inputs, from an earlier build where there is one. The inputs must be everything
    that the result depends on."""
    digest = hashlib.sha256()
    for item in inputs:
        content = item.read_bytes() if isinstance(item, Path) else item
        digest.update(len(content).to_bytes(8, "little") + content)
    path = FOLDER / digest.hexdigest()
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        # Moved into place whole: two builds may run at once, and a build may be stopped.
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(make())
        draft.replace(path)
    return path.read_bytes()
